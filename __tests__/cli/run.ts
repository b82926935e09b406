import { runCli } from '../../lib/cli/run-cli';
import { Io } from '../../lib/cli/io';

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A machine with nothing on standard input, where nobody looks. */
export const quiet: Io = {
  out: () => undefined,
  err: () => undefined,
  readInput: () => Buffer.alloc(0),
  folder: '/',
  isColored: false,
  columns: 80,
  today: '2026-06-01',
};

/** Runs a command in this process, in a folder. */
export async function run(folder: string, args: readonly string[], io: Partial<Io> = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await runCli(args, { ...quiet, ...streams, folder, ...io });
  return { code, out, err };
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How one file differs. */
export interface FileDiff {
  readonly file: string;
  readonly added: number;
  readonly removed: number;

  /** Hunks with one line around each change. */
  readonly hunks: readonly string[];
}

const OPTIONS = ['--no-index', '--no-color', '--no-ext-diff', '--no-renames', '--src-prefix=', '--dst-prefix=', '-U1'];

/** Compares a file or a folder below `before` with the one below `after`; one that is not before is new. */
export function diffFiles(folder: string, path: string): FileDiff[] {
  const before = existsSync(join(folder, 'before', path)) ? `before/${path}` : '/dev/null';
  const { status, stdout, stderr } = spawnSync('git', ['diff', ...OPTIONS, before, `after/${path}`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
  });
  if (status !== 0 && status !== 1) throw new Error(`git diff ended with ${String(status)}: ${stderr}`);
  return stdout
    .split(/^diff --git /m)
    .slice(1)
    .map(readFileDiff);
}

function readFileDiff(text: string): FileDiff {
  const [head = '', ...hunks] = text.split(/^@@ .*\n/m);
  const file = /(?:before|after)\/(\S+)/.exec(head)?.[1] ?? '';
  const lines = hunks.flatMap((hunk) => hunk.split('\n'));
  const count = (sign: string) => lines.filter((line) => line.startsWith(sign)).length;
  return { file, added: count('+'), removed: count('-'), hunks: hunks.map((hunk) => hunk.trimEnd()) };
}

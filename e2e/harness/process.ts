import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertTools, tail } from './command';

/** A server process to start. */
export interface ServerProps {
  /** Name in messages and of the log file. */
  readonly name: string;

  /** Path of the program. It must be the server itself or `exec` it: it is stopped by its process id. */
  readonly command: string;

  /** Arguments of the program. */
  readonly args: readonly string[];

  /** Folder it runs in and where its log is kept. */
  readonly folder: string;

  /** Whether it serves yet; asked again and again with the log so far. */
  readonly ready: (log: string) => boolean | Promise<boolean>;

  /** Time it has to become ready, in milliseconds. */
  readonly readyWithinMs: number;

  /**
   * Variables set on top of this process's own.
   *
   * @default {}
   */
  readonly env?: Readonly<Record<string, string>>;

  /**
   * System user that runs it, when this process is root.
   *
   * @default - this process's user
   */
  readonly user?: string;

  /**
   * Signal that asks it to end.
   *
   * @default 'SIGTERM'
   */
  readonly stopSignal?: NodeJS.Signals;

  /**
   * Time it has to end before it is killed, in milliseconds.
   *
   * @default 10_000
   */
  readonly stopWithinMs?: number;
}

/** A running server process. */
export interface Server {
  /** Its process id. */
  readonly pid: number;
  /** Everything it has written so far. */
  log(): string;
  /** Ends it by its stop signal, or another one, and by SIGKILL if it has not ended in time. Safe to call twice. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a server and waits until it is ready.
 *
 * The kernel kills it when this process dies, by Ctrl-C or otherwise: jest's sandbox has a copy of `process`, on
 * which neither signal nor exit handlers ever run.
 */
export async function startServer(props: ServerProps): Promise<Server> {
  await assertTools('setpriv');
  const logFile = join(props.folder, `${props.name}.log`);
  const output = openSync(logFile, 'w');
  const child = spawn('setpriv', ['--pdeathsig=KILL', ...asUser(props.user), '--', props.command, ...props.args], {
    cwd: props.folder,
    env: { ...process.env, ...props.env },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();

  let ended: string | undefined;
  child.on('error', (error) => (ended ??= error.message));
  child.on('exit', (code, signal) => (ended ??= signal ?? `exit code ${code}`));
  const log = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  const waitForEnd = (limitMs: number) => waitUntil(() => ended !== undefined, limitMs);
  const { stopSignal = 'SIGTERM', stopWithinMs = 10_000 } = props;
  const stop = async (signal = stopSignal) => {
    if (ended === undefined) child.kill(signal);
    if (await waitForEnd(stopWithinMs)) return;
    child.kill('SIGKILL');
    await waitForEnd(stopWithinMs);
  };

  const ready = await waitUntil(async () => ended !== undefined || (await props.ready(log())), props.readyWithinMs);
  if (ready && ended === undefined) return { pid: child.pid ?? -1, log, stop };
  const got = ended ?? 'no answer';
  await stop();
  throw new Error(`${props.name} must be ready within ${props.readyWithinMs / 1000} s, got ${got}\n${tail(log())}`);
}

/** Arguments of `setpriv` that make a command run as another system user. */
export function asUser(user: string | undefined): string[] {
  return user === undefined ? [] : [`--reuid=${user}`, `--regid=${user}`, '--init-groups'];
}

/** Asks a question every 100 ms until the answer is yes or the time is over, and returns the last answer. */
export async function waitUntil(question: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (!(await question())) {
    if (Date.now() > deadline) return false;
    await sleep(100);
  }
  return true;
}

/** Whether a process of that id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

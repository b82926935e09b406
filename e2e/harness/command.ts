import { spawn } from 'node:child_process';

/** What a command may be given besides its arguments. */
export interface RunOptions {
  /**
   * Folder the command runs in.
   *
   * @default - the folder of this process
   */
  readonly cwd?: string;

  /**
   * Variables set on top of this process's own.
   *
   * @default {}
   */
  readonly env?: Readonly<Record<string, string>>;

  /**
   * Text on standard input.
   *
   * @default - no input
   */
  readonly input?: string;
}

/** A finished command. */
export interface Finished {
  /** Exit code, or -1 when a signal ended it. */
  readonly code: number;
  /** Everything it wrote to standard output. */
  readonly stdout: string;
  /** Everything it wrote to standard error. */
  readonly stderr: string;
}

const CURES: Readonly<Record<string, string>> = {
  go: 'install Go 1.26',
  mvn: 'install the Debian package maven',
  java: 'install the Debian package openjdk-17-jre-headless',
  nice: 'install the Debian package coreutils',
  setpriv: 'install the Debian package util-linux',
};

/** Runs a command to its end, whatever its exit code. Rejects only if it cannot be started. */
export function execute(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd, env: { ...process.env, ...options.env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // A command that never reads its input closes the pipe; its exit code tells the rest.
    child.stdin.on('error', () => undefined).end(options.input ?? '');
    child.on('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? missing(command) : error));
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** Runs a command that must succeed and returns its standard output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await execute(command, args, options);
  if (code === 0) return stdout;
  throw new Error(`'${[command, ...args].join(' ')}' must exit with 0, got ${code}\n${tail(stderr || stdout)}`);
}

/** Asserts that every tool of a build is on PATH. */
export async function assertTools(...tools: string[]): Promise<void> {
  for (const tool of tools) {
    const { code } = await execute('sh', ['-c', 'command -v "$1"', 'sh', tool]);
    if (code !== 0) throw missing(tool);
  }
}

/** The last lines of a long output, where the reason usually stands. */
export function tail(text: string, lines = 40): string {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

function missing(tool: string): Error {
  return new Error(`${tool} must be on PATH, got none; ${CURES[tool] ?? 'install it'}, see e2e/README.md`);
}

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a script did. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A folder of its own in which a script runs, with stubs in place of the programs that it calls. */
export class Sandbox {
  public readonly folder = mkdtempSync(join(tmpdir(), 'sandbox-'));

  /** Path of a file of the sandbox. */
  public path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Writes a file, and the folders above it. */
  public write(name: string, content: string, mode = 0o644): string {
    const path = this.path(name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    chmodSync(path, mode);
    return path;
  }

  /** A program on PATH. Its body is bash; the sandbox is `$SANDBOX`. */
  public stub(program: string, body: string): void {
    this.write(`bin/${program}`, `#!/bin/bash\n${body}\n`, 0o755);
  }

  public read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  public has(name: string): boolean {
    return existsSync(this.path(name));
  }

  /** Runs a script file with nothing of this machine's environment but PATH. */
  public run(script: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): Outcome {
    const PATH = `${this.path('bin')}:${process.env.PATH ?? ''}`;
    const options = { env: { PATH, SANDBOX: this.folder, ...env }, encoding: 'utf8', timeout: 20_000 } as const;
    const { status, stdout, stderr } = spawnSync('bash', [script, ...args], options);
    return { code: status, output: stdout + stderr };
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

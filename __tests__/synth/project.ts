import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from '../../docs/copy-project';

/** The folder of this project. */
export const root = join(__dirname, '../..');

/** A copy of the project in a folder of its own, with its dist. */
export function makeProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  copyProject(folder);
  return folder;
}

/** Every file of a folder with its content. */
export function read(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** Runs a command in a folder, and waits for its end. */
export function run(folder: string, command: string, env: Record<string, string> = {}) {
  const [program = '', ...args] = command.split(' ');
  return spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    // The whole of dist is more than the megabyte after which Node kills the program.
    maxBuffer: 64 * 1024 ** 2,
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', ...env },
  });
}

/** Changes one text of the rows of the warehouse platform. */
export function changeConfig(folder: string, from: string, to: string): void {
  const path = join(folder, 'lib/platforms/wms/config.ts');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** The dist that is committed. */
export const committed = read(join(root, 'dist'));

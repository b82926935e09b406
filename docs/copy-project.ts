import { cpSync, existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

/** What a run needs, beside the libraries. */
const NAMES = [
  'cdk8s.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'start.cjs',
  'main.ts',
  'bin',
  'lib',
  'imports',
  'bench',
  'dist',
  'waivers.yaml',
];

/** Copies what a run needs into a folder, with `dist/`. Libraries are those of this project. */
export function copyProject(folder: string): void {
  for (const name of NAMES.filter((name) => existsSync(join(root, name))))
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

import { existsSync } from 'node:fs';
import { run } from './command';

/** Installs a package of Debian if a file of it is missing; says which one where this process may not. */
export async function installDebian(name: string, file: string): Promise<void> {
  if (existsSync(file)) return;
  if (process.getuid?.() !== 0) throw new Error(`${name} must be installed, got none; apt-get install ${name}`);
  await run('apt-get', ['update', '-q']);
  await run('apt-get', ['install', '-qy', '--no-install-recommends', name], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (!existsSync(file)) throw new Error(`${name} must have ${file}, got none`);
}

import { existsSync } from 'node:fs';
import { mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process';

const HEARTBEAT_MS = 30_000;

/** Folder that keeps built servers between runs, outside the repository. */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'platform-manifests-e2e');
}

/**
 * The cached folder `<name>-<version>`, built first if it is missing.
 *
 * Built beside it and renamed, so an interrupted build leaves nothing that looks finished. A second process waits
 * for the first instead of building the same thing twice.
 */
export async function cached(name: string, version: string, build: (folder: string) => Promise<void>): Promise<string> {
  const title = `${name}-${version}`;
  const folder = join(cacheFolder(), title);
  if (existsSync(folder)) return folder;

  await mkdir(cacheFolder(), { recursive: true });
  const release = await lock(`${folder}.lock`, () => existsSync(folder));
  try {
    if (!existsSync(folder)) await buildInto(folder, title, build);
  } finally {
    await release();
  }
  return folder;
}

async function buildInto(folder: string, title: string, build: (folder: string) => Promise<void>): Promise<void> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`building ${title}`);
  const heartbeat = setInterval(() => say(`building ${title}, ${seconds()} s`), HEARTBEAT_MS).unref();
  const unfinished = `${folder}.unfinished`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    await build(unfinished);
    await rename(unfinished, folder);
    say(`built ${title} in ${seconds()} s`);
  } finally {
    clearInterval(heartbeat);
    await rm(unfinished, { recursive: true, force: true });
  }
}

/**
 * Takes a lock that says its owner's process id, so that a dead owner's is not waited for.
 *
 * A symbolic link is made and filled in one step, as a file is not.
 */
async function lock(file: string, isDone: () => boolean): Promise<() => Promise<void>> {
  while (!isDone()) {
    try {
      await symlink(String(process.pid), file);
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await sleep(500);
    const owner = Number(await readlink(file).catch(() => ''));
    if (owner > 0 && !isAlive(owner)) await rm(file, { force: true });
  }
  return () => Promise.resolve();
}

function say(text: string): void {
  process.stderr.write(`e2e: ${text}\n`);
}

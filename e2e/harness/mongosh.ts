import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cached } from './cache';
import { assertTools, run } from './command';
import { VERSIONS } from './versions';

/** The part of the BSON library that a server needs. */
export interface Bson {
  readonly Binary: new (bytes: Buffer) => object;
  serialize(document: object): Uint8Array;
  deserialize(bytes: Buffer): Record<string, unknown>;
}

/** MongoDB's shell, and the library that it speaks to servers with. */
export interface Mongosh {
  /** Writes a program `mongosh` into a folder, to be put on PATH. */
  writeProgram(binFolder: string): Promise<void>;
  readonly bson: Bson;
}

/** MongoDB's shell as a package of npm, installed first if it is missing. */
export async function mongosh(): Promise<Mongosh> {
  const folder = await cached('mongosh', VERSIONS.mongosh, install);
  const writeProgram = async (binFolder: string) => {
    const file = join(binFolder, 'mongosh');
    await mkdir(binFolder, { recursive: true });
    await writeFile(
      file,
      `#!/bin/sh\nexec '${process.execPath}' '${folder}/node_modules/mongosh/bin/mongosh.js' "$@"\n`,
    );
    await chmod(file, 0o755);
  };
  return { writeProgram, bson: createRequire(join(folder, 'package.json'))('bson') as Bson };
}

async function install(folder: string): Promise<void> {
  await assertTools('npm');
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [`mongosh@${VERSIONS.mongosh}`];
  // Its optional parts are native: encryption of fields, Kerberos, certificates of the system.
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional', ...packages], {
    cwd: folder,
  });
}

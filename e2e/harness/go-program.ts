import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { assertTools, run } from './command';

/** A program of a Go module. */
export interface GoProgram {
  /** Name of the program in the cache. */
  readonly name: string;

  /** Module path. */
  readonly module: string;

  /** Version without the leading v. */
  readonly version: string;

  /** Import path of the program's package. */
  readonly main: string;

  /**
   * Variables set at link time, by import path.
   *
   * @default {}
   */
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * The path of a built Go program, built first if it is missing.
 *
 * `go install` refuses modules with replace lines. A module of one's own that requires the program's builds them all.
 */
export async function goProgram(program: GoProgram): Promise<string> {
  const folder = await cached(program.name, program.version, (unfinished) => build(program, unfinished));
  return join(folder, program.name);
}

/** The folder of a module's sources, downloaded first if it is missing. */
export async function goModuleFolder(module: string, version: string): Promise<string> {
  return (await download(module, version)).Dir;
}

async function build({ name, module, version, main, variables = {} }: GoProgram, folder: string): Promise<void> {
  const stagings = await findStagings(module, version);
  const replaces = stagings.map(
    (staging) => `replace ${staging} => ${staging} v0${version.slice(version.indexOf('.'))}\n`,
  );
  await writeFile(
    join(folder, 'go.mod'),
    `module e2e\n\ngo 1.26.0\n\nrequire ${module} v${version}\n\n${replaces.join('')}`,
  );
  const links = Object.entries(variables).map(([path, value]) => ` -X ${path}=${value}`);
  // -checklinkname=0: old modules reach into the runtime in ways that Go forbids by now.
  const flags = ['-mod=mod', '-buildvcs=false', '-trimpath', '-ldflags', `-s -w -checklinkname=0${links.join('')}`];
  await run('nice', ['-n', '10', 'go', 'build', ...flags, '-o', name, main], { cwd: folder });
}

/** Modules that live in a folder of another one's repository and are published under a version of their own. */
async function findStagings(module: string, version: string): Promise<string[]> {
  const text = await readFile((await download(module, version)).GoMod, 'utf8');
  return [...text.matchAll(/^\s*(\S+) => \.\/staging\//gm)].flatMap(([, path]) => path ?? []);
}

interface Download {
  readonly Dir: string;
  readonly GoMod: string;
}

async function download(module: string, version: string): Promise<Download> {
  await assertTools('go');
  // Outside of this repository's folders: a go.mod above the current one would be asked first.
  return JSON.parse(await run('go', ['mod', 'download', '-json', `${module}@v${version}`], { cwd: '/' })) as Download;
}

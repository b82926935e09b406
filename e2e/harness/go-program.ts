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
  await goBuild({
    folder,
    name,
    main,
    variables,
    requires: { [module]: version },
    replaces: await findReplaces(module, version),
  });
}

/** A program to build from the modules that it requires. */
export interface GoBuild {
  /** Folder to build in, where the program is left. */
  readonly folder: string;

  /** Name of the program. */
  readonly name: string;

  /** Import path of the program's package, or `.` for the sources in the folder. */
  readonly main: string;

  /** Versions without the leading v, by module path. */
  readonly requires: Readonly<Record<string, string>>;

  /**
   * Lines that replace a module by another one.
   *
   * @default []
   */
  readonly replaces?: readonly string[];

  /**
   * Variables set at link time, by import path.
   *
   * @default {}
   */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Builds a program in a module of its own. */
export async function goBuild({ folder, name, main, requires, replaces = [], variables = {} }: GoBuild): Promise<void> {
  await assertTools('go', 'nice');
  const required = Object.entries(requires).map(([module, version]) => `require ${module} v${version}`);
  await writeFile(join(folder, 'go.mod'), ['module e2e', 'go 1.26.0', ...required, ...replaces, ''].join('\n'));
  const links = Object.entries(variables).map(([path, value]) => ` -X ${path}=${value}`);
  // -checklinkname=0: old modules reach into the runtime in ways that Go forbids by now.
  const flags = ['-mod=mod', '-buildvcs=false', '-trimpath', '-ldflags', `-s -w -checklinkname=0${links.join('')}`];
  await run('nice', ['-n', '10', 'go', 'build', ...flags, '-o', name, main], { cwd: folder });
}

/**
 * The replace lines of a module that hold outside of its repository: those that name a version, and those of modules
 * in its folder `staging`, which are published under versions of their own.
 */
async function findReplaces(module: string, version: string): Promise<string[]> {
  const text = await readFile((await download(module, version)).GoMod, 'utf8');
  const published = `v0${version.slice(version.indexOf('.'))}`;
  const stagings = [...text.matchAll(/^\s*(?:replace\s+)?(\S+) => \.\/staging\//gm)];
  const versioned = [...text.matchAll(/^\s*(?:replace\s+)?(\S+(?: v\S+)? => \S+ v\S+)/gm)];
  return [
    ...stagings.map(([, path]) => `replace ${path} => ${path} ${published}`),
    ...versioned.map(([, line]) => `replace ${line}`),
  ];
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

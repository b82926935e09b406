import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { GENERATED_MARK, RenderedFile } from './render-file';

/** How the files in a folder differ from the rendered ones; paths relative to the folder. */
export interface Changes {
  readonly written: readonly RenderedFile[];

  /** Files of ours that nothing makes any more. */
  readonly removed: readonly string[];

  /** Files that the synthesizer did not make and does not touch. */
  readonly strangers: readonly string[];
}

/** Compares a folder with what it should hold. `owns` limits what may be removed. */
export function compareFiles(folder: string, files: readonly RenderedFile[], owns: (path: string) => boolean): Changes {
  const expected = new Map(files.map(({ path, content }) => [path, content]));
  const present = new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const others = [...present].filter(([path]) => !expected.has(path) && owns(path));
  return {
    written: files.filter(({ path, content }) => present.get(path) !== content),
    removed: others.filter(([, content]) => content.startsWith(GENERATED_MARK)).map(([path]) => path),
    strangers: others.filter(([, content]) => !content.startsWith(GENERATED_MARK)).map(([path]) => path),
  };
}

/**
 * Makes a folder hold the rendered files. Everything is written beside it first; only then are files put in place, and
 * if one of those steps fails, all before it are undone: the folder is as it was, or as it should be.
 */
export function writeFiles(folder: string, files: readonly RenderedFile[], owns: (path: string) => boolean): Changes {
  const changes = compareFiles(folder, files, owns);
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(join(dirname(folder), '.staging-'));
  try {
    stage(join(staging, 'new'), changes.written);
    if (existsSync(folder)) putInPlace(folder, staging, changes);
    else renameSync(join(staging, 'new'), folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return changes;
}

function stage(folder: string, files: readonly RenderedFile[]): void {
  mkdirSync(folder);
  const folders = new Set(files.map(({ path }) => dirname(path)));
  folders.forEach((path) => mkdirSync(join(folder, path), { recursive: true }));
  files.forEach(({ path, content }) => {
    writeFileSync(join(folder, path), content);
  });
}

function putInPlace(folder: string, staging: string, { written, removed }: Changes): void {
  const undo: (() => void)[] = [];
  try {
    for (const path of [...written.map((file) => file.path), ...removed]) {
      const target = join(folder, path);
      const fresh = join(staging, 'new', path);
      undo.push(keep(folder, target, join(staging, 'old', path)));
      mkdirSync(dirname(target), { recursive: true });
      if (existsSync(fresh)) renameSync(fresh, target);
      else rmSync(target);
    }
  } catch (error) {
    undo.reverse().forEach((restore) => {
      restore();
    });
    throw error;
  }
  removed.forEach((path) => {
    removeEmptyFolders(dirname(join(folder, path)), folder);
  });
}

/** Keeps the present file under a second name, and returns what brings it back. */
function keep(folder: string, target: string, copy: string): () => void {
  if (!existsSync(target)) {
    return () => {
      rmSync(target, { force: true });
      removeEmptyFolders(dirname(target), folder);
    };
  }
  mkdirSync(dirname(copy), { recursive: true });
  linkSync(target, copy);
  return () => {
    renameSync(copy, target);
  };
}

function removeEmptyFolders(folder: string, root: string): void {
  if (relative(root, folder) === '' || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(dirname(folder), root);
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

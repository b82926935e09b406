import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import { Verdict } from '../rules/judge';
import { problemOf } from './read-problems';

/** Files to read, as paths that begin with what was given, and what could not be looked into. */
export interface FoundFiles {
  readonly paths: readonly string[];
  readonly problems: readonly Verdict[];
}

/** What stands for standard input among paths. */
export const STDIN = '-';

const MANIFEST = /\.(?:ya?ml|json)$/i;

/**
 * Finds what to read: files as they are given, and in folders, with all folders below, everything named `.yaml`, `.yml`
 * or `.json`, sorted. Names that begin with a dot and `node_modules` are passed over, and links are not followed.
 */
export function findFiles(paths: readonly string[], folder: string): FoundFiles {
  const found: FoundFiles & { paths: string[]; problems: Verdict[] } = { paths: [], problems: [] };
  for (const path of paths) {
    if (path === STDIN) found.paths.push(STDIN);
    else look(path, folder, found);
  }
  const first = new Map(found.paths.map((path) => [path === STDIN ? STDIN : resolve(folder, path), path]));
  return { paths: [...first.values()], problems: found.problems };
}

function look(path: string, folder: string, found: { paths: string[]; problems: Verdict[] }): void {
  try {
    const stats = statSync(resolve(folder, path));
    if (stats.isDirectory()) {
      const before = found.paths.length + found.problems.length;
      walk(path, folder, found);
      if (found.paths.length + found.problems.length > before) return;
      const message = 'a folder must hold files named .yaml, .yml or .json, got none';
      found.problems.push(problemOf('missing', path, message));
    } else if (stats.isFile() || stats.isFIFO()) found.paths.push(normalize(path));
    else
      found.problems.push(problemOf('unreadable', path, 'a path must lead to a file or a folder, got something else'));
  } catch (error) {
    found.problems.push(describeFailure(path, error));
  }
}

function walk(path: string, folder: string, found: { paths: string[]; problems: Verdict[] }): void {
  let names: string[];
  try {
    names = readdirSync(resolve(folder, path)).sort();
  } catch (error) {
    found.problems.push(describeFailure(path, error));
    return;
  }
  for (const name of names) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const inner = join(path, name);
    try {
      const stats = lstatSync(resolve(folder, inner));
      if (stats.isDirectory()) walk(inner, folder, found);
      else if (stats.isFile() && MANIFEST.test(name)) found.paths.push(inner);
      else if (stats.isSymbolicLink() && mayHoldManifests(resolve(folder, inner))) {
        found.problems.push(
          problemOf('link', inner, 'a path must not be a symbolic link, got one that was not followed'),
        );
      }
    } catch (error) {
      found.problems.push(describeFailure(inner, error));
    }
  }
}

/** Whether a link leads to a folder or to a file that would have been read; one that leads nowhere may. */
function mayHoldManifests(path: string): boolean {
  try {
    return MANIFEST.test(path) || statSync(path).isDirectory();
  } catch {
    return true;
  }
}

/** A failure of the file system, told by its code. */
export function describeFailure(path: string, error: unknown): Verdict {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return problemOf('missing', path, 'a path must exist, got nothing there');
  return problemOf('unreadable', path, `a file must be readable, got ${code ?? message}`);
}

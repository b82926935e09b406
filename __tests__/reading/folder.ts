import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readBundles, ReadBundle, ReadOptions } from '../../lib/reading/read-bundles';

/** A folder of its own, with files by their paths. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Reads a folder as it stands. */
export function readFolder(folder: string, options: Partial<ReadOptions> = {}): ReadBundle[] {
  const limits = { fileBytes: 10_000, totalBytes: 100_000 };
  return readBundles({ paths: ['.'], folder, limits, readInput: () => Buffer.alloc(0), ...options });
}

/** Files that are one environment, read. */
export function readOne(
  files: Readonly<Record<string, string | Buffer>>,
  options: Partial<ReadOptions> = {},
): ReadBundle {
  const bundles = readFolder(folderOf(files), options);
  if (bundles.length !== 1 || !bundles[0]) throw new Error(`${bundles.length} environments`);
  return bundles[0];
}

/** `<path> <name>` of every object. */
export const namesOf = ({ objects }: ReadBundle): string[] =>
  objects.map(({ path, manifest }) => `${path} ${manifest.metadata.name}`);

/** `<path>:<line>:<column> <rule>: <message>`, a line for each problem. */
export function problemsOf({ problems }: ReadBundle): string[] {
  return problems.map(({ rule, finding: { subject, position, message } }) => {
    const place = position === undefined ? subject.path : `${subject.path}:${position.line}:${position.column}`;
    return `${place} ${rule.id}: ${message}`;
  });
}

/** A ConfigMap as text. */
export const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

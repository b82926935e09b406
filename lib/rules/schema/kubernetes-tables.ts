import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JUDGED_VERSIONS, minorOf, TABLE_VERSIONS, TableVersion } from './kubernetes-versions';
import { link, Schema, SchemaTable } from './schema';

const FOLDER = join(__dirname, '../../../imports/schemas');

const tables = new Map<string, SchemaTable>();
let customKinds: Readonly<Record<string, Schema>> | undefined;

/**
 * Tables to judge objects of a version by: its own, or the ones on both sides of it. What only one of two tables refuses
 * may be right in a version between them.
 */
export function tablesFor(kubernetes: string | undefined): readonly SchemaTable[] {
  if (kubernetes === undefined) return [tableOf(JUDGED_VERSIONS.last)];
  const wanted = minorOf(kubernetes);
  const below = TABLE_VERSIONS.findLast((version) => minorOf(version) <= wanted);
  const above = TABLE_VERSIONS.find((version) => minorOf(version) >= wanted);
  return [...new Set([below, above])].filter((version) => version !== undefined).map(tableOf);
}

/** Custom resources whose definitions come with this project, by `<apiVersion> <kind>`. */
export function knownCustomResources(): Readonly<Record<string, Schema>> {
  return (customKinds ??= (read('custom-resources.json') as { kinds: Readonly<Record<string, Schema>> }).kinds);
}

function tableOf(version: TableVersion): SchemaTable {
  const known = tables.get(version);
  if (known) return known;
  const { kinds, definitions } = read(`kubernetes-${version}.json`) as Omit<SchemaTable, 'version'>;
  const table = { version, kinds, definitions: link(definitions) };
  tables.set(version, table);
  return table;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

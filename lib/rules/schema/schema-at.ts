import { FieldPath } from '../rule';
import { Schema } from './schema';
import { Schemas } from './schemas';

/** What a kind, as `<apiVersion> <kind>`, says of one of its fields; undefined where it says nothing. */
export function schemaAt(id: string, path: FieldPath, { tables, custom }: Schemas): Schema | undefined {
  const table = tables.find(({ kinds }) => Object.hasOwn(kinds, id));
  if (table) return path.reduce(step, table.definitions[table.kinds[id] ?? '']);
  const metadata = tables[0]?.definitions['meta.v1.ObjectMeta'];
  return path[0] === 'metadata' ? path.slice(1).reduce(step, metadata) : path.reduce(step, custom(id));
}

function step(schema: Schema | undefined, key: string | number): Schema | undefined {
  if (typeof key === 'number') return schema?.items;
  if (schema?.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

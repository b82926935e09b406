import { View } from '../object-index';
import { Manifest } from '../rendered-object';
import { withoutNulls } from '../without-nulls';
import { knownCustomResources, tablesFor } from './kubernetes-tables';
import { Schema, SchemaTable } from './schema';
import { isSoundSchema } from './sound-schema';

/** Everything that is known of the shape of objects. */
export interface Schemas {
  /** Of built-in kinds: one table, or two where the version of the cluster lies between them. */
  readonly tables: readonly SchemaTable[];

  /** Of a custom resource, by `<apiVersion> <kind>`. */
  readonly custom: (id: string) => Schema | undefined;
}

/** Schemas of the cluster's version, of the definitions in the bundle and beside it, and of those that we carry. */
export const schemas: View<Schemas> = ({ objects, facts }) => {
  const definitions = objects.flatMap(({ manifest }) => (isDefinition(manifest) ? [manifest] : []));
  const given = schemasOf([...(facts.definitions ?? []), ...definitions]);
  return { tables: tablesFor(facts.kubernetes), custom: (id) => given.get(id) ?? knownCustomResources()[id] };
};

function isDefinition(manifest: Manifest): boolean {
  return (manifest as Partial<Manifest> | null)?.kind === 'CustomResourceDefinition';
}

/** Schemas that CustomResourceDefinitions carry, by `<apiVersion> <kind>`: each version that is served and can be read. */
export function schemasOf(definitions: readonly Manifest[]): ReadonlyMap<string, Schema> {
  const result = new Map<string, Schema>();
  for (const { kind: own, spec } of definitions.map(withoutNulls)) {
    if (own !== 'CustomResourceDefinition') continue;
    const { group, names, versions } = (spec ?? {}) as Partial<Definition>;
    if (!Array.isArray(versions)) continue;
    for (const version of versions as readonly (Partial<Version> | null)[]) {
      const schema = version?.schema?.openAPIV3Schema;
      if (version?.served === false || !isSoundSchema(schema)) continue;
      result.set(`${String(group)}/${String(version?.name)} ${String(names?.kind)}`, withoutStatus(schema));
    }
  }
  return result;
}

interface Definition {
  readonly group: string;
  readonly names: { readonly kind: string };
  readonly versions: readonly Partial<Version>[];
}

interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema?: unknown };
}

/** What a controller writes is nobody's to write. */
function withoutStatus(schema: Schema): Schema {
  if (schema.properties?.status === undefined) return schema;
  return { ...schema, properties: { ...schema.properties, status: { 'x-kubernetes-preserve-unknown-fields': true } } };
}

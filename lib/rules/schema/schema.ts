/** How a value must look: the part of OpenAPI that descriptions of Kubernetes kinds and of custom resources use. */
export interface Schema {
  /** Name of the definition that this is: `core.v1.Container`. What is written out in a custom resource has none. */
  readonly definition?: string;

  /** @default - anything */
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';

  /** What a string or number means: `quantity`, `byte`, `date-time`, `int32`. */
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];

  /** Shape of every item of a list. */
  readonly items?: Schema;

  /** Shape of every value whose key is not one of `properties`. */
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;

  /** What the server fills in, in schemas that say which fields go together. */
  readonly default?: unknown;

  /** How many fields a map may have. */
  readonly minProperties?: number;
  readonly maxProperties?: number;

  /** What a map must be as well: exactly one of these, at least one, all, and not this. */
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
}

/** Kinds of one version of Kubernetes, as `<apiVersion> <kind>`, and the definitions that they consist of. */
export interface SchemaTable {
  readonly version: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** A schema in a file: where a definition stands again, its name stands for it. */
export type WrittenSchema = Schema | { readonly $ref: string };

/** Puts definitions in place of their names, so that a walk need not look them up. Changes what it is given. */
export function link(definitions: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  for (const [definition, schema] of Object.entries(definitions)) {
    Object.assign(schema, { definition });
    linkParts(schema as Linkable, definitions);
  }
  return definitions;
}

interface Linkable {
  properties?: Record<string, WrittenSchema>;
  items?: WrittenSchema;
  additionalProperties?: WrittenSchema | boolean;
}

function linkParts(schema: Linkable, definitions: Readonly<Record<string, Schema>>): void {
  const linked = (part: WrittenSchema): Schema => {
    if ('$ref' in part) return definitions[part.$ref] ?? {};
    linkParts(part as Linkable, definitions);
    return part;
  };
  const { properties, items, additionalProperties } = schema;
  for (const name in properties) properties[name] = linked(properties[name] ?? {});
  if (items) schema.items = linked(items);
  if (typeof additionalProperties === 'object') schema.additionalProperties = linked(additionalProperties);
}

/** How a value must look: the part of OpenAPI that descriptions of Kubernetes kinds and of custom resources use. */
export interface Schema {
  /** Name of a definition that says the rest. */
  readonly $ref?: string;

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
  readonly nullable?: boolean;
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

/** A schema and the definition that it is, where it is one. */
export interface NamedSchema {
  readonly schema: Schema;

  /** `core.v1.Container`; undefined for what is written out in a custom resource. */
  readonly name: string | undefined;
}

/** What a schema says once its reference is followed. */
export function follow(schema: Schema, { definitions }: Pick<SchemaTable, 'definitions'>): NamedSchema {
  if (schema.$ref === undefined) return { schema, name: undefined };
  return { schema: definitions[schema.$ref] ?? {}, name: schema.$ref };
}

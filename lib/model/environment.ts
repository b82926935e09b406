/** Every environment, in the order of promotion. One word more, and the compiler lists every value still missing. */
export const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;

/** The name of an environment, which is one cluster. */
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** A value that differs by environment. All columns are written out: there is no base and no override. */
export type PerEnv<T> = Readonly<Record<EnvironmentName, T>>;

/** A table as one environment sees it: every `PerEnv` value is replaced by its column. */
export type Column<T> = string extends keyof T ? Columns<T> : T extends PerEnv<infer V> ? V : Columns<T>;

type Columns<T> = T extends object ? { readonly [K in keyof T]: Column<T[K]> } : T;

/** Reads one environment's column out of a table, however deep the `PerEnv` values stand. */
export function column<T>(table: T, environment: EnvironmentName): Column<T> {
  return read(table, environment) as Column<T>;
}

function read(value: unknown, environment: EnvironmentName): unknown {
  if (Array.isArray(value)) return value.map((item) => read(item, environment));
  if (typeof value !== 'object' || value === null) return value;
  if (isPerEnv(value)) return value[environment];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, environment)]));
}

/** Whether a value has one column for each environment, and nothing else. */
export function isPerEnv(value: object): value is PerEnv<unknown> {
  const keys = Object.keys(value);
  return keys.length === ENVIRONMENTS.length && ENVIRONMENTS.every((name) => name in value);
}

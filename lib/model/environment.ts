/**
 * Every environment, in the order of promotion. One word more, and the compiler lists every value still missing: all of
 * them, or those that it may not share, where `LIKE` has it.
 */
export const ENVIRONMENTS = ['dev', 'staging', 'prod'] as const;

/** The name of an environment, which is one cluster. */
export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/**
 * Environments that read another's column wherever a row has none for them: `{ 'prod-us': 'prod' }`. Only one that has
 * every column may be read so.
 */
export const LIKE = {} as const satisfies Partial<Record<EnvironmentName, EnvironmentName>>;

type Likened = keyof typeof LIKE;
type Complete = Exclude<EnvironmentName, Likened>;

const readsInstead: Partial<Record<EnvironmentName, Complete>> = LIKE;

/** A value that differs by environment. Every column is written out, but for the environments of `LIKE`. */
export type PerEnv<T> = Readonly<Record<Complete, T>> & Readonly<Partial<Record<Likened, T>>>;

/** A value that no two clusters may share: environments of `LIKE` have a column, too. */
export type PerCluster<T> = Readonly<Record<EnvironmentName, T>>;

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
  if (isPerEnv(value)) return cell(value, environment);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, environment)]));
}

/** The value of one environment. */
export function cell<T>(values: PerEnv<T>, environment: EnvironmentName): T {
  return (values as PerCluster<T>)[columnOf(values, environment)];
}

/** The column that holds the value of an environment: its own, or that of the environment which it is like. */
export function columnOf(values: PerEnv<unknown>, environment: EnvironmentName): EnvironmentName {
  return environment in values ? environment : (readsInstead[environment] ?? environment);
}

/** Columns of environments that a row does not have and may not leave out. */
export function missingColumns(value: object): EnvironmentName[] {
  return ENVIRONMENTS.filter((name) => !(name in value) && readsInstead[name] === undefined);
}

/** Whether a value has a column for each environment that must have one, and nothing but columns. */
export function isPerEnv(value: object): value is PerEnv<unknown> {
  return (
    missingColumns(value).length === 0 && Object.keys(value).every((key) => ENVIRONMENTS.some((name) => name === key))
  );
}

import { cell, columnOf, EnvironmentName, isPerEnv } from './environment';

/** What is wrong with a row, told to the person who wrote it. */
export interface Problem {
  /** Keys that lead to the row in `config.ts`: `['services', 'order-service', 'scale']`. */
  readonly row: readonly string[];

  /** What must hold, with its numbers: `max must be at least min 6`. */
  readonly rule: string;

  /** The value received. */
  readonly got: unknown;

  /** What to do, where the rule does not already say so. */
  readonly cure?: string | undefined;
}

/** One line: `<row>: <rule>, got <value>; <cure>`, the row with the column of the environment. */
export function formatProblem({ row, rule, got, cure }: Problem, table: object, environment: EnvironmentName): string {
  return `${formatRow(row, table, environment)}: ${rule}, got ${formatValue(got)}${cure === undefined ? '' : `; ${cure}`}`;
}

/** `services.order-service.scale.prod`: the column stands where the table has one. */
function formatRow(row: readonly string[], table: object, environment: EnvironmentName): string {
  let value: unknown = table;
  let path = '';
  for (const key of row) {
    path += formatKey(key);
    value = child(value, key);
    if (typeof value === 'object' && value !== null && isPerEnv(value)) {
      path += `.${columnOf(value, environment)}`;
      value = cell(value, environment);
    }
  }
  return path.replace(/^\./, '');
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function formatKey(key: string): string {
  return /^[\w-]+$/.test(key) ? `.${key}` : `['${key}']`;
}

function formatValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
  const visible = text.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return visible.length > 120 ? `${visible.slice(0, 117)}...` : visible;
}

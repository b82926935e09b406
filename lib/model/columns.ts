import { didYouMean } from './closest';
import { ENVIRONMENTS, isPerEnv, missingColumns } from './environment';
import { Problem } from './problem';

/**
 * Values that have a column for some environments and not for others. The compiler says so first; this is for a synth
 * that nobody compiled.
 */
export function findMissingColumns(table: unknown, row: readonly string[] = []): Problem[] {
  if (typeof table !== 'object' || table === null || isPerEnv(table)) return [];
  const keys = Object.keys(table);
  if (ENVIRONMENTS.some((name) => keys.includes(name))) {
    const missing = missingColumns(table);
    const strangers = keys.filter((key) => !ENVIRONMENTS.some((name) => name === key));
    const cure = strangers.map((key) => didYouMean(key, missing)).find((hint) => hint !== undefined);
    const rule = missing.length === 0 ? 'must have no other column' : `must have a column for ${missing.join(', ')}`;
    return [{ row, rule, got: keys, cure }];
  }
  return Object.entries(table).flatMap(([key, value]) => findMissingColumns(value, [...row, key]));
}

import { Problem } from '../model/problem';
import { Bytes, Resources } from '../model/quantity';
import { findResourceProblems, findStorageProblems } from '../model/resource-problems';
import { findDumpProblems } from './backup-bounds';

/**
 * What is wrong with the amounts of a table, wherever they stand in it: rows `resources` and `storage`, those whose name
 * ends so, and `dumpSize`.
 *
 * @param rows rows of one environment
 * @param row keys that lead to them
 */
export function findAmountProblems(rows: object, row: readonly string[] = []): Problem[] {
  return Object.entries(rows).flatMap(([key, value]: [string, unknown]) => {
    const at = [...row, key];
    if (/resources$/i.test(key)) return findResourceProblems(at, value as Resources);
    if (/storage$/i.test(key)) return findStorageProblems(at, value as Bytes);
    if (key === 'dumpSize') return findDumpProblems(at, value as Bytes);
    return typeof value === 'object' && value !== null ? findAmountProblems(value, at) : [];
  });
}

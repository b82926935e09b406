import { Duration, seconds, trySeconds } from '../model/duration';
import { Problem } from '../model/problem';

/**
 * What is wrong with rows of alerts: times, and bounds of whatever is counted.
 *
 * @param row keys that lead to them
 * @param rows durations by their names, and groups of them; `percent` is a share of a whole, any other number is a count
 * @param scrapeInterval time between two values of a series
 */
export function findLimitProblems(row: readonly string[], rows: object, scrapeInterval: Duration): Problem[] {
  return Object.entries(rows).flatMap(([key, value]: [string, unknown]) => {
    const at = [...row, key];
    if (typeof value === 'object' && value !== null) return findLimitProblems(at, value, scrapeInterval);
    if (typeof value !== 'number') return findTimeProblems(at, value, scrapeInterval);
    return key === 'percent' ? findShareProblems(at, value) : findBoundProblems(at, value);
  });
}

function findTimeProblems(row: readonly string[], got: unknown, scrapeInterval: Duration): Problem[] {
  if ((trySeconds(String(got)) ?? 0) > seconds(scrapeInterval)) return [];
  const rule = `must be a time longer than the ${scrapeInterval} between two scrapes, such as '5m'`;
  return [{ row, rule, got, cure: 'a single value that is lost or late would alert somebody' }];
}

function findShareProblems(row: readonly string[], got: number): Problem[] {
  if (Number.isInteger(got) && got >= 1 && got <= 99) return [];
  return [{ row, rule: 'must be a whole number from 1 to 99', got, cure: 'write 5 for a twentieth' }];
}

function findBoundProblems(row: readonly string[], got: number): Problem[] {
  if (Number.isInteger(got) && got >= 1) return [];
  return [{ row, rule: 'must be a whole number from 1', got }];
}

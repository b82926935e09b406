import { Problem } from './problem';
import { Resources, tryBytes, tryMillicores } from './quantity';

/** What is wrong with requests and limits: no quantity, nothing at all, or more asked for than allowed. */
export function findResourceProblems(row: readonly string[], { requests, limits }: Resources): Problem[] {
  return [
    ...compare([...row, 'requests', 'cpu'], requests.cpu, limits.cpu, tryMillicores, 'CPU such as 250m or 2'),
    ...compare([...row, 'requests', 'memory'], requests.memory, limits.memory, tryBytes, 'memory such as 512Mi or 2Gi'),
  ];
}

function compare(
  row: readonly string[],
  request: string,
  limit: string,
  read: (quantity: string) => number | undefined,
  what: string,
): Problem[] {
  const limitRow = row.with(-2, 'limits');
  const asked = read(request);
  const allowed = read(limit);
  const problems = [
    ...(asked ? [] : [{ row, rule: `must be an amount of ${what}`, got: request }]),
    ...(allowed ? [] : [{ row: limitRow, rule: `must be an amount of ${what}`, got: limit }]),
  ];
  if (!asked || !allowed || asked <= allowed) return problems;
  return [{ row, rule: `must be at most limits ${limit}`, got: request, cure: 'lower it or raise the limit' }];
}

/** What is wrong with an amount of storage. */
export function findStorageProblems(row: readonly string[], size: string): Problem[] {
  return tryBytes(size) ? [] : [{ row, rule: 'must be an amount of storage such as 50Gi', got: size }];
}

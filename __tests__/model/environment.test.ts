import { cell, column, columnOf, isPerEnv, missingColumns } from '../../lib/model/environment';

test('a column is read out of a table, however deep', () => {
  const table = {
    a: { dev: 1, staging: 2, prod: 3 },
    b: { c: [{ dev: 'x', staging: 'y', prod: 'z' }], d: 'same' },
  };
  expect(column(table, 'staging')).toEqual({ a: 2, b: { c: ['y'], d: 'same' } });
});

test.each([
  [{ dev: 1, staging: 2, prod: 3 }, true],
  [{ dev: 1, prod: 3 }, false],
  [{ dev: 1, staging: 2, prod: 3, other: 4 }, false],
  [{}, false],
])('%j has a column for each environment: %s', (value, expected) => {
  expect(isPerEnv(value)).toBe(expected);
});

test('an environment that is like no other reads its own column, and misses it where there is none', () => {
  const values = { dev: 1, staging: 2, prod: 3 };
  expect([cell(values, 'dev'), columnOf(values, 'prod')]).toEqual([1, 'prod']);
  expect(missingColumns({ dev: 1, prod: 3 })).toEqual(['staging']);
  expect(missingColumns(values)).toEqual([]);
});

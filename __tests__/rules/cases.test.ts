import { rules } from '../../lib/rules';
import { cases } from './cases';
import { brokenBy, brokenByText, brokenByMutation } from './cases/broken-by';
import { realBundle, realWaivers } from './cases/real-bundle';
import { RuleCase } from './cases/rule-case';

const ids = rules.map(({ id }) => id);

const caseOf = (id: string): RuleCase => {
  const found = cases[id];
  if (!found) throw new Error(`rule ${id} has no case; add it to __tests__/rules/cases`);
  return found;
};

/** A malformed example would break nothing but the schema: no other rule reads it. */
const isAbout = (broken: string, id: string): boolean => broken === id || broken.startsWith('schema/');

test('every rule has a case, and every case a rule', () => {
  expect(Object.keys(cases).sort()).toEqual([...ids].sort());
});

test('our own bundle breaks no rule', () => {
  expect(brokenBy(realBundle(), realWaivers(ids))).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  test('the mistake, written by hand, is found', () => {
    expect(brokenByText(caseOf(id).wrong, caseOf(id))).toContain(id);
  });

  test('the same lines, mended, are not', () => {
    expect(brokenByText(caseOf(id).right, caseOf(id)).filter((broken) => isAbout(broken, id))).toEqual([]);
  });

  test('the mistake in our own bundle is found, and nothing else', () => {
    const { also = [] } = caseOf(id);
    expect(brokenByMutation(caseOf(id))).toEqual([id, ...also].sort());
  });
});

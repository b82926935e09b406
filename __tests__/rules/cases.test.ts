import { rules } from '../../lib/rules';
import { judge } from '../../lib/rules/judge';
import { ObjectIndex } from '../../lib/rules/object-index';
import { cases } from './cases';
import { objectsIn, realBundle } from './cases/real-bundle';
import { RuleCase } from './cases/rule-case';

const ids = rules.map(({ id }) => id);

/** Ids of the rules that a bundle breaks, each once. */
const brokenBy = (index: ObjectIndex) => [...new Set(judge(index, rules).verdicts.map(({ rule }) => rule.id))].sort();

function brokenByText(text: string, { facts, path = 'example.yaml' }: RuleCase): string[] {
  const files = [{ path, text }];
  return brokenBy(new ObjectIndex(objectsIn(files), facts, files));
}

const caseOf = (id: string): RuleCase => {
  const found = cases[id];
  if (!found) throw new Error(`rule ${id} has no case; add it to __tests__/rules/cases`);
  return found;
};

test('every rule has a case, and every case a rule', () => {
  expect(Object.keys(cases).sort()).toEqual([...ids].sort());
});

test('our own bundle breaks no rule', () => {
  expect(brokenBy(realBundle())).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  test('the mistake, written by hand, is found', () => {
    expect(brokenByText(caseOf(id).wrong, caseOf(id))).toContain(id);
  });

  test('the same lines, mended, are not', () => {
    expect(brokenByText(caseOf(id).right, caseOf(id))).not.toContain(id);
  });

  test('the mistake in our own bundle is found, and nothing else', () => {
    const { mutate, also = [] } = caseOf(id);
    expect(brokenBy(realBundle(mutate))).toEqual([id, ...also].sort());
  });
});

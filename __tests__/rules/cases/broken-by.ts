import { rules } from '../../../lib/rules';
import { judge } from '../../../lib/rules/judge';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Waiver } from '../../../lib/rules/waivers';
import { filesIn, objectsIn, realBundle, realWaivers } from './real-bundle';
import { RuleCase } from './rule-case';

/** Ids of the rules that a bundle breaks, each once. */
export function brokenBy(index: ObjectIndex, waivers: readonly Waiver[] = []): string[] {
  return [...new Set(judge(index, rules, waivers).verdicts.map(({ rule }) => rule.id))].sort();
}

/** Ids of the rules that a text breaks. */
export function brokenByText(text: string, { facts, path }: RuleCase): string[] {
  const files = filesIn(text, path);
  return brokenBy(new ObjectIndex(objectsIn(files), facts, files));
}

/** Ids of the rules that our own bundle breaks once the mistake of a case is in it. */
export function brokenByMutation({ mutate }: RuleCase): string[] {
  return brokenBy(realBundle(mutate), realWaivers(rules.map(({ id }) => id)));
}

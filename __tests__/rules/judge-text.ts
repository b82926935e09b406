import { EnvironmentFacts } from '../../lib/rules/environment-facts';
import { ObjectIndex } from '../../lib/rules/object-index';
import { formatField, Rule } from '../../lib/rules/rule';
import { objectsIn } from './cases/real-bundle';

/** What a rule says of files, field by field, without what it says of the cure. */
export function judgeFiles(
  rule: Rule,
  texts: Readonly<Record<string, string>>,
  facts: EnvironmentFacts = {},
): string[] {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return [...rule.judge(new ObjectIndex(objectsIn(files), facts, files))].map(({ at, message }) =>
    at === undefined ? message : `${formatField(at)}: ${message}`,
  );
}

/** What a rule says of one file. */
export const judgeText = (rule: Rule, text: string, facts: EnvironmentFacts = {}): string[] =>
  judgeFiles(rule, { 'example.yaml': text }, facts);

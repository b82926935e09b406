import { createColors } from 'picocolors';
import { didYouMean } from '../model/closest';
import { Rule } from '../rules/rule';
import { TextStyle } from './format-text';
import { wrap } from './wrap';

/** Everything that there is to say of one rule. */
export function explain(rule: Rule, { isColored, columns }: TextStyle): string {
  const colors = createColors(isColored);
  const width = Math.min(Math.max(columns, 40), 120);
  const part = (name: string, text: string) => wrap(text, width, `${name.padEnd(9)}`);
  return [
    `${colors.bold(rule.id)} (${rule.severity})`,
    wrap(rule.title, width, ''),
    '',
    part('why', rule.why),
    part('cure', rule.cure),
    part('sources', rule.sources.join(', ')),
    '',
  ].join('\n');
}

/** What to answer where there is no such rule. */
export function describeUnknown(option: string, name: string, known: readonly string[]): string {
  const hint = didYouMean(name, known) ?? 'docs/rules.md lists them';
  return `${option}: no rule or family named '${name}'; ${hint}`;
}

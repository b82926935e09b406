import { ObjectIndex } from '../../lib/rules/object-index';
import { RenderedObject } from '../../lib/rules/rendered-object';
import { formatField, Rule } from '../../lib/rules/rule';

/** What a rule says of objects, field by field, without what it says of the cure. */
export const messagesOf = (rule: Rule, objects: readonly RenderedObject[]): string[] =>
  [...rule.judge(new ObjectIndex(objects))].map(({ at, message }) =>
    at === undefined || at[0] === 'metadata' ? message : `${formatField(at)}: ${message}`,
  );

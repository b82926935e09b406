import { podSecurity } from '../../../lib/rules/pod-security';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { messagesOf } from '../messages-of';

const ruleOf = (name: string) => {
  const rule = podSecurity.rules.find(({ id }) => id === `pod-security/${name}`);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule;
};

/** What a rule of the family says of objects. */
export const judge = (name: string, ...objects: RenderedObject[]) => messagesOf(ruleOf(name), objects);

import { ObjectIndex } from '../object-index';

/** What another object, or a pod, needs to be there. */
export interface Wanted {
  readonly kind: string;

  /** Undefined for what stands in none, or where the object that asks does not say its own. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Whether the facts of the environment say that somebody else makes it. */
export function isProvided({ facts }: ObjectIndex, { kind, namespace, name }: Wanted): boolean {
  return (facts.provided ?? []).some((pattern) => {
    const [patternKind, target = '*'] = pattern.trim().split(/\s+/);
    if (patternKind !== kind) return false;
    const slash = target.indexOf('/');
    const inNamespace = slash < 0 || namespace === undefined || matches(target.slice(0, slash), namespace);
    return inNamespace && matches(target.slice(slash + 1), name);
  });
}

/** Whether a text is what a pattern says, `*` for any run of characters. */
function matches(pattern: string, value: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return value === first;
  if (!value.startsWith(first)) return false;
  let from = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = value.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return value.length - last.length >= from && value.endsWith(last);
}

import { Problem } from './problem';

/** Longest name of a component: its pods add 16 characters, and their host names are labels of 63. */
export const MAX_NAME_LENGTH = 47;

/** What is wrong with the name of a component, which becomes the name of its objects. */
export function findNameProblem(row: readonly string[], name: string): Problem[] {
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) {
    return [{ row, rule: 'name must be a DNS label (a-z, 0-9, -) that starts with a letter', got: name }];
  }
  if (name.length <= MAX_NAME_LENGTH) return [];
  const rule = `name must have at most ${MAX_NAME_LENGTH} characters (its pods add 16)`;
  return [{ row, rule, got: `${name} (${name.length})` }];
}

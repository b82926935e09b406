import { argoCd } from './argo-cd';
import { identity } from './identity';
import { monitoring } from './monitoring';
import { podSecurity } from './pod-security';
import { recovery } from './recovery';
import { Family, Rule } from './rule';
import { yaml } from './yaml';

/** Every family of rules, in the order in which a reader wants to hear of them. */
export const families: readonly Family[] = [yaml, identity, podSecurity, argoCd, monitoring, recovery];

/** Every rule that a bundle must pass before anything of it is written. */
export const rules: readonly Rule[] = families.flatMap((family) => family.rules);

import { argoCd } from './argo-cd';
import { availability } from './availability';
import { identity } from './identity';
import { jobs } from './jobs';
import { network } from './network';
import { podSecurity } from './pod-security';
import { references } from './references';
import { Family, Rule } from './rule';
import { schema } from './schema';
import { yaml } from './yaml';

/** Every family of rules, in the order in which a reader wants to hear of them. */
export const families: readonly Family[] = [
  yaml,
  schema,
  identity,
  references,
  network,
  podSecurity,
  availability,
  jobs,
  argoCd,
];

/** Every rule that a bundle must pass before anything of it is written. */
export const rules: readonly Rule[] = families.flatMap((family) => family.rules);

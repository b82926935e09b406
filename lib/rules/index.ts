import { argoCd } from './argo-cd';
import { availability } from './availability';
import { exposure } from './exposure';
import { identity } from './identity';
import { jobs } from './jobs';
import { messaging } from './messaging';
import { network } from './network';
import { podSecurity } from './pod-security';
import { rbac } from './rbac';
import { references } from './references';
import { Family, Rule } from './rule';
import { runtimeSettings } from './runtime-settings';
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
  rbac,
  exposure,
  availability,
  jobs,
  messaging,
  runtimeSettings,
  argoCd,
];

/** Every rule that a bundle must pass before anything of it is written. */
export const rules: readonly Rule[] = families.flatMap((family) => family.rules);

import { argoCd } from './argo-cd';
import { exposure } from './exposure';
import { identity } from './identity';
import { messaging } from './messaging';
import { podSecurity } from './pod-security';
import { rbac } from './rbac';
import { Family, Rule } from './rule';
import { runtimeSettings } from './runtime-settings';
import { yaml } from './yaml';

/** Every family of rules, in the order in which a reader wants to hear of them. */
export const families: readonly Family[] = [
  yaml,
  identity,
  podSecurity,
  rbac,
  exposure,
  messaging,
  runtimeSettings,
  argoCd,
];

/** Every rule that a bundle must pass before anything of it is written. */
export const rules: readonly Rule[] = families.flatMap((family) => family.rules);

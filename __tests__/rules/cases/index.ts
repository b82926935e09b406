import { argoCdCases } from './argo-cd';
import { identityCases } from './identity';
import { networkCases } from './network';
import { podSecurityCases } from './pod-security';
import { RuleCase } from './rule-case';
import { schemaCases } from './schema';
import { yamlCases } from './yaml';

/** How to see each rule work, by its id. */
export const cases: Readonly<Record<string, RuleCase>> = {
  ...yamlCases,
  ...schemaCases,
  ...identityCases,
  ...podSecurityCases,
  ...networkCases,
  ...argoCdCases,
};

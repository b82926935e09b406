import { argoCdCases } from './argo-cd';
import { identityCases } from './identity';
import { monitoringCases } from './monitoring';
import { podSecurityCases } from './pod-security';
import { recoveryCases } from './recovery';
import { RuleCase } from './rule-case';
import { yamlCases } from './yaml';

/** How to see each rule work, by its id. */
export const cases: Readonly<Record<string, RuleCase>> = {
  ...yamlCases,
  ...identityCases,
  ...podSecurityCases,
  ...argoCdCases,
  ...monitoringCases,
  ...recoveryCases,
};

import { argoCdCases } from './argo-cd';
import { exposureCases } from './exposure';
import { identityCases } from './identity';
import { messagingCases } from './messaging';
import { podSecurityCases } from './pod-security';
import { rbacCases } from './rbac';
import { RuleCase } from './rule-case';
import { runtimeSettingsCases } from './runtime-settings';
import { yamlCases } from './yaml';

/** How to see each rule work, by its id. */
export const cases: Readonly<Record<string, RuleCase>> = {
  ...yamlCases,
  ...identityCases,
  ...podSecurityCases,
  ...rbacCases,
  ...exposureCases,
  ...messagingCases,
  ...runtimeSettingsCases,
  ...argoCdCases,
};

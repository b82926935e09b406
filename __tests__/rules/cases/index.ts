import { argoCdCases } from './argo-cd';
import { availabilityCases } from './availability';
import { connectionCases } from './connections';
import { exposureCases } from './exposure';
import { identityCases } from './identity';
import { jobsCases } from './jobs';
import { messagingCases } from './messaging';
import { networkCases } from './network';
import { podSecurityCases } from './pod-security';
import { rbacCases } from './rbac';
import { referencesCases } from './references';
import { RuleCase } from './rule-case';
import { runtimeSettingsCases } from './runtime-settings';
import { schemaCases } from './schema';
import { yamlCases } from './yaml';

/** How to see each rule work, by its id. */
export const cases: Readonly<Record<string, RuleCase>> = {
  ...yamlCases,
  ...schemaCases,
  ...identityCases,
  ...referencesCases,
  ...connectionCases,
  ...podSecurityCases,
  ...networkCases,
  ...availabilityCases,
  ...jobsCases,
  ...rbacCases,
  ...exposureCases,
  ...messagingCases,
  ...runtimeSettingsCases,
  ...argoCdCases,
};

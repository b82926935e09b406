import { argoCdCases } from './argo-cd';
import { availabilityCases } from './availability';
import { schedulingCases } from './scheduling';
import { connectionCases } from './connections';
import { exposureCases } from './exposure';
import { gatewayCases } from './gateways';
import { identityCases } from './identity';
import { jobsCases } from './jobs';
import { messagingCases } from './messaging';
import { monitoringCases } from './monitoring';
import { networkCases } from './network';
import { networkPolicyCases } from './network-policies';
import { podReferenceCases } from './pod-references';
import { podSecurityCases } from './pod-security';
import { rbacCases } from './rbac';
import { recoveryCases } from './recovery';
import { referencesCases } from './references';
import { RuleCase } from './rule-case';
import { runtimeSettingsCases } from './runtime-settings';
import { schemaCases } from './schema';
import { schemaValueCases } from './schema-values';
import { yamlCases } from './yaml';

/** How to see each rule work, by its id. */
export const cases: Readonly<Record<string, RuleCase>> = {
  ...yamlCases,
  ...schemaCases,
  ...schemaValueCases,
  ...identityCases,
  ...referencesCases,
  ...podReferenceCases,
  ...connectionCases,
  ...gatewayCases,
  ...podSecurityCases,
  ...networkCases,
  ...networkPolicyCases,
  ...availabilityCases,
  ...schedulingCases,
  ...jobsCases,
  ...rbacCases,
  ...exposureCases,
  ...messagingCases,
  ...runtimeSettingsCases,
  ...argoCdCases,
  ...monitoringCases,
  ...recoveryCases,
};

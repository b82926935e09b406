import { Family } from '../rule';
import { admitted } from './admitted';
import { addedCapabilities, hostPorts, privileged, probeHosts, procMount } from './baseline-container';
import { appArmor, hostNamespaces, hostPath, hostProcess, safeSysctls, seccompOn, seLinux } from './baseline-pod';
import { restrictedRule } from './control';
import { noHostAliases, noSsh, numericUser, readOnlyRoot } from './hardening';
import { imageFrozen, imageGone, imageTags, pullPolicy } from './images';
import { namespaceLevels } from './namespace-levels';
import { memoryLimits, requests, sizedScratch } from './resources';
import { restrictedControls } from './restricted';
import { noSecretArguments } from './secret-arguments';
import { noSecrets, noSecretValues } from './secret-values';
import { serviceLinks } from './service-links';
import { tokenMounts } from './token-mounts';

export const podSecurity: Family = {
  name: 'pod-security',
  title: 'Pods may do what they need, and secrets stay secret',
  rules: [
    ...[noSecrets, noSecretValues, noSecretArguments],
    ...[admitted, namespaceLevels],
    ...[privileged, hostNamespaces, hostProcess, hostPath, hostPorts, addedCapabilities, procMount, probeHosts],
    ...[safeSysctls, appArmor, seLinux, seccompOn],
    ...restrictedControls.map(restrictedRule),
    ...[readOnlyRoot, numericUser, tokenMounts, serviceLinks, noSsh, noHostAliases],
    ...[imageTags, pullPolicy, imageGone, imageFrozen],
    ...[requests, memoryLimits, sizedScratch],
  ],
};

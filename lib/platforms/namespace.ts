import { Construct } from 'constructs';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Environment } from '../environments/environment';
import { Bytes, Cpu, Resources } from '../model/quantity';
import { dnsOf, meshOf } from './cluster-facts';

/** Bounds that every namespace has. */
export interface NamespaceRows {
  /** Room beyond the largest scale of the workloads in it, in whole percent. */
  readonly quotaHeadroomPercent: number;

  /** Requests and limits of a container that states none: somebody's debug pod, never one of ours. */
  readonly containerDefaults: Resources;

  /** Largest limits that one container may ask for. */
  readonly containerMax: { readonly cpu: Cpu; readonly memory: Bytes };
}

export const namespaceBounds: NamespaceRows = {
  quotaHeadroomPercent: 10,
  containerDefaults: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
  containerMax: { cpu: '4', memory: '8Gi' },
};

/** Defines a namespace as every platform has them. */
export function defineNamespace(scope: Construct, name: string, environment: Environment): PlatformNamespace {
  const mesh = meshOf(environment);
  return new PlatformNamespace(scope, name, {
    ...namespaceBounds,
    dns: dnsOf(environment),
    podSecurityVersion: environment.kubernetesMinor,
    readers: environment.readers,
    ...(mesh && { mesh }),
  });
}

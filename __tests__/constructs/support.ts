import { Chart, Testing } from 'cdk8s';
import { PlatformNamespace } from '../../lib/constructs/platform-namespace';
import { Timing, Timings } from '../../lib/constructs/pods/probe';
import { Resources } from '../../lib/model/quantity';
import { Manifest } from '../../lib/rules/rendered-object';

/** Requests and limits of a container in tests. */
export const SMALL: Resources = { requests: { cpu: '100m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } };

const timing: Timing = { period: '10s', timeout: '2s', failures: 3 };

/** How often a server is asked in tests. */
export const TIMINGS: Timings = { startup: timing, readiness: timing, liveness: timing };

/** A namespace of a chart in tests. */
export function namespaceIn(chart: Chart, name = 'data'): PlatformNamespace {
  return new PlatformNamespace(chart, name, {
    dns: {
      peer: { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
      after: [],
    },
    podSecurityVersion: 'v1.28',
    quotaHeadroomPercent: 10,
    containerDefaults: SMALL,
    containerMax: { cpu: '4', memory: '8Gi' },
    readers: [],
  });
}

/** Renders a chart, and finds its objects by kind and, where there are several, by name. */
export function objectsOf(chart: Chart) {
  const manifests = Testing.synth(chart) as Manifest[];
  return (kind: string, name?: string): Manifest => {
    const found = manifests.find(
      (manifest) => manifest.kind === kind && (name === undefined || manifest.metadata.name === name),
    );
    if (!found) throw new Error(`no ${kind} ${name ?? ''} in ${manifests.map((manifest) => manifest.kind).join(', ')}`);
    return found;
  };
}

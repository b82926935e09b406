import { Chart } from 'cdk8s';
import { load } from 'js-yaml';
import { PlatformNamespace } from '../../../lib/constructs/platform-namespace';
import { SinglePodProps } from '../../../lib/constructs/workloads/single-pod';
import { SignalStoreProps } from '../../../lib/constructs/observability/signal-store';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { fixed } from '../../../lib/model/scale';
import { objectsOf, SMALL, TIMINGS } from '../support';

/** What every program needs, but for its namespace and image. */
export const PROGRAM: Omit<SinglePodProps, 'namespace' | 'image'> = {
  user: 10_001,
  resources: SMALL,
  probes: TIMINGS,
  terminationGrace: '30s',
  priorityClassName: 'platform',
  minReady: '5s',
  progressDeadline: '120s',
};

/** What every store needs, but for its namespace and image. */
export const STORE: Omit<SignalStoreProps, 'namespace' | 'image'> = {
  user: 10_001,
  group: 10_001,
  resources: SMALL,
  storage: '100Gi',
  storageClassName: 'ssd',
  retention: '7d',
  scratch: '64Mi',
  probes: TIMINGS,
  minReady: '10s',
  terminationGrace: '60s',
  priorityClassName: 'data',
  clusterDomain: 'cluster.local',
};

/** A server to connect to. */
export function serverIn(namespace: PlatformNamespace, name: string): StatelessWorkload {
  return new StatelessWorkload(namespace, name, {
    namespace,
    component: 'server',
    scale: fixed(1),
    minReady: '0s',
    progressDeadline: '60s',
    pod: { user: 1, group: 1, terminationGrace: '1s', priorityClassName: 'platform', containers: [] },
  });
}

/** Parses a YAML file of a ConfigMap. */
export function fileOf(chart: Chart, configMap: string, key = 'config.yaml'): unknown {
  return load(textOf(chart, configMap, key));
}

/** A file of a ConfigMap. */
export function textOf(chart: Chart, configMap: string, key: string): string {
  const { data } = objectsOf(chart)('ConfigMap', configMap) as unknown as { data: Record<string, string> };
  return data[key] ?? '';
}

/** What a pod template is made of, as far as tests ask. */
export interface Template {
  readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
  readonly spec: {
    readonly automountServiceAccountToken: boolean;
    readonly containers: readonly [
      {
        readonly args: readonly string[];
        readonly env: readonly { readonly name: string; readonly value?: string }[];
        readonly volumeMounts: readonly { readonly mountPath: string }[];
      },
    ];
  };
}

/** The pod template of a workload. */
export function templateOf(chart: Chart, kind: 'Deployment' | 'StatefulSet', name: string): Template {
  return (objectsOf(chart)(kind, name).spec as { template: Template }).template;
}

/** Variables of a pod's first container that are written out. */
export const settingsOf = ({ spec }: Template): Readonly<Record<string, string>> =>
  Object.fromEntries(spec.containers[0].env.map(({ name, value }) => [name, value ?? '']));

import { Chart } from 'cdk8s';
import { Endpoint } from '../../../lib/constructs/workloads/endpoint';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { ScriptJobProps } from '../../../lib/constructs/workloads/script-job';
import { fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf, SMALL } from '../support';

/** Everything that a Job with Temporal's tools needs, but for its namespace. */
export const TOOL: Required<Omit<ScriptJobProps, 'namespace'>> = {
  image: 'temporalio/admin-tools:1.31.2',
  user: 1000,
  resources: SMALL,
  priorityClassName: 'platform',
  terminationGrace: '30s',
  backoffLimit: 4,
  deadline: '1800s',
  wait: '300s',
  pause: '5s',
  callTimeout: '10s',
  scratch: '16Mi',
};

/** Times of a Job that contradict each other, and what is said about them. */
export const TOOL_PROBLEMS: readonly [Partial<ScriptJobProps>, string][] = [
  [{ wait: '1800s' }, 'wait must be shorter than deadline 1800s, got 1800s'],
  [{ pause: '0s' }, 'pause must be at least 1s, got 0s'],
  [{ callTimeout: '300s' }, 'callTimeout must be shorter than wait 300s, got 300s'],
];

/** A server of a chart, as somebody to connect to. */
export function serverIn(chart: Chart, id: string, port: number): Endpoint {
  const server = new StatelessWorkload(chart, id, {
    namespace: namespaceIn(chart, `${id}-space`),
    component: 'server',
    scale: fixed(1),
    minReady: '0s',
    progressDeadline: '60s',
    pod: { user: 1, group: 1, terminationGrace: '1s', priorityClassName: 'platform', containers: [] },
  });
  return server.endpoint(port);
}

/** What a pod is made of, as far as tests ask. */
export interface PodSpec {
  readonly securityContext: object;
  readonly containers: readonly [Container];
  readonly volumes: readonly object[];
}

interface Container {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports: readonly object[];
  readonly volumeMounts: readonly object[];
}

/** The pod of a Job or a Deployment. */
export function podOf(chart: Chart, kind: 'Job' | 'Deployment', name?: string): PodSpec {
  return (objectsOf(chart)(kind, name).spec as { template: { spec: PodSpec } }).template.spec;
}

/** Variables of a pod that are written out. */
export function settingsOf({ containers: [{ env }] }: PodSpec): Readonly<Record<string, string>> {
  return Object.fromEntries(env.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

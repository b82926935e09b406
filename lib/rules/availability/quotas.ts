import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { Container, PodSpec } from '../views/pod-spec';
import { PodTemplate, podTemplates } from '../views/pods';
import { amountOf } from '../views/quantities';
import { rollout, Workload, workloads } from '../views/scale';
import { grouped } from '../views/grouped';
import { tree } from '../views/tree';

/** Pods of a namespace fit into its quota, while one of them is updated as well. */
export const quotaFits: Rule = {
  id: 'availability/quota-fits',
  title: 'A quota has room for all pods at their most, and for an update of one workload',
  severity: 'error',
  why: 'The server refuses the pods that come last: an update stops half-way, or an autoscaler scales to nothing.',
  cure: 'raise the quota, or lower requests, limits or replicas',
  sources: ['L72', 'V36', 'Kubernetes: resource quotas'],
  judge: findTightQuotas,
};

/** What a pod takes of something that a quota counts. */
type Measure = (spec: PodSpec) => number;

const MEASURES: Readonly<Record<string, Measure>> = {
  pods: () => 1,
  'requests.cpu': (spec) => podAmount(spec, 'requests', 'cpu'),
  'requests.memory': (spec) => podAmount(spec, 'requests', 'memory'),
  'limits.cpu': (spec) => podAmount(spec, 'limits', 'cpu'),
  'limits.memory': (spec) => podAmount(spec, 'limits', 'memory'),
  cpu: (spec) => podAmount(spec, 'requests', 'cpu'),
  memory: (spec) => podAmount(spec, 'requests', 'memory'),
};

function* findTightQuotas(index: ObjectIndex): Iterable<Finding> {
  const pods = grouped(index.view(podTemplates), ({ namespace }) => namespace);
  const rolling = grouped(index.view(workloads), ({ pod }) => pod.namespace);
  for (const subject of index.ofKind('ResourceQuota')) {
    const { hard, scopes, scopeSelector } = tree(subject.manifest['spec']);
    if (scopes !== undefined || scopeSelector !== undefined) continue;
    const { namespace } = subject.manifest.metadata;
    for (const [resource, value] of Object.entries(tree(hard))) {
      const measure = MEASURES[resource];
      const limit = amountOf(value);
      if (measure === undefined || limit === undefined) continue;
      const peak = peakOf(index, pods.get(namespace) ?? [], rolling.get(namespace) ?? [], measure);
      // Millionths are lost in sums of thousandths.
      if (peak <= limit * (1 + 1e-9)) continue;
      const message = `${resource} of the quota must be at least ${formatAmount(peak, resource)}, got ${String(value)}`;
      yield { subject, at: ['spec', 'hard', resource], message };
    }
  }
}

/** All pods at their most, and those that the largest update adds. Pods on every node count where nodes are known. */
function peakOf(
  { facts }: ObjectIndex,
  pods: readonly PodTemplate[],
  rolling: readonly Workload[],
  measure: Measure,
): number {
  const counts = new Map(rolling.map(({ pod, max }) => [pod, max]));
  const rest = pods.reduce(
    (sum, pod) => sum + measure(pod.spec) * (counts.get(pod) ?? countOf(pod.owner, facts.nodes?.count)),
    0,
  );
  return rest + Math.max(0, ...rolling.map((workload) => (rollout(workload)?.surge ?? 0) * measure(workload.pod.spec)));
}

function countOf({ manifest }: RenderedObject, nodes: number | undefined): number {
  const { parallelism, suspend } = tree(manifest['spec']);
  if (manifest.kind === 'DaemonSet') return nodes ?? 0;
  if (suspend === true) return 0;
  return manifest.kind === 'Job' ? Number(parallelism ?? 1) : 1;
}

/** As Kubernetes counts it: all containers and sidecars together, or an init container that needs more. */
function podAmount(
  { containers = [], initContainers = [] }: PodSpec,
  list: 'requests' | 'limits',
  name: string,
): number {
  const read = ({ resources }: Container): number => {
    const own = resources?.[list]?.[name] ?? (list === 'requests' ? resources?.limits?.[name] : undefined);
    return amountOf(own) ?? 0;
  };
  let sidecars = 0;
  let peak = 0;
  for (const container of initContainers) {
    peak = Math.max(peak, sidecars + read(container));
    if (container.restartPolicy === 'Always') sidecars += read(container);
  }
  return Math.max(
    peak,
    containers.reduce((sum, container) => sum + read(container), sidecars),
  );
}

function formatAmount(amount: number, resource: string): string {
  if (resource.endsWith('memory')) return `${Math.ceil(amount / 2 ** 20)}Mi`;
  return resource.endsWith('cpu') && !Number.isInteger(amount) ? `${Math.ceil(amount * 1000)}m` : `${amount}`;
}

import { kubectl } from './applied';
import { Cluster, expectSoon } from './cluster';
import { findWaiting, nameOf, podsOf } from './cluster-pods';
import { Finished } from './harness/command';
import { Live } from './harness/api-server';

/** Names of the nodes that there are. */
export async function nodesIn({ api }: Cluster): Promise<string[]> {
  return (await api.list('/api/v1/nodes')).map(({ metadata }) => metadata.name);
}

/** Asks every pod of a node to leave, as budgets allow, for as long as given. */
export function drain({ kubernetes }: Cluster, node: string, within = '120s'): Promise<Finished> {
  const options = ['--ignore-daemonsets', '--delete-emptydir-data', `--timeout=${within}`];
  return kubectl(kubernetes, [], 'drain', node, ...options);
}

/** Drains a node, waits until what ran there runs elsewhere, and opens it again. */
export async function drainAndReturn(cluster: Cluster, node: string): Promise<void> {
  const { code, stderr } = await drain(cluster, node);
  if (code !== 0) throw new Error(`${node} must be drained, got ${code}\n${stderr}`);
  await expectSoon(`what ran on ${node} runs elsewhere`, 90_000, async () => {
    const left = (await podsOf(cluster)).filter(({ spec }) => spec.nodeName === node).map(nameOf);
    return [...left, ...(await findWaiting(cluster))];
  });
  await cluster.kubernetes.kubectl(['uncordon', node]);
}

/** The node with the most pods. */
export async function fullestNode(cluster: Cluster): Promise<string> {
  const counts = new Map<string, number>();
  for (const { spec } of await podsOf(cluster)) counts.set(spec.nodeName, (counts.get(spec.nodeName) ?? 0) + 1);
  const [first] = [...counts].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

/** The nodes that may fail at once: those of a zone where there are several, and one node where there is one zone. */
export async function nodesThatFailTogether({ api }: Cluster): Promise<string[]> {
  const nodes = await api.list('/api/v1/nodes');
  const [first] = nodes;
  const together = nodes.filter((node) => zoneOf(node) === zoneOf(first));
  return (together.length < nodes.length ? together : [first]).map(({ metadata }) => metadata.name);
}

/** Takes nodes away, as when their power fails. Nothing is asked of their pods. */
export async function removeNodes({ api }: Cluster, nodes: readonly string[]): Promise<void> {
  for (const node of nodes) await api.remove(`/api/v1/nodes/${node}`);
}

/** Pods that can run nowhere: their volumes stand in a zone that has no nodes. */
export async function findStuck(cluster: Cluster): Promise<string[]> {
  const { api } = cluster;
  const zones = new Set((await api.list('/api/v1/nodes')).map(zoneOf));
  const volumes = (await api.list('/api/v1/persistentvolumes')).filter((volume) => !zones.has(zoneOfVolume(volume)));
  const claims = new Set(volumes.map(({ spec }) => nameIn(spec.claimRef)));
  const isStuck = ({ metadata: { namespace }, spec: { volumes: own = [] } }: Live) =>
    own.some(
      ({ persistentVolumeClaim: claim }: Live) => claim && claims.has(nameIn({ namespace, name: claim.claimName })),
    );
  return (await podsOf(cluster)).filter(isStuck).map(nameOf).sort();
}

/** Stores of several members of which not more than half are ready: they have no quorum. */
export async function findMinorities({ api }: Cluster): Promise<string[]> {
  return (await api.list('/apis/apps/v1/statefulsets'))
    .filter(({ spec, status }) => spec.replicas > 2 && 2 * (status.readyReplicas ?? 0) <= spec.replicas)
    .map((store) => `${nameOf(store)}: ${store.status.readyReplicas ?? 0} of ${store.spec.replicas} ready`);
}

const nameIn = ({ namespace, name }: Live): string => `${namespace}/${name}`;

const zoneOf = ({ metadata }: Live): string => metadata.labels['topology.kubernetes.io/zone'];

const zoneOfVolume = ({ spec }: Live): string =>
  spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0];

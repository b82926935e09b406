import { Amounts, NOTHING, sumAmounts, timesAmounts } from '../model/amounts';
import { ObjectIndex } from '../rules/object-index';
import { Manifest, RenderedObject } from '../rules/rendered-object';
import { resourcesOf } from '../rules/views/container-resources';
import { DEFAULT_NAMESPACE } from '../rules/views/network-policies';
import { PodTemplate, podTemplates } from '../rules/views/pods';
import { autoscalers, idOf, share } from '../rules/views/scale';
import { Tree, tree, treeAt, trees } from '../rules/views/tree';
import { podAmounts, readBytes } from './amounts';
import { NodeDemands, nodeDemands } from './node-demands';

/** What one workload takes. Outside a roll-out: see `surge` for what one adds. */
export interface ComponentCapacity {
  readonly platform: string;
  readonly namespace: string;
  readonly name: string;

  /** Servers run always; jobs run once or on a schedule, and give back what they took. */
  readonly runs: 'always' | 'at times';

  /** One pod of it, with its claims. */
  readonly each: Amounts;

  /** Whether it has one pod on each node, and goes with it. */
  readonly onEveryNode: boolean;

  /** What its pods ask of their node. */
  readonly demands: NodeDemands;

  /** At the fewest pods that its autoscaler keeps. */
  readonly smallest: Amounts;

  /** At the most pods that its autoscaler may start. */
  readonly largest: Amounts;

  /** Pods that a roll-out of the largest runs for a while beside them. */
  readonly surge: number;
}

/** Capacity of every workload of an environment, by namespace and name. A DaemonSet has a pod on each of `nodes`. */
export function capacityOf(objects: readonly Manifest[], nodes: number): ComponentCapacity[] {
  const index = new ObjectIndex(objects.map((manifest) => ({ path: '', manifest })));
  const ranges = new Map(
    index.view(autoscalers).map((autoscaler): [string, Range] => [idOf(autoscaler), [autoscaler.min, autoscaler.max]]),
  );
  return [
    ...index.view(podTemplates).map((pod) => componentOf(index, pod, nodes, ranges)),
    ...index.ofKind('PersistentVolumeClaim').map(claimOf),
  ].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Range = readonly [fewest: number, most: number];

function componentOf(
  index: ObjectIndex,
  pod: PodTemplate,
  nodes: number,
  ranges: ReadonlyMap<string, Range>,
): ComponentCapacity {
  const { kind, metadata, spec } = pod.owner.manifest;
  const isJob = kind === 'Job' || kind === 'CronJob';
  const fixed = countOf(kind, tree(spec), nodes);
  const [fewest, most] = ranges.get(`${kind} ${metadata.namespace ?? ''}/${metadata.name}`) ?? [fixed, fixed];
  const claims = trees(tree(spec)['volumeClaimTemplates']).map(storageOf);
  const each: Amounts = {
    ...podAmounts(pod.spec, (container) => resourcesOf(index, { pod, container, at: pod.at, init: false })),
    storage: claims.reduce((sum, size) => sum + size, 0),
    claims: claims.length,
  };
  return {
    ...identityOf(pod.owner.manifest),
    runs: isJob ? 'at times' : 'always',
    each,
    onEveryNode: kind === 'DaemonSet',
    demands: nodeDemands(pod, metadata.namespace ?? DEFAULT_NAMESPACE),
    smallest: timesAmounts(fewest, each),
    largest: timesAmounts(most, each),
    surge: surgeOf(kind, tree(spec), most),
  };
}

/** Pods without an autoscaler. */
function countOf(kind: string, spec: Tree, nodes: number): number {
  switch (kind) {
    case 'DaemonSet':
      return nodes;
    case 'Pod':
      return 1;
    case 'Job':
      return Number(spec['parallelism'] ?? 1);
    case 'CronJob':
      return Number(treeAt(spec, 'jobTemplate', 'spec')['parallelism'] ?? 1);
    default:
      return Number(spec['replicas'] ?? 1);
  }
}

/** Only Deployments start new pods before they stop old ones, and DaemonSets that are told to. */
function surgeOf(kind: string, spec: Tree, pods: number): number {
  const strategy = treeAt(spec, kind === 'DaemonSet' ? 'updateStrategy' : 'strategy');
  const { maxSurge } = treeAt(strategy, 'rollingUpdate');
  switch (kind) {
    case 'Deployment':
      return strategy['type'] === 'Recreate' || pods === 0 ? 0 : share(maxSurge ?? '25%', pods, Math.ceil);
    case 'DaemonSet':
      return share(maxSurge ?? 0, pods, Math.ceil);
    default:
      return 0;
  }
}

/** A claim of its own, that no StatefulSet makes. */
function claimOf({ manifest }: RenderedObject): ComponentCapacity {
  const amounts = { ...NOTHING, storage: storageOf(manifest), claims: 1 };
  const pods = { each: amounts, smallest: amounts, largest: amounts, surge: 0, onEveryNode: false };
  return { ...identityOf(manifest), runs: 'always', demands: NO_DEMANDS, ...pods };
}

function storageOf(claim: unknown): number {
  return readBytes(treeAt(claim, 'spec', 'resources', 'requests')['storage'] as string | undefined);
}

const NO_DEMANDS: NodeDemands = { apart: false, skew: undefined, labels: {}, shunned: [], choosy: false };

function identityOf({ metadata: { name, namespace = DEFAULT_NAMESPACE, labels = {} } }: Manifest) {
  return {
    platform: labels['app.kubernetes.io/part-of'] ?? '',
    namespace,
    name: labels['app.kubernetes.io/name'] ?? name,
  };
}

const keyOf = ({ namespace, name }: ComponentCapacity): string => `${namespace}/${name}`;

/** The sum of components at their smallest or largest. */
export const sumCapacity = (components: readonly ComponentCapacity[], scale: 'smallest' | 'largest'): Amounts =>
  sumAmounts(components.map((component) => component[scale]));

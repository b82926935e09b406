import { Amounts, NOTHING, sumAmounts, timesAmounts } from '../model/amounts';
import { Manifest } from '../rules/rendered-object';
import { PodSpec, podAmounts, readBytes } from './amounts';

/** What one workload takes. Outside a roll-out: one more pod of each runs for a while during one. */
export interface ComponentCapacity {
  readonly platform: string;
  readonly namespace: string;
  readonly name: string;

  /** Servers run always; jobs run once or on a schedule, and give back what they took. */
  readonly runs: 'always' | 'at times';

  /** One pod of it, with its claims. */
  readonly each: Amounts;

  /** Whether no two of its pods may share a node. */
  readonly apart: boolean;

  /** At the fewest pods that its autoscaler keeps. */
  readonly smallest: Amounts;

  /** At the most pods that its autoscaler may start. */
  readonly largest: Amounts;
}

/** Capacity of every workload of an environment, by namespace and name. A DaemonSet has a pod on each of `nodes`. */
export function capacityOf(objects: readonly Manifest[], nodes: number): ComponentCapacity[] {
  const ranges = new Map<string, Range>();
  for (const { kind, metadata, spec } of objects as readonly Controller[]) {
    if (kind !== 'HorizontalPodAutoscaler' || !spec.scaleTargetRef) continue;
    const { kind: target, name } = spec.scaleTargetRef;
    ranges.set(`${target} ${metadata.namespace ?? ''}/${name}`, [spec.minReplicas ?? 1, spec.maxReplicas ?? 1]);
  }
  return (objects as readonly Controller[])
    .flatMap((object) => componentOf(object, nodes, ranges) ?? [])
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

type Range = readonly [fewest: number, most: number];

interface Controller extends Manifest {
  readonly spec: {
    readonly replicas?: number;
    readonly parallelism?: number;
    readonly template?: { readonly spec: PodSpec };
    readonly jobTemplate?: { readonly spec: Controller['spec'] };
    readonly volumeClaimTemplates?: readonly Claim[];
    readonly resources?: Claim['spec']['resources'];
    readonly scaleTargetRef?: { readonly kind: string; readonly name: string };
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
  };
}

interface Claim {
  readonly spec: { readonly resources?: { readonly requests?: { readonly storage?: string } } };
}

function componentOf(
  object: Controller,
  nodes: number,
  ranges: ReadonlyMap<string, Range>,
): ComponentCapacity | undefined {
  const { kind, metadata, spec } = object;
  const isJob = kind === 'Job' || kind === 'CronJob';
  const { template, parallelism } = kind === 'CronJob' ? (spec.jobTemplate?.spec ?? {}) : (spec ?? {});
  if (kind === 'PersistentVolumeClaim') return claimOf(object);
  if (!isJob && !['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind)) return undefined;
  if (!template) throw new Error(`${kind} ${metadata.name} has no pod template`);

  const fixed = isJob ? (parallelism ?? 1) : kind === 'DaemonSet' ? nodes : (spec.replicas ?? 1);
  const [fewest, most] = ranges.get(`${kind} ${metadata.namespace ?? ''}/${metadata.name}`) ?? [fixed, fixed];
  const claims = (spec.volumeClaimTemplates ?? []).map((claim) => readBytes(claim.spec.resources?.requests?.storage));
  const storage = claims.reduce((sum, size) => sum + size, 0);
  const one = { ...podAmounts(template.spec), storage, claims: claims.length };
  return {
    ...identityOf(object),
    runs: isJob ? 'at times' : 'always',
    each: one,
    apart: kind === 'DaemonSet' || isKeptApart(template.spec),
    smallest: timesAmounts(fewest, one),
    largest: timesAmounts(most, one),
  };
}

/** A claim of its own, that no StatefulSet makes. */
function claimOf(object: Controller): ComponentCapacity {
  const storage = readBytes(object.spec.resources?.requests?.storage);
  const amounts = { ...NOTHING, storage, claims: 1 };
  return { ...identityOf(object), runs: 'always', each: amounts, apart: false, smallest: amounts, largest: amounts };
}

function isKeptApart({ affinity }: PodSpec): boolean {
  const terms = affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  return terms.some(({ topologyKey }) => topologyKey === 'kubernetes.io/hostname');
}

function identityOf({ metadata: { name, namespace = 'default', labels = {} } }: Manifest) {
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

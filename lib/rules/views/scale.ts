import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { podTemplates, PodTemplate } from './pods';
import { text, Tree, tree, treeAt, trees } from './tree';

/** A workload that runs on and on, and how many pods it may have. */
export interface Workload {
  readonly object: RenderedObject;
  readonly pod: PodTemplate;

  /** Fewest and most pods that are wanted: the same two where nothing scales it. */
  readonly min: number;
  readonly max: number;
  readonly autoscaler: Autoscaler | undefined;
}

/** A HorizontalPodAutoscaler, or KEDA's object that makes one. */
export interface Autoscaler {
  readonly object: RenderedObject;
  readonly target: { readonly kind: string; readonly name: string };
  readonly min: number;
  readonly max: number;
}

/** Every Deployment, StatefulSet and their like, in the order of the objects. */
export const workloads: View<readonly Workload[]> = (index) => {
  const byTarget = new Map(index.view(autoscalers).map((autoscaler) => [idOf(autoscaler), autoscaler]));
  return index.view(podTemplates).flatMap((pod) => {
    const { owner: object } = pod;
    const { kind, metadata } = object.manifest;
    if (!['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController', 'Rollout'].includes(kind)) return [];
    const autoscaler = byTarget.get(`${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
    const replicas = Number(tree(object.manifest['spec'])['replicas'] ?? 1);
    return [{ object, pod, autoscaler, min: autoscaler?.min ?? replicas, max: autoscaler?.max ?? replicas }];
  });
};

/** Every autoscaler, in the order of the objects. */
export const autoscalers: View<readonly Autoscaler[]> = (index) =>
  index.ofKind('HorizontalPodAutoscaler', 'ScaledObject').flatMap((object) => {
    const spec = tree(object.manifest['spec']);
    const { kind, name } = treeAt(spec, 'scaleTargetRef');
    const wanted = text(name);
    if (wanted === undefined) return [];
    const target = { kind: text(kind) ?? 'Deployment', name: wanted };
    return object.manifest.kind === 'ScaledObject'
      ? [{ object, target, min: Number(spec['minReplicaCount'] ?? 0), max: Number(spec['maxReplicaCount'] ?? 100) }]
      : [{ object, target, min: Number(spec['minReplicas'] ?? 1), max: Number(spec['maxReplicas'] ?? 1) }];
  });

/** What tells targets of autoscalers apart. */
export function idOf({ object, target }: Autoscaler): string {
  return `${target.kind} ${object.manifest.metadata.namespace ?? ''}/${target.name}`;
}

/** A number, or a percentage of one, as the API writes both. */
export function share(value: unknown, of: number, round: (amount: number) => number): number {
  if (typeof value === 'number') return value;
  const percent = typeof value === 'string' ? /^(\d+)%$/.exec(value)?.[1] : undefined;
  return percent === undefined ? Number(value) : round((Number(percent) * of) / 100);
}

/** How many pods a rolling update of a Deployment adds and takes away at a time; undefined where it does not roll. */
export function rollout({
  object,
  max,
}: Workload): { readonly surge: number; readonly unavailable: number } | undefined {
  const strategy = treeAt(object.manifest, 'spec', 'strategy');
  if (object.manifest.kind !== 'Deployment' || strategy['type'] === 'Recreate') return undefined;
  const { maxSurge = '25%', maxUnavailable = '25%' } = tree(strategy['rollingUpdate']);
  const surge = share(maxSurge, max, Math.ceil);
  const unavailable = share(maxUnavailable, max, Math.floor);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/** Terms of a pod that keep it away from nodes where others are. */
export function antiAffinityTerms(
  pod: PodTemplate,
): { term: Tree; required: boolean; at: readonly (string | number)[] }[] {
  const rules = treeAt(pod.spec.affinity, 'podAntiAffinity');
  const at = [...pod.at, 'affinity', 'podAntiAffinity'];
  const hard = 'requiredDuringSchedulingIgnoredDuringExecution';
  const soft = 'preferredDuringSchedulingIgnoredDuringExecution';
  return [
    ...trees(rules[hard]).map((term, i) => ({ term, required: true, at: [...at, hard, i] })),
    ...trees(rules[soft]).map((item, i) => {
      return { term: tree(item['podAffinityTerm']), required: false, at: [...at, soft, i, 'podAffinityTerm'] };
    }),
  ];
}

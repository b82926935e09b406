import { ObjectIndex } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { Container } from '../views/pod-spec';
import { PodTemplate } from '../views/pods';
import { autoscalers, Autoscaler, idOf, workloads } from '../views/scale';
import { text, tree, treeAt, trees } from '../views/tree';

/** Nothing sets the number of pods that an autoscaler sets. */
export const oneScale: Rule = {
  id: 'availability/one-scale',
  title: 'A workload with an autoscaler says no number of replicas',
  severity: 'error',
  why: 'Every apply sets the number back, under load as well.',
  cure: 'leave `replicas` away',
  sources: ['L49', 'V10', 'class g', 'Argo CD: leaving room for imperativeness'],
  judge: findRivals,
};

/** An autoscaler has bounds in their order. */
export const autoscalerBounds: Rule = {
  id: 'availability/autoscaler-bounds',
  title: 'The bounds of an autoscaler are in order',
  severity: 'error',
  why: 'The server refuses it.',
  cure: 'let minReplicas be the smaller one',
  sources: ['L49', 'V11'],
  judge: findWrongBounds,
};

/** An autoscaler has room to scale. */
export const autoscalerRoom: Rule = {
  id: 'availability/autoscaler-room',
  title: 'An autoscaler has room between its bounds',
  severity: 'warning',
  why: 'It never does anything.',
  cure: 'raise maxReplicas, or write `replicas` and remove it',
  sources: ['L49', 'V11', 'kubescape: C-0300'],
  judge: findNoRoom,
};

/** What an autoscaler measures in percent is asked for by every container. */
export const autoscalerRequests: Rule = {
  id: 'availability/autoscaler-requests',
  title: 'Every container asks for what its autoscaler measures in percent',
  severity: 'error',
  why: 'The metric stays unknown, and nothing is ever scaled.',
  cure: 'give every container of the pod a request, sidecars too',
  sources: ['L40', 'V11', 'Kubernetes: HorizontalPodAutoscaler algorithm'],
  judge: findMissingRequests,
};

/** No two autoscalers have one target. */
export const oneAutoscaler: Rule = {
  id: 'availability/one-autoscaler',
  title: 'A workload has one autoscaler',
  severity: 'error',
  why: 'The two set different numbers in turn: AmbiguousSelector, and neither scales.',
  cure: 'put the metrics of both into one',
  sources: ['V13', 'kyverno: prevent-duplicate-hpa'],
  judge: findTwins,
};

function* findRivals(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, autoscaler } of index.view(workloads)) {
    const { replicas } = tree(subject.manifest['spec']);
    if (autoscaler === undefined || replicas === undefined) continue;
    const by = `${autoscaler.object.manifest.kind} ${autoscaler.object.manifest.metadata.name}`;
    const message = `replicas must be left to ${by}, got ${String(replicas)}`;
    yield { subject, at: ['spec', 'replicas'], message };
  }
}

function* findWrongBounds(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, min, max } of index.view(autoscalers)) {
    if (min <= max) continue;
    yield { subject, at: boundAt(subject), message: `fewest replicas must be at most ${max}, got ${min}` };
  }
}

function* findNoRoom(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, min, max } of index.view(autoscalers)) {
    if (min !== max) continue;
    yield { subject, at: boundAt(subject), message: `most replicas must be more than the fewest, got ${min} for both` };
  }
}

function boundAt({ manifest }: RenderedObject): readonly string[] {
  const spec = tree(manifest['spec']);
  return ['spec', ['minReplicas', 'minReplicaCount'].find((field) => field in spec) ?? 'maxReplicas'];
}

function* findMissingRequests(index: ObjectIndex): Iterable<Finding> {
  const defaulted = new Set(index.ofKind('LimitRange').map(({ manifest }) => manifest.metadata.namespace));
  for (const { pod, autoscaler } of index.view(workloads)) {
    if (autoscaler?.object.manifest.kind !== 'HorizontalPodAutoscaler' || defaulted.has(pod.namespace)) continue;
    for (const { resource, only } of measured(autoscaler)) {
      for (const { container, at } of running(pod)) {
        const { requests = {}, limits = {} } = container.resources ?? {};
        if ((only !== undefined && only !== container.name) || resource in requests || resource in limits) continue;
        const by = autoscaler.object.manifest.metadata.name;
        const message = `${container.name} must request ${resource}, which HorizontalPodAutoscaler ${by} measures, got none`;
        yield { subject: pod.owner, at: [...pod.at, ...at], message };
      }
    }
  }
}

/** Resources whose use is compared with requests; CPU where the autoscaler says nothing. */
function measured({ object }: Autoscaler): { resource: string; only: string | undefined }[] {
  const spec = tree(object.manifest['spec']);
  const metrics = trees(spec['metrics']);
  if (metrics.length === 0) return [{ resource: 'cpu', only: undefined }];
  return metrics.flatMap((metric) => {
    const own = tree(metric['resource'] ?? metric['containerResource']);
    const resource = text(own['name']);
    if (resource === undefined || treeAt(own, 'target')['averageUtilization'] === undefined) return [];
    return [{ resource, only: text(own['container']) }];
  });
}

/** Containers that run while the pod does, and where they stand in it. */
function running({ spec }: PodTemplate): { container: Container; at: (string | number)[] }[] {
  return [
    ...(spec.containers ?? []).map((container, i) => ({ container, at: ['containers', i] })),
    ...(spec.initContainers ?? []).flatMap((container, i) =>
      container.restartPolicy === 'Always' ? [{ container, at: ['initContainers', i] }] : [],
    ),
  ];
}

function* findTwins(index: ObjectIndex): Iterable<Finding> {
  const first = new Map<string, Autoscaler>();
  for (const autoscaler of index.view(autoscalers)) {
    const id = idOf(autoscaler);
    const twin = first.get(id);
    if (twin === undefined) {
      first.set(id, autoscaler);
      continue;
    }
    const { object: subject, target } = autoscaler;
    const names = `${twin.object.manifest.metadata.name} and ${subject.manifest.metadata.name}`;
    const message = `${target.kind} ${target.name} must have one autoscaler, got ${names}`;
    yield { subject, at: ['spec', 'scaleTargetRef', 'name'], message };
  }
}

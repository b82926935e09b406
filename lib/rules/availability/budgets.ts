import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { PodTemplate } from '../views/pods';
import { share, Workload, workloads } from '../views/scale';
import { podsSelected } from '../views/selections';
import { LabelSelector } from '../views/selectors';
import { mayBeOperated } from '../views/services';
import { tree } from '../views/tree';

/** A budget lets a node be drained. */
export const budgetLetsDrain: Rule = {
  id: 'availability/budget-lets-drain',
  title: 'A disruption budget lets at least one pod go',
  severity: 'error',
  why: 'Every drain of a node waits for ever, and with it every upgrade of the cluster.',
  cure: 'write `maxUnavailable: 1`, run one more pod, or remove the budget of a single pod',
  sources: ['L51', 'V02', 'V04', 'V05', 'class g', 'kube-linter: pdb-max-unavailable, pdb-min-available'],
  judge: findBlockades,
};

/** A budget protects pods. */
export const budgetSelects: Rule = {
  id: 'availability/budget-selects',
  title: 'A disruption budget selects pods',
  severity: 'error',
  why: 'It protects nothing, and a drain takes all pods at once.',
  cure: 'make its selector that of the workload',
  sources: ['V01', 'class d', 'kube-score: poddisruptionbudget-has-policy'],
  judge: findIdleBudgets,
};

/** No pod has two budgets. */
export const oneBudget: Rule = {
  id: 'availability/one-budget',
  title: 'A pod has one disruption budget',
  severity: 'error',
  why: 'The server answers every eviction of the pod with 500, and no drain ends.',
  cure: 'remove one of the two',
  sources: ['V03', 'kubernetes/kubernetes#75957'],
  judge: findRivals,
};

/** A workload of several pods has a budget. */
export const budgetPresent: Rule = {
  id: 'availability/budget-present',
  title: 'A workload of two or more pods has a disruption budget',
  severity: 'warning',
  why: 'A drain of several nodes takes all of its pods at once.',
  cure: 'add a PodDisruptionBudget with `maxUnavailable: 1`',
  sources: ['L50', 'kube-score: deployment-has-poddisruptionbudget'],
  judge: findUnprotected,
};

interface Budget {
  readonly object: RenderedObject;
  readonly selector: LabelSelector | undefined;
  readonly pods: readonly PodTemplate[];
}

const budgets: View<readonly Budget[]> = (index) =>
  index.ofKind('PodDisruptionBudget').map((object) => {
    const selector = tree(object.manifest['spec'])['selector'] as LabelSelector | undefined;
    return { object, selector, pods: podsSelected(index, object.manifest.metadata.namespace, selector) };
  });

const workloadsByPod: View<ReadonlyMap<PodTemplate, Workload>> = (index) =>
  new Map(index.view(workloads).map((workload) => [workload.pod, workload]));

function* findBlockades(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, pods } of index.view(budgets)) {
    const known = pods.flatMap((pod) => index.view(workloadsByPod).get(pod) ?? []);
    const count = known.reduce((sum, { min }) => sum + min, 0);
    const { minAvailable, maxUnavailable } = tree(subject.manifest['spec']);
    const [field, value] =
      maxUnavailable === undefined ? ['minAvailable', minAvailable] : ['maxUnavailable', maxUnavailable];
    if (value === undefined) continue;
    const message = findBlockade(String(field), value, count, known.length < pods.length);
    if (message !== undefined) yield { subject, at: ['spec', String(field)], message };
  }
}

/** Percentages are rounded up, both of them, as the disruption controller does. */
function findBlockade(field: string, value: unknown, count: number, others: boolean): string | undefined {
  if (field === 'maxUnavailable') {
    const gone = share(value, Math.max(count, 1), Math.ceil);
    return gone <= 0 ? `maxUnavailable must let one pod go, got ${String(value)}` : undefined;
  }
  if (value === '100%') return 'minAvailable must let one pod go, got 100%';
  if (count === 0 || others) return undefined;
  const kept = share(value, count, Math.ceil);
  return kept >= count
    ? `minAvailable must be less than the ${count} pods that run at least, got ${String(value)}`
    : undefined;
}

function* findIdleBudgets(index: ObjectIndex): Iterable<Finding> {
  for (const { object: subject, selector, pods } of index.view(budgets)) {
    const { name, namespace } = subject.manifest.metadata;
    if (pods.length > 0 || mayBeOperated(index, namespace, selector ?? {})) continue;
    yield { subject, at: ['spec', 'selector'], message: `PodDisruptionBudget ${name} must select pods, got none` };
  }
}

function* findRivals(index: ObjectIndex): Iterable<Finding> {
  const first = new Map<PodTemplate, RenderedObject>();
  for (const { object: subject, pods } of index.view(budgets)) {
    const pod = pods.find((candidate) => first.has(candidate));
    for (const candidate of pods) if (!first.has(candidate)) first.set(candidate, subject);
    if (pod === undefined) continue;
    const { kind, metadata } = pod.owner.manifest;
    const rival = first.get(pod)?.manifest.metadata.name ?? '';
    const message = `pods of ${kind} ${metadata.name} must have one budget, got ${rival} and ${subject.manifest.metadata.name}`;
    yield { subject, at: ['spec', 'selector'], message };
  }
}

function* findUnprotected(index: ObjectIndex): Iterable<Finding> {
  const covered = new Set(index.view(budgets).flatMap(({ pods }) => pods));
  for (const { object: subject, pod, min } of index.view(workloads)) {
    if (min < 2 || covered.has(pod)) continue;
    const { kind, name } = { kind: subject.manifest.kind, name: subject.manifest.metadata.name };
    yield {
      subject,
      at: ['spec', 'replicas'],
      message: `${kind} ${name} must have a disruption budget, got ${min} pods and none`,
    };
  }
}

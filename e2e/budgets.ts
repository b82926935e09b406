import { Cluster } from './cluster';
import { isReady, nameOf, podsOf } from './cluster-pods';
import { Live } from './harness/api-server';

/** What was seen of budgets since they were first looked at. */
export interface BudgetWatch {
  /** How many budgets there are to keep. */
  readonly budgets: number;

  /** Budgets that fewer pods were ready for than they ask, with the fewest that were seen. */
  findBroken(): string[];

  /** Looks no more. */
  end(): void;
}

/**
 * Looks at every state that pods are in from now on. Budgets are reckoned here, not read from their status: from the
 * pods that there are now, all of which must be ready.
 */
export async function watchBudgets(cluster: Cluster): Promise<BudgetWatch> {
  const { api } = cluster;
  const now = await podsOf(cluster);
  const budgets = (await api.list('/apis/policy/v1/poddisruptionbudgets')).map((budget) => {
    const { minAvailable, maxUnavailable } = budget.spec;
    const needed = minAvailable ?? now.filter((pod) => covers(budget, pod)).length - maxUnavailable;
    if (!Number.isInteger(needed))
      throw new Error(`${nameOf(budget)} must count pods, got ${minAvailable ?? maxUnavailable}`);
    return { budget, needed, fewest: Infinity };
  });
  const ready = new Map<string, Live>(now.filter(isReady).map((pod) => [pod.metadata.uid, pod]));
  const end = await api.watch('/api/v1/pods', ({ type, object: pod }) => {
    if (type !== 'DELETED' && isReady(pod)) ready.set(pod.metadata.uid, pod);
    else ready.delete(pod.metadata.uid);
    for (const seen of budgets.filter(({ budget }) => covers(budget, pod))) {
      const count = [...ready.values()].filter((other) => covers(seen.budget, other)).length;
      seen.fewest = Math.min(seen.fewest, count);
    }
  });
  const findBroken = () =>
    budgets
      .filter(({ fewest, needed }) => fewest < needed)
      .map(({ budget, fewest, needed }) => `${nameOf(budget)} must keep ${needed} pods ready, got ${fewest}`);
  return { budgets: budgets.length, findBroken, end };
}

/** Whether a pod is one of those that a budget is about. */
function covers({ metadata: { namespace }, spec: { selector } }: Live, { metadata }: Live): boolean {
  const wanted = Object.entries(selector.matchLabels);
  return metadata.namespace === namespace && wanted.every(([name, value]) => metadata.labels?.[name] === value);
}

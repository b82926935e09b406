import { Amounts } from '../model/amounts';
import { ObjectIndex } from '../rules/object-index';
import { readBytes, readCpu } from './amounts';
import { Line } from './line';
import { showBytes, showCpu } from './show';

/** What a quota bounds, and how it is written. */
const BOUNDS: readonly [names: readonly string[], amount: keyof Amounts, read: typeof readCpu, show: typeof showCpu][] =
  [
    [['requests.cpu', 'cpu'], 'requestsCpu', readCpu, showCpu],
    [['requests.memory', 'memory'], 'requestsMemory', readBytes, showBytes],
    [['limits.cpu'], 'limitsCpu', readCpu, showCpu],
    [['limits.memory'], 'limitsMemory', readBytes, showBytes],
    [['requests.storage'], 'storage', readBytes, showBytes],
    [['pods', 'count/pods'], 'pods', readBytes, String],
  ];

/** Whether the quotas of a namespace hold the most that runs in it. */
export function quotaLines(index: ObjectIndex, namespace: string, largest: Amounts): Line[] {
  const quotas = index.ofKind('ResourceQuota').filter(({ manifest }) => {
    const { scopes, scopeSelector } = (manifest['spec'] ?? {}) as { scopes?: unknown; scopeSelector?: unknown };
    // One with a scope counts some of the pods only.
    return (manifest.metadata.namespace ?? 'default') === namespace && !scopes && !scopeSelector;
  });
  return quotas.flatMap(({ manifest }) => {
    const { hard = {} } = (manifest['spec'] ?? {}) as { hard?: Readonly<Record<string, string | number>> };
    return BOUNDS.flatMap(([names, amount, read, show]) => {
      const name = names.find((candidate) => hard[candidate] !== undefined);
      if (name === undefined) return [];
      const bound = read(hard[name]);
      const fits = largest[amount] <= bound;
      const verdict = fits ? 'enough' : 'TOO LITTLE';
      const text = `quota ${manifest.metadata.name}: ${name} ${show(bound)} for at most ${show(largest[amount])}: ${verdict}`;
      return [{ text, fits }];
    });
  });
}

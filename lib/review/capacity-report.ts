import { Amounts, sumAmounts } from '../model/amounts';
import { ObjectIndex } from '../rules/object-index';
import { readBytes, readCpu } from './amounts';
import { capacityOf, ComponentCapacity, sumCapacity } from './capacity';
import { findUnplaced, Nodes } from './placement';

const GI = 1024 ** 3;

/** What the objects of an environment take, and whether its quotas and nodes hold it: text for people. */
export function renderCapacity(index: ObjectIndex): string {
  const { nodes } = index.facts;
  const components = capacityOf(
    index.objects.map(({ manifest }) => manifest),
    nodes?.count ?? 1,
  );
  if (components.length === 0) return 'Nothing runs, and nothing is stored.\n';
  const namespaces = [...new Set(components.map(({ namespace }) => namespace))];
  const parts = [
    ...namespaces.map((namespace) => renderNamespace(index, namespace, components)),
    table([HEAD, ['all together', ...cells(components)]]),
    renderNodes(index, components),
  ];
  return `${parts.join('\n\n')}\n`;
}

const HEAD = ['', 'pods', 'CPU requests', 'memory requests', 'CPU limits', 'memory limits', 'storage'];

function renderNamespace(index: ObjectIndex, namespace: string, all: readonly ComponentCapacity[]): string {
  const components = all.filter((component) => component.namespace === namespace);
  const rows = components.map((component) => [
    component.runs === 'always' ? component.name : `${component.name} (at times)`,
    ...cells([component]),
  ]);
  const lines = table([[namespace, ...HEAD.slice(1)], ...rows, ['sum', ...cells(components)]]);
  return [lines, ...quotasOf(index, namespace, sumCapacity(components, 'largest'))].join('\n');
}

/** From the fewest pods that autoscalers keep to the most that they may start. */
function cells(components: readonly ComponentCapacity[]): string[] {
  const [from, to] = [sumCapacity(components, 'smallest'), sumCapacity(components, 'largest')];
  const range = (read: (amounts: Amounts) => string) =>
    read(from) === read(to) ? read(to) : `${read(from)} - ${read(to)}`;
  return [
    range(({ pods }) => String(pods)),
    range(({ requestsCpu }) => showCpu(requestsCpu)),
    range(({ requestsMemory }) => showBytes(requestsMemory)),
    range(({ limitsCpu }) => showCpu(limitsCpu)),
    range(({ limitsMemory }) => showBytes(limitsMemory)),
    range(({ storage }) => showBytes(storage)),
  ];
}

const showCpu = (millicores: number): string => `${Number((millicores / 1000).toFixed(3))}`;
const showBytes = (bytes: number): string => (bytes === 0 ? '0' : `${Number((bytes / GI).toFixed(2))}Gi`);

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

function quotasOf(index: ObjectIndex, namespace: string, largest: Amounts): string[] {
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
      const verdict = largest[amount] <= bound ? 'enough' : 'TOO LITTLE';
      return [
        `quota ${manifest.metadata.name}: ${name} ${show(bound)} for at most ${show(largest[amount])}: ${verdict}`,
      ];
    });
  });
}

function renderNodes({ facts: { nodes } }: ObjectIndex, components: readonly ComponentCapacity[]): string {
  if (!nodes) return 'Nodes are not known; environment.yaml may say them.';
  const { count, cpu, memory, reserved, pods = 110 } = nodes;
  const size: Omit<Nodes, 'count'> = {
    cpu: readCpu(cpu) - readCpu(reserved?.cpu),
    memory: readBytes(memory) - readBytes(reserved?.memory),
    pods,
  };
  // Each roll-out runs one more pod for a while.
  const rolling = components.map((component) =>
    component.runs === 'always' && component.each.pods > 0 && component.largest.pods > 0
      ? { ...component, largest: sumAmounts([component.largest, component.each]) }
      : component,
  );
  const answer = (all: readonly ComponentCapacity[], scale: 'smallest' | 'largest', left: number): string => {
    const names = [...new Set(findUnplaced(all, scale, { ...size, count: left }))];
    return names.length === 0 ? 'all fit' : `NO ROOM for ${names.join(', ')}`;
  };
  const row = (what: string, left: number): string[] => [
    what,
    showCpu(left * size.cpu),
    showBytes(left * size.memory),
    answer(components, 'smallest', left),
    answer(components, 'largest', left),
    answer(rolling, 'largest', left),
  ];
  return table([
    ['nodes', 'CPU for pods', 'memory for pods', 'fewest pods', 'most pods', 'most pods, all rolled out at once'],
    row(`${count} of ${cpu} CPU, ${memory}`, count),
    ...(count > 1 ? [row('one of them gone', count - 1)] : []),
  ]);
}

/** Rows with columns of one width. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

import { Amounts } from '../model/amounts';
import { ObjectIndex } from '../rules/object-index';
import { capacityOf, ComponentCapacity, sumCapacity } from './capacity';
import { Line } from './line';
import { judgeNodes } from './node-table';
import { quotaLines } from './quota-lines';
import { showBytes, showCpu } from './show';
import { table } from './table';

/** What the objects of an environment take, and whether its quotas and nodes hold it: text for people. */
export function renderCapacity(index: ObjectIndex): Line {
  const { nodes } = index.facts;
  const components = capacityOf(
    index.objects.map(({ manifest }) => manifest),
    nodes?.count ?? 1,
  );
  if (components.length === 0) return { text: 'Nothing runs, and nothing is stored.\n', fits: true };
  const namespaces = [...new Set(components.map(({ namespace }) => namespace))];
  const parts = [
    ...namespaces.map((namespace) => renderNamespace(index, namespace, components)),
    { text: table([HEAD, ['all together', ...cells(components)]]), fits: true },
    renderNodes(index, components),
  ];
  return { text: `${parts.map(({ text }) => text).join('\n\n')}\n`, fits: parts.every(({ fits }) => fits) };
}

const HEAD = ['', 'pods', 'CPU requests', 'memory requests', 'CPU limits', 'memory limits', 'storage'];

function renderNamespace(index: ObjectIndex, namespace: string, all: readonly ComponentCapacity[]): Line {
  const components = all.filter((component) => component.namespace === namespace);
  const rows = components.map((component) => [
    component.runs === 'always' ? component.name : `${component.name} (at times)`,
    ...cells([component]),
  ]);
  const lines = table([[namespace, ...HEAD.slice(1)], ...rows, ['sum', ...cells(components)]]);
  const quotas = quotaLines(index, namespace, sumCapacity(components, 'largest'));
  return { text: [lines, ...quotas.map(({ text }) => text)].join('\n'), fits: quotas.every(({ fits }) => fits) };
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

function renderNodes({ objects, facts: { nodes } }: ObjectIndex, components: readonly ComponentCapacity[]): Line {
  if (!nodes) return { text: 'Nodes are not known; environment.yaml may say them.', fits: true };
  const manifests = objects.map(({ manifest }) => manifest);
  const { head, rows, notes, fits } = judgeNodes(manifests, nodes);
  const choosy = components
    .filter(({ demands }) => demands.choosy)
    .map(({ namespace, name }) => `${namespace}/${name}`);
  const counted =
    choosy.length === 0 ? [] : [`counted on any node, though they choose by labels: ${choosy.join(', ')}`];
  return { text: [table([head, ...rows]), ...notes, ...counted].join('\n'), fits };
}

import { environments } from '../lib/environments';
import { Environment } from '../lib/environments/environment';
import { Amounts } from '../lib/model/amounts';
import { EnvironmentName, ENVIRONMENTS } from '../lib/model/environment';
import { bytes, millicores } from '../lib/model/quantity';
import { capacityOf, ComponentCapacity, sumCapacity } from '../lib/review/capacity';
import { judgeNodes } from '../lib/review/node-table';
import { Page, renderTable } from './page';
import { renderedObjects } from './rendered';
import { SeedFigures, seedMinimum, seedProduction, SeedRow } from './seed-capacity';

const MI = 1024 ** 2;
const GI = 1024 * MI;
const formatCores = (amount: number) => `${amount}m`;
const formatGi = (amount: number): string => {
  if (amount === 0) return '–';
  return amount < GI ? `${amount / MI}Mi` : `${Number((amount / GI).toFixed(2))}Gi`;
};
const range = (from: string, to: string) => (from === to ? from : `${from} – ${to}`);

/** What every environment takes, and whether its nodes hold it. */
export const capacityPage: Page = { file: 'capacity.md', render: renderCapacity };

function renderCapacity(): string {
  const prod = capacityOf(renderedObjects('prod'), environments.prod.nodes.count);
  return `# Capacity

Computed by \`npm run docs\` from the YAML of every environment. A range goes from the fewest pods of each autoscaler to the most;
one number means both. CPU in millicores. Init containers count as Kubernetes counts them: only where one asks for more than the
containers together. Jobs stand apart, because they give back what they took.

## Minimum requirements: requests at the fewest pods, prod

${renderSeedTable(seedMinimum, prod, 'smallest')}

## Production requirements: limits at the most pods, prod

${renderSeedTable(seedProduction, prod, 'largest')}

Limits are no demand: nodes are filled by requests, and limits may be more than the nodes have (decision 42). Below each environment
all its pods, with all Jobs, are put on its nodes; \`npx manifests capacity dist\` does the same.

${ENVIRONMENTS.map((name) => renderEnvironment(environments[name])).join('\n\n')}
`;
}

function renderSeedTable(
  rows: readonly SeedRow[],
  components: readonly ComponentCapacity[],
  scale: 'smallest' | 'largest',
): string {
  const servers = components.filter(({ runs }) => runs === 'always');
  const show = ([cpu, memory, storage]: Figures) => `${formatCores(cpu)}, ${formatGi(memory)}, ${formatGi(storage)}`;
  const figures = rows.map(({ says, parts, namespace }): [Figures, Figures, Figures] => {
    const rendered = sumCapacity(
      servers.filter((component) => component.namespace === namespace),
      scale,
    );
    return [readFigures(says), sum(parts.map((part) => scaled(readFigures(part), part.count))), pick(rendered, scale)];
  });
  const lines = rows.map(({ name, why }, index) => [name, ...(figures[index] ?? []).map(show), why]);
  const totals = [0, 1, 2].map((column) => show(sum(figures.map((row) => row[column as 0 | 1 | 2]))));
  const head = ['component', 'document says', 'its own figures add up to', 'rendered', 'why they differ'];
  const parts = rows.map(({ name, parts, namespace }) => {
    const own = parts.map(({ what, count, ...each }) => `${count} ${what} × ${showPair(readFigures(each))}`).join(', ');
    const ours = servers.filter((component) => component.namespace === namespace && component[scale].pods > 0);
    return `- **${name}**: document ${own}; rendered ${ours.map((component) => describePart(component, scale)).join(', ')}`;
  });
  return `${renderTable(head, [...lines, ['sum', ...totals, '']])}\n\nWhat stands behind each line:\n\n${parts.join('\n')}`;
}

function describePart({ name, each, ...component }: ComponentCapacity, scale: 'smallest' | 'largest'): string {
  return `${component[scale].pods} ${name} × ${showPair(pick(each, scale))}`;
}

const showPair = ([cpu, memory]: Figures): string => `${formatCores(cpu)}/${formatGi(memory)}`;

type Figures = readonly [cpu: number, memory: number, storage: number];

const readFigures = ({ cpu, memory, storage }: SeedFigures): Figures => [
  millicores(cpu),
  memory === '0' ? 0 : bytes(memory),
  storage === '0' ? 0 : bytes(storage),
];
const scaled = ([cpu, memory, storage]: Figures, count: number): Figures => [
  cpu * count,
  memory * count,
  storage * count,
];
const sum = (all: readonly Figures[]): Figures =>
  all.reduce(([a, b, c], [cpu, memory, storage]) => [a + cpu, b + memory, c + storage], [0, 0, 0]);
const pick = (amounts: Amounts, scale: 'smallest' | 'largest'): Figures =>
  scale === 'smallest'
    ? [amounts.requestsCpu, amounts.requestsMemory, amounts.storage]
    : [amounts.limitsCpu, amounts.limitsMemory, amounts.storage];

function renderEnvironment({ name, nodes }: Environment): string {
  const components = capacityOf(renderedObjects(name), nodes.count);
  const servers = components.filter(({ runs }) => runs === 'always');
  const jobs = components.filter(({ runs }) => runs === 'at times');
  const head = ['namespace', 'component', 'pods', 'CPU requests', 'memory requests', 'CPU limits', 'memory limits'];
  const lines = [
    ...servers.map((component) => [
      component.namespace,
      component.name,
      ...cells(component.smallest, component.largest),
    ]),
    ['', '**sum**', ...cells(sumCapacity(servers, 'smallest'), sumCapacity(servers, 'largest'))],
    ...jobs.map((job) => [job.namespace, `${job.name} (Job)`, ...cells(job.smallest, job.largest)]),
    ['', '**sum of Jobs, all at once**', ...cells(sumCapacity(jobs, 'smallest'), sumCapacity(jobs, 'largest'))],
  ];
  return `## ${name}\n\n${renderTable([...head, 'storage'], lines)}\n\n${renderNodes(name, nodes)}`;
}

const cells = (from: Amounts, to: Amounts): string[] => [
  range(String(from.pods), String(to.pods)),
  range(formatCores(from.requestsCpu), formatCores(to.requestsCpu)),
  range(formatGi(from.requestsMemory), formatGi(to.requestsMemory)),
  range(formatCores(from.limitsCpu), formatCores(to.limitsCpu)),
  range(formatGi(from.limitsMemory), formatGi(to.limitsMemory)),
  range(formatGi(from.storage), formatGi(to.storage)),
];

function renderNodes(name: EnvironmentName, nodes: Environment['nodes']): string {
  const { head, rows, notes } = judgeNodes(renderedObjects(name), nodes);
  return [renderTable(head, rows), ...notes.map((note, i) => `${i === 0 ? '\n' : ''}- ${note}`)].join('\n');
}

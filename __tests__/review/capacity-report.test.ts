import { renderCapacity } from '../../lib/review/capacity-report';
import { readBytes, readCpu } from '../../lib/review/amounts';
import { EnvironmentFacts } from '../../lib/rules/environment-facts';
import { ObjectIndex } from '../../lib/rules/object-index';
import { objectsIn } from '../rules/cases/real-bundle';

const deployment = (name: string, replicas: number, resources: string, namespace = 'shop') => `---
{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name}, namespace: ${namespace} }, spec: { replicas: ${replicas}, template: { spec: { containers: [{ name: c, resources: ${resources} }] } } } }
`;

const capacity = (text: string, facts: EnvironmentFacts = {}) =>
  renderCapacity(new ObjectIndex(objectsIn([{ path: 'a.yaml', text }]), facts));

const report = (text: string, facts?: EnvironmentFacts): string[] =>
  capacity(text, facts)
    .text.split('\n')
    .map((line) => line.replace(/ {2,}/g, ' | '));

const ONE_CORE = "{ requests: { cpu: 1, memory: 1Gi }, limits: { cpu: '2', memory: 2Gi } }";

test.each([
  ['0.3', 300],
  ['1e1', 10_000],
  [2, 2000],
  ['1500u', 2],
  [undefined, 0],
])('%s cores are %i millicores', (quantity, millicores) => {
  expect(readCpu(quantity)).toBe(millicores);
});

test.each([
  ['1.5Gi', 1.5 * 1024 ** 3],
  ['1G', 1e9],
  ['128974848', 128_974_848],
  ['128974848000m', 128_974_848],
])('%s are %i bytes', (quantity, bytes) => {
  expect(readBytes(quantity)).toBe(bytes);
});

test('what is no quantity is refused', () => {
  expect(() => readCpu('many')).toThrow("not a quantity: 'many'");
});

test('every namespace has its rows and their sum, from the fewest pods of an autoscaler to the most', () => {
  const autoscaler = `---
{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: api, namespace: shop }, spec: { scaleTargetRef: { kind: Deployment, name: api }, minReplicas: 2, maxReplicas: 4 } }
`;
  const lines = report(
    deployment('api', 1, ONE_CORE) + deployment('web', 1, '{ limits: { cpu: 500m } }', 'front') + autoscaler,
  );
  expect(lines).toEqual([
    'front | pods | CPU requests | memory requests | CPU limits | memory limits | storage',
    'web | 1 | 0.5 | 0 | 0.5 | 0 | 0',
    'sum | 1 | 0.5 | 0 | 0.5 | 0 | 0',
    '',
    'shop | pods | CPU requests | memory requests | CPU limits | memory limits | storage',
    'api | 2 - 4 | 2 - 4 | 2Gi - 4Gi | 4 - 8 | 4Gi - 8Gi | 0',
    'sum | 2 - 4 | 2 - 4 | 2Gi - 4Gi | 4 - 8 | 4Gi - 8Gi | 0',
    '',
    ' | pods | CPU requests | memory requests | CPU limits | memory limits | storage',
    'all together | 3 - 5 | 2.5 - 4.5 | 2Gi - 4Gi | 4.5 - 8.5 | 4Gi - 8Gi | 0',
    '',
    'Nodes are not known; environment.yaml may say them.',
    '',
  ]);
});

test('a quota is held against the most pods; one of some pods only is left out', () => {
  const quota = (name: string, spec: string) =>
    `---\n{ apiVersion: v1, kind: ResourceQuota, metadata: { name: ${name}, namespace: shop }, spec: { ${spec} } }\n`;
  const lines = report(
    deployment('api', 3, ONE_CORE) +
      quota('all', "hard: { cpu: '3', limits.memory: 4Gi, pods: 10, services: 1 }") +
      quota('some', "scopes: [BestEffort], hard: { pods: '1' }"),
  );
  expect(lines.filter((line) => line.startsWith('quota'))).toEqual([
    'quota all: cpu 3 for at most 3: enough',
    'quota all: limits.memory 4Gi for at most 6Gi: TOO LITTLE',
    'quota all: pods 10 for at most 3: enough',
  ]);
});

const nodes = { count: 2, cpu: '4', memory: '16Gi', reserved: { cpu: '1', memory: '1Gi' } };

test('pods are put on the nodes, on one less, and with the pods that a roll-out adds', () => {
  expect(report(deployment('api', 6, ONE_CORE), { nodes }).slice(-8)).toEqual([
    'nodes | CPU for pods | memory for pods | fewest pods | most pods | most pods, all rolled out',
    '2 of 4 CPU, 16Gi | 6 | 30Gi | all fit | all fit | NO ROOM for 2 pods',
    'one of them gone | 3 | 15Gi | NO ROOM for 3 pods | NO ROOM for 3 pods | 5 pods may wait',
    '2 of 4 CPU, 16Gi, most pods, all rolled out: no room for shop/api',
    'one of them gone, fewest pods: no room for shop/api',
    'one of them gone, most pods: no room for shop/api',
    'one of them gone, most pods, all rolled out: no room for shop/api',
    '',
  ]);
});

test('with a zone go its nodes, of the largest one where they do not part evenly', () => {
  const lines = report(deployment('api', 15, ONE_CORE), { nodes: { ...nodes, count: 8, zones: 3 } });
  expect(lines).toContain('one of 3 zones gone | 15 | 75Gi | all fit | all fit | 4 pods may wait');
});

test('who chooses nodes by labels is named, since nobody tells of labels', () => {
  const choosy = deployment('api', 1, ONE_CORE).replace('{ containers:', '{ nodeSelector: { pool: gpu }, containers:');
  const line = 'counted on any node, though they choose by labels: shop/api';
  expect(report(choosy, { nodes })).toContain(line);
  expect(report(deployment('api', 1, ONE_CORE), { nodes })).not.toContain(line);
});

test('nodes of one zone have none that could be left', () => {
  const lines = report(deployment('api', 1, ONE_CORE), { nodes: { ...nodes, zones: 1 } });
  expect(lines.filter((line) => line.includes('zone'))).toEqual([]);
});

test('one node has none that could be left', () => {
  const lines = report(deployment('api', 1, ONE_CORE), { nodes: { count: 1, cpu: '4', memory: '16Gi' } });
  expect(lines.some((line) => line.startsWith('one of them gone'))).toBe(false);
});

test('a node that is gone takes its pod of a DaemonSet along', () => {
  const agent = deployment('agent', 1, ONE_CORE).replace('kind: Deployment', 'kind: DaemonSet');
  expect(report(agent, { nodes }).slice(-3, -1)).toEqual([
    '2 of 4 CPU, 16Gi | 6 | 30Gi | all fit | all fit | all fit',
    'one of them gone | 3 | 15Gi | all fit | all fit | all fit',
  ]);
});

test('with a zone gone the fewest pods must fit, and what autoscalers add may wait', () => {
  const two = { ...nodes, count: 6, zones: 2 };
  const scaled = (fewest: number) => `${deployment('api', 1, ONE_CORE)}---
{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: api, namespace: shop }, spec: { scaleTargetRef: { kind: Deployment, name: api }, minReplicas: ${fewest}, maxReplicas: 14 } }
`;
  const lines = report(scaled(9), { nodes: two });
  expect(lines).toContain('one of 2 zones gone | 9 | 45Gi | all fit | 5 pods may wait | 9 pods may wait');
  expect(capacity(scaled(9), { nodes: two }).fits).toBe(true);
  expect(capacity(scaled(10), { nodes: two }).fits).toBe(false);
});

test('the new pod of a DaemonSet that surges stands beside the old one', () => {
  const agent = (cpu: string) =>
    deployment('agent', 1, `{ requests: { cpu: ${cpu} } }`)
      .replace('kind: Deployment', 'kind: DaemonSet')
      .replace('replicas: 1', 'updateStrategy: { rollingUpdate: { maxSurge: 1 } }');
  expect(capacity(agent('1500m'), { nodes }).fits).toBe(true);
  expect(report(agent('1501m'), { nodes })).toContain(
    '2 of 4 CPU, 16Gi | 6 | 30Gi | all fit | all fit | NO ROOM for 1 pod',
  );
});

test.each([
  ['everything fits', deployment('api', 1, ONE_CORE), true],
  ['a node that is gone leaves too little', deployment('api', 4, ONE_CORE), false],
  [
    'a quota is too small',
    `${deployment('api', 1, ONE_CORE)}---\n{ apiVersion: v1, kind: ResourceQuota, metadata: { name: q, namespace: shop }, spec: { hard: { cpu: 999m } } }`,
    false,
  ],
])('%s', (_, text, fits) => {
  expect(capacity(text, { nodes }).fits).toBe(fits);
});

test('objects that take nothing are said to', () => {
  expect(report('{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }')).toEqual([
    'Nothing runs, and nothing is stored.',
    '',
  ]);
});

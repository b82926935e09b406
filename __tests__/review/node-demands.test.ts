import { loadAll } from 'js-yaml';
import { capacityOf } from '../../lib/review/capacity';
import { findUnplaced } from '../../lib/review/placement';
import { Manifest } from '../../lib/rules/rendered-object';

const pods = (name: string, replicas: number, spec = '', kind = 'Deployment', cpu = '100m') => `
---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: ${replicas}
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${spec}${spec && ', '}containers: [{ name: c, resources: { requests: { cpu: ${cpu} } } }] }
`;

const shuns = (app: string, rest = '', topologyKey = 'kubernetes.io/hostname') =>
  `affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: ${topologyKey}, labelSelector: { matchLabels: { app: ${app} } }${rest} }] } }`;

const spread = (rest: string) =>
  `topologySpreadConstraints: [{ maxSkew: 1, topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: api } }${rest} }]`;

const componentsOf = (yaml: string, nodes = 2) => capacityOf(loadAll(yaml) as Manifest[], nodes);
const unplaced = (yaml: string, count = 2, cpu = 1000) =>
  findUnplaced(componentsOf(yaml, count), 'largest', { count, cpu, memory: 1000, pods: 10 });
const demandsOf = (yaml: string) => componentsOf(yaml)[0]?.demands;

test('pods that shun their own labels need a node each', () => {
  expect(unplaced(pods('api', 3, shuns('api')))).toEqual(['shop/api']);
  expect(unplaced(pods('api', 2, shuns('api')))).toEqual([]);
});

test('pods that shun others share a node with each other, and not with those', () => {
  const api = pods('api', 3, shuns('db'));
  expect(demandsOf(api)?.apart).toBe(false);
  expect(unplaced(api + pods('db', 1))).toEqual([]);
  expect(unplaced(api + pods('db', 1), 1)).toEqual(['shop/db']);
});

test('those that are shunned are kept away as well, whoever is there first', () => {
  expect(unplaced(pods('large', 1, '', 'Deployment', '900m') + pods('api', 1, shuns('large')), 1)).toEqual([
    'shop/api',
  ]);
});

test('who shuns pods of another namespace, or in a zone, shares a node with these', () => {
  const elsewhere = shuns('db', ', namespaces: [bank]');
  expect(unplaced(pods('api', 1, elsewhere) + pods('db', 1), 1)).toEqual([]);
  expect(unplaced(pods('api', 3, shuns('api', '', 'topology.kubernetes.io/zone')), 1)).toEqual([]);
  expect(unplaced(pods('api', 1, shuns('db', ', namespaceSelector: {}')) + pods('db', 1), 1)).toEqual(['shop/db']);
});

test('a pod of a DaemonSet has room on each node before others take it', () => {
  const text = pods('db', 1, shuns('db'), 'StatefulSet', '900m') + pods('agent', 1, '', 'DaemonSet', '200m');
  expect(unplaced(text)).toEqual(['shop/db']);
});

test('pods that must be level on all nodes find room only where they stay so', () => {
  const full = pods('agent', 1, '', 'DaemonSet', '600m');
  expect(unplaced(full + pods('api', 4, spread(''), 'Deployment', '200m'))).toEqual([]);
  const one = pods('large', 1, shuns('large'), 'StatefulSet', '1000m');
  expect(unplaced(one + pods('api', 3, spread('')))).toEqual(['shop/api', 'shop/api']);
  expect(unplaced(one + pods('api', 3, spread(', whenUnsatisfiable: ScheduleAnyway')))).toEqual([]);
});

test.each([
  ['nodeSelector: { pool: gpu }', true],
  ['nodeSelector: { kubernetes.io/os: linux }', false],
  [
    'affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: pool, operator: Exists }] }] } } }',
    true,
  ],
  [
    'affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [{ key: pool, operator: Exists }] } }] } }',
    false,
  ],
  ['', false],
])('pods with { %s } choose their nodes: %s', (spec, choosy) => {
  expect(demandsOf(pods('api', 1, spec))?.choosy).toBe(choosy);
});

test('two workloads that are called the same by their label are two', () => {
  const labelled = (name: string) =>
    pods(name, 1, shuns(name)).replace(
      'namespace: shop }',
      'namespace: shop, labels: { app.kubernetes.io/name: loki } }',
    );
  expect(unplaced(labelled('read') + labelled('write'), 1)).toEqual([]);
});

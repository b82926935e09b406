import { objectQuotaFits } from '../../../lib/rules/availability/object-quotas';
import { judgeYaml, other, owner } from '../judge-yaml';

const quota = (hard: string, more = '') => other('v1', 'ResourceQuota', 'all', `spec: { hard: { ${hard} }${more} }`);
const service = (name: string, spec: string) => other('v1', 'Service', name, `spec: { ${spec} }`);
/** What is said, without the field, which is that of the quota. */
const judge = (text: string) => judgeYaml(objectQuotaFits, text).map((line) => line.replace(/^\S+: /, ''));

const quotaOf = (balancers: number, ports: number) =>
  quota(`services.loadbalancers: '${balancers}', services.nodeports: '${ports}'`);

test.each([
  ['type: LoadBalancer, ports: [{ port: 80 }, { port: 443 }]', 1, 2],
  ['type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{ port: 80, nodePort: 30080 }]', 1, 1],
  ['type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{ port: 80 }]', 1, 0],
  ['type: NodePort, ports: [{ port: 80 }]', 0, 1],
  ['type: ClusterIP, ports: [{ port: 80 }]', 0, 0],
])('%s takes %d load balancers and %d ports of nodes', (spec, balancers, ports) => {
  expect(judge(service('web', spec) + quotaOf(balancers, ports))).toEqual([]);
  expect(judge(service('web', spec) + quotaOf(balancers - 1, ports - 1))).toEqual([
    `services.loadbalancers of the quota must be at least ${balancers}, got ${balancers - 1}`,
    `services.nodeports of the quota must be at least ${ports}, got ${ports - 1}`,
  ]);
});

test('claims of StatefulSets count for every pod, those of a pod with it, and others by themselves', () => {
  const claim = 'spec: { resources: { requests: { storage: 2Gi } } }';
  const kept = `replicas: 3\n  volumeClaimTemplates: [{ metadata: { name: data }, ${claim} }]`;
  const passing = `{ containers: [{ name: c }], volumes: [{ name: scratch, ephemeral: { volumeClaimTemplate: { ${claim} } } }] }`;
  const text = owner(passing, 'StatefulSet', kept) + other('v1', 'PersistentVolumeClaim', 'alone', claim);
  expect(judge(text + quota('persistentvolumeclaims: 7, requests.storage: 14Gi'))).toEqual([]);
  expect(judge(text + quota('persistentvolumeclaims: 6, requests.storage: 13Gi'))).toEqual([
    'persistentvolumeclaims of the quota must be at least 7, got 6',
    'requests.storage of the quota must be at least 14Gi, got 13Gi',
  ]);
});

test('a quota of one scope, of another namespace or of something else says nothing', () => {
  const two = service('a', 'ports: [{ port: 80 }]') + service('b', 'ports: [{ port: 80 }]');
  expect(judge(two + quota("services: '1'"))).toHaveLength(1);
  expect(judge(two + quota("services: '1'", ', scopes: [BestEffort]'))).toEqual([]);
  expect(judge(two + quota("services: '1'").replace('namespace: shop', 'namespace: z'))).toEqual([]);
  expect(judge(two + quota("configmaps: '0'"))).toEqual([]);
});

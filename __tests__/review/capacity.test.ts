import { loadAll } from 'js-yaml';
import { capacityOf, sumCapacity } from '../../lib/review/capacity';
import { Manifest } from '../../lib/rules/rendered-object';

const MI = 1024 ** 2;
const read = (yaml: string) => loadAll(yaml) as Manifest[];

/** A workload of a kind, with one container of 100m/128Mi, limited to 500m/512Mi, and more of its spec. */
const workload = (kind: string, name: string, spec: string) => `
---
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: ${name}, namespace: shop, labels: { app.kubernetes.io/part-of: retail } }
spec:
  ${spec}
  template:
    spec:
      containers:
      - resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: 500m, memory: 512Mi } }`;

const withInit = (containers: string) => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 1
  template:
    spec:
      initContainers: [${containers}]
      containers:
      - resources: { requests: { cpu: 100m, memory: 100Mi }, limits: { cpu: '1', memory: 1Gi } }
      - resources: { requests: { cpu: 50m, memory: 50Mi }, limits: { cpu: '1', memory: 1Gi } }`;

const requestsOf = (yaml: string) =>
  capacityOf(read(yaml), 1).map(({ largest }) => [largest.requestsCpu, largest.requestsMemory / MI]);

test('a workload counts its replicas and the claims of each', () => {
  const claims = 'volumeClaimTemplates: [{ spec: { resources: { requests: { storage: 10Gi } } } }]';
  const [set] = capacityOf(read(workload('StatefulSet', 'db', `replicas: 3\n  ${claims}`)), 1);
  const amounts = {
    pods: 3,
    requestsCpu: 300,
    requestsMemory: 384 * MI,
    limitsCpu: 1500,
    limitsMemory: 1536 * MI,
    storage: 30 * 1024 * MI,
    claims: 3,
  };
  expect(set).toMatchObject({ platform: 'retail', namespace: 'shop', name: 'db', runs: 'always' });
  expect([set?.smallest, set?.largest]).toEqual([amounts, amounts]);
});

test('an autoscaled workload counts from its fewest pods to its most', () => {
  const scaler = `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 5, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }`;
  const other = workload('Deployment', 'web', 'replicas: 1').replace('namespace: shop', 'namespace: other');
  const components = capacityOf(read(workload('Deployment', 'web', '') + scaler + other), 1);
  expect(components.map(({ namespace, smallest, largest }) => [namespace, smallest.pods, largest.requestsCpu])).toEqual(
    [
      ['other', 1, 100],
      ['shop', 2, 500],
    ],
  );
});

test('an init container counts only where it is larger than the containers together', () => {
  expect(requestsOf(withInit('{ resources: { requests: { cpu: 140m, memory: 151Mi } } }'))).toEqual([[150, 151]]);
});

test('a sidecar counts together with the containers, and with the init containers that start after it', () => {
  const sidecar = '{ restartPolicy: Always, resources: { requests: { cpu: 10m, memory: 10Mi } } }';
  const init = '{ resources: { requests: { cpu: 155m, memory: 20Mi } } }';
  expect(requestsOf(withInit(sidecar))).toEqual([[160, 160]]);
  expect(requestsOf(withInit(`${sidecar}, ${init}`))).toEqual([[165, 160]]);
  expect(requestsOf(withInit(`${init}, ${sidecar}`))).toEqual([[160, 160]]);
});

test('a DaemonSet has one pod on each node, and none shares one', () => {
  const [agent] = capacityOf(read(workload('DaemonSet', 'agent', '')), 4);
  expect([agent?.largest.pods, agent?.demands.apart]).toEqual([4, true]);
});

test('Jobs and CronJobs stand apart', () => {
  const cron = `
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: dump, namespace: shop }
spec:
  jobTemplate:
    spec:
      template: { spec: { containers: [{ resources: { requests: { cpu: 30m, memory: 64Mi } } }] } }`;
  const components = capacityOf(read(workload('Job', 'init', 'parallelism: 2') + cron), 1);
  expect(components.map(({ name, runs, largest }) => [name, runs, largest.pods, largest.requestsCpu])).toEqual([
    ['dump', 'at times', 1, 30],
    ['init', 'at times', 2, 200],
  ]);
});

test('a claim of its own counts its storage and no pod', () => {
  const claim = `
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { resources: { requests: { storage: 5Gi } } }`;
  const sum = sumCapacity(capacityOf(read(claim), 1), 'smallest');
  expect([sum.pods, sum.storage]).toEqual([0, 5 * 1024 * MI]);
});

test('what is no quantity is a fault and not zero', () => {
  expect(() => capacityOf(read(workload('Deployment', 'web', 'replicas: 1').replace('128Mi', '128MB')), 1)).toThrow(
    "not a quantity: '128MB'",
  );
});

const rolling = (kind: string, strategy: string) =>
  capacityOf(read(workload(kind, 'web', `replicas: 6\n  ${strategy}`)), 6).map(({ surge }) => surge);

test.each([
  ['Deployment', '', 2],
  ['Deployment', 'strategy: { rollingUpdate: { maxSurge: 1 } }', 1],
  ['Deployment', 'strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 100% } }', 6],
  ['Deployment', 'strategy: { type: Recreate }', 0],
  ['StatefulSet', '', 0],
  ['DaemonSet', '', 0],
  ['DaemonSet', 'updateStrategy: { rollingUpdate: { maxSurge: 50% } }', 3],
  ['Job', '', 0],
])('a %s with %j rolls out with %i more pods', (kind, strategy, surge) => {
  expect(rolling(kind, strategy)).toEqual([surge]);
});

test('containers that ask for nothing get what the LimitRange of their namespace gives', () => {
  const range = (namespace: string) => `
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: ${namespace} }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 50m }, default: { cpu: 200m, memory: 64Mi } }] }`;
  const bare = workload('Deployment', 'web', 'replicas: 2').replace(/resources: .*/, 'name: web');
  const figures = (yaml: string) =>
    capacityOf(read(yaml), 1).map(({ each }) => [each.requestsCpu, each.requestsMemory / MI, each.limitsCpu]);
  expect(figures(bare + range('shop'))).toEqual([[50, 64, 200]]);
  expect(figures(bare + range('other'))).toEqual([[0, 0, 0]]);
  expect(figures(workload('Deployment', 'web', '') + range('shop'))).toEqual([[100, 128, 500]]);
});

test('the range of an autoscaler of KEDA counts, and a pod without a controller is one', () => {
  const scaled = `
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: web, namespace: shop }
spec: { scaleTargetRef: { name: web }, minReplicaCount: 1, maxReplicaCount: 7 }
---
apiVersion: v1
kind: Pod
metadata: { name: alone, namespace: shop }
spec: { containers: [{ name: a, resources: { limits: { cpu: '1' } } }] }`;
  const components = capacityOf(read(workload('Deployment', 'web', '') + scaled), 1);
  expect(components.map(({ name, smallest, largest }) => [name, smallest.pods, largest.pods])).toEqual([
    ['alone', 1, 1],
    ['web', 1, 7],
  ]);
});

import { Chart, Testing } from 'cdk8s';
import { PreparationJob } from '../../lib/constructs/workloads/preparation-job';
import { StatefulWorkload } from '../../lib/constructs/workloads/stateful-workload';
import { StatelessWorkload } from '../../lib/constructs/workloads/stateless-workload';
import { namespaceIn, objectsOf, SMALL } from './support';

const pod = {
  user: 1000,
  group: 1000,
  terminationGrace: '30s',
  priorityClassName: 'data',
  containers: [{ name: 'server', image: 'server:1.0.0', resources: SMALL }],
} as const;

function define(fill: (chart: Chart, namespace: ReturnType<typeof namespaceIn>) => unknown = () => undefined) {
  const chart = Testing.chart();
  fill(chart, namespaceIn(chart));
  return objectsOf(chart);
}

test('every mode of Pod Security is restricted, at one version', () => {
  expect(define()('Namespace').metadata.labels).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/enforce-version': 'v1.28',
    'pod-security.kubernetes.io/audit': 'restricted',
    'pod-security.kubernetes.io/warn': 'restricted',
  });
});

test('all traffic is denied in both directions', () => {
  expect(define()('NetworkPolicy', 'default-deny')['spec']).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
});

test('the default account gets no token', () => {
  expect(define()('ServiceAccount', 'default')).toMatchObject({ automountServiceAccountToken: false });
});

test('a container that states nothing is bounded', () => {
  const [limits] = (define()('LimitRange') as unknown as { spec: { limits: unknown[] } }).spec.limits;
  expect(limits).toEqual({
    type: 'Container',
    default: { cpu: '1', memory: '2Gi' },
    defaultRequest: { cpu: '100m', memory: '1Gi' },
    max: { cpu: '4', memory: '8Gi' },
  });
});

test('an empty namespace has room for nothing', () => {
  expect(define()('ResourceQuota')['spec']).toMatchObject({ hard: { pods: '0', 'requests.cpu': '0' } });
});

test('the quota follows the workloads, with headroom', () => {
  const find = define((chart, namespace) => {
    new StatefulWorkload(chart, 'store', {
      namespace,
      component: 'database',
      pod,
      replicas: 3,
      claims: [{ name: 'data', size: '10Gi', storageClassName: 'ssd' }],
      headlessService: 'store-nodes',
      ports: { client: 1234 },
    });
    new PreparationJob(chart, 'init', {
      namespace,
      component: 'job',
      pod,
      content: '',
      backoffLimit: 2,
      deadline: '60s',
    });
  });
  // Three members and one Job with one pod that is being replaced: five pods, and 10 percent.
  expect(find('ResourceQuota')['spec']).toEqual({
    hard: {
      'limits.cpu': '5500m',
      'limits.memory': '11Gi',
      persistentvolumeclaims: '3',
      pods: '6',
      'requests.cpu': '600m',
      'requests.memory': '5632Mi',
      'requests.storage': '30Gi',
      'services.loadbalancers': '0',
      'services.nodeports': '0',
    },
  });
});

test('the quota admits the load balancers that are defined, with the port that each of theirs takes of a node', () => {
  const find = define((chart, namespace) => {
    new StatelessWorkload(chart, 'gateway', {
      namespace,
      component: 'gateway',
      pod,
      scale: { fixed: 2 },
      servicePorts: { http: 80, https: 443 },
      loadBalancer: {},
      minReady: '5s',
      progressDeadline: '60s',
    });
  });
  expect(find('ResourceQuota')['spec']).toMatchObject({
    hard: { 'services.loadbalancers': '1', 'services.nodeports': '2' },
  });
});

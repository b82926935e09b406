import { Chart, Testing } from 'cdk8s';
import { ConfigFiles } from '../../../lib/constructs/objects/config-files';
import { Microservice, MicroserviceProps } from '../../../lib/constructs/workloads/microservice';
import { between, fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf, SMALL } from '../support';

type Options = Omit<MicroserviceProps, 'namespace' | 'sharedSettings'>;

const check = { path: '/health', period: '5s', timeout: '3s', failures: 3 } as const;
const required: Options = {
  tier: 'internal',
  image: 'registry.example/api:1.0.0',
  port: 8080,
  scale: fixed(3),
  autoscaling: {
    cpuPercent: 70,
    memoryPercent: 80,
    up: { window: '0s', percent: 100, period: '15s' },
    down: { window: '300s', percent: 50, period: '60s' },
  },
  resources: SMALL,
  startup: { ...check, failures: 30 },
  readiness: { ...check, path: '/ready' },
  liveness: check,
  settings: { SERVICE_NAME: 'api' },
  secretEnv: { MONGODB_URI: { secret: 'mongodb-credentials', key: 'uri' } },
  user: 1000,
  terminationGrace: '30s',
  drain: '10s',
  priorityClassName: 'service',
  minReady: '5s',
  progressDeadline: '600s',
};

function define(overrides: Partial<Options> = {}, shared: Record<string, string> = {}) {
  const chart: Chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const sharedSettings = new ConfigFiles(chart, 'Shared', { namespace: 'data', name: 'shared', data: shared });
  const service = new Microservice(chart, 'api', { ...required, ...overrides, namespace, sharedSettings });
  return {
    chart,
    service,
    namespace,
    find: (kind: string, name = 'api') => objectsOf(chart)(kind, name) as never as Any,
  };
}
// Rendered objects are read by path in assertions, where a wrong path fails the test.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;

const kinds = (chart: Chart) =>
  Testing.synth(chart)
    .filter(({ metadata }: Any) => metadata.name === 'api')
    .map(({ kind }: Any) => kind as string)
    .sort();

test('three pods have a budget of one, and no autoscaler', () => {
  const { chart, find } = define();
  expect(kinds(chart)).toEqual([
    ...['ConfigMap', 'Deployment', 'NetworkPolicy', 'PodDisruptionBudget', 'Service', 'ServiceAccount'],
  ]);
  expect(find('PodDisruptionBudget').spec).toEqual({
    maxUnavailable: 1,
    selector: { matchLabels: { 'app.kubernetes.io/name': 'api' } },
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
  });
  expect(find('Deployment').spec.replicas).toBe(3);
});

test('a single pod has no budget, and is not spread', () => {
  const { chart, find } = define({ scale: fixed(1) });
  expect(kinds(chart)).not.toContain('PodDisruptionBudget');
  expect(find('Deployment').spec.template.spec).not.toHaveProperty('affinity');
});

test('a range of pods has an autoscaler, and the Deployment says no replicas', () => {
  const { find } = define({ scale: between(2, 6) });
  expect(find('Deployment').spec).not.toHaveProperty('replicas');
  expect(find('HorizontalPodAutoscaler').spec).toMatchObject({
    minReplicas: 2,
    maxReplicas: 6,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    metrics: [
      { type: 'Resource', resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 80 } } },
      { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
    ],
    behavior: {
      scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] },
      scaleDown: { stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
    },
  });
});

test('the selector is the name and nothing that a refactoring could move', () => {
  const { find } = define();
  const selector = { 'app.kubernetes.io/name': 'api' };
  expect(find('Deployment').spec.selector).toEqual({ matchLabels: selector });
  expect(find('Service').spec.selector).toEqual(selector);
  expect(find('Deployment').spec.template.metadata.labels).toMatchObject(selector);
});

test('a pod is spread over hosts and zones', () => {
  const { spec } = define().find('Deployment').spec.template;
  const preferred = spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution;
  expect(preferred[0].podAffinityTerm.topologyKey).toBe('kubernetes.io/hostname');
  expect(spec.topologySpreadConstraints).toEqual([
    expect.objectContaining({
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      matchLabelKeys: ['pod-template-hash'],
    }),
  ]);
});

test('a pod passes the restricted profile with a read-only root file system and no token', () => {
  const { find } = define();
  const { spec } = find('Deployment').spec.template;
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    serviceAccountName: 'api',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  });
  expect(spec.containers[0].securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
  });
  expect(find('ServiceAccount').automountServiceAccountToken).toBe(false);
});

test('a pod is asked for its start, its readiness and its life by different questions', () => {
  const [container] = define().find('Deployment').spec.template.spec.containers;
  const timing = { periodSeconds: 5, timeoutSeconds: 3, successThreshold: 1 };
  const http = (path: string) => ({ httpGet: { path, port: 'http', scheme: 'HTTP' } });
  expect(container.startupProbe).toEqual({ ...http('/health'), ...timing, failureThreshold: 30 });
  expect(container.readinessProbe).toEqual({ ...http('/ready'), ...timing, failureThreshold: 3 });
  expect(container.livenessProbe).toEqual({ ...http('/health'), ...timing, failureThreshold: 3 });
});

test('a pod serves on while routers forget it, then ends in time', () => {
  const { spec } = define().find('Deployment').spec.template;
  expect(spec.containers[0].lifecycle).toEqual({ preStop: { exec: { command: ['/bin/sleep', '10'] } } });
  expect(spec.terminationGracePeriodSeconds).toBe(30);
});

test('no pod is missing during a roll-out', () => {
  const { strategy } = define().find('Deployment').spec;
  expect(strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
});

test('settings are read from two ConfigMaps, secrets by reference', () => {
  const [container] = define().find('Deployment').spec.template.spec.containers;
  expect(container.envFrom).toEqual([{ configMapRef: { name: 'shared' } }, { configMapRef: { name: 'api' } }]);
  expect(container.env).toEqual([
    { name: 'MONGODB_URI', valueFrom: { secretKeyRef: { name: 'mongodb-credentials', key: 'uri' } } },
  ]);
});

test('a change of what it reads rolls the pods, and nothing else does', () => {
  const annotations = (...args: Parameters<typeof define>) =>
    define(...args).find('Deployment').spec.template.metadata.annotations;
  expect(annotations()).toEqual(annotations({}, {}));
  expect(annotations({ settings: { SERVICE_NAME: 'b' } })['checksum/api']).not.toBe(annotations()['checksum/api']);
  expect(annotations({}, { LOG_LEVEL: 'debug' })['checksum/shared']).not.toBe(annotations()['checksum/shared']);
});

test.each<[string, Partial<Options>, string]>([
  ['drain as long as the grace', { drain: '30s' }, 'drain must be shorter than terminationGrace 30s, got 30s'],
  [
    'one question for two answers',
    { readiness: check },
    'readiness.path must differ from liveness.path, got /health for both',
  ],
])('fails for %s', (_, overrides, problem) => {
  expect(() => define(overrides).find('Deployment')).toThrow(`[test/api] ${problem}`);
});

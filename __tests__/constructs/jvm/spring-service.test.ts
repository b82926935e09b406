import { Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { SpringService, SpringServiceProps } from '../../../lib/constructs/jvm/spring-service';
import { scratch } from '../../../lib/constructs/pods/mount';
import { between, fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

type Props = Omit<SpringServiceProps, 'namespace'>;

const required: Required<Props> = {
  tier: 'public',
  image: 'registry.example.com/engine:1.0.0',
  user: 1000,
  ports: { http: 8080, management: 8081 },
  servicePorts: { http: 80, management: 8081 },
  scale: between(2, 4),
  autoscaling: {
    cpuPercent: 70,
    up: { window: '0s', percent: 100, period: '15s' },
    down: { window: '300s', percent: 50, period: '60s' },
  },
  resources: SMALL,
  config: { spring: { application: { name: 'engine' } }, management: { health: { redis: { enabled: false } } } },
  profiles: ['prod', 'cloud'],
  env: { DB_HOST: 'postgres', DB_PASSWORD: { secret: 'db', key: 'password' } },
  mounts: [scratch('extra', '/extra', '1Mi')],
  scratch: '64Mi',
  probes: TIMINGS,
  heapPercent: 60,
  maxPauseMs: 100,
  drain: '10s',
  shutdown: '30s',
  terminationGrace: '60s',
  priorityClassName: 'service',
  minReady: '10s',
  progressDeadline: '600s',
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const service = new SpringService(chart, 'engine', { namespace: namespaceIn(chart), ...required, ...overrides });
  return { chart, service };
}

interface PodTemplate {
  readonly metadata: { readonly annotations: object };
  readonly spec: {
    readonly containers: readonly [
      { readonly env: { name: string; value?: string }[]; readonly volumeMounts: object[] },
    ];
  };
}

function templateOf(overrides?: Partial<Props>): PodTemplate {
  return (objectsOf(define(overrides).chart)('Deployment').spec as { template: PodTemplate }).template;
}
const variable = (name: string, overrides?: Partial<Props>) =>
  templateOf(overrides).spec.containers[0].env.find((each) => each.name === name)?.value;
const configOf = (overrides?: Partial<Props>) =>
  load((objectsOf(define(overrides).chart)('ConfigMap').data as Record<string, string>)['application.yaml'] ?? '');

test('the Service leads users and watchers to ports of their own', () => {
  expect(objectsOf(define().chart)('Service').spec).toMatchObject({
    ports: [
      { name: 'http', port: 80, targetPort: 'http' },
      { name: 'management', port: 8081, targetPort: 'management' },
    ],
  });
  expect([variable('SERVER_PORT'), variable('MANAGEMENT_SERVER_PORT')]).toEqual(['8080', '8081']);
});

test('health is asked where nobody outside is led to', () => {
  const get = (path: string) => ({ httpGet: { path: `/actuator/health/${path}`, port: 'management' } });
  expect(templateOf().spec.containers[0]).toMatchObject({
    startupProbe: get('liveness'),
    readinessProbe: get('readiness'),
    livenessProbe: get('liveness'),
  });
});

test('its file is read, holds what the pod rests upon and what the caller says, and rolls the pods', () => {
  expect(variable('SPRING_CONFIG_ADDITIONAL_LOCATION')).toBe('file:/etc/spring/');
  expect(templateOf().spec.containers[0].volumeMounts).toContainEqual({
    name: 'config',
    mountPath: '/etc/spring',
    readOnly: true,
  });
  expect(configOf()).toMatchObject({
    server: { shutdown: 'graceful' },
    spring: { lifecycle: { 'timeout-per-shutdown-phase': '30s' }, application: { name: 'engine' } },
    management: { endpoint: { health: { probes: { enabled: true } } }, health: { redis: { enabled: false } } },
  });
  const other = { config: { spring: { application: { name: 'other' } } } };
  expect(templateOf(other).metadata.annotations).not.toEqual(templateOf().metadata.annotations);
});

test('heap and pauses are options of the JVM, and none of them was taken away by Java 17', () => {
  const options = variable('JAVA_TOOL_OPTIONS')?.split(' ') ?? [];
  expect(options).toEqual([
    '-XX:+UseG1GC',
    '-XX:MaxGCPauseMillis=100',
    '-XX:MaxRAMPercentage=60',
    '-XX:+ExitOnOutOfMemoryError',
    '-Xlog:gc:stdout:time,level,tags',
    '-Djava.io.tmpdir=/tmp',
  ]);
});

test('profiles are active in their order', () => {
  expect(variable('SPRING_PROFILES_ACTIVE')).toBe('prod,cloud');
});

test('all props: mounts and variables of the caller are there', () => {
  const [container] = templateOf().spec.containers;
  expect(container.volumeMounts).toContainEqual({ name: 'extra', mountPath: '/extra' });
  expect(container.env).toContainEqual({
    name: 'DB_PASSWORD',
    valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
  });
});

test.each<[Partial<Props>, string]>([
  [{ heapPercent: 76 }, 'heapPercent must be from 1 to 75, got 76; the rest of the memory is not heap'],
  [{ terminationGrace: '40s' }, 'terminationGrace must be longer than drain 10s and shutdown 30s, got 40s'],
  [{ ports: { http: 8080, management: 8080 } }, 'ports.management must differ from ports.http, got 8080 for both'],
  [
    { probes: { ...TIMINGS, startup: { period: '2s', timeout: '2s', failures: 3 } } },
    'probes.startup.timeout must be shorter than its period 2s, got 2s',
  ],
])('%j is refused', (overrides, message) => {
  expect(define(overrides).service.node.validate()).toEqual([message]);
});

test('a fixed number of pods has no autoscaler', () => {
  const find = objectsOf(define({ scale: fixed(1) }).chart);
  expect(find('Deployment').spec).toMatchObject({ replicas: 1 });
  expect(() => find('HorizontalPodAutoscaler')).toThrow('no HorizontalPodAutoscaler');
});

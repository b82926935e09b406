import { Testing } from 'cdk8s';
import { Redis, RedisProps } from '../../../lib/constructs/redis/redis';
import { renderPasswordLine } from '../../../lib/constructs/redis/redis-config';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

type Props = Omit<RedisProps, 'namespace'>;

const required: Required<Props> = {
  image: 'redis:7.2.16',
  user: 999,
  group: 998,
  storage: '4Gi',
  storageClassName: 'ssd',
  resources: SMALL,
  maxMemory: '1Gi',
  eviction: 'noeviction',
  passwordSecret: 'cache-auth',
  probes: TIMINGS,
  minReady: '10s',
  terminationGrace: '60s',
  priorityClassName: 'data',
  clusterDomain: 'cluster.local',
  exporter: { image: 'redis-exporter:v1.88.0', resources: SMALL },
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const redis = new Redis(chart, 'cache', { namespace: namespaceIn(chart), ...required, ...overrides });
  return { chart, redis };
}

interface Container {
  readonly command: readonly string[];
  readonly env: readonly object[];
  readonly readinessProbe: object;
  readonly livenessProbe: object;
  readonly volumeMounts: readonly object[];
}

interface StatefulSetSpec {
  readonly template: {
    readonly metadata: object;
    readonly spec: { readonly containers: readonly [Container, Container] };
  };
}

const specOf = (overrides?: Partial<Props>): StatefulSetSpec =>
  objectsOf(define(overrides).chart)('StatefulSet').spec as StatefulSetSpec;
const serverOf = (overrides?: Partial<Props>): Container => specOf(overrides).template.spec.containers[0];
const configOf = (overrides?: Partial<Props>): string[] =>
  (objectsOf(define(overrides).chart)('ConfigMap').data as { 'redis.conf': string })['redis.conf'].split('\n');

test('one server runs on a claim of its own', () => {
  expect(specOf()).toMatchObject({
    replicas: 1,
    minReadySeconds: 10,
    volumeClaimTemplates: [{ spec: { storageClassName: 'ssd', resources: { requests: { storage: '4Gi' } } } }],
    template: { spec: { securityContext: { runAsUser: 999, fsGroup: 998 }, priorityClassName: 'data' } },
  });
});

test('clients reach it by a Service of its name', () => {
  const { chart, redis } = define();
  expect([redis.host, redis.port]).toEqual(['cache.data.svc.cluster.local', 6379]);
  expect(objectsOf(chart)('Service', 'cache').spec).toMatchObject({ ports: [{ name: 'redis', port: 6379 }] });
  expect(redis.endpoint()).toMatchObject({ ports: [{ port: 6379 }], after: [redis] });
  expect(redis.password).toEqual({ secret: 'cache-auth', key: 'password' });
});

test('what it is told goes to a file, and what to do with full memory is said', () => {
  expect(configOf()).toEqual(
    expect.arrayContaining([
      'appendonly yes',
      'appendfsync everysec',
      'dir /data',
      'save ""',
      'maxmemory 1073741824',
      'maxmemory-policy noeviction',
    ]),
  );
  expect(configOf({ eviction: 'allkeys-lru' })).toContain('maxmemory-policy allkeys-lru');
});

test('another configuration rolls the pod', () => {
  const annotations = ({ template: { metadata } }: StatefulSetSpec) => metadata;
  expect(annotations(specOf({ maxMemory: '512Mi' }))).not.toEqual(annotations(specOf()));
});

test('the password stands in no ConfigMap and no argument, and its line comes last', () => {
  const server = serverOf();
  expect(server.command).toEqual(['redis-server', '/etc/redis/redis.conf']);
  expect(
    configOf()
      .filter((line) => line !== '')
      .at(-1),
  ).toBe('include /run/secrets/redis/users.conf');
  expect(server.volumeMounts).toContainEqual({ name: 'users', mountPath: '/run/secrets/redis', readOnly: true });
  expect(renderPasswordLine('cache-password')).toBe('requirepass {{ .cache_password }}\n');
});

test('an answer that refuses is no answer, and a server that reads its file is not killed for it', () => {
  const { readinessProbe, livenessProbe, env } = serverOf();
  expect(readinessProbe).toMatchObject({
    exec: { command: ['redis-cli', '-e', '-h', '127.0.0.1', '-p', '6379', 'ping'] },
  });
  expect(livenessProbe).toMatchObject({ tcpSocket: { port: 'redis' } });
  expect(env).toEqual([
    { name: 'REDISCLI_AUTH', valueFrom: { secretKeyRef: { name: 'cache-auth', key: 'password' } } },
  ]);
});

test('the exporter asks it over the loopback interface, and a scraper is told where', () => {
  const { chart, redis } = define();
  const [, exporter] = (objectsOf(chart)('StatefulSet').spec as StatefulSetSpec).template.spec.containers;
  expect(exporter.env).toContainEqual({ name: 'REDIS_ADDR', value: 'redis://127.0.0.1:6379' });
  expect(redis.metricsTargets).toEqual([{ workload: redis, port: 9121 }]);
});

test.each<[Partial<Props>, string]>([
  [
    { maxMemory: '1600Mi', storage: '8Gi' },
    'maxMemory must be at most 75 % of the memory limit 2Gi, got 1600Mi; a rewrite of the file copies what changes meanwhile',
  ],
  [
    { storage: '2Gi' },
    'storage must be at least 3 times maxMemory 1Gi, got 2Gi; the old file and the new one stand beside each other',
  ],
  [
    { probes: { ...TIMINGS, liveness: { period: '5s', timeout: '5s', failures: 3 } } },
    'probes.liveness.timeout must be shorter than its period 5s, got 5s',
  ],
])('%j is refused', (overrides, message) => {
  expect(define(overrides).redis.node.validate()).toEqual([message]);
});

test('props at their bounds are fine', () => {
  expect(define({ maxMemory: '1536Mi', storage: '4608Mi' }).redis.node.validate()).toEqual([]);
});

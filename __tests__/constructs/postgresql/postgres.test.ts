import { Testing } from 'cdk8s';
import { Postgres, PostgresProps } from '../../../lib/constructs/postgresql/postgres';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

type Props = Omit<PostgresProps, 'namespace'>;

const required: Required<Props> = {
  image: 'postgres:16.15-bookworm',
  storage: '20Gi',
  storageClassName: 'ssd',
  resources: SMALL,
  maxConnections: 200,
  settings: { shared_buffers: '256MB', log_min_duration_statement: '1000' },
  sharedMemory: '128Mi',
  scratch: '64Mi',
  user: 999,
  group: 998,
  terminationGrace: '120s',
  priorityClassName: 'data',
  clusterDomain: 'cluster.local',
  superuser: 'temporal',
  database: 'orders',
  password: { secret: 'postgresql', key: 'password' },
  probes: TIMINGS,
  exporter: { image: 'postgres-exporter:v0.20.1', resources: SMALL },
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const postgres = new Postgres(chart, 'postgresql', { namespace: namespaceIn(chart), ...required, ...overrides });
  return { chart, postgres };
}

interface PodSpec {
  readonly securityContext: object;
  readonly volumes: readonly object[];
  readonly containers: readonly [object, object];
}

function podSpec(overrides?: Partial<Props>): PodSpec {
  const { spec } = objectsOf(define(overrides).chart)('StatefulSet');
  return (spec as { template: { spec: PodSpec } }).template.spec;
}

test('one server runs on a claim of its own', () => {
  expect(objectsOf(define().chart)('StatefulSet').spec).toMatchObject({
    replicas: 1,
    volumeClaimTemplates: [{ spec: { storageClassName: 'ssd', resources: { requests: { storage: '20Gi' } } } }],
  });
});

test('clients reach it by a Service of its name', () => {
  const { chart, postgres } = define();
  expect(postgres.address).toBe('postgresql.data.svc.cluster.local:5432');
  expect(objectsOf(chart)('Service', 'postgresql').spec).toMatchObject({ ports: [{ name: 'postgresql', port: 5432 }] });
  expect(postgres.endpoint()).toMatchObject({ ports: [{ port: 5432 }], after: [postgres] });
});

test('the server and its exporter leave the rest of the connections to clients', () => {
  expect(define({ maxConnections: 200 }).postgres.clientConnections).toBe(195);
});

test('its data stand in a folder of the volume, and all else that it writes is scratch space', () => {
  expect(podSpec().containers[0]).toMatchObject({
    env: expect.arrayContaining([{ name: 'PGDATA', value: '/var/lib/postgresql/data/pgdata' }]),
    volumeMounts: expect.arrayContaining([
      { name: 'data', mountPath: '/var/lib/postgresql/data' },
      { name: 'sockets', mountPath: '/var/run/postgresql' },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'shared-memory', mountPath: '/dev/shm' },
    ]),
  });
  expect(podSpec().volumes).toContainEqual({
    name: 'shared-memory',
    emptyDir: { medium: 'Memory', sizeLimit: '128Mi' },
  });
});

test('the first start founds the database that is named, and otherwise none but postgres', () => {
  const founded = (props?: Partial<Props>) => podSpec(props).containers[0];
  expect(founded()).toMatchObject({ env: expect.arrayContaining([{ name: 'POSTGRES_DB', value: 'orders' }]) });
  const others = Object.fromEntries(Object.entries(required).filter(([name]) => name !== 'database')) as Omit<
    typeof required,
    'database'
  >;
  const chart = Testing.chart();
  new Postgres(chart, 'postgresql', { namespace: namespaceIn(chart), ...others });
  const { spec } = objectsOf(chart)('StatefulSet');
  expect((spec as { template: { spec: PodSpec } }).template.spec.containers[0]).toMatchObject({
    env: expect.arrayContaining([{ name: 'POSTGRES_DB', value: 'postgres' }]),
  });
});

test('settings are arguments in the order of their names', () => {
  expect(podSpec().containers[0]).toMatchObject({
    args: [
      'postgres',
      ...['-c', 'log_min_duration_statement=1000'],
      ...['-c', 'max_connections=200'],
      ...['-c', 'shared_buffers=256MB'],
    ],
  });
});

test('the password is a file and in no variable', () => {
  const [server, exporter] = podSpec().containers;
  expect(server).toMatchObject({
    env: expect.arrayContaining([{ name: 'POSTGRES_PASSWORD_FILE', value: '/run/secrets/postgresql/password' }]),
  });
  expect(exporter).toMatchObject({
    env: expect.arrayContaining([{ name: 'DATA_SOURCE_PASS_FILE', value: '/run/secrets/exporter/password' }]),
  });
  expect(JSON.stringify(podSpec())).not.toContain('secretKeyRef');
});

test('it is asked over TCP, since the server of the first start listens on the socket alone', () => {
  const connection = ['--host=127.0.0.1', '--port=5432', '--username=temporal', '--dbname=postgres'];
  const command = ['pg_isready', ...connection, '--quiet'];
  expect(podSpec().containers[0]).toMatchObject({
    startupProbe: { exec: { command } },
    readinessProbe: { exec: { command } },
    livenessProbe: { tcpSocket: { port: 'postgresql' } },
  });
});

test('it ends sessions instead of waiting for them when it is told to end', () => {
  expect(podSpec().containers[0]).toMatchObject({
    lifecycle: { preStop: { exec: { command: ['pg_ctl', 'stop', '--mode=fast', '--no-wait'] } } },
  });
});

test('it runs as the user and the group of the image', () => {
  expect(podSpec().securityContext).toMatchObject({ runAsUser: 999, runAsGroup: 998, fsGroup: 998 });
});

test('metrics come from an exporter beside it', () => {
  const { postgres } = define();
  expect(postgres.metricsTargets).toEqual([{ workload: postgres, port: 9187 }]);
  expect(podSpec().containers[1]).toMatchObject({
    ports: [{ name: 'metrics', containerPort: 9187 }],
    env: expect.arrayContaining([
      { name: 'DATA_SOURCE_URI', value: '127.0.0.1:5432/postgres?sslmode=disable' },
      { name: 'DATA_SOURCE_USER', value: 'temporal' },
    ]),
  });
});

test.each<[Partial<Props>, string]>([
  [{ maxConnections: 9 }, 'maxConnections must be a whole number from 10, got 9'],
  [{ maxConnections: 99.5 }, 'maxConnections must be a whole number from 10, got 99.5'],
  [{ terminationGrace: '119s' }, 'terminationGrace must be at least 120s for the last checkpoint, got 119s'],
  [
    { settings: { shared_buffers: '820MB' } }, // 40 % of 2Gi are 819.2 MB
    'settings.shared_buffers must be at most 40 % of the memory limit 2Gi, got 820MB',
  ],
  [{ sharedMemory: '1025Mi' }, 'sharedMemory must be at most half of the memory limit 2Gi, got 1025Mi'],
  [
    { settings: { max_connections: '5' } },
    'settings must leave alone what the pod decides, got max_connections; use maxConnections',
  ],
  [{ settings: { port: '1' } }, 'settings must leave alone what the pod decides, got port; leave it out'],
  [
    { settings: { 'work-mem': '4MB' } },
    "settings must be named as in postgresql.conf, lower case and underscores, got 'work-mem'",
  ],
  [
    { probes: { ...TIMINGS, readiness: { period: '5s', timeout: '5s', failures: 3 } } },
    'probes.readiness.timeout must be shorter than its period 5s, got 5s',
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define(overrides).chart)).toThrow(problem);
});

test.each<Partial<Props>>([
  { maxConnections: 10 },
  { settings: { shared_buffers: '819MB' } },
  { settings: {} }, // the server's own 128MB
  { sharedMemory: '1Gi' },
])('accepts %j', (overrides) => {
  expect(() => Testing.synth(define(overrides).chart)).not.toThrow();
});

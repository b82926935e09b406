import { Testing } from 'cdk8s';
import { MongoReplicaSet, MongoReplicaSetProps, mongoUri } from '../../../lib/constructs/mongodb/mongo-replica-set';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

type Overrides = Partial<Omit<MongoReplicaSetProps, 'namespace'>>;

const required: Required<Omit<MongoReplicaSetProps, 'namespace'>> = {
  image: 'mongo:8.0.29',
  members: 3,
  replicaSet: 'rs0',
  storage: '100Gi',
  storageClassName: 'ssd',
  resources: SMALL,
  cache: '1Gi',
  user: 999,
  group: 999,
  terminationGrace: '90s',
  priorityClassName: 'data',
  clusterDomain: 'cluster.local',
  rootUser: 'root',
  rootPassword: { secret: 'mongodb-credentials', key: 'root-password' },
  keyfile: { secret: 'mongodb-credentials', key: 'keyfile' },
  scratch: '64Mi',
  minReady: '10s',
  probes: TIMINGS,
  exporter: {
    image: 'percona/mongodb_exporter:0.53.0',
    resources: SMALL,
    userName: 'exporter',
    password: { secret: 'mongodb-credentials', key: 'exporter-password' },
  },
};

function define(overrides: Overrides = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const mongo = new MongoReplicaSet(chart, 'mongodb', { namespace, ...required, ...overrides });
  return { chart, mongo, find: (kind: string, name?: string) => objectsOf(chart)(kind, name) };
}

const podOf = (overrides?: Overrides) => define(overrides).find('StatefulSet').spec as { template: { spec: never } };
const podSpec = (overrides?: Overrides) => podOf(overrides).template.spec as { containers: never[]; volumes: never[] };

test('members have names of their own behind a headless Service', () => {
  const { mongo, find } = define();
  expect(find('StatefulSet').spec).toMatchObject({ serviceName: 'mongodb-headless', replicas: 3 });
  expect(find('Service', 'mongodb-headless').spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
  expect(mongo.addresses).toEqual([
    'mongodb-0.mongodb-headless.data.svc.cluster.local:27017',
    'mongodb-1.mongodb-headless.data.svc.cluster.local:27017',
    'mongodb-2.mongodb-headless.data.svc.cluster.local:27017',
  ]);
});

test('the script knows the members by the names that the Service gives them', () => {
  const { mongo } = define();
  expect(podSpec().containers[0]).toMatchObject({
    command: ['/opt/mongod/mongod.sh'],
    args: ['--wiredTigerCacheSizeGB', '1'],
    env: expect.arrayContaining([{ name: 'MEMBERS', value: mongo.addresses.join(' ') }]),
  });
});

test.each([
  ['256Mi', '0.25'], // the smallest that the engine takes
  ['400Mi', '0.390625'],
  ['1Gi', '1'],
] as const)('a cache of %s is %s GB', (cache, gigabytes) => {
  expect(podSpec({ cache }).containers[0]).toMatchObject({ args: ['--wiredTigerCacheSizeGB', gigabytes] });
});

test('the key is copied from the Secret into memory', () => {
  const items = [{ key: 'keyfile', path: 'keyfile' }];
  expect(podSpec().volumes).toEqual(
    expect.arrayContaining([
      { name: 'keyfile', secret: { secretName: 'mongodb-credentials', defaultMode: 0o440, items } },
      { name: 'keyfile-copy', emptyDir: { medium: 'Memory', sizeLimit: '64Ki' } },
    ]),
  );
  expect(podSpec().containers[0]).toMatchObject({
    env: expect.arrayContaining([
      { name: 'KEYFILE_SOURCE', value: '/run/secrets/mongodb-keyfile/keyfile' },
      { name: 'ROOT_PASSWORD_FILE', value: '/run/secrets/mongodb-root/root-password' },
      { name: 'KEYFILE_DIR', value: '/run/mongodb' },
    ]),
  });
});

test('the exporter asks its own member for the state of the set', () => {
  expect(podSpec().containers[1]).toMatchObject({
    args: ['--collector.diagnosticdata', '--collector.replicasetstatus', '--compatible-mode'],
    env: [
      { name: 'MONGODB_URI', value: 'mongodb://127.0.0.1:27017/admin' },
      { name: 'MONGODB_USER', value: 'exporter' },
      {
        name: 'MONGODB_PASSWORD',
        valueFrom: { secretKeyRef: { name: 'mongodb-credentials', key: 'exporter-password' } },
      },
    ],
    ports: [{ name: 'metrics', containerPort: 9216, protocol: 'TCP' }],
  });
});

test('members reach each other', () => {
  const peer = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'mongodb' } },
  };
  const ports = [{ port: 27017, protocol: 'TCP' }];
  expect(define().find('NetworkPolicy', 'mongodb').spec).toMatchObject({
    ingress: [{ from: [peer], ports }],
    egress: expect.arrayContaining([{ to: [peer], ports }]),
  });
});

test('a single member connects to nobody', () => {
  expect(define({ members: 1 }).find('NetworkPolicy', 'mongodb').spec).not.toHaveProperty('ingress');
});

test('a change of the script rolls the members', () => {
  expect(podOf().template).toMatchObject({
    metadata: { annotations: { 'checksum/mongodb': expect.stringMatching(/^[0-9a-f]{8}$/) } },
  });
});

test('the connection string names every member and the set', () => {
  const app = { user: 'app', password: '{{ .app_password }}', database: 'wms' };
  expect(mongoUri(define({ members: 1 }).mongo, app)).toBe(
    'mongodb://app:{{ .app_password }}@mongodb-0.mongodb-headless.data.svc.cluster.local:27017/wms?replicaSet=rs0&retryWrites=true&w=majority',
  );
  expect(mongoUri(define().mongo, app)).toContain(define().mongo.addresses.join(','));
});

test('clients come to the port of the members and start after them', () => {
  const { mongo } = define();
  expect(mongo.endpoint()).toMatchObject({ ports: [{ port: 27017 }], peer: mongo.peer, after: [mongo] });
  expect(mongo.metricsTargets).toEqual([{ workload: mongo, port: 9216 }]);
  expect(mongo.metricsPort).toBe(9216);
});

test.each<[Overrides, string]>([
  [{ members: 2 }, 'members must be 1, 3, 5 or 7 for a majority without an arbiter, got 2'],
  [{ members: 9 }, 'members must be 1, 3, 5 or 7 for a majority without an arbiter, got 9'], // at most 7 may vote
  [{ cache: '255Mi' }, 'cache must be at least 256Mi, got 255Mi'],
  [{ cache: '1300Mi' }, 'cache must be at most 60 % of the memory limit 2Gi, got 1300Mi'],
  [{ terminationGrace: '29s' }, 'terminationGrace must be at least 30s for a primary to hand over, got 29s'],
  [
    { probes: { ...TIMINGS, liveness: { ...TIMINGS.liveness, timeout: '10s' } } },
    'probes.liveness.timeout must be shorter than its period 10s, got 10s',
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => define(overrides).find('StatefulSet')).toThrow(`[test/mongodb] ${problem}`);
});

import { Testing } from 'cdk8s';
import { MONGO_EXPORTER_ROLES } from '../../../lib/constructs/mongodb/mongo-exporter';
import { MongoReplicaSet } from '../../../lib/constructs/mongodb/mongo-replica-set';
import { MongoReplicaSetJob, MongoReplicaSetJobProps } from '../../../lib/constructs/mongodb/mongo-replica-set-job';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

type Overrides = Partial<Omit<MongoReplicaSetJobProps, 'replicaSet'>>;

const exporter = {
  name: 'exporter',
  database: 'admin',
  roles: MONGO_EXPORTER_ROLES,
  password: { secret: 'mongodb-credentials', key: 'exporter-password' },
};
const app = {
  name: 'app',
  database: 'wms',
  roles: [{ role: 'readWrite', db: 'orders' }],
  password: { secret: 'mongodb-credentials', key: 'app-password' },
};

const required: Required<Omit<MongoReplicaSetJobProps, 'replicaSet'>> = {
  roles: [],
  users: [exporter, app],
  image: 'mongo:8.0.29',
  resources: SMALL,
  user: 999,
  group: 999,
  priorityClassName: 'data',
  scratch: '64Mi',
  wait: '10m',
  terminationGrace: '30s',
  backoffLimit: 3,
  deadline: '30m',
};

function define(overrides: Overrides = {}, members = 3) {
  const chart = Testing.chart();
  const replicaSet = new MongoReplicaSet(chart, 'mongodb', {
    namespace: namespaceIn(chart),
    image: 'mongo:8.0.29',
    members,
    replicaSet: 'rs0',
    storage: '10Gi',
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
    exporter: { image: 'exporter:1', resources: SMALL, userName: 'exporter', password: exporter.password },
  });
  const job = new MongoReplicaSetJob(chart, 'mongodb-set', { replicaSet, ...required, ...overrides });
  return { chart, replicaSet, job, find: (kind: string, name?: string) => objectsOf(chart)(kind, name) };
}

const container = (overrides?: Overrides) => {
  const { spec } = define(overrides).find('Job') as unknown as {
    spec: { template: { spec: { containers: { env: { name: string }[]; command: string[] }[] } } };
  };
  return spec.template.spec.containers[0];
};

test('runs its scripts in mongosh without a connection of its own', () => {
  expect(container()?.command).toEqual([
    'mongosh',
    '--nodb',
    '--norc',
    '--quiet',
    '--file',
    '/opt/replica-set/mongo-users.mongosh.cjs',
    '--file',
    '/opt/replica-set/mongo-replica-set-job.mongosh.cjs',
  ]);
});

test('the scripts read what is wanted from a file that holds no password', () => {
  const { replicaSet, find } = define();
  const { data } = find('ConfigMap', 'mongodb-set') as unknown as { data: Record<string, string> };
  expect(JSON.parse(data['desired.json'] ?? '')).toEqual({
    replicaSet: 'rs0',
    members: replicaSet.addresses,
    roles: [],
    users: [
      { name: 'exporter', database: 'admin', roles: MONGO_EXPORTER_ROLES, variable: 'USER_0_PASSWORD' },
      { name: 'app', database: 'wms', roles: app.roles, variable: 'USER_1_PASSWORD' },
    ],
  });
});

test('passwords come from the Secret of the replica set', () => {
  const secret = (key: string) => ({ valueFrom: { secretKeyRef: { name: 'mongodb-credentials', key } } });
  expect(container()?.env).toEqual(
    expect.arrayContaining([
      { name: 'ROOT_USERNAME', value: 'root' },
      { name: 'ROOT_PASSWORD', ...secret('root-password') },
      { name: 'USER_0_PASSWORD', ...secret('exporter-password') },
      { name: 'USER_1_PASSWORD', ...secret('app-password') },
      { name: 'WAIT_SECONDS', value: '600' },
    ]),
  );
});

test('runs after the members, and clients start after it', () => {
  const { replicaSet, job } = define();
  expect(job.node.dependencies).toContain(replicaSet);
  expect(job.clientEndpoint()).toMatchObject({ ports: [{ port: 27017 }], peer: replicaSet.peer, after: [job] });
});

test('runs again when members or users change, and only then', () => {
  const name = (overrides?: Overrides, members?: number) => define(overrides, members).find('Job').metadata.name;
  expect(name()).toBe(name());
  expect(name({ users: [exporter] })).not.toBe(name());
  expect(name({}, 5)).not.toBe(name());
});

test('may reach the members', () => {
  const from = [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'data' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'mongodb-set' } },
    },
  ];
  const ports = [{ port: 27017, protocol: 'TCP' }];
  expect(define().find('NetworkPolicy', 'mongodb').spec).toMatchObject({
    ingress: expect.arrayContaining([{ from, ports }]),
  });
});

test.each<[string, Overrides, string]>([
  ['a wait as long as the deadline', { wait: '30m' }, 'wait must be shorter than deadline 30m, got 30m'],
  ['a user twice', { users: [app, app] }, 'users must be named once in a database, got app@wms twice'],
  [
    'a role twice',
    {
      roles: [
        { name: 'replay', privileges: [] },
        { name: 'replay', privileges: [] },
      ],
    },
    'roles must be named once, got replay twice',
  ],
  [
    'the root user',
    { users: [{ ...app, name: 'root', database: 'admin' }] },
    'users must not hold the root user, got root@admin; the first start makes it',
  ],
])('fails for %s', (_, overrides, problem) => {
  expect(() => define(overrides).find('Job')).toThrow(`[test/mongodb-set] ${problem}`);
});

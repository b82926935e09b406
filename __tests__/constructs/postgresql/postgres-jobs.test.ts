import { Testing } from 'cdk8s';
import { FlywayJob, FlywayJobProps } from '../../../lib/constructs/postgresql/flyway-job';
import { Postgres } from '../../../lib/constructs/postgresql/postgres';
import {
  PostgresDatabaseJob,
  PostgresDatabaseJobProps,
} from '../../../lib/constructs/postgresql/postgres-database-job';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

const tries = { backoffLimit: 4, deadline: '3600s', wait: '600s', terminationGrace: '30s' } as const;
const common = { ...tries, user: 999, resources: SMALL, scratch: '64Mi', priorityClassName: 'job' } as const;
const password = { secret: 'db-secret', key: 'password' };

function define() {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const server = new Postgres(chart, 'postgres', {
    namespace,
    image: 'postgis',
    storage: '10Gi',
    storageClassName: 'ssd',
    resources: SMALL,
    maxConnections: 60,
    settings: {},
    sharedMemory: '64Mi',
    scratch: '64Mi',
    user: 999,
    group: 999,
    terminationGrace: '120s',
    priorityClassName: 'data',
    clusterDomain: 'cluster.local',
    superuser: 'postgres',
    password: { secret: 'postgres-auth', key: 'password' },
    probes: TIMINGS,
    exporter: { image: 'exporter', resources: SMALL },
  });
  return { chart, namespace, server };
}

function database(overrides: Partial<PostgresDatabaseJobProps> = {}) {
  const { chart, namespace, server } = define();
  const job = new PostgresDatabaseJob(chart, 'database', {
    ...common,
    namespace,
    server,
    image: 'postgis',
    database: 'engine_db',
    role: 'engine',
    extensions: ['postgis', 'uuid-ossp'],
    password,
    pause: '5s',
    callTimeout: '10s',
    ...overrides,
  });
  return { chart, server, job };
}

function flyway(overrides: Partial<FlywayJobProps> = {}) {
  const { chart, namespace, server } = define();
  const job = new FlywayJob(chart, 'schema', {
    ...common,
    namespace,
    server: server.endpoint(),
    image: 'flyway',
    migrations: { image: 'engine:1.0.0', folder: '/app/db/migration' },
    url: 'jdbc:postgresql://postgres.data.svc.cluster.local:5432/engine_db',
    role: { secret: 'db-secret', key: 'username' },
    password,
    ...overrides,
  });
  return { chart, server, job };
}

const jobOf = ({ chart }: { chart: ReturnType<typeof define>['chart'] }) => objectsOf(chart)('Job');
const podOf = (defined: { chart: ReturnType<typeof define>['chart'] }) =>
  (jobOf(defined).spec as { template: { spec: { containers: object[]; initContainers?: object[] } } }).template.spec;

describe('the database', () => {
  test('is made by the superuser of the server, for a role whose password comes from a Secret', () => {
    expect(podOf(database()).containers[0]).toMatchObject({
      command: ['sh', '/etc/postgres-database/postgres-database-job.sh'],
      env: expect.arrayContaining([
        { name: 'DATABASE', value: 'engine_db' },
        { name: 'EXTENSIONS', value: 'postgis uuid-ossp' },
        { name: 'PGUSER', value: 'postgres' },
        { name: 'PGHOST', value: 'postgres.data.svc.cluster.local' },
        { name: 'ROLE_PASSWORD', valueFrom: { secretKeyRef: { name: 'db-secret', key: 'password' } } },
        { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'postgres-auth', key: 'password' } } },
      ]),
    });
  });

  test('is made again when an extension is added', () => {
    const name = (defined: ReturnType<typeof database>) => jobOf(defined).metadata.name;
    expect(name(database({ extensions: ['postgis'] }))).not.toBe(name(database()));
  });

  test('is made after the server is healthy', () => {
    const { job, server } = database();
    expect(job.node.dependencies).toContain(server);
  });

  test.each<[Partial<PostgresDatabaseJobProps>, string]>([
    [{ database: 'Engine' }, "database must be named with lower case, digits and underscores, got 'Engine'"],
    [{ role: 'a-b' }, "role must be named with lower case, digits and underscores, got 'a-b'"],
    [
      { role: 'postgres' },
      'role must be another than the superuser of the server, got postgres; it would lose its rights',
    ],
    [{ extensions: ['a b'] }, "extensions must be names such as uuid-ossp, got 'a b'"],
    [{ wait: '3600s' }, 'wait must be shorter than deadline 3600s, got 3600s'],
  ])('is refused with %j', (overrides, message) => {
    expect(database(overrides).job.node.validate()).toEqual([message]);
  });
});

describe('the schema', () => {
  test("is that of the program's own image, which names the Job", () => {
    const pod = podOf(flyway());
    expect(pod.initContainers).toEqual([
      expect.objectContaining({
        image: 'engine:1.0.0',
        command: ['/bin/cp', '-R', '/app/db/migration/.', '/migrations'],
        volumeMounts: [{ name: 'migrations', mountPath: '/migrations' }],
      }),
    ]);
    expect(pod.containers[0]).toMatchObject({
      image: 'flyway',
      volumeMounts: expect.arrayContaining([{ name: 'migrations', mountPath: '/migrations', readOnly: true }]),
      env: expect.arrayContaining([{ name: 'FLYWAY_LOCATIONS', value: 'filesystem:/migrations' }]),
    });
    const next = flyway({ migrations: { image: 'engine:1.1.0', folder: '/app/db/migration' } });
    expect(jobOf(next).metadata.name).not.toBe(jobOf(flyway()).metadata.name);
  });

  test('waits for the server as long as it is told', () => {
    expect(podOf(flyway({ wait: '60s' })).containers[0]).toMatchObject({
      env: expect.arrayContaining([
        { name: 'FLYWAY_CONNECT_RETRIES', value: '12' },
        { name: 'FLYWAY_CONNECT_RETRIES_INTERVAL', value: '5' },
      ]),
    });
  });

  test.each<[Partial<FlywayJobProps>, string]>([
    [{ url: 'jdbc:mysql://a/b' }, 'url must be jdbc:postgresql://host:port/database, got jdbc:mysql://a/b'],
    [
      { resources: { requests: { cpu: '1', memory: '256Mi' }, limits: { cpu: '1', memory: '256Mi' } } },
      'resources.limits.memory must be at least 512Mi, got 256Mi',
    ],
    [{ wait: '3600s' }, 'wait must be shorter than deadline 3600s, got 3600s'],
  ])('is refused with %j', (overrides, message) => {
    expect(flyway(overrides).job.node.validate()).toEqual([message]);
  });
});

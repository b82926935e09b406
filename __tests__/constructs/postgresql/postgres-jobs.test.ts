import { Testing } from 'cdk8s';
import { FlywayJob, FlywayJobProps } from '../../../lib/constructs/postgresql/flyway-job';
import { Postgres } from '../../../lib/constructs/postgresql/postgres';
import {
  PostgresDatabase,
  PostgresDatabasesJob,
  PostgresDatabasesJobProps,
} from '../../../lib/constructs/postgresql/postgres-databases-job';
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

const ENGINE: PostgresDatabase = { role: 'engine', password, extensions: ['postgis', 'uuid-ossp'] };

function databases(overrides: Partial<PostgresDatabasesJobProps> = {}) {
  const { chart, namespace, server } = define();
  const job = new PostgresDatabasesJob(chart, 'databases', {
    ...common,
    namespace,
    server: server.endpoint(),
    host: server.host,
    port: server.port,
    superuser: server.superuser,
    password: server.password,
    image: 'postgis',
    databases: { engine_db: ENGINE, parts_db: { role: 'parts', password: { secret: 'parts', key: 'word' } } },
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

describe('the databases', () => {
  test('are made by the superuser of the server, for roles whose passwords come from Secrets', () => {
    expect(podOf(databases()).containers[0]).toMatchObject({
      command: ['bash', '/opt/job/postgres-databases-job.sh'],
      env: expect.arrayContaining([
        { name: 'DATABASES', value: 'engine_db parts_db' },
        { name: 'PGUSER', value: 'postgres' },
        { name: 'PGHOST', value: 'postgres.data.svc.cluster.local' },
        { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'postgres-auth', key: 'password' } } },
        { name: 'ROLE_1', value: 'engine' },
        { name: 'PASSWORD_1', valueFrom: { secretKeyRef: { name: 'db-secret', key: 'password' } } },
        { name: 'EXTENSIONS_1', value: 'postgis uuid-ossp' },
        { name: 'ROLE_2', value: 'parts' },
        { name: 'PASSWORD_2', valueFrom: { secretKeyRef: { name: 'parts', key: 'word' } } },
      ]),
    });
  });

  test('are made again when a database or an extension is added', () => {
    const names = [
      databases(),
      databases({ databases: { engine_db: ENGINE } }),
      databases({ databases: { engine_db: { ...ENGINE, extensions: ['postgis'] } } }),
    ].map((defined) => jobOf(defined).metadata.name);
    expect(new Set(names).size).toBe(3);
  });

  test('are made after the server is healthy', () => {
    const { job, server } = databases();
    expect(job.node.dependencies).toContain(server);
  });

  test.each<[string, PostgresDatabasesJobProps['databases'], string]>([
    ['no database', {}, 'databases must name at least one database, got none'],
    [
      'a database whose name needs quotes',
      { 'engine-db': ENGINE },
      "databases.engine-db must be named with lower case, digits and underscores, got 'engine-db'",
    ],
    [
      'a role whose name needs quotes',
      { engine_db: { role: 'Engine', password } },
      "databases.engine_db.role must be named with lower case, digits and underscores, got 'Engine'",
    ],
    [
      'the role of the superuser',
      { engine_db: { role: 'postgres', password } },
      'databases.engine_db.role must be another than the superuser of the server, got postgres; it would lose its rights',
    ],
    [
      'one role for two databases',
      { engine_db: { role: 'engine', password }, other_db: { role: 'engine', password } },
      'databases.other_db.role must own no other database, got engine; its password is set for one',
    ],
    [
      'an extension that is no name',
      { engine_db: { role: 'engine', password, extensions: ['a b'] } },
      "databases.engine_db.extensions must be names such as uuid-ossp, got 'a b'",
    ],
  ])('%s is refused', (_, rows, message) => {
    expect(databases({ databases: rows }).job.node.validate()).toEqual([message]);
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

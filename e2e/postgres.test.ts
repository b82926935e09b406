import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { Postgres } from '../lib/constructs/postgresql/postgres';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../__tests__/constructs/support';
import { execute, run } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { asUser, startServer, waitUntil } from './harness/process';
import { envOf } from './rendered-env';

interface Container {
  readonly args: readonly string[];
  readonly readinessProbe: { readonly exec: { readonly command: readonly string[] } };
  readonly lifecycle: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
}

const SETTINGS = { shared_buffers: '64MB', log_min_duration_statement: '250ms', 'auto_explain.log_analyze': 'on' };

function render() {
  const chart = Testing.chart();
  new Postgres(chart, 'postgresql', {
    namespace: namespaceIn(chart),
    image: 'postgres',
    storage: '1Gi',
    storageClassName: 'ssd',
    resources: SMALL,
    maxConnections: 42,
    settings: SETTINGS,
    sharedMemory: '64Mi',
    scratch: '64Mi',
    user: 999,
    group: 999,
    terminationGrace: '120s',
    priorityClassName: 'platform-data',
    clusterDomain: 'cluster.local',
    superuser: 'temporal',
    password: { secret: 'postgresql', key: 'password' },
    probes: TIMINGS,
    exporter: { image: 'postgres-exporter', resources: SMALL },
  });
  const { spec } = objectsOf(chart)('StatefulSet');
  const { template } = spec as { template: { spec: { containers: Container[] } } };
  const [container] = template.spec.containers;
  if (!container) throw new Error('no container');
  return { ...container, env: envOf(spec) };
}

/** Founds and starts a server as the image's entrypoint does with the rendered pod, but for its port and folders. */
async function startRendered() {
  const { args, env, readinessProbe, lifecycle } = render();
  // Finds the programs, and installs them where they are missing.
  const programs = await startPostgres();
  await programs.stop();
  const folder = makeTempFolder('rendered-postgres');
  const user = process.getuid?.() === 0 ? 'postgres' : undefined;
  if (user !== undefined) await run('chown', [user, folder]);
  const PGDATA = join(folder, 'pgdata');
  const superuser = env['POSTGRES_USER'] ?? '';
  const initdb = [join(programs.binFolder, 'initdb'), '-D', PGDATA, '-U', superuser];
  const initArgs = (env['POSTGRES_INITDB_ARGS'] ?? '').split(' ');
  await run('setpriv', [...asUser(user), '--', ...initdb, ...initArgs], { cwd: folder });

  const port = String(await freePort());
  const here = (command: readonly string[]) => command.map((word) => word.replace('--port=5432', `--port=${port}`));
  const PATH = `${programs.binFolder}:${process.env['PATH']}`;
  /** Runs a command beside the server, as the kubelet does in its container. */
  const inside = (command: readonly string[]) =>
    execute('setpriv', [...asUser(user), '--', ...here(command)], { cwd: folder, env: { PATH, PGDATA } });
  const probe = readinessProbe.exec.command;
  const isReady = async () => (await inside(probe)).code === 0;
  const [program = '', ...settings] = args;
  const server = await startServer({
    name: 'postgres',
    command: join(programs.binFolder, program),
    args: ['-D', PGDATA, '-p', port, '-h', HOST, '-k', folder, ...settings],
    folder,
    ready: isReady,
    readyWithinMs: 30_000,
    ...(user === undefined ? {} : { user }),
  });
  const psql = (sql: string) => {
    const connection = ['-h', HOST, '-p', port, '-U', superuser, '-d', env['POSTGRES_DB'] ?? ''];
    return execute(join(programs.binFolder, 'psql'), ['-XAtq', ...connection, '-c', sql]);
  };
  const stop = async () => {
    await server.stop();
    removeFolder(folder);
  };
  return { server, psql, isReady, inside, preStop: lifecycle.preStop.exec.command, stop };
}

const postgres = forAllTests(startRendered, 5);

test.each(Object.entries({ max_connections: '42', ...SETTINGS }))('runs with %s = %s', async (name, value) => {
  expect((await postgres().psql(`show ${name}`)).stdout).toBe(`${value}\n`);
});

test('is founded in UTF-8, with checksums of its pages', async () => {
  const { stdout } = await postgres().psql('show server_encoding; show data_checksums; show lc_collate');
  expect(stdout.trim().split('\n').slice(0, 2)).toEqual(['UTF8', 'on']);
});

test('the probes leave nothing in the log', async () => {
  for (let times = 0; times < 3; times++) expect(await postgres().isReady()).toBe(true);
  expect(postgres().server.log()).not.toContain('FATAL');
});

test('what runs before the end ends sessions instead of waiting for them', async () => {
  const session = postgres().psql('select pg_sleep(60)');
  const isOpen = async () =>
    (await postgres().psql("select 1 from pg_stat_activity where query ~ '^select pg_sleep'")).stdout;
  expect(await waitUntil(async () => (await isOpen()) !== '', 10_000)).toBe(true);
  expect((await postgres().inside(postgres().preStop)).code).toBe(0);
  expect((await session).code).not.toBe(0);
  expect(await waitUntil(() => postgres().server.log().includes('database system is shut down'), 10_000)).toBe(true);
}, 30_000);

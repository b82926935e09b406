import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute, Finished, run } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { startServer, waitUntil, type Server } from './harness/process';
import { temporalProgram } from './harness/temporal';
import { temporalServerProgram } from './harness/temporal-server';
import { goService } from '../lib/monitoring/metrics/go-service';
import { temporalServer } from '../lib/monitoring/metrics/temporal';
import { findUnreported, only } from './exposition';
import { askHealth } from './grpc-health';
import { RenderedRole, renderRoles } from './rendered-temporal';
import { prepareSchemas, register } from './rendered-temporal-jobs';

const BELONGS_MS = 60_000;

/** Starts the four roles of the rendered files, each on an address of its own as in a pod. */
async function startRoles() {
  const postgres = await startPostgres({ settings: { max_connections: '100' } });
  const folder = makeTempFolder('rendered-temporal');
  const servers = new Map<string, Server>();
  const stop = async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    await postgres.stop();
    removeFolder(folder);
  };
  try {
    const { code, stdout } = await prepareSchemas(postgres);
    if (code !== 0) throw new Error(stdout);
    const command = await temporalServerProgram();
    const roles = renderRoles(folder, postgres, {});
    const start = async (rendered: RenderedRole) => {
      const { role: name, args, env } = rendered;
      servers.set(name, await startServer({ ...onceReady(rendered), name, command, args, env, folder }));
    };
    await Promise.all(roles.map((rendered) => restarting(() => start(rendered))));
    const find = (name: string) => {
      const rendered = roles.find(({ role }) => role === name);
      if (!rendered) throw new Error(`no role ${name}`);
      return rendered;
    };
    return { postgres, roles, servers, start, find, address: `${find('frontend').address}:7233`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function onceReady({ address, readiness: { grpc } }: RenderedRole) {
  const ready = async () => (await askHealth(address, grpc.port, grpc.service)) === 'SERVING';
  return { ready, readyWithinMs: BELONGS_MS };
}

/** On an empty database all roles write the same row, and all but one end: the kubelet starts them again. */
async function restarting(start: () => Promise<void>, tries = 3): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (tries <= 1 || !String(error).includes('exit code 1')) throw error;
    await restarting(start, tries - 1);
  }
}

const cluster = forAllTests(startRoles, 40);

const temporal = async (...args: string[]): Promise<Finished> =>
  execute(await temporalProgram(), [...args, '--address', cluster().address]);

const countOf = async (query: string): Promise<number> => {
  const { stdout } = await temporal('workflow', 'count', '-n', 'orders', '--query', query);
  return Number(/Total: (\d+)/.exec(stdout)?.[1] ?? 0);
};

test('every role answers the readiness probe of its pod', async () => {
  const answers = cluster().roles.map(({ address, readiness: { grpc } }) =>
    askHealth(address, grpc.port, grpc.service),
  );
  expect(await Promise.all(answers)).toEqual(['SERVING', 'SERVING', 'SERVING', 'SERVING']);
}, 30_000);

test('a namespace is registered, and a workflow started in it is found', async () => {
  expect((await register(cluster().address, { orders: { retention: '168h' } })).code).toBe(0);
  const start = ['workflow', 'start', '-n', 'orders', '--type', 'Pick', '--task-queue', 'picking', '-w', 'pick-1'];
  // Frontends know a new namespace after the next refresh of what they remember.
  expect(await waitUntil(async () => (await temporal(...start)).code === 0, 20_000)).toBe(true);
  expect(await waitUntil(async () => (await countOf("WorkflowType = 'Pick'")) === 1, 20_000)).toBe(true);
}, 60_000);

test('the worker does its part: a schedule starts workflows', async () => {
  const schedule = ['schedule', 'create', '-n', 'orders', '--schedule-id', 'daily', '--interval', '24h'];
  await temporal(...schedule, '--type', 'Count', '--task-queue', 'counting', '-w', 'count');
  await temporal('schedule', 'trigger', '-n', 'orders', '--schedule-id', 'daily');
  expect(await waitUntil(async () => (await countOf("WorkflowType = 'Count'")) === 1, 40_000)).toBe(true);
}, 90_000);

const readMetrics = () =>
  Promise.all(cluster().roles.map(async ({ address }) => (await fetch(`http://${address}:9090/metrics`)).text()));

test('the roles report what alerts and dashboards read, errors only once there are some', async () => {
  const unreported = async () => findUnreported(temporalServer, await readMetrics());
  const errors = ['service_errors', 'persistence_errors'];
  // A queue counts as one without pollers two minutes after it was loaded, and then by the next task.
  const isComplete = async (attempt = 0): Promise<boolean> => {
    await temporal('workflow', 'start', '-n', 'orders', '--type', 'Pick', '--task-queue', 'picking');
    if ((await unreported()).every((name) => errors.includes(name))) return true;
    if (attempt > 40) return false;
    await sleep(5000);
    return isComplete(attempt + 1);
  };
  await isComplete();
  expect(await unreported()).toEqual(errors);
}, 240_000);

test('the worker reports what services in Go report by the same library', async () => {
  const ofLibrary = only(goService, /^temporal_/);
  expect(Object.keys(ofLibrary.metrics)).not.toEqual([]);
  expect(findUnreported(ofLibrary, await readMetrics())).toEqual([]);
}, 30_000);

test('the pools of all roles together stay within what the rules count', async () => {
  const used = await cluster().postgres.psql("select count(*) from pg_stat_activity where datname like 'temporal%'");
  // Four roles, two databases, five connections each.
  expect(Number(used)).toBeLessThanOrEqual(40);
}, 30_000);

test('the server takes the dynamic configuration without a warning', async () => {
  const { args } = cluster().find('frontend');
  const file = join(args[1] ?? '', '..', 'dynamic.yaml');
  const answer = await run(await temporalServerProgram(), ['validate-dynamic-config', file]);
  expect(answer).not.toMatch(/error|warning/i);
}, 30_000);

test.each(['frontend', 'history', 'matching', 'worker'])(
  'a %s that is told to end drains, ends in time, and comes back',
  async (role) => {
    const { servers, find, start } = cluster();
    const started = Date.now();
    const server = servers.get(role);
    await server?.stop();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(server?.log().trimEnd().endsWith('All services are stopped.')).toBe(true);
    await start(find(role));
    expect(await waitUntil(async () => (await temporal('operator', 'cluster', 'health')).code === 0, 30_000)).toBe(
      true,
    );
  },
  90_000,
);

test('without their database the roles report errors', async () => {
  await cluster().postgres.stop();
  const errors = ['service_errors', 'persistence_errors'];
  const unreported = async () => {
    const missing = findUnreported(temporalServer, await readMetrics());
    return errors.filter((name) => missing.some((each) => each.startsWith(name)));
  };
  await waitUntil(async () => {
    await temporal('workflow', 'start', '-n', 'orders', '--type', 'Pick', '--task-queue', 'picking');
    return (await unreported()).length === 0;
  }, 60_000);
  expect(await unreported()).toEqual([]);
}, 120_000);

describe('fails with the reason', () => {
  const folder = makeTempFolder('temporal-refused');
  afterAll(() => removeFolder(folder));

  const startFrontend = async (port: number, extra: Readonly<Record<string, string>>) => {
    const [frontend] = renderRoles(folder, { host: HOST, port, superuser: 'postgres' }, {});
    const env = { ...frontend?.env, ...extra };
    return execute(await temporalServerProgram(), frontend?.args ?? [], { env });
  };

  test.each(['POD_IP', 'BIND_IP', 'SQL_PASSWORD'])('where %s is not set', async (variable) => {
    const { code, stdout, stderr } = await startFrontend(await freePort(), { [variable]: '' });
    expect({ code, told: (stdout + stderr).includes(`${variable} must be set`) }).toEqual({ code: 1, told: true });
  });

  test('in time where a database accepts and never answers', async () => {
    const silent = createServer().listen(0, HOST);
    await new Promise((resolve) => silent.once('listening', resolve));
    const started = Date.now();
    const { code } = await startFrontend((silent.address() as { port: number }).port, {});
    silent.close();
    expect({ code, inTime: Date.now() - started < 40_000 }).toEqual({ code: 1, inTime: true });
  }, 60_000);
});

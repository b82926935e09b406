import { createServer } from 'node:net';
import { join } from 'node:path';
import { run } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST } from './harness/machine';
import { startTemporalDev } from './harness/temporal';
import { register } from './rendered-temporal-jobs';

const temporal = forAllTests(startTemporalDev, 30);

const orders = { retention: '168h', description: "Orders: what's open, and since when (all)" } as const;

async function describeNamespace(name: string): Promise<{ retention: string; description: string }> {
  const args = ['operator', 'namespace', 'describe', '-n', name, '-o', 'json', '--address', temporal().address];
  const answer = JSON.parse(await run(join(temporal().binFolder, 'temporal'), args)) as {
    namespaceInfo: { description?: string };
    config: { workflowExecutionRetentionTtl: string };
  };
  const { namespaceInfo, config } = answer;
  return { retention: config.workflowExecutionRetentionTtl, description: namespaceInfo.description ?? '' };
}

test('registers what is missing', async () => {
  const { code, stdout } = await register(temporal().address, { orders, returns: { retention: '7d' } });
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: expect.stringContaining('orders: registered, retention 604800 s') as string,
  });
  expect(await describeNamespace('orders')).toEqual({ retention: '604800s', description: orders.description });
  expect(await describeNamespace('returns')).toEqual({ retention: '604800s', description: '' });
}, 60_000);

test('a second run changes nothing', async () => {
  const { code, stdout } = await register(temporal().address, { orders, returns: { retention: '168h' } });
  expect({ code, lines: stdout.trim().split('\n') }).toEqual({
    code: 0,
    lines: [
      expect.stringContaining('orders: unchanged') as string,
      expect.stringContaining('returns: unchanged') as string,
    ],
  });
}, 60_000);

test('lengthens a retention and keeps the description', async () => {
  expect((await register(temporal().address, { orders: { retention: '240h' } })).code).toBe(0);
  expect(await describeNamespace('orders')).toEqual({ retention: '864000s', description: orders.description });
}, 60_000);

test('fails with 2 for a shorter retention, and leaves it as it was', async () => {
  const { code, stdout } = await register(temporal().address, { orders: { retention: '24h' } });
  expect(code).toBe(2);
  expect(stdout).toContain('orders: refused: retention is 864000 s, and 86400 s would delete histories');
  expect((await describeNamespace('orders')).retention).toBe('864000s');
}, 60_000);

test('shortens a retention where that is allowed', async () => {
  const allowed = { retention: '24h', description: 'Changed', mayLoseHistory: true } as const;
  expect((await register(temporal().address, { orders: allowed })).code).toBe(0);
  expect(await describeNamespace('orders')).toEqual({ retention: '86400s', description: 'Changed' });
}, 60_000);

test('two runs side by side both find it done', async () => {
  const both = { left: orders, right: orders };
  const runs = await Promise.all([register(temporal().address, both), register(temporal().address, both)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(await describeNamespace('right')).toEqual({ retention: '604800s', description: orders.description });
}, 60_000);

test('fails with 1 in time where nothing listens', async () => {
  const address = `${HOST}:${await freePort()}`;
  const { code, stdout, seconds } = await register(address, { orders }, { wait: '3s', callTimeout: '1s' });
  expect(code).toBe(1);
  expect(stdout).toContain(`${address}: gave up after 3 s`);
  expect(seconds).toBeLessThan(10);
}, 60_000);

test('fails with 1 in time where a server accepts and never answers', async () => {
  const silent = createServer().listen(0, HOST);
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  const { code, seconds } = await register(`${HOST}:${port}`, { orders }, { wait: '3s', callTimeout: '2s' });
  silent.close();
  expect(code).toBe(1);
  expect(seconds).toBeLessThan(12);
}, 60_000);

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const script = join(__dirname, '../../../lib/constructs/elasticsearch/elasticsearch-ready.sh');

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = new Sandbox();
  sandbox.write('data/.keep', '');
});

afterEach(() => sandbox.remove());

/** Asks a node whose readiness port is open or closed. */
async function ask(isOpen: boolean, marker = sandbox.path('data/cluster-formed')): Promise<number | null> {
  const server = createServer((socket) => socket.end());
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  if (!isOpen) await new Promise((resolve) => server.close(resolve));
  const env = { PATH: process.env.PATH, READINESS_PORT: String(port), FORMED_MARKER: marker };
  const code = await new Promise<number | null>((resolve) => spawn('bash', [script], { env }).on('exit', resolve));
  server.close();
  return code;
}

test('a node that knows a master is ready, and notes that its cluster has formed', async () => {
  expect(await ask(true)).toBe(0);
  expect(sandbox.has('data/cluster-formed')).toBe(true);
});

test('a node without a master is not, and notes nothing', async () => {
  expect(await ask(false)).toBe(1);
  expect(sandbox.has('data/cluster-formed')).toBe(false);
});

test('the note outlives the loss of a master', async () => {
  await ask(true);
  expect(await ask(false)).toBe(1);
  expect(sandbox.has('data/cluster-formed')).toBe(true);
});

test('a volume that takes no note keeps no node out of service', async () => {
  expect(await ask(true, sandbox.path('missing/cluster-formed'))).toBe(0);
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forAllTests } from './for-all-tests';
import { makeTempFolder, removeFolder } from './machine';
import { isAlive, startServer, waitUntil } from './process';

const folder = forAllTests(async () => {
  const path = makeTempFolder('process');
  return { path, stop: async () => removeFolder(path) };
}, 1);

const sh = (script: string, ready: (log: string) => boolean, readyWithinMs = 5_000) =>
  startServer({
    name: 'sh',
    command: 'sh',
    args: ['-c', script],
    folder: folder().path,
    ready,
    readyWithinMs,
    stopWithinMs: 1_000,
  });

test('a server is ended by its process id', async () => {
  const server = await sh('echo up; exec sleep 60', (log) => log === 'up\n');
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  await expect(server.stop()).resolves.toBeUndefined();
});

test('a server that ignores SIGTERM is killed', async () => {
  const server = await sh('trap "" TERM; echo up; while :; do sleep 0.1; done', (log) => log === 'up\n');
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
}, 20_000);

test('a server dies with the process that started it', async () => {
  const script = `
    require('tsx/cjs');
    const { startServer } = require('./e2e/harness/process');
    const props = { name: 'orphan', command: 'sleep', args: ['60'], folder: '${folder().path}', readyWithinMs: 5000 };
    startServer({ ...props, ready: () => true }).then(({ pid }) => {
      console.log(pid);
      process.kill(process.pid, 'SIGKILL');
    });`;
  const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(0);
  expect(await waitUntil(() => !isAlive(pid), 5_000)).toBe(true);
}, 20_000);

test('fails with the log of a server that ends before it is ready', async () => {
  await expect(sh('echo no such database; exit 3', () => false)).rejects.toThrow(
    'sh must be ready within 5 s, got exit code 3\nno such database',
  );
});

test('fails for a server that does not become ready in time', async () => {
  await expect(sh('exec sleep 60', () => false, 1_000)).rejects.toThrow('sh must be ready within 1 s, got no answer');
});

test('a folder of a run that died is removed by the next one', () => {
  const { pid } = spawnSync('true');
  const left = join(tmpdir(), `platform-manifests-e2e-${pid}-left`);
  mkdirSync(left);
  removeFolder(makeTempFolder('next'));
  expect(existsSync(left)).toBe(false);
});

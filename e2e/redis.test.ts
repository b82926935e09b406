import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, find } from '../__tests__/dist/read-dist';
import { execute, Finished } from './harness/command';
import { installDebian } from './harness/debian';
import { forAllTests } from './harness/for-all-tests';
import { freePort, makeTempFolder, removeFolder } from './harness/machine';
import { Server, startServer, waitUntil } from './harness/process';

// The configuration and the probe of prod, on another port and in folders of the test's own.

const PASSWORD = 'right';
const statefulSet = find('prod', 'StatefulSet', 'onboarding-redis');
const conf: string = find('prod', 'ConfigMap', 'onboarding-redis').data['redis.conf'];
const users: string = find('prod', 'ExternalSecret', 'onboarding-redis-auth').spec.target.template.data['users.conf'];
const [container]: Any[] = statefulSet.spec.template.spec.containers;

async function startRendered() {
  await installDebian('redis-server', '/usr/bin/redis-server');
  const folder = makeTempFolder('redis');
  const port = await freePort();
  writeFileSync(join(folder, 'users.conf'), users.replace('{{ .password }}', PASSWORD));
  writeFileSync(
    join(folder, 'redis.conf'),
    conf
      .replace('port 6379', `port ${port}`)
      .replace('dir /data', `dir ${folder}`)
      .replace('/run/secrets/redis/users.conf', join(folder, 'users.conf')),
  );
  const [program = '', ...args]: string[] = container.command;
  const cli = (password: string, ...words: string[]): Promise<Finished> =>
    execute('redis-cli', ['-e', '-p', String(port), ...words], { env: { REDISCLI_AUTH: password } });
  const probe = (password: string): Promise<Finished> => {
    const [command = '', ...rest] = (container.readinessProbe.exec.command as string[]).map((word) =>
      word === '6379' ? String(port) : word,
    );
    return execute(command, rest, { env: { REDISCLI_AUTH: password } });
  };
  const start = (): Promise<Server> =>
    startServer({
      name: 'redis',
      command: `/usr/bin/${program}`,
      args: args.map((word) => word.replace('/etc/redis', folder)),
      folder,
      ready: async () => (await probe(PASSWORD)).code === 0,
      readyWithinMs: 20_000,
    });
  let server = await start();
  return {
    cli,
    probe,
    log: () => server.log(),
    kill: () => server.stop('SIGKILL'),
    restart: async () => (server = await start()),
    stop: async () => {
      await server.stop();
      removeFolder(folder);
    },
  };
}

const redis = forAllTests(startRendered, 10);
const set = (key: string, value: string) => redis().cli(PASSWORD, 'set', key, value);
const get = async (key: string) => (await redis().cli(PASSWORD, 'get', key)).stdout.trim();

test('accepts every line of the rendered configuration', async () => {
  const config = async (name: string) => (await redis().cli(PASSWORD, 'config', 'get', name)).stdout.split('\n')[1];
  expect(await config('appendonly')).toBe('yes');
  expect(await config('appendfsync')).toBe('everysec');
  expect(await config('save')).toBe('');
  expect(await config('maxmemory')).toBe('268435456');
  expect(await config('maxmemory-policy')).toBe('allkeys-lru');
});

test('lets nobody in without the password, and the probe says so', async () => {
  expect((await redis().probe(PASSWORD)).code).toBe(0);
  expect((await redis().probe('wrong')).code).not.toBe(0);
  const { code, stdout, stderr } = await redis().cli('', 'get', 'anything');
  expect({ code, said: stdout + stderr }).toEqual({ code: 1, said: expect.stringContaining('NOAUTH') });
});

test('keeps what it was told when it is killed', async () => {
  for (let number = 0; number < 100; number++) await set(`key-${number}`, `value-${number}`);
  await redis().kill();
  await redis().restart();
  expect(await get('key-0')).toBe('value-0');
  expect(await get('key-99')).toBe('value-99');
  expect((await redis().cli(PASSWORD, 'dbsize')).stdout.trim()).toBe('100');
}, 60_000);

test('keeps it also when it is killed after its file was written anew', async () => {
  await redis().cli(PASSWORD, 'bgrewriteaof');
  const isIdle = async () =>
    (await redis().cli(PASSWORD, 'info', 'persistence')).stdout.includes('aof_rewrite_in_progress:0');
  expect(await waitUntil(isIdle, 10_000)).toBe(true);
  await set('after', 'the rewrite');
  await redis().kill();
  await redis().restart();
  expect([await get('key-50'), await get('after')]).toEqual(['value-50', 'the rewrite']);
}, 60_000);

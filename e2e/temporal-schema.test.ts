import { createServer } from 'node:net';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { prepareSchemas } from './rendered-temporal-jobs';

const postgres = forAllTests(() => startPostgres(), 30);

const versionOf = async (database: string) =>
  (await postgres().psql('select curr_version from schema_version', database)).trim();

test('makes both databases on an empty server, with the schemas of the version', async () => {
  const { code, stdout } = await prepareSchemas(postgres());
  expect({ code, versions: [await versionOf('temporal'), await versionOf('temporal_visibility')] }).toEqual({
    code: 0,
    versions: [expect.stringMatching(/^1\.\d+$/), expect.stringMatching(/^1\.\d+$/)],
  });
  expect(stdout).toContain('temporal: created the database');
}, 120_000);

test('a second run changes nothing', async () => {
  const before = await postgres().psql('select count(*) from schema_update_history', 'temporal');
  const { code, stdout } = await prepareSchemas(postgres());
  expect({ code, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, lines: 2 });
  expect(stdout).toContain('temporal: schema postgresql/v12/temporal is current');
  expect(await postgres().psql('select count(*) from schema_update_history', 'temporal')).toBe(before);
}, 60_000);

test.each([1, 2, 3])(
  'two runs side by side on missing databases end with both done, round %i',
  async (round) => {
    const databases = { [`side_${round}`]: 'temporal', [`side_visibility_${round}`]: 'visibility' } as const;
    const runs = await Promise.all([
      prepareSchemas(postgres(), { databases }),
      prepareSchemas(postgres(), { databases }),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await versionOf(`side_${round}`)).toBe(await versionOf('temporal'));
    expect(await versionOf(`side_visibility_${round}`)).toBe(await versionOf('temporal_visibility'));
  },
  120_000,
);

test('a role that owns its databases needs no right to create any', async () => {
  await postgres().psql('create role owner login');
  await postgres().psql('create database owned owner owner');
  const { code } = await prepareSchemas(postgres(), { role: 'owner', databases: { owned: 'temporal' } });
  expect(code).toBe(0);
}, 60_000);

test('fails with 2 for a role that may not create what is missing', async () => {
  await postgres().psql('create role guest login');
  const { code, stdout } = await prepareSchemas(postgres(), { role: 'guest', databases: { foreign: 'temporal' } });
  expect(code).toBe(2);
  expect(stdout).toContain("foreign: refused: the database is missing and role 'guest' may not create it");
}, 60_000);

test('fails with 1 in time where nothing listens', async () => {
  const nowhere = { host: HOST, port: await freePort(), superuser: 'postgres' };
  const { code, stdout, seconds } = await prepareSchemas(nowhere, { wait: '3s', callTimeout: '1s' });
  expect(code).toBe(1);
  expect(stdout).toContain('temporal: gave up after 3 s');
  expect(seconds).toBeLessThan(10);
}, 60_000);

test('fails with 1 in time where a server accepts and never answers', async () => {
  const silent = createServer().listen(0, HOST);
  await new Promise((resolve) => silent.once('listening', resolve));
  const { port } = silent.address() as { port: number };
  const { code, seconds } = await prepareSchemas(
    { host: HOST, port, superuser: 'postgres' },
    { wait: '3s', callTimeout: '2s' },
  );
  silent.close();
  expect(code).toBe(1);
  expect(seconds).toBeLessThan(20);
}, 60_000);

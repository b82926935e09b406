import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Finished } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { Postgres, startPostgres } from './harness/postgres';
import { backUp, openBackupPlace, restore } from './rendered-backup';

const server = forAllTests(() => startPostgres(), 5);
const emptyServer = forAllTests(() => startPostgres(), 5);
const place = forAllTests(openBackupPlace, 10);

const DATABASES = ['orders', 'stock'];

/** Everything that must come back, as one text. */
async function contentOf(postgres: Postgres, suffix = ''): Promise<string> {
  const orders = await postgres.psql(
    'select count(*), sum(id), md5(string_agg(note, $$,$$ order by id)) from orders',
    `orders${suffix}`,
  );
  const stock = await postgres.psql('select count(*), sum(amount) from stock', `stock${suffix}`);
  const owner = await postgres.psql("select tableowner from pg_tables where tablename = 'orders'", `orders${suffix}`);
  return [orders, stock, owner].map((line) => line.trim()).join('; ');
}

const codes = (finished: readonly Finished[]) => finished.map(({ code }) => code);
const output = (finished: readonly Finished[]) => finished.map(({ stdout, stderr }) => stdout + stderr).join('');

async function snapshots(): Promise<{ id: string; time: string; paths: string[] }[]> {
  return JSON.parse((await place().restic('snapshots', '--json')).stdout) as {
    id: string;
    time: string;
    paths: string[];
  }[];
}

let kept = '';
let first = '';

beforeAll(async () => {
  await server().psql("create role clerk login password 'secret'");
  for (const database of DATABASES) await server().psql(`create database ${database}`);
  await server().psql(
    "create table orders (id int primary key, note text); insert into orders select i, md5(i::text) || ' ü' from generate_series(1, 600000) i; alter table orders owner to clerk",
    'orders',
  );
  await server().psql(
    'create table stock (amount int); insert into stock select i from generate_series(1, 300) i',
    'stock',
  );
}, 60_000);

test('the first run makes the repository, and its snapshot is fresh', async () => {
  kept = await contentOf(server());
  const started = Date.now();
  const finished = await backUp(place(), server(), DATABASES);
  expect([codes(finished), output(finished)]).toEqual([[0, 0], expect.stringContaining('made the repository')]);
  const [snapshot, ...others] = await snapshots();
  expect(others).toEqual([]);
  expect(Date.parse(snapshot?.time ?? '')).toBeGreaterThan(started - 1000);
  first = snapshot?.id ?? '';
}, 120_000);

test('a second run adds a snapshot and uploads only what changed', async () => {
  const size = async () => {
    const { stdout } = await place().restic('stats', '--mode', 'raw-data', '--json');
    return (JSON.parse(stdout) as { total_size: number }).total_size;
  };
  const before = await size();
  await server().psql('insert into stock values (1000)', 'stock');
  expect(codes(await backUp(place(), server(), DATABASES))).toEqual([0, 0]);
  expect(await snapshots()).toHaveLength(2);
  expect(await size()).toBeLessThan(before * 1.5);
}, 120_000);

test('what is kept can be read by nobody without the password', async () => {
  writeFileSync(join(place().folder, 'wrong'), 'wrong');
  const { code } = await place().restic('cat', 'config', '--password-file', join(place().folder, 'wrong'));
  expect(code).toBe(12);
}, 60_000);

test.each(['', 'stock'])(
  "a restore that is confirmed with '%s' is refused before it touches anything",
  async (CONFIRM) => {
    const finished = await restore(place(), emptyServer(), DATABASES, { CONFIRM });
    expect(codes(finished)).toEqual([2]);
    expect(output(finished)).toContain(`refused: CONFIRM must be 'shop', got '${CONFIRM}'`);
    expect(await emptyServer().psql('select count(*) from pg_database')).toBe('3\n');
  },
  60_000,
);

test('after a loss, a chosen snapshot comes back beside the damaged databases, and takes their place by a rename', async () => {
  await server().psql('delete from orders where id % 2 = 0', 'orders');
  await server().psql('drop table stock', 'stock');
  const finished = await restore(place(), server(), DATABASES, { CONFIRM: 'shop', SNAPSHOT: first });
  expect([codes(finished), output(finished)]).toEqual([
    [0, 0],
    expect.stringContaining('orders_restored: restored, 1 tables'),
  ]);
  expect(await contentOf(server(), '_restored')).toBe(kept);
  expect(await server().psql('select count(*) from orders', 'orders')).toBe('300000\n');
  for (const database of DATABASES) {
    await server().psql(`alter database ${database} rename to ${database}_damaged`);
    await server().psql(`alter database ${database}_restored rename to ${database}`);
  }
  expect(await contentOf(server())).toBe(kept);
}, 120_000);

test('into an empty server, roles come back too, with their passwords', async () => {
  const finished = await restore(place(), emptyServer(), DATABASES, { CONFIRM: 'shop', SNAPSHOT: first });
  expect([codes(finished), output(finished)]).toEqual([[0, 0], expect.stringContaining('role clerk: made')]);
  expect(await contentOf(emptyServer(), '_restored')).toBe(kept);
  const password = "select rolpassword from pg_authid where rolname = 'clerk'";
  expect(await emptyServer().psql(password)).toBe(await server().psql(password));
}, 120_000);

test('a second restore does not overwrite what the first one made', async () => {
  const finished = await restore(place(), emptyServer(), DATABASES, { CONFIRM: 'shop' });
  expect(codes(finished)).toEqual([0, 2]);
  expect(output(finished)).toContain('refused: orders_restored is there already; drop it, or rename it');
  expect(await contentOf(emptyServer(), '_restored')).toBe(kept);
}, 120_000);

test('a database that is not there fails the run, and no snapshot pretends otherwise', async () => {
  const before = await snapshots();
  const finished = await backUp(place(), server(), ['orders', 'missing']);
  expect(codes(finished)).toEqual([1]);
  expect(await snapshots()).toEqual(before);
}, 60_000);

test('a server that does not answer is worth another try', async () => {
  const nowhere = { ...emptyServer(), port: 1 };
  expect(codes(await backUp(place(), nowhere, DATABASES))).toEqual([1]);
  expect(codes(await restore(place(), nowhere, DATABASES, { CONFIRM: 'shop' }))).toEqual([0, 1]);
}, 60_000);

test('another password of the repository is refused, and what was kept stays', async () => {
  const file = join(place().folder, 'repository-password');
  writeFileSync(file, 'another');
  expect(codes(await backUp(place(), server(), DATABASES))).toEqual([0, 2]);
  expect(codes(await restore(place(), server(), DATABASES, { CONFIRM: 'shop' }))).toEqual([2]);
}, 60_000);

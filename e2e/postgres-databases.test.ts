import { execute } from './harness/command';
import { forAllTests } from './harness/for-all-tests';
import { startPostgres } from './harness/postgres';
import { join } from 'node:path';

const LIB = join(__dirname, '../lib/constructs/postgresql');
const postgres = forAllTests(() => startPostgres({ settings: { password_encryption: 'scram-sha-256' } }), 60);

/** Runs the Job's script against the server, as the pod does. */
function makeDatabases(env: Readonly<Record<string, string>> = {}) {
  const { host, port, superuser, binFolder } = postgres();
  return execute('bash', [join(LIB, 'postgres-databases-job.sh')], {
    env: {
      PATH: `${binFolder}:${process.env['PATH']}`,
      DATABASES: 'shop_orders shop_parts',
      PASSWORD_1: "it's",
      PASSWORD_2: 'second',
      WAIT_SECONDS: '5',
      PAUSE_SECONDS: '1',
      FOLDER: LIB,
      PGHOST: host,
      PGPORT: String(port),
      PGUSER: superuser,
      ...env,
    },
  });
}

const owners = () =>
  postgres().psql(
    "select datname, rolname from pg_database join pg_roles on pg_roles.oid = datdba where datname like 'shop%' order by 1",
  );

test('makes databases that their roles own, and finds them made the next time', async () => {
  expect((await makeDatabases()).code).toBe(0);
  expect(await owners()).toBe('shop_orders|shop_orders\nshop_parts|shop_parts\n');
  await postgres().psql('create table kept (id int); insert into kept values (7)', 'shop_orders');
  expect((await makeDatabases()).code).toBe(0);
  expect(await postgres().psql('select id from kept', 'shop_orders')).toBe('7\n');
});

test('a role may log in, and can neither make roles nor databases', async () => {
  await makeDatabases();
  const rights = 'rolcanlogin, rolsuper, rolcreatedb, rolcreaterole';
  expect(await postgres().psql(`select ${rights} from pg_roles where rolname = 'shop_orders'`)).toBe('t|f|f|f\n');
});

test('nobody but its owner may connect to a database', async () => {
  await makeDatabases();
  const may = (role: string, database: string) =>
    postgres().psql(`select has_database_privilege('${role}', '${database}', 'CONNECT')`);
  expect(await may('shop_orders', 'shop_orders')).toBe('t\n');
  expect(await may('shop_parts', 'shop_orders')).toBe('f\n');
});

test('a password is what its variable holds, quotes and all, and follows it', async () => {
  const stored = () => postgres().psql("select rolpassword from pg_authid where rolname = 'shop_orders'");
  await makeDatabases();
  const before = await stored();
  expect(before).toMatch(/^SCRAM-SHA-256\$/);
  await makeDatabases({ PASSWORD_1: 'other' });
  expect(await stored()).not.toBe(before);
});

test('a role that may not make roles is refused, once and for all', async () => {
  await postgres().psql(
    "do $$ begin if not exists (select from pg_roles where rolname = 'weak') then create role weak login; end if; end $$",
  );
  const { code, stdout } = await makeDatabases({ PGUSER: 'weak', DATABASES: 'shop_new' });
  expect(code).toBe(2);
  expect(stdout).toContain('shop_new: refused: ');
});

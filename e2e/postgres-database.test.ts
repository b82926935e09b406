import { find } from '../__tests__/dist/read-dist';
import { execute } from './harness/command';
import { installDebian } from './harness/debian';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { prepareDatabase } from './rendered-database-job';

/** Settings of onboarding's server in prod, as its pod is given them. */
function renderedSettings(): Record<string, string> {
  const { args } = find('prod', 'StatefulSet', 'onboarding-postgresql').spec.template.spec.containers[0];
  const settings = (args as string[])
    .filter((word) => word.includes('='))
    .map((word) => word.split(/=(.*)/).slice(0, 2));
  return Object.fromEntries(settings) as Record<string, string>;
}

const postgres = forAllTests(async () => {
  const version = '15';
  await installDebian(`postgresql-${version}-postgis-3`, `/usr/share/postgresql/${version}/extension/postgis.control`);
  return startPostgres({ version, settings: { ...renderedSettings(), log_statement: 'all' } });
}, 10);

const database = 'onboarding_workflow';
const asEngine = (sql: string, password: string) =>
  execute(
    `${postgres().binFolder}/psql`,
    ['-XAtq', '-h', HOST, '-p', String(postgres().port), '-U', 'onboarding', '-d', database, '-c', sql],
    {
      env: { PGPASSWORD: password },
    },
  );

test('the server accepts every setting of prod', async () => {
  for (const [name, value] of Object.entries(renderedSettings())) {
    expect([name, (await postgres().psql(`show ${name}`)).trim()]).toEqual([name, value]);
  }
});

test('makes the database on an empty server, with its extensions, for a role that is no superuser', async () => {
  const { code, stdout } = await prepareDatabase(postgres());
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('extension postgis: 3.') });
  const extensions = await postgres().psql(
    "select extname from pg_extension where extname <> 'plpgsql' order by 1",
    database,
  );
  expect(extensions.trim().split('\n')).toEqual(['pg_stat_statements', 'postgis', 'uuid-ossp']);
  const role = await postgres().psql(
    "select rolsuper, rolcreatedb, rolcreaterole, rolcanlogin from pg_roles where rolname = 'onboarding'",
  );
  expect(role.trim()).toBe('f|f|f|t');
}, 60_000);

test('the role makes tables with places and identities in its own database', async () => {
  const sql = `create table applicants (id uuid primary key default uuid_generate_v4(), home geometry(Point, 4326));
    insert into applicants (home) values (st_setsrid(st_makepoint(106.7, 10.8), 4326));
    select round(st_x(home)::numeric, 1) from applicants;`;
  expect(await asEngine(sql, '')).toMatchObject({ code: 0, stdout: '106.7\n' });
}, 60_000);

test('statements are counted', async () => {
  const counted = await postgres().psql('select count(*) > 0 from pg_stat_statements', database);
  expect(counted.trim()).toBe('t');
});

test('other roles may not connect', async () => {
  await postgres().psql('create role stranger login');
  const allowed = await postgres().psql(`select has_database_privilege('stranger', '${database}', 'connect')`);
  expect(allowed.trim()).toBe('f');
});

test('the password is stored as a hash, odd characters and all, and no log repeats it', async () => {
  const stored = await postgres().psql("select rolpassword from pg_authid where rolname = 'onboarding'");
  expect(stored).toMatch(/^SCRAM-SHA-256\$/);
  expect(postgres().log()).not.toContain("it's $(quoted)");
  expect(postgres().log()).not.toContain("it''s");
});

test('a second run keeps what is there', async () => {
  const { code } = await prepareDatabase(postgres());
  expect(code).toBe(0);
  expect((await postgres().psql('select count(*) from applicants', database)).trim()).toBe('1');
}, 60_000);

test('an extension that is added to the row is added to the database', async () => {
  const { code, stdout } = await prepareDatabase(postgres(), {
    EXTENSIONS: 'postgis uuid-ossp pg_stat_statements pg_trgm',
  });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('extension pg_trgm: 1.') });
}, 60_000);

test('an extension that the image lacks is refused', async () => {
  const { code, stdout } = await prepareDatabase(postgres(), { EXTENSIONS: 'timescaledb' });
  expect({ code, stdout }).toEqual({
    code: 2,
    stdout: expect.stringContaining('the server has no extension timescaledb'),
  });
}, 60_000);

test("somebody else's database is refused", async () => {
  await postgres().psql('create database foreign_db');
  const { code, stdout } = await prepareDatabase(postgres(), { DATABASE: 'foreign_db' });
  expect({ code, stdout }).toEqual({
    code: 2,
    stdout: expect.stringContaining('must belong to onboarding, got postgres'),
  });
}, 60_000);

test('fails with 1 in time where nothing listens', async () => {
  const nowhere = { host: HOST, port: await freePort(), superuser: 'postgres' };
  const { code, stdout } = await prepareDatabase(nowhere, { WAIT_SECONDS: '2' });
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('gave up after 2 s') });
}, 60_000);

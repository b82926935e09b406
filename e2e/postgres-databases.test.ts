import { find } from '../__tests__/dist/read-dist';
import { mes } from '../lib/platforms/mes/config';
import { execute, Finished } from './harness/command';
import { installDebian } from './harness/debian';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { makeDatabases } from './rendered-databases-job';

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
}, 60);

const words = (text: string) => text.trim().split('\n');

test('the server accepts every setting of prod', async () => {
  for (const [name, value] of Object.entries(renderedSettings())) {
    expect([name, (await postgres().psql(`show ${name}`)).trim()]).toEqual([name, value]);
  }
});

describe('one database with extensions', () => {
  const database = 'onboarding_workflow';
  const make = (overrides: Readonly<Record<string, string>> = {}): Promise<Finished> =>
    makeDatabases('onboarding-database', postgres(), { PASSWORD_1: "it's $(quoted)", ...overrides });

  test('is made on an empty server, for a role that is no superuser', async () => {
    const { code, stdout } = await make();
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('extension postgis: 3.') });
    const sql = "select extname from pg_extension where extname <> 'plpgsql' order by 1";
    expect(words(await postgres().psql(sql, database))).toEqual(['pg_stat_statements', 'postgis', 'uuid-ossp']);
    const rights = 'rolsuper, rolcreatedb, rolcreaterole, rolcanlogin';
    const role = await postgres().psql(`select ${rights} from pg_roles where rolname = 'onboarding'`);
    expect(role.trim()).toBe('f|f|f|t');
  }, 60_000);

  test('lets its role make tables with places and identities', async () => {
    const { binFolder, port } = postgres();
    const sql = `create table applicants (id uuid primary key default uuid_generate_v4(), home geometry(Point, 4326));
      insert into applicants (home) values (st_setsrid(st_makepoint(106.7, 10.8), 4326));
      select round(st_x(home)::numeric, 1) from applicants;`;
    const login = ['-h', HOST, '-p', String(port), '-U', 'onboarding', '-d', database];
    const answer = await execute(`${binFolder}/psql`, ['-XAtq', ...login, '-c', sql]);
    expect(answer).toMatchObject({ code: 0, stdout: '106.7\n' });
  }, 60_000);

  test('counts its statements', async () => {
    const counted = await postgres().psql('select count(*) > 0 from pg_stat_statements', database);
    expect(counted.trim()).toBe('t');
  });

  test('has a password that is stored as a hash, odd characters and all, and that no log repeats', async () => {
    const stored = await postgres().psql("select rolpassword from pg_authid where rolname = 'onboarding'");
    expect(stored).toMatch(/^SCRAM-SHA-256\$/);
    expect(postgres().log()).not.toContain("it's $(quoted)");
    expect(postgres().log()).not.toContain("it''s");
  });

  test('is kept by a second run, and its password follows', async () => {
    const stored = () => postgres().psql("select rolpassword from pg_authid where rolname = 'onboarding'");
    const before = await stored();
    expect((await make({ PASSWORD_1: 'another' })).code).toBe(0);
    expect((await postgres().psql('select count(*) from applicants', database)).trim()).toBe('1');
    expect(await stored()).not.toBe(before);
  }, 60_000);

  test('gets an extension that is added to the row', async () => {
    const { code, stdout } = await make({ EXTENSIONS_1: 'postgis uuid-ossp pg_stat_statements pg_trgm' });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('extension pg_trgm: 1.') });
  }, 60_000);

  test('is refused an extension that the image lacks', async () => {
    const { code, stdout } = await make({ EXTENSIONS_1: 'timescaledb' });
    const said = expect.stringContaining('the server has no extension timescaledb');
    expect({ code, stdout }).toEqual({ code: 2, stdout: said });
  }, 60_000);

  test("is refused where it is somebody else's", async () => {
    await postgres().psql('create database foreign_db');
    const { code, stdout } = await make({ DATABASES: 'foreign_db' });
    const said = expect.stringContaining('must belong to onboarding, got postgres');
    expect({ code, stdout }).toEqual({ code: 2, stdout: said });
  }, 60_000);

  test('is refused to a user who is no superuser', async () => {
    await postgres().psql('create role weak login createdb createrole');
    const { code, stdout } = await make({ PGUSER: 'weak', DATABASES: 'new_db' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('weak must be a superuser') });
  }, 60_000);

  test('is worth another try where nothing listens', async () => {
    const nowhere = { ...postgres(), port: await freePort() };
    const { code, stdout } = await makeDatabases('onboarding-database', nowhere, { WAIT_SECONDS: '2' });
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('gave up after 2 s') });
  }, 60_000);
});

describe('a database for each service', () => {
  const names = Object.values(mes.services).map(({ database }) => database);
  const passwords = Object.fromEntries(names.map((name, index) => [`PASSWORD_${index + 1}`, `of ${name}`]));
  const make = () => makeDatabases('postgresql-databases', postgres(), passwords);

  test('belongs to the role of its name, also the second time', async () => {
    expect((await make()).code).toBe(0);
    expect((await make()).code).toBe(0);
    const sql = `select datname, pg_get_userbyid(datdba) from pg_database where datname like 'mes_%' order by 1`;
    expect(words(await postgres().psql(sql))).toEqual([...names].sort().map((name) => `${name}|${name}`));
  }, 60_000);

  test('lets nobody but that role connect', async () => {
    const sql = `select r.rolname, d.datname from pg_roles r, pg_database d
      where r.rolname like 'mes_%' and d.datname like 'mes_%' and has_database_privilege(r.oid, d.oid, 'connect') order by 1`;
    expect(words(await postgres().psql(sql))).toEqual([...names].sort().map((name) => `${name}|${name}`));
    await postgres().psql('create role stranger login');
    const allowed = await postgres().psql(`select has_database_privilege('stranger', '${names[0]}', 'connect')`);
    expect(allowed.trim()).toBe('f');
  });
});

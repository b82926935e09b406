import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Any, find } from '../__tests__/dist/read-dist';
import { execute, Finished } from './harness/command';
import { writeFlyway } from './harness/flyway';
import { forAllTests } from './harness/for-all-tests';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startPostgres } from './harness/postgres';
import { envOf } from './rendered-env';

// The Job of prod on the engine of Flyway and a real server; only the address and the folders are the test's own.

const job: Any = find('prod', 'Job', /^onboarding-schema-[0-9a-f]{8}$/);
const script: string = find('prod', 'ConfigMap', 'onboarding-schema').data['flyway-job.sh'];

const FIRST = { 'V1__applicants.sql': 'create table applicants (id int primary key);' };
const SECOND = { ...FIRST, 'V2__names.sql': 'alter table applicants add column name text;' };

const started = forAllTests(async () => {
  const folder = makeTempFolder('flyway');
  await writeFlyway(join(folder, 'bin'));
  const postgres = await startPostgres();
  await postgres.psql('create role onboarding login');
  await postgres.psql('create database onboarding_workflow owner onboarding');
  const stop = async () => {
    await postgres.stop();
    removeFolder(folder);
  };
  return { folder, postgres, stop };
}, 10);

/** Runs the Job with the migrations that an image holds. */
async function migrate(migrations: Readonly<Record<string, string>>, port?: number): Promise<Finished> {
  const { folder, postgres } = started();
  const files = join(folder, 'migrations');
  rmSync(files, { recursive: true, force: true });
  mkdirSync(files);
  for (const [name, sql] of Object.entries(migrations)) writeFileSync(join(files, name), sql);
  writeFileSync(join(folder, 'job.sh'), script);
  const env = envOf(job.spec);
  return execute('sh', [join(folder, 'job.sh')], {
    env: {
      ...env,
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      FLYWAY_URL: `jdbc:postgresql://${HOST}:${port ?? postgres.port}/onboarding_workflow`,
      FLYWAY_USER: 'onboarding',
      FLYWAY_PASSWORD: 'unused',
      FLYWAY_LOCATIONS: env['FLYWAY_LOCATIONS']?.replace('/migrations', files) ?? '',
      ...(port !== undefined && { FLYWAY_CONNECT_RETRIES: '1', FLYWAY_CONNECT_RETRIES_INTERVAL: '1' }),
      HOME: folder,
    },
  });
}

const versions = async () => {
  const sql = 'select version from flyway_schema_history where success order by installed_rank';
  return (await started().postgres.psql(sql, 'onboarding_workflow')).trim().split('\n');
};

test('an empty database gets every migration', async () => {
  expect(await migrate(FIRST)).toMatchObject({ code: 0, stdout: expect.stringContaining('the schema is current') });
  expect(await versions()).toEqual(['1']);
}, 120_000);

test('a second run applies nothing', async () => {
  expect(await migrate(FIRST)).toMatchObject({ code: 0, stdout: expect.stringContaining('0 migrations were applied') });
}, 120_000);

test('the next version brings its own', async () => {
  expect((await migrate(SECOND)).code).toBe(0);
  expect(await versions()).toEqual(['1', '2']);
}, 120_000);

test('the version before may come back: a newer schema is left alone', async () => {
  expect((await migrate(FIRST)).code).toBe(0);
  expect(await versions()).toEqual(['1', '2']);
}, 120_000);

test('another text under a known number is refused, and nothing is applied', async () => {
  const changed = { ...SECOND, 'V1__applicants.sql': 'create table other (id int);', 'V3__more.sql': 'select 1;' };
  const { code, stdout } = await migrate(changed);
  expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('checksum mismatch') });
  expect(await versions()).toEqual(['1', '2']);
}, 120_000);

test('a migration that fails leaves nothing behind, and the mended one is applied', async () => {
  const broken = { ...SECOND, 'V3__more.sql': 'create table more (id int); select 1 / 0;' };
  expect(await migrate(broken)).toMatchObject({ code: 1, stdout: expect.stringContaining('was rolled back') });
  expect(await versions()).toEqual(['1', '2']);
  expect((await migrate({ ...SECOND, 'V3__more.sql': 'create table more (id int);' })).code).toBe(0);
  expect(await versions()).toEqual(['1', '2', '3']);
}, 120_000);

test('a misspelt file name is not left out in silence', async () => {
  expect((await migrate({ ...SECOND, 'v4_names.sql': 'select 1;' })).code).not.toBe(0);
}, 120_000);

test('fails with 1 in time where nothing listens', async () => {
  const { code, stdout } = await migrate(FIRST, await freePort());
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('the schema cannot be read') });
}, 120_000);

import { join } from 'node:path';
import { Outcome, Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/postgresql/postgres-databases-job.sh');

/** Answers as psql does; what it is asked to do is written down. What the real one does with it, e2e shows. */
const PSQL = `
sql=$(cat)
printf '%s\\n---\\n' "$* $sql" >>"$SANDBOX/calls"
case " $* " in
  *' select 1 '*) if [ -s "$SANDBOX/away" ]; then sed -i 1d "$SANDBOX/away"; exit 2; fi; exit 0 ;;
esac
if [ -e "$SANDBOX/broken" ] && grep -q "$(cat "$SANDBOX/broken")" <<<"$sql"; then exit 2; fi
case "$sql" in
  *rolsuper*) if [ -e "$SANDBOX/weak" ]; then echo f; else echo t; fi ;;
  *pg_available_extensions*) if [ -e "$SANDBOX/missing" ]; then echo 0; else echo 1; fi ;;
  *datdba*) if [[ "$*" == *name=engine_db* ]]; then cat "$SANDBOX/owner" 2>/dev/null || :; fi ;;
  *extversion*) echo 1.1 ;;
  *'alter role'*) printf '%s\\n' "$* $ROLE_PASSWORD" >>"$SANDBOX/passwords" ;;
esac
`;

const ENV = {
  DATABASES: 'engine_db parts_db',
  ROLE_1: 'engine',
  PASSWORD_1: 'secret-of-engine',
  EXTENSIONS_1: 'postgis uuid-ossp',
  ROLE_2: 'parts',
  PASSWORD_2: 'secret-of-parts',
  WAIT_SECONDS: '2',
  PAUSE_SECONDS: '1',
  PGHOST: 'postgres',
  PGUSER: 'founder',
};

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function run(files: Readonly<Record<string, string>> = {}): Outcome & { calls: string; passwords: () => string } {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('psql', PSQL);
  for (const [name, text] of Object.entries(files)) sandbox.write(name, text);
  const outcome = sandbox.run(SCRIPT, ENV);
  return { ...outcome, calls: sandbox.read('calls'), passwords: () => sandbox.read('passwords') };
}

test('roles, databases and extensions are made in the order of the row, and said', () => {
  const { code, output, calls } = run();
  expect(code).toBe(0);
  expect(output.trim().split('\n')).toEqual([
    'postgres-databases-job.sh: role engine: may log in',
    'postgres-databases-job.sh: database engine_db: there, and closed to other roles',
    'postgres-databases-job.sh: extension postgis: 1.1',
    'postgres-databases-job.sh: extension uuid-ossp: 1.1',
    'postgres-databases-job.sh: role parts: may log in',
    'postgres-databases-job.sh: database parts_db: there, and closed to other roles',
  ]);
  expect(calls).toContain('--dbname engine_db --set name=uuid-ossp');
});

test('each role gets its own password', () => {
  const lines = run().passwords().trim().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/--set role=engine secret-of-engine$/),
    expect.stringMatching(/--set role=parts secret-of-parts$/),
  ]);
});

test('no password stands in an argument or in what is said', () => {
  const { output, calls } = run();
  expect(output).not.toContain('secret-of-');
  expect(calls).not.toContain('secret-of-');
  expect(calls).toContain('\\getenv password ROLE_PASSWORD');
});

test('a server that is still starting is waited for', () => {
  expect(run({ away: 'once\n' }).code).toBe(0);
});

test('a server that does not answer in time is worth another try', () => {
  const { code, output } = run({ away: 'again\n'.repeat(9) });
  expect(code).toBe(1);
  expect(output).toContain('postgres: gave up after 2 s');
});

test.each([
  [
    'a user who is no superuser',
    { weak: '' },
    'refused: founder must be a superuser: others may not add every extension',
  ],
  [
    'an extension that the server has not',
    { missing: '' },
    'refused: the server has no extension postgis; take an image that holds it',
  ],
  [
    "somebody else's database",
    { owner: 'other\n' },
    'refused: the database engine_db must belong to engine, got other; give it to the role by hand',
  ],
])('%s is refused before anything is made', (_, files, message) => {
  const { code, output, calls } = run(files);
  expect(code).toBe(2);
  expect(output).toContain(message);
  expect(calls).not.toContain('create');
});

test('its own database is kept', () => {
  expect(run({ owner: 'engine\n' }).code).toBe(0);
});

test.each([
  'rolsuper',
  'pg_available_extensions',
  'datdba',
  'alter role',
  'create database',
  'create extension',
  'extversion',
])('a server that goes away at %s is worth another try, though psql calls it 2', (statement) => {
  expect(run({ broken: statement }).code).toBe(1);
});

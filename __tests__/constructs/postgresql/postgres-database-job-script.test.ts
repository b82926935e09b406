import { join } from 'node:path';
import { Outcome, Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/postgresql/postgres-database-job.sh');

/** Answers as psql does; what it is asked to do is written down. What the real one does with it, e2e shows. */
const PSQL = `
sql=$(cat)
printf '%s\\n---\\n' "$* $sql" >>"$SANDBOX/calls"
case " $* " in
  *' select 1 '*) if [ -s "$SANDBOX/away" ]; then sed -i 1d "$SANDBOX/away"; exit 2; fi; exit 0 ;;
esac
if [ -e "$SANDBOX/broken" ] && grep -q "$(cat "$SANDBOX/broken")" <<<"$sql"; then exit 2; fi
case "$sql" in
  *pg_available_extensions*) if [ -e "$SANDBOX/missing" ]; then echo 0; else echo 1; fi ;;
  *datdba*) cat "$SANDBOX/owner" 2>/dev/null || : ;;
  *extversion*) echo 1.1 ;;
esac
`;

const ENV = {
  DATABASE: 'engine_db',
  EXTENSIONS: 'postgis uuid-ossp',
  ROLE: 'engine',
  ROLE_PASSWORD: 'secret-of-engine',
  WAIT_SECONDS: '2',
  PAUSE_SECONDS: '1',
  PGHOST: 'postgres',
};

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function run(files: Readonly<Record<string, string>> = {}): Outcome & { calls: string } {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('psql', PSQL);
  for (const [name, text] of Object.entries(files)) sandbox.write(name, text);
  const outcome = sandbox.run(SCRIPT, ENV);
  return { ...outcome, calls: sandbox.read('calls') };
}

test('role, database and extensions are made, and said', () => {
  const { code, output, calls } = run();
  expect(code).toBe(0);
  expect(output).toContain('role engine: may log in');
  expect(output).toContain('database engine_db: there, and closed to other roles');
  expect(output).toContain('extension postgis: 1.1\npostgres-database-job.sh: extension uuid-ossp: 1.1');
  expect(calls).toContain('--dbname engine_db --set name=uuid-ossp');
});

test('the password stands in no argument and no output', () => {
  const { output, calls } = run();
  expect(output).not.toContain('secret-of-engine');
  expect(calls).not.toContain('secret-of-engine');
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

test('an extension that the server has not is refused before anything is made', () => {
  const { code, output, calls } = run({ missing: '' });
  expect(code).toBe(2);
  expect(output).toContain('refused: the server has no extension postgis; take an image that holds it');
  expect(calls).not.toContain('create');
});

test("somebody else's database is refused before anything is made", () => {
  const { code, output, calls } = run({ owner: 'other\n' });
  expect(code).toBe(2);
  expect(output).toContain(
    'refused: the database engine_db must belong to engine, got other; give it to the role by hand',
  );
  expect(calls).not.toContain('create');
});

test('its own database is kept', () => {
  expect(run({ owner: 'engine\n' }).code).toBe(0);
});

test.each(['pg_available_extensions', 'datdba', 'alter role', 'create database', 'create extension', 'extversion'])(
  'a server that goes away at %s is worth another try, though psql calls it 2',
  (statement) => {
    expect(run({ broken: statement }).code).toBe(1);
  },
);

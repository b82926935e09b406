import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/temporal/temporal-schema-job.sh');

/** What temporal-sql-tool says and does, as measured; a database is a file that holds the version of its schema. */
const TOOL = `
[ "$1" = --database ] || exit 9
database=$SANDBOX/databases/$2 name=$2
shift 2
echo "$1 $name" >>"$SANDBOX/calls"
log() { printf '2026-01-02T03:04:05.678Z\\t%s\\t%s\\t{%s"logging-call-at": "file.go:1"}\\n' "$1" "$2" "$3" >&2; }
fail() { log ERROR 'Unable to do it.' "\\"error\\": \\"$1\\", "; log ERROR 'Failed.' '"error": "no usable database connection found", '; exit 1; }
fault=$SANDBOX/faults/$1
if [ -s "$fault" ]; then
  said=$(head -n 1 "$fault")
  sed -i 1d "$fault"
  fail "$said"
fi
[ -e "$database" ] || [ "$1" = create-database ] || fail "pq: database \\\\\\"$name\\\\\\" does not exist"
case "$1" in
  create-database)
    [ "$SQL_USER" = guest ] && fail 'pq: permission denied to create database'
    [ -e "$database" ] || : >"$database" ;;
  setup-schema)
    [ -s "$database" ] || echo 0.0 >"$database" ;;
  update-schema)
    [ "$2 $3" = "--schema-name postgresql/v12/\${name##*_}" ] || fail "unknown schema $3"
    if [ "$(cat "$database")" = 1.19 ]; then
      log DEBUG 'found zero updates from current version 1.19'
    else
      echo 1.19 >"$database"
    fi ;;
esac
`;

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

/** A server with databases of some versions. */
function serverWith(versions: Readonly<Record<string, string>> = {}): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('temporal-sql-tool', TOOL);
  // The image's shell is a plain POSIX one.
  sandbox.write('run.sh', `exec sh '${SCRIPT}'\n`);
  sandbox.write('databases/postgres', '');
  sandbox.write('calls', '');
  Object.entries(versions).forEach(([name, version]) => sandbox.write(`databases/${name}`, version));
  return sandbox;
}

function run(sandbox: Sandbox, env: Readonly<Record<string, string>> = {}) {
  const { code, output } = sandbox.run(sandbox.path('run.sh'), {
    DATABASES: 'temporal=postgresql/v12/temporal temporal_visibility=postgresql/v12/visibility',
    SQL_USER: 'owner',
    WAIT_SECONDS: '5',
    PAUSE_SECONDS: '0.05',
    ...env,
  });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
}

/** Lets the next calls of a command fail, each with a reason. */
const fault = (sandbox: Sandbox, command: string, ...reasons: readonly string[]) =>
  sandbox.write(`faults/${command}`, reasons.map((reason) => `${reason}\n`).join(''));

test('makes databases that are missing, and their schemas', () => {
  const server = serverWith();
  expect(run(server)).toEqual({
    code: 0,
    lines: [
      'temporal: created the database',
      'temporal: raised schema postgresql/v12/temporal',
      'temporal_visibility: created the database',
      'temporal_visibility: raised schema postgresql/v12/visibility',
    ],
  });
  expect(server.read('databases/temporal').trim()).toBe('1.19');
});

test('a second run changes nothing', () => {
  const server = serverWith();
  run(server);
  server.write('calls', '');
  expect(run(server)).toEqual({
    code: 0,
    lines: [
      'temporal: schema postgresql/v12/temporal is current',
      'temporal_visibility: schema postgresql/v12/visibility is current',
    ],
  });
  expect(server.read('calls')).not.toContain('create-database');
});

test('raises a schema of an older version', () => {
  const server = serverWith({ temporal: '1.17\n', temporal_visibility: '1.19\n' });
  expect(run(server)).toEqual({
    code: 0,
    lines: [
      'temporal: raised schema postgresql/v12/temporal',
      'temporal_visibility: schema postgresql/v12/visibility is current',
    ],
  });
});

test('a role that may not create databases can do without, where they are there', () => {
  const server = serverWith({ temporal: '', temporal_visibility: '' });
  expect(run(server, { SQL_USER: 'guest' }).code).toBe(0);
});

test('fails with 2 where a database is missing that the role may not create', () => {
  expect(run(serverWith(), { SQL_USER: 'guest' })).toEqual({
    code: 2,
    lines: ["temporal: refused: the database is missing and role 'guest' may not create it"],
  });
});

test('waits for a server that is still starting', () => {
  const server = serverWith();
  fault(server, 'setup-schema', 'dial tcp: connection refused', 'pq: the database system is starting up');
  const { code, lines } = run(server);
  expect(code).toBe(0);
  expect(lines.slice(0, 2)).toEqual([
    'temporal: not yet: dial tcp: connection refused',
    'temporal: not yet: pq: the database system is starting up',
  ]);
});

test('fails with 1 and the reason when the server does not come', () => {
  const server = serverWith();
  fault(server, 'setup-schema', ...Array<string>(200).fill('dial tcp: connection refused'));
  expect(run(server, { WAIT_SECONDS: '0' })).toEqual({
    code: 1,
    lines: ['temporal: not yet: dial tcp: connection refused', 'temporal: gave up after 0 s'],
  });
});

test.each(['create-database', 'update-schema'])('the loser of a race over %s tries again', (command) => {
  const server = serverWith();
  fault(server, command, 'pq: duplicate key value violates unique constraint');
  const { code, lines } = run(server);
  expect(code).toBe(0);
  expect(lines).toContain('temporal: not yet: pq: duplicate key value violates unique constraint');
  expect(server.read('databases/temporal').trim()).toBe('1.19');
});

test('fails with 1 for a schema that the tool does not carry', () => {
  const { code, lines } = run(serverWith(), { DATABASES: 'temporal=postgresql/v12/other', WAIT_SECONDS: '0' });
  expect({ code, reason: lines[1] }).toEqual({
    code: 1,
    reason: 'temporal: not yet: unknown schema postgresql/v12/other',
  });
});

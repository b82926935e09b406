import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const LIB = join(__dirname, '../../../lib/constructs/postgresql');

/** psql as the script calls it: it fails with the words of a file, a line each time, and succeeds after them. */
const PSQL = `
printf '%s\\n' "$*" >>"$SANDBOX/calls"
printf '%s\\n' "$ROLE_PASSWORD" >>"$SANDBOX/passwords"
if [ -s "$SANDBOX/faults" ]; then
  head -n 1 "$SANDBOX/faults" >&2
  sed -i 1d "$SANDBOX/faults"
  exit 2
fi
`;

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function start(...faults: readonly string[]): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('psql', PSQL);
  sandbox.write('faults', faults.map((words) => `${words}\n`).join(''));
  return sandbox;
}

function run(sandbox: Sandbox, env: Readonly<Record<string, string>> = {}) {
  const { code, output } = sandbox.run(join(LIB, 'postgres-databases-job.sh'), {
    DATABASES: 'shop_orders shop_parts',
    PASSWORD_1: 'first',
    PASSWORD_2: 'second',
    WAIT_SECONDS: '5',
    PAUSE_SECONDS: '0.05',
    FOLDER: LIB,
    ...env,
  });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
}

test('makes every database, each with the password of its own role', () => {
  const sandbox = start();
  expect(run(sandbox)).toEqual({
    code: 0,
    lines: ['shop_orders: is there, and its role owns it', 'shop_parts: is there, and its role owns it'],
  });
  expect(sandbox.read('passwords')).toBe('first\nsecond\n');
  expect(sandbox.read('calls')).toMatch(/--set name=shop_orders .*\n.*--set name=shop_parts /);
});

test('no password is an argument', () => {
  const sandbox = start();
  run(sandbox);
  expect(sandbox.read('calls')).not.toMatch(/first|second/);
});

test('waits for a server that is still starting', () => {
  const sandbox = start('psql: error: connection refused', 'psql: error: the database system is starting up');
  expect(run(sandbox).lines).toEqual([
    'shop_orders: not yet: psql: error: connection refused',
    'shop_orders: not yet: psql: error: the database system is starting up',
    'shop_orders: is there, and its role owns it',
    'shop_parts: is there, and its role owns it',
  ]);
});

test.each([
  'permission denied to create role',
  'must be superuser to alter roles',
  'must be able to SET ROLE "x"',
  'syntax error at end',
])('is refused, and says why: %s', (words) => {
  expect(run(start(`ERROR: ${words}`))).toEqual({ code: 2, lines: [`shop_orders: refused: ERROR: ${words}`] });
});

test('gives up in time on a server that never answers', () => {
  const sandbox = start(...Array.from({ length: 200 }, () => 'connection refused'));
  const { code, lines } = run(sandbox, { WAIT_SECONDS: '1' });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('shop_orders: gave up after 1 s');
});

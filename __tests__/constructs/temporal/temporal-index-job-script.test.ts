import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/temporal/temporal-index-job.sh');

/** What temporal-elasticsearch-tool says and does, as its source says; template, index and mappings are files. */
const TOOL = `
echo "$*" >>"$SANDBOX/calls"
fault=$SANDBOX/faults/$1
if [ -s "$fault" ]; then
  said=$(head -n 1 "$fault")
  sed -i 1d "$fault"
  echo 'ERROR first' >&2
  echo "ERROR $said" >&2
  exit 1
fi
case "$*" in
  ping) ;;
  update-schema) : >"$SANDBOX/template" ;;
  'create-index --index workflows') [ -e "$SANDBOX/template" ] && : >"$SANDBOX/index" ;;
  'update-schema --index workflows') [ -e "$SANDBOX/index" ] && : >"$SANDBOX/mappings" ;;
  *) exit 9 ;;
esac
`;

const STEPS = ['ping', 'update-schema', 'create-index --index workflows', 'update-schema --index workflows'];

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function start(): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('temporal-elasticsearch-tool', TOOL);
  // The image's shell is a plain POSIX one.
  sandbox.write('run.sh', `exec sh '${SCRIPT}'\n`);
  return sandbox;
}

function run(sandbox: Sandbox, env: Readonly<Record<string, string>> = {}) {
  const timing = { WAIT_SECONDS: '5', PAUSE_SECONDS: '0.05', CALL_SECONDS: '2' };
  const { code, output } = sandbox.run(sandbox.path('run.sh'), { INDEX: 'workflows', ...timing, ...env });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
}

const fault = (sandbox: Sandbox, command: string, ...reasons: readonly string[]) =>
  sandbox.write(`faults/${command}`, reasons.map((reason) => `${reason}\n`).join(''));

test('puts the template, makes the index and raises its mappings', () => {
  const sandbox = start();
  expect(run(sandbox)).toEqual({ code: 0, lines: ['workflows: the index has the mappings of the tool'] });
  expect(sandbox.read('calls').trim().split('\n')).toEqual(STEPS);
});

test('a second run does the same again', () => {
  const sandbox = start();
  run(sandbox);
  expect(run(sandbox).code).toBe(0);
  expect(sandbox.read('calls').trim().split('\n')).toEqual([...STEPS, ...STEPS]);
});

test('never changes settings of the whole cluster', () => {
  const sandbox = start();
  run(sandbox);
  expect(sandbox.read('calls')).not.toContain('setup-schema');
});

test('waits for a cluster that is still starting, and begins again', () => {
  const sandbox = start();
  fault(sandbox, 'ping', 'connection refused');
  fault(sandbox, 'create-index', 'no master');
  expect(run(sandbox)).toEqual({
    code: 0,
    lines: [
      'workflows: not yet: ping: ERROR connection refused',
      'workflows: not yet: create-index: ERROR no master',
      'workflows: the index has the mappings of the tool',
    ],
  });
});

test('fails with 1 and the reason when the cluster does not come', () => {
  const sandbox = start();
  fault(sandbox, 'ping', ...Array<string>(200).fill('connection refused'));
  expect(run(sandbox, { WAIT_SECONDS: '0' })).toEqual({
    code: 1,
    lines: ['workflows: not yet: ping: ERROR connection refused', 'workflows: gave up after 0 s'],
  });
});

test('a call that never ends is ended', () => {
  const sandbox = start();
  sandbox.stub('temporal-elasticsearch-tool', 'sleep 30');
  expect(run(sandbox, { WAIT_SECONDS: '0', CALL_SECONDS: '1' }).code).toBe(1);
});

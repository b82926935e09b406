import { join } from 'node:path';
import { Outcome, Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/postgresql/flyway-job.sh');

/** Each command fails as often as its file has lines, and says them. */
const FLYWAY = `
echo "$*" >>"$SANDBOX/calls"
fault=$SANDBOX/faults/$1
if [ "$1" = validate ] && [ "$2" = '-ignoreMigrationPatterns=*:future' ]; then fault=$SANDBOX/faults/after; fi
if [ -s "$fault" ]; then cat "$fault"; exit 1; fi
`;

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function run(faults: Readonly<Record<string, string>> = {}): Outcome & { calls: string[] } {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('flyway', FLYWAY);
  for (const [name, text] of Object.entries(faults)) sandbox.write(`faults/${name}`, `${text}\n`);
  const outcome = sandbox.run(SCRIPT, {});
  return { ...outcome, calls: sandbox.read('calls').trim().split('\n') };
}

test('what was applied is compared before anything is, and everything after', () => {
  const { code, output, calls } = run();
  expect(code).toBe(0);
  expect(output).toContain('flyway-job.sh: the schema is current');
  expect(calls).toEqual([
    'info',
    'validate -ignoreMigrationPatterns=*:pending,*:future',
    'migrate',
    'validate -ignoreMigrationPatterns=*:future',
  ]);
});

test('a server that is not reached is worth another try', () => {
  const { code, output, calls } = run({ info: 'Unable to obtain connection' });
  expect({ code, calls }).toEqual({ code: 1, calls: ['info'] });
  expect(output).toContain('flyway-job.sh: the schema cannot be read');
});

test('another text under a known number is refused, and nothing is applied', () => {
  const { code, output, calls } = run({ validate: 'Migration checksum mismatch for migration version 1' });
  expect(code).toBe(2);
  expect(calls).not.toContain('migrate');
  expect(output).toContain('refused: a migration that was applied is not the one in the folder, or failed halfway');
});

test('a migration that fails is worth another try: it was rolled back', () => {
  const { code, output } = run({ migrate: 'canceling statement due to lock timeout' });
  expect(code).toBe(1);
  expect(output).toContain('flyway-job.sh: a migration failed and was rolled back; see above');
});

test('a schema that misses something afterwards is no success', () => {
  const { code, output } = run({ after: 'Detected resolved migration not applied to database: 2' });
  expect(code).toBe(1);
  expect(output).toContain('flyway-job.sh: migrations are still missing');
});

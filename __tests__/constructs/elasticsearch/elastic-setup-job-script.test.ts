import { join } from 'node:path';
import { Sandbox } from '../sandbox';

const SCRIPT = join(__dirname, '../../../lib/constructs/elasticsearch/elastic-setup-job.sh');

/** curl as the script calls it: it answers with the codes of a file, one each time, and 200 after them. */
const CURL = `
cat >>"$SANDBOX/standard-input"
printf '%s\\n' "$*" >>"$SANDBOX/calls"
while (($#)); do
  case $1 in
    --output) output=$2 ;;
  esac
  shift
done
code=200
if [ -s "$SANDBOX/codes" ]; then
  code=$(head -n 1 "$SANDBOX/codes")
  sed -i 1d "$SANDBOX/codes"
fi
[ "$code" = none ] && { printf 000; exit 7; }
echo "{\\"answer\\": $code}" >"$output"
printf '%s' "$code"
`;

const sandboxes: Sandbox[] = [];
afterEach(() => sandboxes.splice(0).forEach((sandbox) => sandbox.remove()));

function start(...codes: readonly string[]): Sandbox {
  const sandbox = new Sandbox();
  sandboxes.push(sandbox);
  sandbox.stub('curl', CURL);
  sandbox.write('codes', codes.map((code) => `${code}\n`).join(''));
  sandbox.write('job/requests', 'PUT /_ilm/policy/logs one.json\nPOST /api/view two.json\n');
  sandbox.write('job/one.json', '{"one": 1}');
  sandbox.write('job/two.json', '{"two": 2}');
  return sandbox;
}

function run(sandbox: Sandbox, env: Readonly<Record<string, string>> = {}) {
  const { code, output } = sandbox.run(SCRIPT, {
    URL: 'https://search:9200',
    USER_NAME: 'setup',
    USER_PASSWORD: 'Pa55word',
    AUTHORITY_FILE: '/etc/authority/ca.crt',
    WAIT_SECONDS: '5',
    PAUSE_SECONDS: '0.05',
    CALL_SECONDS: '2',
    FOLDER: sandbox.path('job'),
    HOME: sandbox.folder,
    ...env,
  });
  return { code, lines: output.split('\n').flatMap((line) => (line ? [line.replace(/^\S+\.sh: /, '')] : [])) };
}

const calls = (sandbox: Sandbox) => sandbox.read('calls').trim().split('\n');

test('sends every request with its method, its path and its body, in their order', () => {
  const sandbox = start();
  expect(run(sandbox)).toEqual({ code: 0, lines: ['PUT /_ilm/policy/logs: done', 'POST /api/view: done'] });
  const [first = '', second = ''] = calls(sandbox);
  expect(first).toContain(`--request PUT`);
  expect(first).toContain(`--data-binary @${sandbox.path('job/one.json')} https://search:9200/_ilm/policy/logs`);
  expect(second).toContain(`--data-binary @${sandbox.path('job/two.json')} https://search:9200/api/view`);
  expect(calls(sandbox)).toHaveLength(2);
});

test('a second run sends the same again', () => {
  const sandbox = start();
  run(sandbox);
  expect(run(sandbox).code).toBe(0);
  const sent = calls(sandbox);
  expect(sent.slice(2)).toEqual(sent.slice(0, 2));
});

test('the password is no argument', () => {
  const sandbox = start();
  run(sandbox);
  expect(sandbox.read('calls')).not.toContain('Pa55word');
  expect(sandbox.read('standard-input')).toContain('user = "setup:Pa55word"');
});

test('trusts the authority that it is given, and without one asks plainly', () => {
  const [trusting, plain] = [start(), start()];
  run(trusting);
  run(plain, { AUTHORITY_FILE: '' });
  expect(calls(trusting)[0]).toContain('--cacert /etc/authority/ca.crt');
  expect(plain.read('calls')).not.toContain('--cacert');
});

test.each(['none', '503', '500', '429', '408', '401'])('waits where the answer is %s, and goes on', (code) => {
  const sandbox = start(code);
  const said = code === 'none' ? '000' : code;
  expect(run(sandbox)).toEqual({
    code: 0,
    lines: [`PUT /_ilm/policy/logs: not yet: ${said}`, 'PUT /_ilm/policy/logs: done', 'POST /api/view: done'],
  });
});

test.each(['400', '403', '404'])('%s is a refusal: the reason is told, and nothing more is sent', (code) => {
  const sandbox = start('200', code);
  expect(run(sandbox)).toEqual({
    code: 2,
    lines: ['PUT /_ilm/policy/logs: done', `POST /api/view: refused with ${code}: {"answer": ${code}}`],
  });
  expect(calls(sandbox)).toHaveLength(2);
});

test('gives up in time on a server that never answers', () => {
  const sandbox = start(...Array.from({ length: 200 }, () => 'none'));
  const { code, lines } = run(sandbox, { WAIT_SECONDS: '1' });
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('PUT /_ilm/policy/logs: gave up after 1 s');
});

import { check } from '../../lib/cli/check';
import { uniqueObjects } from '../../lib/rules/identity/unique-objects';
import { Rule } from '../../lib/rules/rule';
import { configMap, folderOf } from '../reading/folder';
import { quiet, run } from './run';
import { findingsOf, WRONG } from './findings';

test('--only holds them against one family or rule, and may be repeated', async () => {
  const files = { 'a.yaml': WRONG };
  expect((await findingsOf(files, '--only', 'schema')).findings).toEqual(['a.yaml:9 schema/wrong-type']);
  const both = await findingsOf(files, '--only', 'schema/wrong-type', '--only', 'pod-security');
  expect(both.findings).toHaveLength(2);
  expect(await findingsOf(files, '--only', 'identity')).toMatchObject({ code: 0, findings: [] });
});

test('--only with a name that is none is a mistake, and nothing is checked', async () => {
  const { code, out, err } = await run('/', ['check', '--only', 'pod-securty']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe("--only: no rule or family named 'pod-securty'; did you mean 'pod-security'?\n");
});

test('--max-bytes is the size of the largest file', async () => {
  const { code, findings } = await findingsOf({ 'a.yaml': WRONG }, '--max-bytes', '100');
  expect({ code, findings }).toEqual({ code: 1, findings: ['a.yaml:1 reading/too-large'] });
});

test('--kube-version takes the place of what environments say', () => {
  const facts = "apiVersion: platform-manifests/v1\nkind: Environment\nkubernetes: '1.27'\n";
  const folder = folderOf({ 'a/environment.yaml': facts, 'a/a.yaml': configMap('a'), 'b.yaml': configMap('b') });
  const versions: (string | undefined)[] = [];
  const rule: Rule = { ...uniqueObjects, judge: ({ facts: { kubernetes } }) => (versions.push(kubernetes), []) };
  const io = { ...quiet, folder };
  check({ paths: ['.'], rules: [rule] }, io);
  check({ paths: ['.'], rules: [rule], kubeVersion: '1.31' }, io);
  expect(versions).toEqual([undefined, '1.27', '1.31', '1.31']);
});

test('--schema is a fact of every environment', () => {
  const folder = folderOf({ 'a.yaml': configMap('a'), 'crd.yml': configMap('definition') });
  const seen: (readonly string[] | undefined)[] = [];
  const judge: Rule['judge'] = ({ facts }) => (seen.push(facts.definitions?.map(({ metadata }) => metadata.name)), []);
  const rules = [{ ...uniqueObjects, judge }];
  check({ paths: ['a.yaml'], rules }, { ...quiet, folder });
  check({ paths: ['a.yaml'], rules, schemas: ['crd.yml'] }, { ...quiet, folder });
  expect(seen).toEqual([undefined, ['definition']]);
});

test('--explain tells promise, reason, cure and sources of a rule', async () => {
  const { code, out } = await run('/', ['check', '--explain', 'identity/unique-objects']);
  expect(code).toBe(0);
  expect(out).toBe(`identity/unique-objects (error)
No object is defined twice

why      The server keeps one of the two, and nobody knows which; Argo CD
         applies them in turn for ever.
cure     remove one of the two, or give it a name of its own
sources  Y10, G28
`);
});

test('--explain of a rule that is none is a mistake', async () => {
  const { code, err } = await run('/', ['check', '--explain', 'identity/unique-object']);
  expect(code).toBe(1);
  expect(err).toBe(
    "--explain: no rule or family named 'identity/unique-object'; did you mean 'identity/unique-objects'?\n",
  );
});

test.each([
  [['check', '--formt', 'json'], "error: unknown option '--formt'"],
  [
    ['check', '--format', 'xml'],
    "error: option '--format <name>' argument 'xml' is invalid. Allowed choices are text, json, sarif, github.",
  ],
  [['check', '--kube-version', 'new'], 'It must be a minor version such as 1.28.'],
  [['check', '--kube-version', '1.26'], 'It must be from 1.27 to 1.36.'],
  [['check', '--kube-version', 'v1.37.0'], 'It must be from 1.27 to 1.36.'],
  [
    ['check', '--connectivity', '--format', 'json'],
    "option '--connectivity' cannot be used with option '--format <name>'",
  ],
  [
    ['check', '--connectivity', '--only', 'network'],
    "option '--connectivity' cannot be used with option '--only <family|rule>'",
  ],
  [['check', '--max-bytes', '-3'], 'It must be a whole number above 0.'],
  [['chek'], "error: unknown command 'chek'"],
])('%j is a mistake in the question', async (args, message) => {
  const { code, out, err } = await run('/', args);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(message);
});

test('help tells every option', async () => {
  const { code, out } = await run('/', ['check', '--help']);
  expect(code).toBe(0);
  for (const option of [
    '--format',
    '--only',
    '--kube-version',
    '--connectivity',
    '--schema',
    '--waivers',
    '--strict',
    '--max-bytes',
    '--explain',
  ]) {
    expect(out).toContain(option);
  }
});

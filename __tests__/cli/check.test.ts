import { check } from '../../lib/cli/check';
import { uniqueObjects } from '../../lib/rules/identity/unique-objects';
import { Rule } from '../../lib/rules/rule';
import { configMap, folderOf } from '../reading/folder';
import { quiet, run } from './run';

const WRONG = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: shop
data:
  LEVEL: info
  DATABASE: mongodb://root:hunter2@db/x
  RETRIES: 3
`;

const waiver = (extra = '') => `- rule: pod-security/no-secret-values
  target: ConfigMap shop/settings
  reason: an example that stands in no cluster
${extra}`;

const findingsOf = async (files: Record<string, string>, ...args: string[]) => {
  const { code, out } = await run(folderOf(files), ['check', '--format', 'json', ...args]);
  const { findings } = JSON.parse(out) as { findings: { rule: string; file: string; line: number; message: string }[] };
  return {
    code,
    findings: findings.map(({ rule, file, line }) => `${file}:${line} ${rule}`),
    messages: findings.map(({ message }) => message),
  };
};

test('nothing is found in what is right', async () => {
  const { code, out, err } = await run(folderOf({ 'a.yaml': configMap('a') }), ['check']);
  expect({ code, out, err }).toEqual({ code: 0, out: '✔ 1 object in 1 file, nothing found\n', err: '' });
});

test('a finding names file, line, object, field, value and cure, and how often its rule is broken', async () => {
  const { code, out } = await run(folderOf({ 'shop/settings.yaml': WRONG }), ['check', 'shop']);
  expect(code).toBe(1);
  expect(out).toBe(`shop/settings.yaml:8:3  error    pod-security/no-secret-values
  ConfigMap shop/settings, data.DATABASE
  a value must not hold a secret, got a password in a URI
  → refer to a key of a Secret instead

shop/settings.yaml:9:3  error    schema/wrong-type
  ConfigMap shop/settings, data.RETRIES
  a value must be a string, got the number 3
  → quote it: "3"

✖ 2 errors; 1 object in 1 file
     1  pod-security/no-secret-values
     1  schema/wrong-type
`);
});

test('no line is longer than the screen, but for places', async () => {
  const { out } = await run(folderOf({ 'a.yaml': WRONG.replace('settings', 's'.repeat(70)) }), ['check'], {
    columns: 50,
  });
  const lines = out.split('\n').filter((line) => line.startsWith('  ') && line.includes(' ', 4));
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.filter((line) => line.length > 50 && !line.includes('ssss'))).toEqual([]);
});

test('colours are for screens only', async () => {
  const folder = folderOf({ 'a.yaml': WRONG });
  const plain = await run(folder, ['check']);
  const colored = await run(folder, ['check'], { isColored: true });
  expect(plain.out).not.toContain('\u001b');
  expect(colored.out).toContain('\u001b[31m');
  expect(colored.out.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.out);
});

test('names in a file cannot move the cursor of a terminal', async () => {
  const { out } = await run(folderOf({ 'a.yaml': `${configMap('"\\e[2Jx"')}data: {"k\\e[2J": 1.5}\n` }), ['check']);
  expect(out).not.toContain('\u001b');
  expect(out).toContain('\\u001b[2J');
});

test('environments are judged one by one: what is twice in two of them is twice in none', async () => {
  const facts = 'apiVersion: platform-manifests/v1\nkind: Environment\n';
  const both = { 'dev/a.yaml': configMap('a'), 'prod/a.yaml': configMap('a') };
  expect(await findingsOf(both)).toMatchObject({ code: 1, findings: ['prod/a.yaml:1 identity/unique-objects'] });
  const apart = { ...both, 'dev/environment.yaml': facts, 'prod/environment.yaml': facts };
  expect(await findingsOf(apart)).toMatchObject({ code: 0, findings: [] });
});

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

test('what is waived is counted, and is no finding', async () => {
  const folder = folderOf({ 'a.yaml': WRONG.replace('3\n', '"3"\n'), 'waivers.yaml': waiver() });
  expect(await run(folder, ['check'])).toEqual({
    code: 0,
    out: '✔ 1 object in 1 file, nothing found\n  1 finding waived\n',
    err: '',
  });
  expect((await run(folder, ['check', '--no-waivers'])).code).toBe(1);
});

test('a waiver that waives nothing is found, but not by a run with a part of the rules or without its folder', async () => {
  const files = { 'a.yaml': configMap('a'), 'waivers.yaml': waiver() };
  const unused = await findingsOf(files);
  expect(unused).toMatchObject({ code: 1, findings: ['waivers.yaml:1 waivers/used'] });
  expect(unused.messages).toEqual([
    'a waiver must waive something, got nothing for pod-security/no-secret-values of ConfigMap shop/settings',
  ]);
  expect((await findingsOf(files, '--only', 'yaml')).code).toBe(0);
  expect((await findingsOf({ ...files, 'waivers.yaml': waiver('  within: dev\n') })).code).toBe(0);
});

test('a waiver counts until the day on which it ends', async () => {
  const until = (day: string) => ({
    'a.yaml': WRONG.replace('3\n', '"3"\n'),
    'waivers.yaml': waiver(`  expires: ${day}\n`),
  });
  expect((await findingsOf(until('2026-06-02'))).findings).toEqual([]);
  expect(await findingsOf(until('2026-06-01'))).toMatchObject({
    code: 1,
    findings: ['a.yaml:8 pod-security/no-secret-values', 'waivers.yaml:1 waivers/current'],
  });
});

test('waivers may stand elsewhere; a file that is named must be there', async () => {
  const folder = folderOf({ 'a/a.yaml': WRONG.replace('3\n', '"3"\n'), 'known.yaml': waiver() });
  expect((await run(folder, ['check', 'a', '--waivers', 'known.yaml'])).code).toBe(0);
  const { code, out } = await run(folder, ['check', 'a', '--waivers', 'gone.yaml']);
  expect(code).toBe(1);
  expect(out).toContain('gone.yaml:1:1  error    reading/missing');
});

test('warnings let a run pass, unless it is strict', async () => {
  const files = { 'a.yaml': configMap('a'), 'waivers.yaml': waiver('  expires: 2026-01-01\n') };
  expect(await findingsOf(files)).toMatchObject({ code: 0, findings: ['waivers.yaml:1 waivers/current'] });
  expect((await findingsOf(files, '--strict')).code).toBe(1);
});

test('kinds that no schema is known of are named, until somebody gives it', async () => {
  const shelf = 'apiVersion: example.com/v1\nkind: Shelf\nmetadata: {name: a, namespace: shop}\n';
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: shelves.example.com}
spec:
  group: example.com
  names: {kind: Shelf, plural: shelves}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`;
  const folder = folderOf({ 'a/a.yaml': shelf, 'crd.yaml': definition });
  expect((await run(folder, ['check', 'a'])).out).toContain('no schema is known of: 1 Shelf\n');
  expect((await run(folder, ['check', 'a', '--schema', 'crd.yaml'])).out).not.toContain('no schema');
  expect((await run(folder, ['check'])).out).not.toContain('no schema');
  expect((await run(folder, ['check', 'a', '--schema', 'gone.yaml'])).code).toBe(1);
});

test('standard input is read', async () => {
  const { code, out } = await run('/', ['check', '-'], { readInput: () => Buffer.from(WRONG) });
  expect(code).toBe(1);
  expect(out).toContain('<stdin>:9:3');
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

test('rules about text judge what could be read: one mistake is told once', () => {
  const facts = 'apiVersion: platform-manifests/v1\nkind: Environment\n';
  const folder = folderOf({ 'environment.yaml': facts, 'a.yaml': 'a: [', 'b.yaml': 'a: 1', 'c.yaml': configMap('c') });
  const judged: string[] = [];
  const judge: Rule['judge'] = ({ files }) => (judged.push(...files.map(({ path }) => path)), []);
  check({ paths: ['.'], rules: [{ ...uniqueObjects, judge }] }, { ...quiet, folder });
  expect(judged).toEqual(['c.yaml']);
});

test('an object that no rule can read is a finding, and the others are judged', async () => {
  const odd =
    'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: odd}\nspec: {template: {spec: {volumes: 3, containers: 3}}}\n';
  const { code, findings } = await findingsOf({ 'a.yaml': odd, 'b.yaml': WRONG });
  expect(code).toBe(1);
  expect(findings).toEqual([
    'a.yaml:1 reading/odd-shape',
    'b.yaml:8 pod-security/no-secret-values',
    'b.yaml:9 schema/wrong-type',
  ]);
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

test('a fault of ours ends with 2', async () => {
  const readInput = () => {
    throw new Error('out of order');
  };
  const { code, err } = await run('/', ['check', '-'], { readInput });
  expect(code).toBe(2);
  expect(err).toContain('a fault of this project, not of its input:\nError: out of order');
});

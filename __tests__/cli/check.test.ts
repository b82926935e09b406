import { check } from '../../lib/cli/check';
import { uniqueObjects } from '../../lib/rules/identity/unique-objects';
import { Rule } from '../../lib/rules/rule';
import { configMap, folderOf } from '../reading/folder';
import { quiet, run } from './run';
import { findingsOf, WRONG } from './findings';

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

test('a fault of ours ends with 2', async () => {
  const readInput = () => {
    throw new Error('out of order');
  };
  const { code, err } = await run('/', ['check', '-'], { readInput });
  expect(code).toBe(2);
  expect(err).toContain('a fault of this project, not of its input:\nError: out of order');
});

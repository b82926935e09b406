import { uniqueObjects, validNames } from '../../lib/rules/identity';
import { Manifest, RenderedObject, Rule } from '../../lib/rules/rendered-object';
import { safeScalars } from '../../lib/rules/scalars';
import { noSecretValues } from '../../lib/rules/secret-values';

function object(manifest: Partial<Manifest> & Record<string, unknown>, path = 'wms/api'): RenderedObject {
  return {
    path,
    manifest: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api', namespace: 'a' }, ...manifest },
  };
}

const judge = (rule: Rule, ...objects: RenderedObject[]) => rule(objects).map(({ message }) => message);
const named = (kind: string, name: string) => object({ kind, metadata: { name } });

test('the same object twice is found, whatever it says', () => {
  expect(judge(uniqueObjects, object({ data: { a: '1' } }, 'wms/one'), object({}, 'wms/two'))).toEqual([
    'ConfigMap a/api must be defined once, got it also from wms/one',
  ]);
});

test('objects of one name in two namespaces, kinds or groups are different', () => {
  const others = [{ metadata: { name: 'api', namespace: 'b' } }, { kind: 'Service' }, { apiVersion: 'example.com/v1' }];
  expect(judge(uniqueObjects, object({}), ...others.map((other) => object(other)))).toEqual([]);
});

test.each([
  ['Service', '9api', "name of a Service must be a DNS label that starts with a letter, got '9api'"],
  ['Namespace', 'a.b', "name of a Namespace must be a DNS label (a-z, 0-9, -), got 'a.b'"],
  ['ConfigMap', 'A', "name of a ConfigMap must be a DNS subdomain (a-z, 0-9, -, .), got 'A'"],
  ['Job', 'a'.repeat(64), `name of a Job must have at most 63 characters, got 64 in '${'a'.repeat(64)}'`],
  [
    'CronJob',
    'a'.repeat(53),
    `name of a CronJob must have at most 52 characters (its Jobs add 11), got 53 in '${'a'.repeat(53)}'`,
  ],
  [
    'StatefulSet',
    'a'.repeat(53),
    `name of a StatefulSet must have at most 52 characters (the label controller-revision-hash adds 11), got 53 in '${'a'.repeat(53)}'`,
  ],
])('a %s may not be called %s', (kind, name, message) => {
  expect(judge(validNames, named(kind, name))).toEqual([message]);
});

test.each([
  ['Job', 'a'.repeat(63)],
  ['CronJob', 'a'.repeat(52)],
  ['ConfigMap', 'a.b'],
])('a %s may be called %s', (kind, name) => {
  expect(judge(validNames, named(kind, name))).toEqual([]);
});

test.each([
  ['x\u2028immutable: true', 'U+2028'],
  ['\u0000', 'U+0000'],
  ['a\u0085b', 'U+0085'],
  ['\ufeffa', 'U+FEFF'],
  ['a\u202eb', 'U+202E'],
  ['\ud800', 'U+D800'],
  ['a\rb', 'U+000D'],
])('the value %j is refused', (value, code) => {
  expect(judge(safeScalars, object({ data: { key: value } }))).toEqual([
    `/data/key must hold printable text only, got the character ${code}; write it out or leave it away`,
  ]);
});

test('keys are judged like values, numbers are whole, and nothing is null', () => {
  expect(judge(safeScalars, object({ data: { 'a\u2029': 'x' }, spec: { half: 0.5, none: null } }))).toEqual([
    'key of /data must hold printable text only, got the character U+2029; write it out or leave it away',
    '/spec/half must be a whole number, got 0.5',
    '/spec/none must have a value, got null; leave it away',
  ]);
});

test.each(['yes', '0o14', '1e3', 'é 😀', 'a\nb\n', '2026-01-01'])('the value %j is allowed', (value) => {
  expect(judge(safeScalars, object({ data: { key: value } }))).toEqual([]);
});

test.each([
  [{ data: { uri: 'mongodb://wmsuser:hunter2@host/wms' } }, '/data/uri', 'a password in a URI'],
  [{ data: { key: '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0123\n' } }, '/data/key', 'a private key'],
  [{ data: { DB_PASSWORD: 'hunter2' } }, '/data/DB_PASSWORD', "a value for 'DB_PASSWORD'"],
  [{ data: { text: 'required username="a" password="hunter2";' } }, '/data/text', 'a password in a JAAS line'],
  [{ spec: { env: [{ name: 'API_KEY', value: 'abc' }] } }, '/spec/env/0/value', "a value for 'API_KEY'"],
])('the secret in %j is refused, and not repeated', (fields, path, what) => {
  expect(judge(noSecretValues, object(fields))).toEqual([
    `${path} must not hold a secret, got ${what}; refer to a key of a Secret instead`,
  ]);
});

test('a Secret is refused', () => {
  expect(judge(noSecretValues, object({ kind: 'Secret' }))).toEqual([
    'kind must not be Secret, got one; make it an ExternalSecret',
  ]);
});

test.each([
  { spec: { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] } },
  { spec: { target: { template: { data: { uri: 'mongodb://wmsuser:{{ .password }}@host/wms' } } } } },
  { data: { TOKEN_URL: 'https://example.com/token' } },
])('a reference is allowed: %j', (fields) => {
  expect(judge(noSecretValues, object(fields))).toEqual([]);
});

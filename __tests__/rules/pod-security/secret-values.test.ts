import { noSecrets, noSecretValues } from '../../../lib/rules/pod-security/secret-values';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { Rule } from '../../../lib/rules/rule';
import { object } from '../object';
import { messagesOf } from '../messages-of';

const judge = (rule: Rule, ...objects: RenderedObject[]) => messagesOf(rule, objects);

test.each([
  [{ data: { uri: 'mongodb://wmsuser:hunter2@host/wms' } }, 'data.uri', 'a password in a URI'],
  [{ data: { key: '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA0123\n' } }, 'data.key', 'a private key'],
  [{ data: { DB_PASSWORD: 'hunter2' } }, 'data.DB_PASSWORD', "a value for 'DB_PASSWORD'"],
  [{ data: { text: 'required username="a" password="hunter2";' } }, 'data.text', 'a password in a JAAS line'],
  [{ spec: { env: [{ name: 'API_KEY', value: 'abc' }] } }, 'spec.env[0].value', "a value for 'API_KEY'"],
])('the secret in %j is refused, and not repeated', (fields, path, what) => {
  expect(judge(noSecretValues, object(fields))).toEqual([`${path}: a value must not hold a secret, got ${what}`]);
});

test('a Secret is refused', () => {
  expect(judge(noSecrets, object({ kind: 'Secret' }))).toEqual(['kind: kind must not be Secret, got one']);
});

test.each([
  { spec: { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] } },
  {
    kind: 'ExternalSecret',
    spec: { target: { template: { data: { uri: 'mongodb://wmsuser:{{ .password }}@host/wms' } } } },
  },
  { data: { TOKEN_URL: 'https://example.com/token' } },
])('a reference is allowed: %j', (fields) => {
  expect(judge(noSecretValues, object(fields))).toEqual([]);
});

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
  [{ data: { clientSecret: 'Hunter2' } }, 'data.clientSecret', "a value for 'clientSecret'"],
  [{ data: { cache: 'redis://:hunter2@cache:6379' } }, 'data.cache', 'a password in a URI'],
  [
    { data: { blob: Buffer.from('mongodb://wmsuser:hunter2@host/wms').toString('base64') } },
    'data.blob',
    'a password in a URI',
  ],
])('the secret in %j is refused, and not repeated', (fields, path, what) => {
  expect(judge(noSecretValues, object(fields))).toEqual([`${path}: a value must not hold a secret, got ${what}`]);
});

test('a Secret is refused', () => {
  const said = ['kind: kind must not be Secret, got one'];
  expect(judge(noSecrets, object({ kind: 'Secret', data: { key: 'aHVudGVyMg==' } }))).toEqual(said);
  expect(judge(noSecrets, object({ kind: 'Secret', stringData: { key: 'hunter2' } }))).toEqual(said);
});

test.each([
  { spec: { env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }] } },
  {
    kind: 'ExternalSecret',
    spec: { target: { template: { data: { uri: 'mongodb://wmsuser:{{ .password }}@host/wms' } } } },
  },
  { data: { TOKEN_URL: 'https://example.com/token' } },
  { data: { DB_PASSWORD_FILE: '/run/secrets/password', DB_PASSWORD: '/run/secrets/password' } },
  { data: { REQUIRE_PASSWORD: 'true', uri: 'http://user:$(PASSWORD)@host/', example: 'http://user:<password>@host' } },
  { data: { url: 'http://host:8080/users/@me', key: 'c29tZSB0ZXh0IHRoYXQgaXMgbm8gc2VjcmV0IQ==' } },
  { kind: 'KafkaBridge', spec: { authentication: { passwordSecret: { secretName: 'bridge', password: 'pass.txt' } } } },
  { kind: 'Secret', data: { password: 'aHVudGVyMg==' } },
  { spec: { env: [{ name: 'MYSQL_ALLOW_EMPTY_PASSWORD', value: '1' }] } },
  { kind: 'SealedSecret', spec: { encryptedData: { password: 'AgBy3i4OJSWK' } } },
  {
    kind: 'Ingress',
    metadata: { name: 'a', annotations: { 'nginx.ingress.kubernetes.io/auth-secret': 'shop/users' } },
  },
])('a reference is allowed: %j', (fields) => {
  expect(judge(noSecretValues, object(fields))).toEqual([]);
});

test('a Secret that somebody fills in later holds none', () => {
  expect(judge(noSecrets, object({ kind: 'Secret', type: 'Opaque' }), object({ kind: 'Secret', data: {} }))).toEqual(
    [],
  );
});

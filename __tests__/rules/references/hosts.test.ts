import { hostExists, hostPort } from '../../../lib/rules/references/hosts';
import { hostsIn } from '../../../lib/rules/views/hosts';
import { judgeYaml, other, owner } from '../judge-yaml';

test.each([
  ['http://api', [['api', 80]]],
  ['https://api.shop:8443/path?x=1', [['api.shop', 8443]]],
  [
    'mongodb://user:pass@m-0.m,m-1.m:27018/db?replicaSet=rs',
    [
      ['m-0.m', 27017],
      ['m-1.m', 27018],
    ],
  ],
  ['jdbc:postgresql://db/app', [['db', 5432]]],
  ['SASL_SSL://kafka-0.kafka:9092', [['kafka-0.kafka', 9092]]],
  [
    'kafka-0.kafka:9092,kafka-1.kafka:9092',
    [
      ['kafka-0.kafka', 9092],
      ['kafka-1.kafka', 9092],
    ],
  ],
  ['--target=api.shop.svc.cluster.local', [['api.shop.svc.cluster.local', undefined]]],
  ['server: api.shop.svc.', [['api.shop.svc', undefined]]],
])('%s names its hosts', (text, expected) => {
  expect(hostsIn(text).map(({ name, port }) => [name, port])).toEqual(expected);
});

test.each([
  ['a port alone', ':8080'],
  ['an address of all interfaces', '0.0.0.0:8080'],
  ['a placeholder', 'http://${HOST}:80'],
  ['a name that is made up later', 'pod-$(ID).api.shop.svc'],
  ['a template', 'http://{{ .Host }}/x'],
  ['a comment', '  # see http://api:1'],
  ['a digest', 'registry/image@sha256:1234567890'],
  ['a time', '12:30:45'],
  ['a wildcard', '*.shop.svc.cluster.local'],
])('%s is no host', (_, text) => {
  expect(hostsIn(text)).toEqual([]);
});

const service = (spec: string, namespace = 'shop') =>
  other('v1', 'Service', 'api', `spec: { ${spec} }`).replace('namespace: shop', `namespace: ${namespace}`);
const plain = service('ports: [{ port: 80, targetPort: 8080 }]');
const reads = (value: string) =>
  owner(`{ containers: [{ name: c, env: [{ name: URL, value: '${value}' }] }] }`).replaceAll('app: api', 'app: c');
const at = 'spec.template.spec.containers[0].env[0].value';

test.each([
  ['http://api', plain],
  ['http://api.shop.svc.cluster.local', plain],
  ['https://api.example.com', plain],
  ['https://docs.dev/x', plain.replace('shop', 'dev')],
  ['http://nobody', plain],
  ['http://x.elsewhere.svc', plain],
  ['http://api:9000', service('type: ExternalName, externalName: api.example.com')],
])('%s is fine', (value, objects) => {
  expect([...judgeYaml(hostExists, reads(value) + objects), ...judgeYaml(hostPort, reads(value) + objects)]).toEqual(
    [],
  );
});

test('a short name that is in another namespace only is found, and so is a full name of nothing', () => {
  expect(judgeYaml(hostExists, reads('http://api') + service('ports: [{ port: 80 }]', 'store-front'))).toEqual([
    `${at}: host api must be a Service in namespace shop, got one in store-front`,
  ]);
  expect(judgeYaml(hostExists, reads('http://web.shop.svc') + plain)).toEqual([
    `${at}: host web.shop.svc must be a Service in namespace shop, got none`,
  ]);
});

test('a Service of a namespace of others is judged once the facts say what they bring', () => {
  const text = reads('http://x.elsewhere.svc');
  expect(judgeYaml(hostExists, text, { provided: ['Service elsewhere/x'] })).toEqual([]);
  expect(judgeYaml(hostExists, text, { provided: [] })).toEqual([
    `${at}: host x.elsewhere.svc must be a Service in namespace elsewhere, got none`,
  ]);
});

test('a port is one of the Service; of a headless one it may be one of the pods', () => {
  expect(judgeYaml(hostPort, reads('api:8080') + plain)).toEqual([
    `${at}: port of api must be one of Service api (80), got 8080`,
  ]);
  const pods = owner('{ containers: [{ name: c, ports: [{ containerPort: 9300 }] }] }', 'StatefulSet');
  const headless = service('clusterIP: None, selector: { app: api }, ports: [{ port: 9200 }]');
  expect(judgeYaml(hostPort, reads('api-0.api:9300') + pods + headless)).toEqual([]);
  expect(judgeYaml(hostPort, reads('api-0.api:9301') + pods + headless)).toEqual([
    `${at}: port of api-0.api must be one of Service api (9200), got 9301`,
  ]);
});

test('ConfigMaps and arguments are read as variables are', () => {
  const config = other('v1', 'ConfigMap', 'c', 'data: { a.yaml: "x: http://api:81" }');
  expect(judgeYaml(hostPort, config + plain)).toEqual([
    'data["a.yaml"]: port of api must be one of Service api (80), got 81',
  ]);
  expect(judgeYaml(hostPort, owner('{ containers: [{ name: c, args: [--to=http://api:81] }] }') + plain)).toEqual([
    'spec.template.spec.containers[0].args[0]: port of api must be one of Service api (80), got 81',
  ]);
});

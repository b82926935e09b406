import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { SchemaRegistry, SchemaRegistryProps } from '../../../lib/constructs/kafka/schema-registry';
import { Any } from '../../dist/read-dist';
import { Sandbox } from '../sandbox';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';
import { kafkaIn, propertiesOf } from './kafka-support';

function define(overrides: Partial<SchemaRegistryProps> = {}) {
  const chart = Testing.chart();
  const kafka = kafkaIn(chart);
  const registry = new SchemaRegistry(chart, 'schema-registry', {
    namespace: namespaceIn(chart, 'shop'),
    image: 'registry.example/cp-schema-registry:8.1.1',
    user: 1000,
    resources: SMALL,
    replicas: 2,
    endpoint: kafka.endpoint(),
    bootstrapServers: 'kafka:9092',
    replicationFactor: 3,
    compatibility: 'backward',
    heapPercent: 50,
    scratch: '64Mi',
    clusterDomain: 'cluster.local',
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '120s',
    ...overrides,
  });
  const find: ReturnType<typeof objectsOf> = (kind, name) => objectsOf(chart)(kind, name);
  return { registry, find };
}

const files = (overrides: Partial<SchemaRegistryProps> = {}) =>
  define(overrides).find('ConfigMap', 'schema-registry').data as Any;
const script = join(__dirname, '../../../lib/constructs/kafka/schema-registry.sh');

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = new Sandbox();
});

afterEach(() => sandbox.remove());

/** Runs the script over settings that, like a mounted ConfigMap, cannot be written to. */
function start(properties: string | undefined) {
  if (properties !== undefined) sandbox.write('config/schema-registry.properties', properties, 0o444);
  sandbox.write('tmp/.keep', '');
  sandbox.stub('schema-registry-start', 'echo "started with $1"; exit 7');
  return sandbox.run(script, {
    CONFIG_FOLDER: sandbox.path('config'),
    WORK_FOLDER: sandbox.path('tmp'),
    POD_IP: '10.1.2.3',
  });
}

test('a pod is known by its address, and ends as the registry does', () => {
  const { code, output } = start(files()['schema-registry.properties']);
  expect(code).toBe(7);
  expect(output).toBe(`started with ${sandbox.path('tmp/schema-registry.properties')}\n`);
  const settings = propertiesOf(sandbox.read('tmp/schema-registry.properties'));
  expect(settings).toMatchObject({ 'host.name': '10.1.2.3', listeners: 'http://0.0.0.0:8081' });
});

test('a pod that starts again begins with its settings anew', () => {
  start('leader.eligibility=true\n');
  start('leader.eligibility=true\n');
  expect(sandbox.read('tmp/schema-registry.properties')).toBe('leader.eligibility=true\nhost.name=10.1.2.3\n');
});

test('without settings nothing is started', () => {
  const { code, output } = start(undefined);
  expect(code).toBe(1);
  expect(output).not.toContain('started');
});

test('schemas are kept by the brokers, as often as records are', () => {
  expect(propertiesOf(files()['schema-registry.properties'])).toMatchObject({
    'kafkastore.bootstrap.servers': 'kafka:9092',
    'kafkastore.topic': '_schemas',
    'kafkastore.topic.replication.factor': '3',
    'schema.compatibility.level': 'backward',
    'schema.registry.group.id': 'schema-registry',
  });
});

test('it waits for the brokers as long as the kubelet waits for it', () => {
  const { period, failures } = TIMINGS.startup;
  const { startupProbe } = (define().find('Deployment', 'schema-registry').spec as Any).template.spec.containers[0];
  expect([`${startupProbe.periodSeconds}s`, startupProbe.failureThreshold]).toEqual([period, failures]);
  const limit = propertiesOf(files()['schema-registry.properties'])['kafkastore.init.timeout.ms'];
  expect(Number(limit)).toBe(startupProbe.periodSeconds * failures * 1000);
});

test('the failure of the brokers restarts no pod', () => {
  const { livenessProbe, readinessProbe } = (define().find('Deployment', 'schema-registry').spec as Any).template.spec
    .containers[0];
  expect(livenessProbe.tcpSocket).toEqual({ port: 'http' });
  expect(readinessProbe.httpGet.path).toBe('/subjects');
});

test('several pods pass writes on to each other; one alone reaches only the brokers', () => {
  const peers = (replicas: number) =>
    (define({ replicas }).find('NetworkPolicy', 'schema-registry').spec as Any).egress.flatMap(({ ports }: Any) =>
      ports.map(({ port }: Any) => port),
    );
  expect(peers(2)).toContain(8081);
  expect(peers(1)).not.toContain(8081);
});

test('clients find it by the name of its Service', () => {
  const { registry } = define();
  expect(registry.url).toBe('http://schema-registry.shop.svc.cluster.local:8081');
  expect(registry.endpoint().ports).toEqual([{ port: 8081 }]);
});

test.each<[string, Partial<SchemaRegistryProps>, string]>([
  ['no pod', { replicas: 0 }, 'replicas must be a whole number from 1, got 0'],
  [
    'too much heap',
    { heapPercent: 90 },
    'heapPercent must be from 1 to 75, got 90; the rest of the memory is not heap',
  ],
  [
    'a check that overlaps the next',
    { probes: { ...TIMINGS, liveness: { period: '3s', timeout: '3s', failures: 3 } } },
    'probes.liveness.timeout must be shorter than its period 3s, got 3s',
  ],
])('%s is refused', (_, overrides, message) => {
  expect(define(overrides).registry.node.validate()).toEqual([message]);
});

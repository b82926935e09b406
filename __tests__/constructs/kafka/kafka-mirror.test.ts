import { Testing } from 'cdk8s';
import { KafkaMirror, KafkaMirrorProps } from '../../../lib/constructs/kafka/kafka-mirror';
import { Any } from '../../dist/read-dist';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';
import { kafkaIn, propertiesOf } from './kafka-support';

function synth(overrides: Partial<KafkaMirrorProps> = {}) {
  const chart = Testing.chart();
  const kafka = kafkaIn(chart);
  const elsewhere = { peer: { cidr: '192.0.2.0/24' }, ports: [{ port: 9094 }], after: [] };
  new KafkaMirror(chart, 'mirror', {
    namespace: namespaceIn(chart, 'mirrors'),
    image: 'registry.example/kafka:4.1.2',
    user: 1000,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '120s',
    source: { alias: 'here', bootstrapServers: 'kafka:9092', endpoint: kafka.endpoint() },
    target: { alias: 'there', bootstrapServers: 'kafka.example.com:9094', endpoint: elsewhere },
    topics: ['orders.events', 'stock'],
    replicationFactor: 3,
    tasks: 4,
    heapPercent: 50,
    scratch: '64Mi',
    ...overrides,
  });
  return objectsOf(chart);
}

const properties = (overrides: Partial<KafkaMirrorProps> = {}) =>
  propertiesOf((synth(overrides)('ConfigMap', 'mirror').data as Any)['mirror.properties'].replaceAll(' = ', '='));

test('it copies the topics of the table one way, and the offsets of their consumers', () => {
  expect(properties()).toMatchObject({
    clusters: 'here,there',
    'here.bootstrap.servers': 'kafka:9092',
    'there.bootstrap.servers': 'kafka.example.com:9094',
    'here->there.enabled': 'true',
    'there->here.enabled': 'false',
    'here->there.sync.group.offsets.enabled': 'true',
    'tasks.max': '4',
  });
});

test('a dot in the name of a topic is a dot, for names are patterns', () => {
  expect(properties()['here->there.topics']).toBe(String.raw`orders\\.events,stock`);
});

test('all that it writes has as many copies as the target allows', () => {
  const factors = Object.entries(properties()).filter(([name]) => name.endsWith('replication.factor'));
  expect(factors.map(([, value]) => value)).toEqual(Array<string>(7).fill('3'));
});

test('it reads the file that it rolls with, and writes below a folder for temporary files only', () => {
  const { template } = synth()('Deployment', 'mirror').spec as Any;
  expect(template.metadata.annotations).toHaveProperty(['checksum/mirror']);
  const [container] = template.spec.containers;
  expect(container.command).toEqual(['/opt/kafka/bin/connect-mirror-maker.sh', '/opt/mirror/mirror.properties']);
  expect(container.env).toContainEqual({ name: 'LOG_DIR', value: '/tmp/logs' });
  expect(container.volumeMounts.map(({ mountPath }: Any) => mountPath)).toEqual(['/opt/mirror', '/tmp']);
});

test('it may reach both clusters, and no probe asks them', () => {
  const manifests = synth();
  const { egress } = manifests('NetworkPolicy', 'mirror').spec as Any;
  expect(egress.map(({ ports }: Any) => ports[0].port)).toEqual([9092, 53, 9094]);
  const [{ livenessProbe }] = (manifests('Deployment', 'mirror').spec as Any).template.spec.containers;
  expect(livenessProbe.tcpSocket).toEqual({ port: 'rest' });
});

test.each<[Partial<KafkaMirrorProps>, string]>([
  [{ topics: [] }, 'topics must name at least one topic, got none'],
  [{ tasks: 0 }, 'tasks must be a whole number from 1, got 0'],
])('fails for %j', (overrides, problem) => {
  expect(() => synth(overrides)).toThrow(problem);
});

test('two clusters of one name are refused, and names that are no part of a topic', () => {
  const end = { bootstrapServers: 'kafka:9092', endpoint: { peer: { cidr: '192.0.2.0/24' }, ports: [], after: [] } };
  expect(() => synth({ target: { alias: 'here', ...end } })).toThrow(
    'target.alias must differ from source.alias, got here',
  );
  expect(() => synth({ target: { alias: 'a.b', ...end } })).toThrow("alias must be of a-z, 0-9 and -, got 'a.b'");
});

import { Testing } from 'cdk8s';
import { KafkaMirror, KafkaMirrorProps } from '../../../lib/constructs/kafka/kafka-mirror';
import { Any } from '../../dist/read-dist';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';
import { kafkaIn, propertiesOf } from './kafka-support';

const login = {
  userName: 'mirror',
  password: { secret: 'mirror-login', key: 'password' },
  authority: { secret: 'mirror-login', key: 'authority' },
};
const elsewhere = ['192.0.2.0/25', '192.0.2.128/25'].map((cidr) => ({
  peer: { cidr },
  ports: [{ port: 9094 }],
  after: [],
}));
const there = { alias: 'there', bootstrapServers: 'kafka.example.com:9094', endpoints: elsewhere };

function synth(overrides: Partial<KafkaMirrorProps> = {}) {
  const chart = Testing.chart();
  const kafka = kafkaIn(chart);
  const required: Required<KafkaMirrorProps> = {
    namespace: namespaceIn(chart, 'mirrors'),
    image: 'registry.example/kafka:4.1.2',
    user: 1000,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '120s',
    source: { alias: 'here', bootstrapServers: 'kafka:9092', endpoints: [kafka.endpoint()] },
    target: { ...there, login },
    topics: ['orders.events', 'stock'],
    groups: 'all',
    replicationPolicy: 'identity',
    replicationFactor: 3,
    offsetsInterval: '1m',
    topicsInterval: '10m',
    tasks: 4,
    instances: 1,
    heapPercent: 50,
    scratch: '64Mi',
    metricsAgent: { image: 'registry.example/agent:1.0.0', jar: '/opt/agent-1.6.0.jar', resources: SMALL },
  };
  new KafkaMirror(chart, 'mirror', { ...required, ...overrides });
  return objectsOf(chart);
}

const properties = (overrides: Partial<KafkaMirrorProps> = {}) =>
  propertiesOf((synth(overrides)('ConfigMap', 'mirror').data as Any)['mirror.properties'].replaceAll(' = ', '='));
const podOf = (overrides: Partial<KafkaMirrorProps> = {}) =>
  (synth(overrides)('Deployment', 'mirror').spec as Any).template.spec;

test('it copies the topics of the table one way, and the offsets of their consumers', () => {
  expect(properties()).toMatchObject({
    clusters: 'here,there',
    'here.bootstrap.servers': 'kafka:9092',
    'there.bootstrap.servers': 'kafka.example.com:9094',
    'here->there.enabled': 'true',
    'there->here.enabled': 'false',
    'here->there.groups': '.*',
    'here->there.sync.group.offsets.enabled': 'true',
    'emit.checkpoints.interval.seconds': '60',
    'sync.group.offsets.interval.seconds': '60',
    'refresh.topics.interval.seconds': '600',
    'tasks.max': '4',
  });
});

test('a dot in the name of a topic or a group is a dot, for names are patterns', () => {
  const names = properties({ groups: ['wms.billing'] });
  expect(names['here->there.topics']).toBe(String.raw`orders\\.events,stock`);
  expect(names['here->there.groups']).toBe(String.raw`wms\\.billing`);
});

test('copies keep their names, or carry the one of their source', () => {
  const policy = (overrides?: Partial<KafkaMirrorProps>) => properties(overrides)['replication.policy.class'];
  expect(policy()).toBe('org.apache.kafka.connect.mirror.IdentityReplicationPolicy');
  expect(policy({ replicationPolicy: 'prefix' })).toBe('org.apache.kafka.connect.mirror.DefaultReplicationPolicy');
});

test('all that it writes has as many copies as the target allows', () => {
  const factors = Object.entries(properties()).filter(([name]) => name.endsWith('replication.factor'));
  expect(factors.map(([, value]) => value)).toEqual(Array<string>(7).fill('3'));
});

test('nothing of its own is kept in the source', () => {
  expect(properties()).toMatchObject({
    'emit.heartbeats.enabled': 'false',
    'offset-syncs.topic.location': 'target',
    'sync.topic.acls.enabled': 'false',
  });
});

test('it reads the files that it rolls with, and writes below folders for temporary files only', () => {
  const { template } = synth()('Deployment', 'mirror').spec as Any;
  expect(template.metadata.annotations).toHaveProperty(['checksum/mirror']);
  const [container] = template.spec.containers;
  expect(container.command).toEqual(['/opt/kafka/bin/connect-mirror-maker.sh', '/opt/mirror/mirror.properties']);
  expect(container.env).toContainEqual({ name: 'LOG_DIR', value: '/tmp/logs' });
  expect(container.volumeMounts.filter(({ readOnly }: Any) => !readOnly)).toEqual([{ name: 'tmp', mountPath: '/tmp' }]);
});

test('it logs to the console alone: the stock configuration fills a folder', () => {
  const options = { name: 'KAFKA_LOG4J_OPTS', value: '-Dlog4j2.configurationFile=/opt/mirror/log4j2.yaml' };
  expect(podOf().containers[0].env).toContainEqual(options);
  expect((synth()('ConfigMap', 'mirror').data as Any)['log4j2.yaml']).not.toContain('RollingFile');
});

test('a login comes by reference: the file names a variable, and the variable a Secret', () => {
  const file = properties();
  expect(file).toMatchObject({ 'there.security.protocol': 'SASL_SSL', 'there.sasl.mechanism': 'PLAIN' });
  expect(file['there.sasl.jaas.config']).toContain('username="mirror" password="${env:TARGET_PASSWORD}";');
  expect(file['there.ssl.truststore.location']).toBe('/etc/target-authority/authority');
  expect(Object.keys(file).filter((name) => /^here\.(s|ssl)/.test(name))).toEqual([]);
  const pod = podOf();
  const secretKeyRef = { name: 'mirror-login', key: 'password' };
  expect(pod.containers[0].env).toContainEqual({ name: 'TARGET_PASSWORD', valueFrom: { secretKeyRef } });
  expect(pod.volumes).toContainEqual(
    expect.objectContaining({
      name: 'target-authority',
      secret: expect.objectContaining({ secretName: 'mirror-login' }),
    }),
  );
});

test('a source that wants a login has a variable and a folder of its own', () => {
  const source = { ...there, alias: 'here', login };
  const target = { ...there, login };
  expect(properties({ source, target })['here.sasl.jaas.config']).toContain('${env:SOURCE_PASSWORD}');
  const names = podOf({ source, target }).volumes.map(({ name }: Any) => name);
  expect(names).toEqual(expect.arrayContaining(['source-authority', 'target-authority']));
});

test('clusters without a login get none', () => {
  expect(Object.keys(properties({ target: there })).filter((name) => name.includes('sasl'))).toEqual([]);
});

test('it may reach both clusters and its own other pods, and no probe asks the clusters', () => {
  const manifests = synth();
  const { egress, ingress } = manifests('NetworkPolicy', 'mirror').spec as Any;
  expect(egress.map(({ ports }: Any) => ports[0].port)).toEqual([9092, 53, 8083, 9094, 9094]);
  expect(egress.slice(-2).map(({ to }: Any) => to[0].ipBlock.cidr)).toEqual(['192.0.2.0/25', '192.0.2.128/25']);
  expect(ingress.map(({ from, ports }: Any) => [from[0].podSelector.matchLabels, ports[0].port])).toEqual([
    [{ 'app.kubernetes.io/name': 'mirror' }, 8083],
  ]);
  expect(podOf().containers[0].livenessProbe.tcpSocket).toEqual({ port: 'rest' });
});

test('pods call each other by their addresses: their names resolve nowhere', () => {
  expect(properties()['rest.advertised.host.name']).toBe('${env:POD_IP}');
  const valueFrom = { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } };
  expect(podOf().containers[0].env).toContainEqual({ name: 'POD_IP', valueFrom });
});

test('a single instance has no budget, and two have one', () => {
  expect(() => synth()('PodDisruptionBudget', 'mirror')).toThrow('no PodDisruptionBudget mirror');
  expect(synth({ instances: 2 })('PodDisruptionBudget', 'mirror').spec).toMatchObject({ maxUnavailable: 1 });
  expect(synth({ instances: 2 })('Deployment', 'mirror').spec).toMatchObject({ replicas: 2 });
});

test('the agent in its JVM reports by the rules of a mirror', () => {
  const value = '-XX:+ExitOnOutOfMemoryError -javaagent:/opt/jmx-agent/agent.jar=9404:/opt/mirror/metrics.yaml';
  expect(podOf().containers[0].env).toContainEqual({ name: 'KAFKA_OPTS', value });
  expect((synth()('ConfigMap', 'mirror').data as Any)['metrics.yaml']).toContain('MirrorSourceConnector');
  expect(podOf().initContainers[0].command).toEqual(['cp', '/opt/agent-1.6.0.jar', '/opt/jmx-agent/agent.jar']);
});

test.each<[Partial<KafkaMirrorProps>, string]>([
  [{ topics: [] }, 'topics must name at least one topic, got none'],
  [{ tasks: 0 }, 'tasks must be a whole number from 1, got 0'],
  [{ instances: 5 }, 'instances must be from 1 to tasks 4, got 5; one without a task copies nothing'],
  [{ heapPercent: 80 }, 'heapPercent must be from 1 to 75, got 80; the rest of the memory is not heap'],
  [{ target: { ...there, alias: 'here' } }, "target.alias must differ from source.alias, got 'here'"],
  [{ target: { ...there, alias: 'a.b' } }, "target.alias must be of a-z, 0-9 and -, got 'a.b'"],
  [
    { topics: ['orders.replica'] },
    "topics must not be heartbeats, begin with __ or end with .replica: Kafka's own are never copied, got 'orders.replica'",
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => synth(overrides)).toThrow(problem);
});

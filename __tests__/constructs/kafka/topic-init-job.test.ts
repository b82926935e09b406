import { Testing } from 'cdk8s';
import { Topic } from '../../../lib/constructs/kafka/topic-catalogue';
import { TopicInitJob, TopicInitJobProps } from '../../../lib/constructs/kafka/topic-init-job';
import { namespaceIn, objectsOf, SMALL } from '../support';

const orders: Topic = { partitions: 6, replicationFactor: 3, config: { 'retention.ms': '604800000' } };

function synth(overrides: Partial<TopicInitJobProps> = {}) {
  const chart = Testing.chart();
  const required: TopicInitJobProps = {
    namespace: namespaceIn(chart, 'kafka'),
    image: 'registry.example/kafka:4.1.2',
    user: 1000,
    endpoint: {
      peer: { namespace: 'kafka', labels: { 'app.kubernetes.io/name': 'kafka-broker' } },
      ports: [{ port: 9092 }],
      after: [],
    },
    bootstrapServers: 'kafka.kafka.svc.cluster.local:9092',
    brokers: 3,
    topics: { orders },
    resources: SMALL,
    scratch: '64Mi',
    waitLimit: '300s',
    callTimeout: '10s',
    backoffLimit: 4,
    deadline: '1800s',
    terminationGrace: '30s',
    priorityClassName: 'platform',
  };
  const job = new TopicInitJob(chart, 'kafka-topics', { ...required, ...overrides });
  const find = objectsOf(chart);
  return { job, find, pod: podOf(find('Job').spec), files: find('ConfigMap').data as Record<string, string> };
}

interface Container {
  command: string[];
  env: { name: string; value: string }[];
  volumeMounts: { name: string; mountPath: string }[];
}

function podOf(spec: unknown) {
  const { template } = spec as { template: { spec: { containers: Container[]; volumes: unknown[] } } };
  const [container] = template.spec.containers as [Container];
  return {
    ...template.spec,
    container,
    env: Object.fromEntries(container.env.map(({ name, value }) => [name, value])),
  };
}

const catalogueOf = (topics: TopicInitJobProps['topics']) => synth({ topics }).files['topics.txt'];

test('the catalogue is a line for each topic, in the order of their names', () => {
  expect(catalogueOf({ b: { ...orders, config: {} }, a: orders })).toBe(
    '# topic partitions replicas flags settings\na 6 3 - retention.ms=604800000\nb 6 3 -\n',
  );
});

test('the order in which topics and settings are written makes no difference', () => {
  const one = { a: orders, b: { ...orders, config: { 'retention.ms': '1', 'cleanup.policy': 'compact' } } };
  const other = { b: { ...orders, config: { 'cleanup.policy': 'compact', 'retention.ms': '1' } }, a: orders };
  expect(synth({ topics: one }).find('Job')).toEqual(synth({ topics: other }).find('Job'));
});

test('what a topic permits or forbids is a flag', () => {
  const lines = catalogueOf({
    a: { ...orders, fixedPartitions: true, mayLoseHistory: true },
    b: { ...orders, mayLoseHistory: true },
  });
  expect(lines).toContain('a 6 3 fixed-partitions,may-lose-history retention.ms');
  expect(lines).toContain('b 6 3 may-lose-history retention.ms');
});

test('the script finds its tools, its catalogue and its brokers', () => {
  const { pod, files } = synth();
  expect(Object.keys(files)).toEqual(['topic-init-job.sh', 'topic-state.sh', 'topics.txt']);
  expect(pod.container.command).toEqual(['bash', '/etc/kafka-topics/topic-init-job.sh']);
  expect(pod.env).toMatchObject({
    BOOTSTRAP_SERVERS: 'kafka.kafka.svc.cluster.local:9092',
    BROKERS: '3',
    CATALOGUE: '/etc/kafka-topics/topics.txt',
    WAIT_SECONDS: '300',
    CALL_TIMEOUT_MS: '10000',
  });
  expect(pod.env).not.toHaveProperty('CLIENT_CONFIG');
  expect(pod.env['PATH']).toMatch(/^\/opt\/kafka\/bin:/);
});

test('another topic is another Job, and the ConfigMap keeps its name', () => {
  const one = synth();
  const other = synth({ topics: { orders: { ...orders, partitions: 7 } } });
  expect(other.find('Job').metadata.name).not.toBe(one.find('Job').metadata.name);
  expect(other.find('ConfigMap').metadata.name).toBe('kafka-topics');
});

test('reaches the brokers and name resolution, and nothing else', () => {
  const { egress } = synth().find('NetworkPolicy', 'kafka-topics').spec as { egress: { ports: { port: number }[] }[] };
  expect(egress.flatMap(({ ports }) => ports.map(({ port }) => port)).sort()).toEqual([53, 53, 9092]);
});

test('all props: logs in with what a Secret says', () => {
  const all: Required<Pick<TopicInitJobProps, 'clientSecret' | 'authority'>> = {
    clientSecret: 'kafka-admin',
    authority: { secret: 'kafka-tls', key: 'ca.crt' },
  };
  const { pod } = synth(all);
  expect(pod.env['CLIENT_CONFIG']).toBe('/etc/kafka-client/client.properties');
  expect(pod.container.volumeMounts).toContainEqual({ name: 'client', mountPath: '/etc/kafka-client', readOnly: true });
  expect(pod.volumes).toContainEqual({
    name: 'authority',
    secret: { secretName: 'kafka-tls', defaultMode: 0o440, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  });
  expect(pod.volumes).toContainEqual({
    name: 'client',
    secret: {
      secretName: 'kafka-admin',
      defaultMode: 0o440,
      items: [{ key: 'client.properties', path: 'client.properties' }],
    },
  });
});

const withConfig = (config: Record<string, string>) => ({ topics: { orders: { ...orders, config } } });

test.each<[Partial<TopicInitJobProps>, string]>([
  [{ topics: {} }, 'topics must name at least one topic, got none'],
  [
    { topics: { 'a b': orders } }, // would be two words of the catalogue
    "topics must have names of 1 to 249 letters, digits, '.', '_' and '-' that begin with neither '-' nor '__', got 'a b'",
  ],
  [{ topics: { '..': orders } }, "that begin with neither '-' nor '__', got '..'"], // a folder of the broker
  [{ topics: { __offsets: orders } }, "that begin with neither '-' nor '__', got '__offsets'"], // Kafka's own
  [
    { topics: { 'a.b': orders, a_b: orders } },
    "topics must differ in more than '.' and '_', got 'a.b' and 'a_b'; their metrics would be one",
  ],
  [
    { topics: { orders: { ...orders, partitions: 0 } } },
    'topics.orders.partitions must be a whole number from 1, got 0',
  ],
  [
    { topics: { orders: { ...orders, replicationFactor: 4 } } },
    'topics.orders.replicationFactor must be from 1 to 3 for 3 brokers, got 4',
  ],
  [
    withConfig({ 'min.insync.replicas': '3' }), // the default is below any factor
    "topics.orders.config['min.insync.replicas'] must be from 1 to 2 for replicationFactor 3, got '3'; one broker down would stop all writes",
  ],
  [withConfig({ retention: '1' }), "topics.orders.config must have keys like 'retention.ms', got 'retention'"],
  [
    withConfig({ 'flush.ms': '1 --x' }), // would be two words of the catalogue
    "topics.orders.config['flush.ms'] must be letters, digits and '._,:*+-', got '1 --x'",
  ],
  [withConfig({ 'retention.ms': '7d' }), "['retention.ms'] must be whole milliseconds or -1, got '7d'"],
  [withConfig({ 'retention.bytes': '-2' }), "['retention.bytes'] must be whole bytes or -1, got '-2'"],
  [
    withConfig({ 'compression.type': 'zip' }),
    "['compression.type'] must be one of gzip, snappy, lz4, zstd, producer, uncompressed, got 'zip'",
  ],
  [withConfig({ 'cleanup.policy': 'keep' }), "['cleanup.policy'] must be delete, compact or both, got 'keep'"],
  [
    { resources: { requests: SMALL.requests, limits: { cpu: '1', memory: '256Mi' } } }, // the heap alone
    'resources.limits.memory must be at least 512Mi, got 256Mi',
  ],
  [{ waitLimit: '1800s' }, 'waitLimit must be shorter than deadline 1800s, got 1800s'],
])('fails for %j', (overrides, problem) => {
  expect(() => synth(overrides)).toThrow(problem);
});

test.each<Partial<TopicInitJobProps>>([
  withConfig({ 'min.insync.replicas': '2' }),
  { brokers: 1, topics: { orders: { ...orders, replicationFactor: 1, config: { 'min.insync.replicas': '1' } } } },
  withConfig({ 'cleanup.policy': 'compact,delete', 'retention.ms': '-1' }),
])('takes %j', (overrides) => {
  expect(() => synth(overrides)).not.toThrow();
});

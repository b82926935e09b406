import { Topic } from '../lib/constructs/kafka/topic-catalogue';
import { forAllTests } from './harness/for-all-tests';
import { startRenderedKafka } from './rendered-kafka';

const orders: Topic = {
  partitions: 6,
  replicationFactor: 3,
  config: { 'compression.type': 'gzip', 'retention.ms': '604800000' },
};

const catalogue: Readonly<Record<string, Topic>> = {
  'wms.orders.events': orders,
  'wms.waves.events': { ...orders, config: { 'retention.ms': '604800000' } },
  'wms.state': { partitions: 2, replicationFactor: 3, config: { 'cleanup.policy': 'compact,delete' } },
};

const figure = (what: string, seconds: number) => process.stderr.write(`e2e: ${what}: ${seconds.toFixed(1)} s\n`);

describe('three brokers and three controllers', () => {
  const started = Date.now();
  const kafka = forAllTests(async () => {
    const cluster = await startRenderedKafka({ brokers: 3, controllers: 3 });
    figure('three controllers and three brokers start', (Date.now() - started) / 1000);
    return cluster;
  }, 10);

  const describeAll = async () => (await kafka().tool('kafka-topics.sh', '--describe', '--exclude-internal')).stdout;
  const settings = async (topic: string) =>
    (await kafka().tool('kafka-configs.sh', '--describe', '--entity-type', 'topics', '--entity-name', topic)).stdout;

  test('the quorum is the controllers, and the brokers follow it', async () => {
    const { stdout } = await kafka().tool('kafka-metadata-quorum.sh', 'describe', '--replication');
    const states = stdout
      .split('\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.trim().split(/\s+/));
    expect(states.map(([id, ...rest]) => [id, rest.at(-1) === 'Observer']).sort()).toEqual([
      ['0', false],
      ['1', false],
      ['100', true],
      ['101', true],
      ['102', true],
      ['2', false],
    ]);
  }, 60_000);

  test('the first run creates every topic as declared', async () => {
    const { code, stdout, seconds } = await kafka().prepare(catalogue);
    figure('first run, three topics', seconds);
    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: 'topics now as declared: 3' });
    const described = await describeAll();
    expect(described).toMatch(/Topic: wms\.orders\.events\t.*PartitionCount: 6\tReplicationFactor: 3\t/);
    expect(await settings('wms.orders.events')).toMatch(/compression\.type=gzip[\s\S]*retention\.ms=604800000/);
    expect(await settings('wms.state')).toContain('cleanup.policy=compact,delete ');
  }, 120_000);

  test('the second run changes nothing', async () => {
    const before = [await describeAll(), await settings('wms.orders.events')];
    const { code, stdout, seconds } = await kafka().prepare(catalogue);
    figure('second run', seconds);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '3 brokers answer\ntopics as declared: 3\n' });
    expect([await describeAll(), await settings('wms.orders.events')]).toEqual(before);
  }, 120_000);

  test('a topic without copies of its own gets the ones of the cluster', async () => {
    await kafka().tool('kafka-topics.sh', '--create', '--topic', 'bare', '--partitions', '1');
    expect(await describeAll()).toMatch(/Topic: bare\t.*ReplicationFactor: 3\tConfigs: min\.insync\.replicas=2/);
    await kafka().tool('kafka-topics.sh', '--delete', '--topic', 'bare');
  }, 60_000);

  test('drift in partitions and settings is corrected, and no other topic is touched', async () => {
    const alter = ['--alter', '--entity-type', 'topics', '--entity-name', 'wms.orders.events', '--add-config'];
    await kafka().tool('kafka-configs.sh', ...alter, 'compression.type=lz4,retention.ms=3600000,flush.ms=60000');
    await kafka().tool('kafka-topics.sh', '--create', '--topic', 'wms-orders-events', '--partitions', '1');
    const { code, stdout, seconds } = await kafka().prepare({
      ...catalogue,
      'wms.orders.events': { ...orders, partitions: 8 },
    });
    figure('run over one topic that drifted', seconds);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'wms.orders.events: keeps flush.ms=60000, which the catalogue does not know',
        'wms.orders.events: raising partitions from 6 to 8',
        'wms.orders.events: setting compression.type from lz4 to gzip',
        'wms.orders.events: setting retention.ms from 3600000 to 604800000',
      ]),
    );
    const described = await describeAll();
    expect(described).toMatch(/Topic: wms\.orders\.events\t.*PartitionCount: 8\t/);
    expect(described).toMatch(/Topic: wms-orders-events\t.*PartitionCount: 1\t/);
    expect(await settings('wms.orders.events')).toMatch(/compression\.type=gzip[\s\S]*flush\.ms=60000[\s\S]*604800000/);
    await kafka().tool('kafka-topics.sh', '--delete', '--topic', 'wms-orders-events');
  }, 120_000);

  test.each<[string, Partial<Topic>, string]>([
    ['other copies', { replicationFactor: 2 }, 'replicationFactor must stay 3, got 2'],
    ['fewer partitions', { partitions: 1 }, 'partitions must be at least 8, got 1'],
    ['a shorter retention', { config: { 'retention.ms': '1000' } }, 'retention.ms must not go from 604800000 to 1000'],
  ])(
    '%s are refused with exit code 2, and nothing is changed',
    async (_, change, reason) => {
      const before = await describeAll();
      const topics = { 'a.new': orders, 'wms.orders.events': { ...orders, partitions: 8, ...change } };
      const { code, stdout } = await kafka().prepare(topics);
      expect(code).toBe(2);
      expect(stdout).toContain(`wms.orders.events: ${reason}`);
      expect(await describeAll()).toBe(before);
    },
    60_000,
  );

  test('the default of the cluster is a retention, too, which is not shortened', async () => {
    await kafka().tool('kafka-topics.sh', '--create', '--topic', 'plain', '--partitions', '1');
    const plain = { partitions: 1, replicationFactor: 3, config: { 'retention.ms': '604799999' } };
    const { code, stdout } = await kafka().prepare({ plain });
    expect({ code, stdout }).toMatchObject({ code: 2, stdout: expect.stringContaining('from 604800000 to 604799999') });
  }, 60_000);

  test('two runs side by side both end well', async () => {
    const more = Object.fromEntries(['one', 'two', 'three', 'four'].map((name) => [`side.${name}`, orders]));
    const topics = { ...more, 'wms.orders.events': { ...orders, partitions: 9 } };
    const runs = await Promise.all([kafka().prepare(topics), kafka().prepare(topics)]);
    figure('two runs side by side, four topics', Math.max(...runs.map(({ seconds }) => seconds)));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await describeAll()).toMatch(/Topic: side\.four\t.*PartitionCount: 6\tReplicationFactor: 3\t/);
  }, 120_000);

  test('without brokers it gives up in time, with exit code 1', async () => {
    const nobody = { BOOTSTRAP_SERVERS: '127.0.0.1:1', WAIT_SECONDS: '5', CALL_TIMEOUT_MS: '3000' };
    const { code, stdout, seconds } = await kafka().prepare(catalogue, nobody);
    figure('no broker, limit of 5 s', seconds);
    expect(code).toBe(1);
    expect(stdout).toContain('3 brokers must answer at 127.0.0.1:1 within 5 s, got 0');
    expect(seconds).toBeLessThan(20);
  }, 60_000);

  test('a broker that was stopped comes back on its volume, and until then nothing is created', async () => {
    await kafka().stopNode('kafka-broker-2');
    const { code, stdout } = await kafka().prepare(catalogue, { WAIT_SECONDS: '0' });
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('got 2') });
    await kafka().startNode('kafka-broker-2');
    expect(kafka().log('kafka-broker-2')).toContain('already formatted');
    expect((await kafka().prepare(catalogue)).code).toBe(2); // nine partitions since the two runs
  }, 120_000);
});

describe('one node that is broker and controller', () => {
  const kafka = forAllTests(() => startRenderedKafka({ brokers: 1, controllers: 0 }), 10);
  const single: Topic = { ...orders, replicationFactor: 1 };

  test('keeps topics over a restart', async () => {
    expect((await kafka().prepare({ orders: single })).code).toBe(0);
    await kafka().stopNode('kafka-broker-0');
    await kafka().startNode('kafka-broker-0');
    expect((await kafka().prepare({ orders: single })).stdout).toContain('topics as declared: 1');
  }, 120_000);

  test('refuses the volume of another cluster', async () => {
    await kafka().stopNode('kafka-broker-0');
    const other = kafka().startNode('kafka-broker-0', { CLUSTER_ID: 'b3RoZXItY2x1c3Rlci0wMDEx' });
    await expect(other).rejects.toThrow('kafka-broker-0 must be ready within 120 s, got exit code 1');
  }, 120_000);
});

import { Topic } from '../lib/constructs/kafka/topic-catalogue';
import { kafkaMirror } from '../lib/monitoring/metrics/kafka';
import { findUnreported } from './exposition';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { PASSWORD, startMirroredClusters } from './mirrored-clusters';
import { RenderedKafka } from './rendered-kafka';
import { MirrorPod, RenderedMirror } from './rendered-mirror';
import { produce, read } from './records';

const topic = (partitions: number, config: Topic['config']): Topic => ({ partitions, replicationFactor: 1, config });
const catalogue = {
  'wms.orders.events': topic(3, { 'compression.type': 'gzip', 'retention.ms': '604800000' }),
  'wms.labor.events': topic(2, { 'retention.ms': '86400000' }),
  'wms.private': topic(1, { 'retention.ms': '86400000' }),
};
const figure = (what: string, seconds: number) => process.stderr.write(`e2e: ${what}: ${seconds.toFixed(1)} s\n`);

const clusters = forAllTests(startMirroredClusters, 10);
const ofTarget = () => ['--command-config', clusters().target.config];
const sorted = (records: readonly string[]) => [...records].sort();
const unique = (records: readonly string[]) => sorted([...new Set(records)]);
const topicsOf = async (kafka: RenderedKafka, ...options: string[]) =>
  (await kafka.tool('kafka-topics.sh', ...options, '--list', '--exclude-internal')).stdout
    .split('\n')
    .filter(Boolean)
    .sort();

/** Records of a topic that were sent, and at least as many that arrived, within the time of a slow machine. */
async function compare(name: string, count: number, copy = name) {
  const { source, target } = clusters();
  const sent = await read(source, name, { most: count });
  expect(sent).toHaveLength(count);
  const started = Date.now();
  let arrived: string[] = [];
  // One more than there should be: a record that arrived twice is seen.
  const all = async () =>
    (arrived = await read(target, copy, { most: count + 1, config: target.config })).length >= count;
  await waitUntil(all, 60_000);
  figure(`${copy}: ${arrived.length} of ${count} records are there`, (Date.now() - started) / 1000);
  return { sent: sorted(sent), arrived: sorted(arrived) };
}

let mirror: RenderedMirror;
let pod: MirrorPod;

test('records arrive with their keys, in their partitions, of topics that nobody had to make', async () => {
  const { source } = clusters();
  expect((await source.prepare(catalogue)).code).toBe(0);
  await produce(source, 'wms.orders.events', 'order', 300);
  await produce(source, 'wms.labor.events', 'shift', 50);
  await produce(source, 'wms.private', 'secret', 10);
  mirror = await clusters().mirror();
  pod = await mirror.startPod('first');
  const orders = await compare('wms.orders.events', 300);
  expect(orders.arrived).toEqual(orders.sent);
  const shifts = await compare('wms.labor.events', 50);
  expect(shifts.arrived).toEqual(shifts.sent);
}, 300_000);

test('a copy has the partitions and settings of its topic, and as many copies as the row says', async () => {
  const describe = ['--describe', '--topic', 'wms.orders.events'];
  const { stdout } = await clusters().target.tool('kafka-topics.sh', ...ofTarget(), ...describe);
  expect(stdout).toMatch(/PartitionCount: 3\tReplicationFactor: 3\t/);
  expect(stdout).toMatch(/compression\.type=gzip/);
  expect(stdout).toMatch(/retention\.ms=604800000/);
  expect(stdout).toMatch(/min\.insync\.replicas=2/); // its own, not the source's 1
}, 60_000);

test("the target's own topic Job finds the copies as declared", async () => {
  const { target } = clusters();
  const copied = Object.entries(catalogue).filter(([name]) => name !== 'wms.private');
  const topics = Object.fromEntries(copied.map(([name, row]) => [name, { ...row, replicationFactor: 3 }]));
  const { code, stdout } = await target.prepare(topics, { CLIENT_CONFIG: target.config });
  expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: 'topics as declared: 2' });
}, 120_000);

test('the source is only read: nothing of the mirror is in it', async () => {
  expect(await topicsOf(clusters().source)).toEqual(['wms.labor.events', 'wms.orders.events', 'wms.private']);
  expect(await topicsOf(clusters().target, ...ofTarget())).toEqual([
    'heartbeats', // made, and empty
    'mm2-configs.wms.internal',
    'mm2-offset-syncs.wms.internal',
    'mm2-offsets.wms.internal',
    'mm2-status.wms.internal',
    'wms.checkpoints.internal',
    'wms.labor.events',
    'wms.orders.events',
  ]);
}, 60_000);

test('no password is in what the mirror keeps or says', async () => {
  const { target } = clusters();
  const kept = await read(target, 'mm2-configs.wms.internal', { most: 1000, config: target.config });
  expect(kept.join()).toContain('sasl.jaas.config');
  expect(kept.join()).not.toContain(PASSWORD);
  expect(pod.log()).not.toContain(PASSWORD);
}, 60_000);

test('a group goes on in the target where it was in the source, and reads at most the newest records again', async () => {
  const { source, target } = clusters();
  const before = await read(source, 'wms.orders.events', { most: 120, group: 'billing' });
  expect(before).toHaveLength(120);
  const offsets = async () =>
    (await target.tool('kafka-consumer-groups.sh', ...ofTarget(), '--describe', '--group', 'billing')).stdout;
  expect(await waitUntil(async () => (await offsets()).includes('wms.orders.events'), 60_000)).toBe(true);
  const after = await read(target, 'wms.orders.events', { most: 300, group: 'billing', config: target.config });
  figure(`read again: ${before.length + after.length - 300} of 120`, 0);
  expect(unique([...before, ...after])).toEqual(sorted(await read(source, 'wms.orders.events', { most: 300 })));
  expect(after.length).toBeLessThan(300);
}, 240_000);

test('it reports what it copied, how late, and the state of its tasks', async () => {
  const text = await (await fetch(pod.metrics)).text();
  expect(text).toMatch(/^kafka_mirror_records_total\{.*topic="wms\.orders\.events"\} [1-9]/m);
  expect(text).toMatch(/^kafka_mirror_replication_latency_max_ms\{/m);
  expect(text).toMatch(/^kafka_mirror_checkpoint_latency_max_ms\{/m);
  expect(text).toMatch(/^kafka_mirror_tasks\{connector="MirrorSourceConnector",state="failed"\} 0/m);
  expect(findUnreported(kafkaMirror, [text])).toEqual([]);
}, 60_000);

test('a new partition and a new setting of a topic arrive, too', async () => {
  const { source, target } = clusters();
  const grown = { ...catalogue, 'wms.labor.events': topic(4, { 'retention.ms': '172800000' }) };
  expect((await source.prepare(grown)).code).toBe(0);
  const describe = () => target.tool('kafka-topics.sh', ...ofTarget(), '--describe', '--topic', 'wms.labor.events');
  const same = async () => /PartitionCount: 4\t.*retention\.ms=172800000/.test((await describe()).stdout);
  expect(await waitUntil(same, 60_000)).toBe(true);
}, 120_000);

test('a second pod takes tasks over from the first, and nothing arrives twice', async () => {
  const second = await mirror.startPod('second');
  await produce(clusters().source, 'wms.orders.events', 'during', 100);
  await pod.stop();
  pod = second;
  await produce(clusters().source, 'wms.orders.events', 'after', 100);
  const { sent, arrived } = await compare('wms.orders.events', 500);
  expect(arrived).toEqual(sent);
}, 300_000);

test('after a kill it goes on, and no record is missing', async () => {
  await produce(clusters().source, 'wms.orders.events', 'kill', 100);
  await pod.stop('SIGKILL');
  await produce(clusters().source, 'wms.orders.events', 'late', 100);
  pod = await mirror.startPod('third');
  const { target } = clusters();
  const { sent } = await compare('wms.orders.events', 700);
  const all = () => read(target, 'wms.orders.events', { most: 1400, config: target.config });
  await waitUntil(async () => unique(await all()).length >= 700, 60_000);
  expect(unique(await all())).toEqual(sent);
}, 300_000);

test('with prefix, copies carry the name of their source', async () => {
  await (
    await clusters().mirror({ replicationPolicy: 'prefix', topics: ['wms.labor.events'] }, 'old')
  ).startPod('prefix');
  const { sent, arrived } = await compare('wms.labor.events', 50, 'old.wms.labor.events');
  expect(arrived).toEqual(sent);
}, 240_000);

import { Topic } from '../../../lib/constructs/kafka/topic-catalogue';
import { FakeKafka } from './fake-kafka';

const orders: Topic = {
  partitions: 6,
  replicationFactor: 3,
  config: { 'compression.type': 'gzip', 'retention.ms': '604800000' },
};

/** A topic that is as `orders` wants it. */
const asDeclared = () => new FakeKafka().topic('wms.orders', 6, 3, ['compression.type=gzip', 'retention.ms=604800000']);

const running: FakeKafka[] = [];
const keep = (kafka: FakeKafka) => {
  running.push(kafka);
  return kafka;
};
afterEach(() => running.splice(0).forEach((kafka) => kafka.remove()));

test.each<[string, Partial<Topic>, string]>([
  ['other copies', { replicationFactor: 2 }, 'replicationFactor must stay 3, got 2; reassign the replicas first'],
  ['fewer partitions', { partitions: 5 }, 'partitions must be at least 6, got 5; a partition cannot be taken away'],
  [
    'more partitions where keys would move',
    { partitions: 7, fixedPartitions: true },
    'partitions must stay 6, got 7; keys would move, see fixedPartitions',
  ],
  [
    'a shorter retention',
    { config: { 'retention.ms': '604799999' } },
    'retention.ms must not go from 604800000 to 604799999, records would be lost; allow it with mayLoseHistory',
  ],
  [
    'a bound on the size where there was none', // the live value comes from the cluster
    { config: { 'retention.bytes': '1000' } },
    'retention.bytes must not go from -1 to 1000, records would be lost; allow it with mayLoseHistory',
  ],
  [
    'compaction of what was kept whole',
    { config: { 'cleanup.policy': 'compact' } },
    'cleanup.policy must not go from delete to compact, records would be lost; allow it with mayLoseHistory',
  ],
])('refuses %s, and then changes nothing', (_, change, reason) => {
  const kafka = keep(asDeclared());
  const { code, lines } = kafka.run({ 'a.new': orders, 'wms.orders': { ...orders, ...change } });
  expect(code).toBe(2);
  expect(lines.slice(-2)).toEqual([`wms.orders: ${reason}`, '1 refused, nothing is changed']);
  expect(kafka.changes()).toEqual([]);
});

test('tells all refusals at once', () => {
  const kafka = keep(asDeclared());
  const { lines } = kafka.run({ 'wms.orders': { ...orders, partitions: 1, replicationFactor: 1 } });
  expect(lines.at(-1)).toBe('2 refused, nothing is changed');
});

test('a topic may lose history where that is written down', () => {
  const kafka = keep(asDeclared());
  const config = { 'compression.type': 'gzip', 'retention.ms': '1000', 'cleanup.policy': 'compact' };
  expect(kafka.run({ 'wms.orders': { ...orders, config, mayLoseHistory: true } }).code).toBe(0);
  expect(kafka.state('wms.orders')).toContain('retention.ms=1000');
});

test.each(['-1', '604800001'])('a retention of %s is longer and needs no permission', (retention) => {
  const kafka = keep(asDeclared());
  const config = { 'compression.type': 'gzip', 'retention.ms': retention };
  expect(kafka.run({ 'wms.orders': { ...orders, config } }).code).toBe(0);
});

test('an endless retention is not made finite', () => {
  const kafka = keep(new FakeKafka().topic('log', 6, 3, ['retention.ms=-1']));
  expect(kafka.run({ log: { ...orders, config: { 'retention.ms': '1' } } }).code).toBe(2);
});

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

test('creates what is missing, with its settings', () => {
  const kafka = keep(new FakeKafka());
  const { code, lines } = kafka.run({ 'wms.orders': orders, 'wms.labor': { ...orders, partitions: 4, config: {} } });
  expect(code).toBe(0);
  expect(lines).toEqual([
    '3 brokers answer',
    'wms.labor: creating with 4 partitions, 3 replicas',
    'wms.orders: creating with 6 partitions, 3 replicas, compression.type=gzip retention.ms=604800000',
    'topics now as declared: 2',
  ]);
  expect(kafka.state('wms.orders')).toEqual(['6', '3', 'compression.type=gzip', 'retention.ms=604800000']);
  expect(kafka.state('wms.labor')).toEqual(['4', '3']);
});

test('looks at all topics together, before and after', () => {
  const kafka = keep(new FakeKafka());
  kafka.run({ a: orders, b: orders, c: orders });
  const look = ['kafka-topics.sh describe', 'kafka-configs.sh describe'];
  const creates = ['a', 'b', 'c'].map((name) => `kafka-topics.sh create ${name} 6`);
  expect(kafka.calls()).toEqual(['kafka-broker-api-versions.sh', ...look, ...creates, ...look]);
});

test('a second run changes nothing', () => {
  const kafka = keep(new FakeKafka());
  kafka.run({ 'wms.orders': orders });
  const { code, lines } = kafka.run({ 'wms.orders': orders });
  expect({ code, lines }).toEqual({ code: 0, lines: ['3 brokers answer', 'topics as declared: 1'] });
  expect(kafka.changes()).toHaveLength(1);
});

test('adds partitions to the topic of exactly that name', () => {
  const kafka = keep(asDeclared().topic('wms-orders', 2, 3));
  const { code, lines } = kafka.run({ 'wms.orders': { ...orders, partitions: 12 } });
  expect(code).toBe(0);
  expect(lines).toContain('wms.orders: raising partitions from 6 to 12');
  expect(kafka.state('wms.orders')[0]).toBe('12');
  expect(kafka.state('wms-orders')[0]).toBe('2');
});

test('corrects settings that drifted, and makes its own what was only a default of the cluster', () => {
  const kafka = keep(new FakeKafka().topic('wms.orders', 6, 3, ['compression.type=lz4']));
  const { code, lines } = kafka.run({ 'wms.orders': orders });
  expect(code).toBe(0);
  expect(lines.slice(1, 3)).toEqual([
    'wms.orders: setting compression.type from lz4 to gzip',
    'wms.orders: setting retention.ms from 604800000 to 604800000',
  ]);
  expect(kafka.changes()).toEqual(['kafka-configs.sh alter wms.orders']);
  expect(kafka.state('wms.orders')).toEqual(['6', '3', 'compression.type=gzip', 'retention.ms=604800000']);
});

test('a value with a comma stays one value', () => {
  const kafka = keep(new FakeKafka().topic('state', 6, 3, ['cleanup.policy=compact,delete']));
  const topic = { ...orders, config: { 'cleanup.policy': 'compact,delete', 'retention.ms': '900000000' } };
  expect(kafka.run({ state: topic }).code).toBe(0);
  expect(kafka.state('state')).toEqual(['6', '3', 'cleanup.policy=compact,delete', 'retention.ms=900000000']);
});

test('keeps and tells what somebody set by hand', () => {
  const kafka = keep(asDeclared());
  kafka.topic('wms.orders', 6, 3, ['compression.type=gzip', 'retention.ms=604800000', 'flush.ms=77']);
  const { code, lines } = kafka.run({ 'wms.orders': orders });
  expect(code).toBe(0);
  expect(lines).toContain('wms.orders: keeps flush.ms=77, which the catalogue does not know');
  expect(kafka.changes()).toEqual([]);
});

test('leaves topics alone that it does not know', () => {
  const kafka = keep(asDeclared().topic('other', 1, 1));
  expect(kafka.run({ 'wms.orders': orders }).code).toBe(0);
  expect(kafka.state('other')).toEqual(['1', '1']);
});

test('a topic that another run created meanwhile is compared, not made again', () => {
  const kafka = keep(new FakeKafka());
  kafka.before(
    'kafka-topics.sh-create',
    `mkdir -p "$SANDBOX/topics/b" && cd "$SANDBOX/topics/b"
    echo 6 >partitions; echo 3 >replicas; echo retention.ms=5 >settings`,
  );
  const { code, lines } = kafka.run({ b: { ...orders, config: { 'retention.ms': '5' } } });
  expect({ code, last: lines.at(-1) }).toEqual({ code: 0, last: 'topics now as declared: 1' });
});

test('partitions that another run added meanwhile are no failure', () => {
  const kafka = keep(asDeclared());
  kafka.before('kafka-topics.sh-alter', 'echo 9 >"$SANDBOX/topics/wms.orders/partitions"');
  const { code, lines } = kafka.run({ 'wms.orders': { ...orders, partitions: 9 } });
  expect(code).toBe(0);
  expect(lines).toContain('  Error while executing topic command : Topic already has 9 partition(s).');
});

test('a topic that another hand made otherwise meanwhile is refused', () => {
  const kafka = keep(new FakeKafka());
  kafka.before(
    'kafka-topics.sh-create',
    `mkdir -p "$SANDBOX/topics/b" && cd "$SANDBOX/topics/b"
    echo 6 >partitions; echo 1 >replicas`,
  );
  const { code, lines } = kafka.run({ b: orders });
  expect({ code, last: lines.at(-1) }).toEqual({ code: 2, last: '1 refused, another hand was at work' });
});

test('a change that did not take is worth another try', () => {
  const kafka = keep(new FakeKafka().before('kafka-topics.sh-create', 'echo "Timed out"; exit 1'));
  const { code, lines } = kafka.run({ b: orders });
  expect(code).toBe(1);
  expect(lines).toContain('  Timed out');
  expect(lines.at(-1)).toBe('still to be done: create_topic b 6 3 compression.type=gzip retention.ms=604800000');
});

test('a change that the brokers will never accept is refused', () => {
  const problem = 'org.apache.kafka.common.errors.InvalidConfigurationException: Unknown topic config name: x.y';
  const kafka = keep(new FakeKafka().before('kafka-topics.sh-create', `echo "${problem}"; exit 1`));
  expect(kafka.run({ b: orders }).code).toBe(2);
});

test('a topic that vanishes between two looks is looked for again', () => {
  const kafka = keep(asDeclared());
  kafka.before('kafka-topics.sh-describe', 'rm "$SANDBOX/hooks/kafka-topics.sh-describe"; echo gone; exit 1');
  const { code, lines } = kafka.run({ 'wms.orders': orders });
  expect({ code, line: lines[1] }).toEqual({ code: 0, line: 'topics cannot be read: gone' });
});

test.each(['kafka-topics.sh', 'kafka-configs.sh'])('gives up where %s cannot read the cluster', (tool) => {
  const kafka = keep(asDeclared().before(`${tool}-describe`, 'echo no; exit 1'));
  expect(kafka.run({ 'wms.orders': orders }).code).toBe(1);
});

test('begins only when every broker answers', () => {
  const kafka = keep(new FakeKafka(2));
  const { code, lines } = kafka.run({ 'wms.orders': orders });
  expect({ code, lines }).toEqual({ code: 1, lines: ['3 brokers must answer at kafka:9092 within 0 s, got 2'] });
  expect(kafka.changes()).toEqual([]);
});

test('waits for brokers that come later', () => {
  const kafka = keep(new FakeKafka(2));
  kafka.before(
    'kafka-broker-api-versions.sh-',
    'if [[ -f $SANDBOX/asked ]]; then echo 3 >"$SANDBOX/brokers"; fi; touch "$SANDBOX/asked"',
  );
  expect(kafka.run({ 'wms.orders': orders }, { WAIT_SECONDS: '20' }).code).toBe(0);
});

test('bounds the time of each request, and logs in as it is told', () => {
  const kafka = keep(asDeclared());
  const CLIENT_CONFIG = kafka.write('secret/client.properties', 'security.protocol=SASL_SSL\n');
  kafka.run({ 'wms.orders': orders }, { CLIENT_CONFIG });
  expect(kafka.read('client')).toBe(
    'default.api.timeout.ms=5000\nrequest.timeout.ms=5000\nsecurity.protocol=SASL_SSL\n',
  );
});

import { ownGroups, partitionsForAll } from '../../../lib/rules/messaging/consumers';
import {
  declaredOnce,
  distinctTopics,
  retention,
  topicDeclared,
  topicNames,
} from '../../../lib/rules/messaging/topic-rules';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { messagesOf } from '../messages-of';
import { deployment, named } from '../pod';
import { broker, script, topic, uses } from './kafka-objects';

const ONE = 'spec.template.spec.containers[0]';

test('a topic that nobody declares is found, with the nearest that somebody does', () => {
  const objects = [topic('orders.events'), uses({ ORDERS_TOPIC: 'order.events' })];
  const [finding] = [...topicDeclared.judge(new ObjectIndex(objects))];
  expect(finding?.message).toBe("topic in ORDERS_TOPIC must be declared, got 'order.events'");
  expect(finding?.cure).toBe("did you mean 'orders.events'?");
});

test('lists and files of settings are read', () => {
  const settings = named('ConfigMap', 'settings', {
    data: { 'application.properties': 'app.topic.orders=orders\napp.topics=returns,refunds\napp.topic.retention=1' },
  });
  const reader = deployment(
    { volumes: [{ name: 's', configMap: { name: 'settings' } }] },
    { env: [{ name: 'KAFKA_TOPICS', value: 'orders, payments' }], volumeMounts: [{ name: 's', mountPath: '/s' }] },
  );
  expect(messagesOf(topicDeclared, [topic('orders'), settings, reader])).toEqual([
    `${ONE}.env[0].value: topic in KAFKA_TOPICS must be declared, got 'payments'`,
    `data["application.properties"]: topic in app.topics must be declared, got 'returns'`,
    `data["application.properties"]: topic in app.topics must be declared, got 'refunds'`,
  ]);
});

test.each([
  ['nobody declares any', [uses({ ORDERS_TOPIC: 'orders' })]],
  [
    'a script makes topics that cannot be read',
    [topic('a'), script('kafka-topics --create --topic $T'), uses({ ORDERS_TOPIC: 'b' })],
  ],
  ['a script makes it', [script('kafka-topics.sh --create --topic orders'), uses({ ORDERS_TOPIC: 'orders' })]],
  [
    'the broker makes it at its start',
    [broker(1, { KAFKA_CREATE_TOPICS: 'orders:1:1,returns:1:1:compact' }), uses({ TOPIC: 'orders' })],
  ],
  ['it is called otherwise than its object', [topic('orders-v1', { topicName: 'Orders' }), uses({ TOPIC: 'Orders' })]],
  ['a product keeps it to itself', [topic('orders'), uses({ SCHEMA_REGISTRY_KAFKASTORE_TOPIC: '_schemas' })]],
])('a topic is not missed where %s', (_, objects) => {
  expect(messagesOf(topicDeclared, objects)).toEqual([]);
});

test.each([
  { TOPIC_PREFIX: 'shop' },
  { SNS_TOPIC_ARN: 'x' },
  { MQTT_TOPIC: 'doors' },
  { ORDERS_TOPIC: '$(PREFIX).orders' },
  { ORDERS_TOPIC_PARTITIONS: '6' },
  { TOPICS_ENABLED: 'true' },
  { KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: 'three' },
  { TOPIC_PATTERN: 'orders.*' },
])('%j names no topic', (env) => {
  expect(messagesOf(topicDeclared, [topic('orders'), uses(env)])).toEqual([]);
});

test('topics of others are provided', () => {
  const index = new ObjectIndex([topic('orders'), uses({ TOPIC: 'audit.logins' })], {
    provided: ['KafkaTopic shared/audit.*'],
  });
  expect([...topicDeclared.judge(index)]).toEqual([]);
});

test('figures that differ are found, equal ones and those of two clusters are not', () => {
  const made = script('kafka-topics --create --topic orders --partitions 3 --replication-factor 3');
  const declared = topic('orders', { partitions: 6, replicas: 3 });
  expect(messagesOf(declaredOnce, [declared, made])).toEqual([
    'data["init.sh"]: topic \'orders\' must be declared with one set of figures, got 3 partitions, 3 replicas here and 6 partitions, 3 replicas in wms/api',
  ]);
  expect(messagesOf(declaredOnce, [topic('orders', { partitions: 3, replicas: 3 }), made])).toEqual([]);
  expect(messagesOf(declaredOnce, [declared, topic('orders', { partitions: 1 }, 'other')])).toEqual([]);
});

test('names that Kafka refuses, or that metrics mix up', () => {
  expect(
    messagesOf(topicNames, [topic('a', { topicName: 'orders/eu' }), topic('b', { topicName: 'B_c.D-1' })]),
  ).toEqual(["spec: name of a topic must be one that Kafka allows, got 'orders/eu'"]);
  expect(messagesOf(distinctTopics, [topic('a.b'), topic('x', { topicName: 'a_b' }), topic('a.b')])).toEqual([
    "spec: topic 'a_b' must differ in more than . and _, got also 'a.b'",
  ]);
});

test('retention for ever and retention of a day are not found', () => {
  const kept = (time: number | string) => topic('orders', { config: { 'retention.ms': time } });
  expect(messagesOf(retention, [kept(168)])).toEqual([
    "spec: retention.ms of topic 'orders' must be at least a minute, got 168 ms",
  ]);
  expect(messagesOf(retention, [kept(-1), kept('86400000'), topic('x')])).toEqual([]);
});

test('partitions are held against pods of a group, all topics together', () => {
  const most = (maxReplicas: number) =>
    named('HorizontalPodAutoscaler', 'api', {
      spec: { maxReplicas, scaleTargetRef: { kind: 'Deployment', name: 'api' } },
    });
  const topics = [topic('orders', { partitions: 6 }), topic('returns', { partitions: 2 })];
  const reader = uses({ KAFKA_GROUP_ID: 'api', ORDERS_TOPIC: 'orders', RETURNS_TOPIC: 'returns' });
  expect(messagesOf(partitionsForAll, [...topics, reader, most(9)])).toEqual([
    'spec.maxReplicas: maxReplicas must be at most the 8 partitions of orders, returns, got 9',
  ]);
  expect(messagesOf(partitionsForAll, [...topics, reader, most(8)])).toEqual([]);
  expect(messagesOf(partitionsForAll, [...topics, uses({ ORDERS_TOPIC: 'orders' }), most(9)])).toEqual([]);
  const writer = uses({ KAFKA_GROUP_ID: 'api', OUTPUT_TOPIC: 'orders' });
  expect(messagesOf(partitionsForAll, [...topics, writer, most(9)])).toEqual([]);
});

test('a group of two programs is found, that of two versions of one is not', () => {
  const group = { KAFKA_CONSUMER_GROUP_ID: 'shop' };
  const other = (image: string) => uses(group, 'other', { image });
  expect(messagesOf(ownGroups, [uses(group), other('example.com/other:1')])).toEqual([
    `${ONE}.env[0].value: group in KAFKA_CONSUMER_GROUP_ID must be of one program, got 'shop' also in apps/Deployment a/api`,
  ]);
  expect(messagesOf(ownGroups, [uses(group), other('example.com/api:2')])).toEqual([]);
  const numbers = [uses({ GROUP_ID: '1000' }), uses({ GROUP_ID: '1000' }, 'other', { image: 'x:1' })];
  expect(messagesOf(ownGroups, numbers)).toEqual([]);
});

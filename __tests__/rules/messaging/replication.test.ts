import {
  inSyncBelowReplication,
  inSyncWithinReplication,
  noAutoCreate,
  replicationWithinBrokers,
} from '../../../lib/rules/messaging/replication';
import { messagesOf } from '../messages-of';
import { object } from '../object';
import { named } from '../pod';
import { broker, topic, uses } from './kafka-objects';

const ONE = 'spec.template.spec.containers[0]';

test('copies are held against brokers of workloads, and of Strimzi with and without node pools', () => {
  const copies = (most: number) =>
    `spec: replication factor of topic 'orders' must be at most the ${most} brokers, got 3`;
  const orders = topic('orders', { replicas: 3 });
  const kafka = named('Kafka', 'main', {
    spec: { kafka: { replicas: 2, config: { 'default.replication.factor': 3 } } },
  });
  const pool = (name: string, replicas: number, roles: string[]) =>
    object({
      kind: 'KafkaNodePool',
      metadata: { name, namespace: 'a', labels: { 'strimzi.io/cluster': 'main' } },
      spec: { replicas, roles },
    });
  const pools = [pool('b', 2, ['broker']), pool('d', 1, ['controller', 'broker']), pool('c', 3, ['controller'])];
  expect(messagesOf(replicationWithinBrokers, [orders, broker(1, {})])).toEqual([copies(1)]);
  expect(messagesOf(replicationWithinBrokers, [orders, kafka])).toEqual([
    'spec.kafka.config["default.replication.factor"]: default.replication.factor must be at most the 2 brokers, got 3',
    copies(2),
  ]);
  expect(messagesOf(replicationWithinBrokers, [orders, kafka, ...pools])).toEqual([]);
  expect(messagesOf(replicationWithinBrokers, [orders])).toEqual([]);
});

test('settings of brokers are found in their variables', () => {
  expect(messagesOf(replicationWithinBrokers, [broker(1, { KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '3' })])).toEqual([
    `${ONE}.env[1].value: offsets.topic.replication.factor must be at most the 1 brokers, got 3`,
  ]);
  expect(messagesOf(noAutoCreate, [broker(1, { KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE: 'true' })])).toEqual([
    `${ONE}.env[1].value: auto.create.topics.enable must be false, got true`,
  ]);
});

test('controllers, clients and tools of Kafka are no brokers', () => {
  const copies = { KAFKA_DEFAULT_REPLICATION_FACTOR: '3' };
  const objects = [
    broker(1, { ...copies, KAFKA_PROCESS_ROLES: 'controller' }),
    broker(1, copies, 'provectuslabs/kafka-ui:v0.7.2'),
    uses(copies, 'tools', { image: 'apache/kafka:4.1.0' }),
  ];
  expect(messagesOf(replicationWithinBrokers, objects)).toEqual([]);
});

test('copies in sync are held against copies', () => {
  const orders = (replicas: number, least: number) =>
    topic('orders', { replicas, config: { 'min.insync.replicas': least } });
  const what = "spec: min.insync.replicas of topic 'orders' must be";
  expect(messagesOf(inSyncWithinReplication, [orders(2, 3)])).toEqual([
    `${what} at most the replication factor 2, got 3`,
  ]);
  expect(messagesOf(inSyncBelowReplication, [orders(3, 3)])).toEqual([`${what} below the replication factor 3, got 3`]);
  const both = [inSyncWithinReplication, inSyncBelowReplication];
  expect(both.flatMap((rule) => messagesOf(rule, [orders(3, 2), orders(1, 1), topic('x', { replicas: 1 })]))).toEqual(
    [],
  );
});

test('what brokers ask for holds for topics that say nothing', () => {
  const strict = broker(3, { KAFKA_MIN_INSYNC_REPLICAS: '2' });
  expect(messagesOf(inSyncWithinReplication, [strict, topic('orders', { replicas: 1 })])).toEqual([
    "spec: min.insync.replicas of topic 'orders' must be at most the replication factor 1, got 2",
  ]);
});

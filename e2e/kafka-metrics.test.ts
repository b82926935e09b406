import { kafkaNode } from '../lib/monitoring/metrics/kafka';
import { findUnreported } from './exposition';
import { forAllTests } from './harness/for-all-tests';
import { jmxAgent } from './harness/kafka-programs';
import { waitUntil } from './harness/process';
import { produce } from './records';
import { startRenderedKafka } from './rendered-kafka';

const TOPIC = 'wms.orders.events';

const kafka = forAllTests(async () => startRenderedKafka({ brokers: 1, controllers: 1, agent: await jmxAgent() }), 10);

test('a broker and a controller report what alerts and dashboards read', async () => {
  const { prepare, tool, metrics } = kafka();
  await prepare({ [TOPIC]: { partitions: 1, replicationFactor: 1, config: {} } });
  await produce(kafka(), TOPIC, 'order', 2);
  await tool('kafka-console-consumer.sh', '--topic', TOPIC, '--from-beginning', '--max-messages', '2');
  const pods = ['kafka-broker-0', 'kafka-controller-0'];
  const missing = async () => findUnreported(kafkaNode, await Promise.all(pods.map(metrics)));
  await waitUntil(async () => (await missing()).length === 0, 20_000);
  expect(await missing()).toEqual([]);
}, 120_000);

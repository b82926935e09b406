import { editContainer, podText } from './pod-text';
import { EditableBundle, RuleCase } from './rule-case';

const topic = (name: string, spec: string) => `
apiVersion: kafka.strimzi.io/v1beta2
kind: KafkaTopic
metadata: { name: ${name}, namespace: shop, labels: { strimzi.io/cluster: main } }
spec: { topicName: ${name}, ${spec} }
`;

const documents = (...texts: readonly string[]) => texts.join('---');

const user = (value: string, group = 'shop') =>
  podText(
    '',
    `image: example.com/api:1, env: [{ name: ORDERS_TOPIC, value: ${value} }, { name: KAFKA_GROUP_ID, value: ${group} }]`,
  );

const broker = (env: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: kafka, namespace: shop }
spec:
  replicas: 3
  serviceName: kafka
  selector: { matchLabels: { app: kafka } }
  template:
    metadata: { labels: { app: kafka } }
    spec:
      containers:
      - name: kafka
        image: confluentinc/cp-kafka:7.6.0
        env: [{ name: KAFKA_LISTENERS, value: "PLAINTEXT://:9092" }, ${env}]
`;

const autoscaler = (most: number) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec: { maxReplicas: ${most}, scaleTargetRef: { apiVersion: v1, kind: Pod, name: api } }
`;

const editServer = (bundle: EditableBundle, from: string, to: string) =>
  bundle.edit('ConfigMap', 'wms/kafka-broker', ({ data }) => {
    data['server.properties'] = data['server.properties'].replace(from, to);
  });

const addTopic = (bundle: EditableBundle, line: string) =>
  bundle.edit('ConfigMap', 'wms/kafka-topics', ({ data }) => (data['topics.txt'] += `${line}\n`));

export const messagingCases: Readonly<Record<string, RuleCase>> = {
  'messaging/topic-declared': {
    wrong: documents(topic('orders', 'partitions: 6'), user('order')),
    right: documents(topic('orders', 'partitions: 6'), user('orders')),
    mutate: (bundle) =>
      editContainer(bundle, ({ env }) => env.push({ name: 'KAFKA_TOPIC_ORDERS', value: 'wms.order.events' })),
  },
  'messaging/declared-once': {
    wrong: documents(
      topic('orders', 'partitions: 6'),
      topic('orders', 'partitions: 3').replace('name: orders', 'name: other'),
    ),
    right: documents(
      topic('orders', 'partitions: 6'),
      topic('orders', 'partitions: 6').replace('name: orders', 'name: other'),
    ),
    mutate: (bundle) => addTopic(bundle, 'wms.orders.events 12 3 - min.insync.replicas=2'),
  },
  'messaging/topic-names': {
    wrong: topic('"order events"', 'partitions: 6'),
    right: topic('order-events', 'partitions: 6'),
    mutate: (bundle) => addTopic(bundle, 'wms/returns 4 3 -'),
  },
  'messaging/distinct-topics': {
    wrong: documents(topic('orders.events', 'partitions: 6'), topic('orders_events', 'partitions: 6')),
    right: documents(topic('orders.events', 'partitions: 6'), topic('orders-events', 'partitions: 6')),
    mutate: (bundle) => addTopic(bundle, 'wms.orders_events 6 3 -'),
  },
  'messaging/retention': {
    wrong: topic('orders', 'config: { retention.ms: 604 }'),
    right: topic('orders', 'config: { retention.ms: -1 }'),
    mutate: (bundle) => addTopic(bundle, 'wms.returns.events 4 3 - retention.ms=168'),
  },
  'messaging/replication-within-brokers': {
    wrong: documents(topic('orders', 'replicas: 5'), broker('{ name: A, value: b }')),
    right: documents(topic('orders', 'replicas: 3'), broker('{ name: A, value: b }')),
    mutate: (bundle) => addTopic(bundle, 'wms.returns.events 4 5 -'),
  },
  'messaging/in-sync-within-replication': {
    wrong: topic('orders', 'replicas: 2, config: { min.insync.replicas: 3 }'),
    right: topic('orders', 'replicas: 3, config: { min.insync.replicas: 2 }'),
    mutate: (bundle) => editServer(bundle, 'transaction.state.log.min.isr=2', 'transaction.state.log.min.isr=4'),
  },
  'messaging/in-sync-below-replication': {
    wrong: topic('orders', 'replicas: 3, config: { min.insync.replicas: 3 }'),
    right: topic('orders', 'replicas: 1, config: { min.insync.replicas: 1 }'),
    mutate: (bundle) => addTopic(bundle, 'wms.returns.events 4 3 - min.insync.replicas=3'),
  },
  'messaging/no-auto-create': {
    wrong: broker('{ name: KAFKA_AUTO_CREATE_TOPICS_ENABLE, value: "true" }'),
    right: broker('{ name: KAFKA_AUTO_CREATE_TOPICS_ENABLE, value: "false" }'),
    mutate: (bundle) => editServer(bundle, 'auto.create.topics.enable=false', 'auto.create.topics.enable=true'),
  },
  'messaging/partitions-for-all': {
    wrong: documents(topic('orders', 'partitions: 6'), user('orders'), autoscaler(10)),
    right: documents(topic('orders', 'partitions: 6'), user('orders'), autoscaler(6)),
    mutate: (bundle) => {
      editContainer(bundle, ({ env }) =>
        env.push(
          { name: 'ORDERS_TOPIC', value: 'wms.orders.events' },
          { name: 'KAFKA_GROUP_ID', value: 'order-service' },
        ),
      );
      bundle.edit('HorizontalPodAutoscaler', 'order-service', ({ spec }) => (spec.maxReplicas = 100));
      bundle.remove('ResourceQuota', 'wms-platform');
    },
  },
  'messaging/own-groups': {
    wrong: documents(user('orders'), user('orders').replaceAll('name: api', 'name: other').replace('/api', '/other')),
    right: documents(
      user('orders'),
      user('orders', 'other').replaceAll('name: api', 'name: other').replace('/api', '/other'),
    ),
    mutate: (bundle) => {
      const variable = { name: 'KAFKA_GROUP_ID', value: 'shared' };
      editContainer(bundle, ({ env }) => env.push(variable));
      bundle.edit('Deployment', 'labor-service', ({ spec }) => {
        spec.template.spec.containers[0].env.push(variable);
      });
    },
  },
};

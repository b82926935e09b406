import { readTopics } from '../../../lib/rules/messaging/topic-scripts';

const orders = { name: 'orders', partitions: 6, replicas: 3, config: {} };

test.each([
  [
    'one line',
    'kafka-topics.sh --bootstrap-server kafka:9092 --create --topic orders --partitions 6 --replication-factor 3',
  ],
  [
    'several lines',
    '/opt/kafka/bin/kafka-topics.sh --create \\\n  --topic "orders" \\\n  --partitions=6 \\\n  --replication-factor 3\n',
  ],
  [
    'another command before',
    "cub kafka-ready 1 60 && kafka-topics --create --if-not-exists --topic 'orders' --partitions 6 --replication-factor 3",
  ],
  [
    'a function',
    'create() {\n  kafka-topics --create --topic "$1" --partitions "$2" --replication-factor ${3:-1}\n}\ncreate orders 6 3\n',
  ],
  [
    'a function with names for its arguments',
    'function create() {\n  local topic=$1\n  local count="${2}"\n  kafka-topics --create --topic $topic --partitions ${count} --replication-factor 3\n}\ncreate "orders" 6\n',
  ],
  [
    'a loop',
    'for topic in orders; do\n  kafka-topics --create --topic $topic --partitions 6 --replication-factor 3\ndone',
  ],
])('%s is read', (_, script) => {
  expect(readTopics(script)).toEqual({ topics: [orders], more: false });
});

test('each call of a function is read, and each call within one', () => {
  const script =
    'main() {\n  kafka-topics --create --bootstrap-server $B --topic a\n  kafka-topics --create --bootstrap-server $B --topic b\n}\n';
  const topics = [
    { name: 'a', config: {} },
    { name: 'b', config: {} },
  ];
  expect(readTopics(`${script}main`)).toEqual({ topics, more: false });
  expect(readTopics(script)).toEqual({ topics, more: false });
});

test('each word of a loop is a topic, also as a part of its name', () => {
  const script =
    'for name in orders returns\ndo\n  kafka-topics --create --topic "shop.${name}.events" --config retention.ms=1\ndone';
  const config = { 'retention.ms': '1' };
  expect(readTopics(script)).toEqual({
    topics: [
      { name: 'shop.orders.events', config },
      { name: 'shop.returns.events', config },
    ],
    more: false,
  });
});

test.each([
  'kafka-topics --create --topic "$TOPIC" --partitions 6',
  'create() {\n  kafka-topics --create --topic "$1"\n}\n',
  'for topic in $TOPICS; do kafka-topics --create --topic $topic; done',
  'while read -r topic; do kafka-topics --create --topic "$topic"; done < topics.txt',
  'create() {\n  kafka-topics --create --topic "$1"\n}\ncreate "$TOPIC"\n',
])('of %j it is only known that there are more', (script) => {
  expect(readTopics(script)).toEqual({ topics: [], more: true });
});

test.each([
  '# kafka-topics --create --topic orders',
  'kafka-topics --list',
  'echo kafka-topics-exporter --create --topic a',
])('%s creates nothing', (script) => {
  expect(readTopics(script)).toEqual({ topics: [], more: false });
});

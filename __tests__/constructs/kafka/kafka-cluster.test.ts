import { Testing } from 'cdk8s';
import { KafkaClusterProps } from '../../../lib/constructs/kafka/kafka-cluster';
import { alone, kafkaIn, podOf, propertiesOf, StatefulSetSpec } from './kafka-support';
import { objectsOf } from '../support';

function synth(overrides: Partial<KafkaClusterProps> = {}) {
  const chart = Testing.chart();
  const cluster = kafkaIn(chart, overrides);
  const find = objectsOf(chart);
  const pod = (name: string) => podOf(find('StatefulSet', name).spec);
  const properties = (name: string) =>
    propertiesOf((find('ConfigMap', name).data as Record<string, string>)['server.properties']);
  return { cluster, find, pod, properties };
}

const portsOf = (object: object) =>
  (object as { spec: { ports: { name: string; port: number }[] } }).spec.ports.map(({ name, port }) => [name, port]);

const host = (name: string, index: number) => `${name}-${index}.${name}.data.svc.cluster.local`;

test('brokers and controllers have names, volumes and host names of their own', () => {
  const { find } = synth();
  const broker = find('StatefulSet', 'kafka-broker').spec as StatefulSetSpec;
  const controller = find('StatefulSet', 'kafka-controller').spec as StatefulSetSpec;
  expect([broker.replicas, controller.replicas]).toEqual([3, 3]);
  const sizes = [broker, controller].map(({ volumeClaimTemplates: [claim] }) => claim?.spec.resources.requests.storage);
  expect(sizes).toEqual(['50Gi', '20Gi']);
  expect(portsOf(find('Service', 'kafka-broker'))).toEqual([
    ['client', 9092],
    ['replication', 9091],
    ['jmx', 9404],
  ]);
  expect(portsOf(find('Service', 'kafka-controller'))).toEqual([
    ['controller', 9093],
    ['jmx', 9404],
  ]);
});

test('the next broker is replaced only after one has had time to catch up', () => {
  expect(synth().find('StatefulSet', 'kafka-broker').spec).toMatchObject({ minReadySeconds: 30 });
});

test('clients start from one name and find nothing but the port for clients', () => {
  const { cluster, find } = synth();
  expect(cluster.bootstrapServers).toBe('kafka.data.svc.cluster.local:9092');
  expect(portsOf(find('Service', 'kafka'))).toEqual([['client', 9092]]);
  expect(find('Service', 'kafka').spec).toMatchObject({ selector: { 'app.kubernetes.io/name': 'kafka-broker' } });
});

test('a client connects to brokers on 9092, after the whole cluster is healthy', () => {
  const { cluster } = synth();
  const { peer, ports, server, after } = cluster.endpoint();
  expect({ peer, ports, after }).toEqual({ peer: cluster.brokers.peer, ports: [{ port: 9092 }], after: [cluster] });
  expect(server).toBe(cluster.brokers.policy);
});

test('the voters are the controllers, and every node knows them', () => {
  const voters = [0, 1, 2].map((id) => `${id}@${host('kafka-controller', id)}:9093`).join(',');
  const { properties } = synth();
  expect(properties('kafka-broker')['controller.quorum.voters']).toBe(voters);
  expect(properties('kafka-controller')['controller.quorum.voters']).toBe(voters);
});

test.each([
  ['kafka-broker', 3, 'CLIENT:9092 REPLICATION:9091'],
  ['kafka-controller', 3, 'CONTROLLER:9093'],
  ['kafka-broker', 0, 'CLIENT:9092 REPLICATION:9091 CONTROLLER:9093'], // the one node is its own controller
])('%s, with %i controllers of their own, tells others where it is', (name, controllers, listeners) => {
  const { env } = synth(controllers === 0 ? alone : {}).pod(name);
  expect(env).toMatchObject({
    ADVERTISED_DOMAIN: `${name}.data.svc.cluster.local`,
    ADVERTISED_LISTENERS: listeners,
  });
});

test('node ids of brokers and controllers never meet', () => {
  const { pod } = synth();
  expect(pod('kafka-broker').env['NODE_ID_BASE']).toBe('100');
  expect(pod('kafka-controller').env['NODE_ID_BASE']).toBe('0');
});

test('a broker serves clients and brokers, a controller the quorum', () => {
  const { properties } = synth();
  expect(properties('kafka-broker')).toMatchObject({
    'process.roles': 'broker',
    listeners: 'CLIENT://:9092,REPLICATION://:9091',
    'inter.broker.listener.name': 'REPLICATION',
    'listener.security.protocol.map': 'CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT,REPLICATION:PLAINTEXT',
  });
  expect(properties('kafka-controller')).toMatchObject({
    'process.roles': 'controller',
    listeners: 'CONTROLLER://:9093',
    'controller.listener.names': 'CONTROLLER',
  });
});

test('records outlive a broker: copies, acknowledgements and elections say so on every node', () => {
  const { properties } = synth();
  const promised = {
    'auto.create.topics.enable': 'false',
    'default.replication.factor': '3',
    'log.retention.hours': '168',
    'log.segment.bytes': '1073741824',
    'min.insync.replicas': '2',
    'offsets.topic.replication.factor': '3',
    'share.coordinator.state.topic.min.isr': '2',
    'share.coordinator.state.topic.replication.factor': '3',
    'transaction.state.log.min.isr': '2',
    'transaction.state.log.replication.factor': '3',
    'unclean.leader.election.enable': 'false',
  };
  expect(properties('kafka-broker')).toMatchObject(promised);
  expect(properties('kafka-controller')).toMatchObject(promised);
});

test('properties are sorted, and records lie below the mount', () => {
  const properties = synth().properties('kafka-broker');
  expect(Object.keys(properties)).toEqual(Object.keys(properties).sort());
  expect(properties['log.dirs']).toBe('/var/lib/kafka/data');
  expect(synth().pod('kafka-broker').container.volumeMounts).toContainEqual({
    name: 'data',
    mountPath: '/var/lib/kafka',
  });
});

test('the heap is a part of the memory limit', () => {
  const { pod } = synth({ heapPercent: 75 });
  expect(pod('kafka-broker').env['SERVER_HEAP_OPTS']).toBe('-Xms1536m -Xmx1536m');
});

test('no variable reaches a tool that somebody runs in the pod', () => {
  const names = Object.keys(synth().pod('kafka-broker').env);
  expect(names.filter((name) => name.startsWith('KAFKA_') || name === 'JMX_PORT')).toEqual([]);
});

test('the metrics agent is copied in beside the server', () => {
  const { pod, cluster } = synth();
  expect(pod('kafka-broker').initContainers).toMatchObject([
    { command: ['cp', '/opt/agent-1.6.0.jar', '/opt/jmx-agent/agent.jar'] },
  ]);
  expect(pod('kafka-broker').env['SERVER_OPTS']).toContain(
    '-javaagent:/opt/jmx-agent/agent.jar=9404:/etc/kafka-node/metrics.yaml',
  );
  expect(cluster.metricsTargets).toEqual([
    { workload: cluster.brokers, port: 9404 },
    { workload: cluster.controllers, port: 9404 },
  ]);
});

test('a node is ready when its port is open: a broker opens it once it is admitted', () => {
  const { pod } = synth();
  expect(pod('kafka-broker').container.readinessProbe).toMatchObject({ tcpSocket: { port: 'client' } });
  expect(pod('kafka-controller').container.readinessProbe).toMatchObject({ tcpSocket: { port: 'controller' } });
});

interface PolicySpec {
  ingress: { from: { podSelector: { matchLabels: Record<string, string> } }[]; ports: { port: number }[] }[];
}

function admitted(spec: unknown) {
  return (spec as PolicySpec).ingress.map(({ from: [client], ports }) => [
    client?.podSelector.matchLabels['app.kubernetes.io/name'],
    ports.map(({ port }) => port),
  ]);
}

test('brokers reach each other and the controllers, controllers each other, and nobody waits for an equal', () => {
  const { cluster, find } = synth();
  expect(admitted(find('NetworkPolicy', 'kafka-broker').spec)).toEqual([['kafka-broker', [9091]]]);
  expect(admitted(find('NetworkPolicy', 'kafka-controller').spec)).toEqual([
    ['kafka-broker', [9093]],
    ['kafka-controller', [9093]],
  ]);
  expect([...cluster.brokers.node.dependencies, ...cluster.controllers.node.dependencies]).toEqual([]);
});

test('a single broker may be its own controller: one StatefulSet, a voter with a node id of its own', () => {
  const { cluster, find, properties, pod } = synth(alone);
  expect(cluster.controllers).toBe(cluster.brokers);
  expect(cluster.metricsTargets).toHaveLength(1);
  expect(() => find('StatefulSet', 'kafka-controller')).toThrow('no StatefulSet kafka-controller');
  expect(() => find('PodDisruptionBudget')).toThrow('no PodDisruptionBudget');
  expect(pod('kafka-broker').env['NODE_ID_BASE']).toBe('100');
  expect(properties('kafka-broker')).toMatchObject({
    'process.roles': 'broker,controller',
    listeners: 'CLIENT://:9092,REPLICATION://:9091,CONTROLLER://:9093',
    'controller.quorum.voters': `100@${host('kafka-broker', 0)}:9093`,
    'transaction.state.log.min.isr': '1',
  });
  expect(admitted(find('NetworkPolicy', 'kafka-broker').spec)).toEqual([['kafka-broker', [9091, 9093]]]);
});

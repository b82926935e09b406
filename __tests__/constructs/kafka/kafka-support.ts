import { Chart } from 'cdk8s';
import { KafkaCluster, KafkaClusterProps } from '../../../lib/constructs/kafka/kafka-cluster';
import { namespaceIn, SMALL, TIMINGS } from '../support';

/** Every prop of a cluster: one without a value here does not compile. */
const props: Omit<Required<KafkaClusterProps>, 'namespace'> = {
  image: 'registry.example/kafka:4.1.2',
  user: 1000,
  clusterDomain: 'cluster.local',
  clusterId: 'd21zLWRldi1rYWZrYS0wMQ',
  storageClassName: 'ssd',
  heapPercent: 50,
  scratch: '64Mi',
  metricsAgent: { image: 'registry.example/agent:1.0.0', jar: '/opt/agent-1.6.0.jar', resources: SMALL },
  probes: TIMINGS,
  minReady: '30s',
  terminationGrace: '330s',
  priorityClassName: 'platform',
  replicationFactor: 3,
  minInsyncReplicas: 2,
  retention: '168h',
  segment: '1Gi',
  brokers: 3,
  brokerResources: SMALL,
  brokerStorage: '50Gi',
  controllers: 3,
  controllerResources: SMALL,
  controllerStorage: '20Gi',
  clients: { protocol: 'PLAINTEXT' },
};

/** A cluster of one node. */
export const alone: Partial<KafkaClusterProps> = {
  brokers: 1,
  controllers: 0,
  replicationFactor: 1,
  minInsyncReplicas: 1,
};

/** A cluster of three brokers and three controllers in the namespace `data`, but for the overrides. */
export function kafkaIn(chart: Chart, overrides: Partial<KafkaClusterProps> = {}): KafkaCluster {
  return new KafkaCluster(chart, 'kafka', { namespace: namespaceIn(chart, 'data'), ...props, ...overrides });
}

interface Container {
  command: string[];
  env: { name: string; value: string }[];
  ports: { name: string; containerPort: number }[];
  volumeMounts: { name: string; mountPath: string }[];
  readinessProbe: object;
}

/** A StatefulSet, as far as tests look at it. */
export interface StatefulSetSpec {
  replicas: number;
  minReadySeconds: number;
  volumeClaimTemplates: { spec: { resources: { requests: { storage: string } } } }[];
  template: { spec: { containers: Container[]; initContainers: { command: string[] }[]; volumes: { name: string }[] } };
}

/** The pods of a StatefulSet, with the container and its variables. */
export function podOf(spec: unknown) {
  const { containers, ...pod } = (spec as StatefulSetSpec).template.spec;
  const [container] = containers as [Container];
  return { ...pod, container, env: Object.fromEntries(container.env.map(({ name, value }) => [name, value])) };
}

/** Properties by name. */
export const propertiesOf = (text = '') =>
  Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

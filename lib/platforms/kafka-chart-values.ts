import { createHash } from 'node:crypto';
import { renderHeap } from '../constructs/kafka/kafka-node';
import { KAFKA_METRICS_RULES } from '../constructs/kafka/kafka-nodes';
import { renderStorageProperties } from '../constructs/kafka/kafka-properties';
import { seconds } from '../model/duration';
import { Column } from '../model/environment';
import { Bytes, canonicalResources, Resources } from '../model/quantity';
import { ImageValues, imageValues } from './chart-release';
import { charts } from './charts';
import { KafkaRow } from './store-rows';

/** Ports of the chart's pods; the listeners are its defaults. */
export const KAFKA_CHART_PORTS = {
  client: 9092,
  controller: 9093,
  replication: 9094,
  jmx: 5555,
  metrics: 5556,
} as const;

/** Values of the chart kafka that we set. */
export interface KafkaChartValues {
  readonly global: { readonly security: { readonly allowInsecureImages: true } };
  readonly image: ImageValues;
  readonly clusterDomain: string;

  /** Secret with the ids of the cluster and of the folders of its controllers. */
  readonly existingKraftSecret: string;
  readonly extraDeploy: readonly object[];
  readonly overrideConfiguration: Readonly<Record<string, string>>;
  readonly listeners: Readonly<Record<'client' | 'controller' | 'interbroker', { readonly protocol: 'PLAINTEXT' }>>;
  readonly controller: NodeValues & { readonly controllerOnly: boolean };
  readonly broker: NodeValues | { readonly replicaCount: 0 };
  readonly defaultInitContainers: { readonly prepareConfig: { readonly resources: Resources } };
  readonly networkPolicy: { readonly enabled: false };
  readonly metrics: {
    readonly jmx: {
      readonly enabled: true;
      readonly image: ImageValues;
      readonly kafkaJmxPort: number;
      readonly containerPorts: { readonly metrics: number };
      readonly resources: Resources;
      readonly config: string;
    };
  };
}

/** Pods of one role. */
interface NodeValues {
  readonly replicaCount: number;
  readonly resources: Resources;
  readonly heapOpts: string;
  readonly persistence: { readonly size: Bytes; readonly storageClass: string };
  readonly podAntiAffinityPreset: 'hard';
  readonly enableServiceLinks: false;
  readonly minReadySeconds: number;
  readonly terminationGracePeriodSeconds: number;
  readonly priorityClassName: string;
}

/** What the cluster gives to its pods. */
export interface KafkaChartSurroundings {
  readonly clusterDomain: string;
  readonly storageClass: string;
  readonly priorityClassName: string;
}

/** Values for a release, from the rows of the cluster that it takes the place of. */
export function kafkaChartValues(
  release: string,
  values: Column<KafkaRow>,
  { clusterDomain, storageClass, priorityClassName }: KafkaChartSurroundings,
): KafkaChartValues {
  const { images } = charts.kafka;
  const { brokers, controllers, heapPercent, jmxAgent, clusterId } = values;
  const node = (replicaCount: number, own: Resources, size: Bytes): NodeValues => ({
    replicaCount,
    resources: canonicalResources(own),
    heapOpts: renderHeap({ resources: own, heapPercent }),
    persistence: { size, storageClass },
    podAntiAffinityPreset: 'hard',
    enableServiceLinks: false,
    minReadySeconds: seconds(values.minReady),
    terminationGracePeriodSeconds: seconds(values.terminationGrace),
    priorityClassName,
  });
  const broker = node(brokers, values.resources, values.storage);
  const separate = controllers > 0;
  return {
    global: { security: { allowInsecureImages: true } },
    image: imageValues(images.server),
    clusterDomain,
    existingKraftSecret: kraftSecret(release),
    extraDeploy: [renderKraftSecret(release, clusterId, Math.max(controllers, 1))],
    overrideConfiguration: renderStorageProperties(values),
    listeners: {
      client: { protocol: 'PLAINTEXT' },
      controller: { protocol: 'PLAINTEXT' },
      interbroker: { protocol: 'PLAINTEXT' },
    },
    controller: {
      ...(separate ? node(controllers, values.controllerResources, values.controllerStorage) : broker),
      controllerOnly: separate,
    },
    broker: separate ? broker : { replicaCount: 0 },
    defaultInitContainers: { prepareConfig: { resources: canonicalResources(jmxAgent.resources) } },
    networkPolicy: { enabled: false },
    metrics: {
      jmx: {
        enabled: true,
        image: imageValues(images.jmxAgent),
        kafkaJmxPort: KAFKA_CHART_PORTS.jmx,
        containerPorts: { metrics: KAFKA_CHART_PORTS.metrics },
        resources: canonicalResources(jmxAgent.resources),
        config: `jmxUrl: service:jmx:rmi:///jndi/rmi://127.0.0.1:${KAFKA_CHART_PORTS.jmx}/jmxrmi\n${KAFKA_METRICS_RULES}`,
      },
    },
  };
}

const kraftSecret = (release: string): string => `${release}-kraft`;

/**
 * The ids that the chart would make up anew each time it is rendered. They are no secrets: the cluster's is a row, and
 * those of the folders follow from it.
 */
function renderKraftSecret(release: string, clusterId: string, controllers: number): object {
  const ids = {
    'cluster-id': clusterId,
    ...Object.fromEntries(
      Array.from({ length: controllers }, (_, index) => [`controller-${index}-id`, folderId(clusterId, index)]),
    ),
  };
  const data = Object.entries(ids).map(([key, id]) => [key, Buffer.from(id).toString('base64')]);
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: kraftSecret(release) },
    type: 'Opaque',
    data: Object.fromEntries(data),
  };
}

/** An id as Kafka writes them: 16 bytes in 22 characters, the first of which must be no minus. */
function folderId(clusterId: string, controller: number): string {
  const hash = createHash('sha256').update(`${clusterId}/${controller}`).digest().subarray(0, 16);
  return hash.toString('base64url').replace(/^-/, '_');
}

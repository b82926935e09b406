import { Endpoint } from '../../constructs/workloads/endpoint';
import { KafkaCluster } from '../../constructs/kafka/kafka-cluster';
import { KafkaExporter } from '../../constructs/kafka/kafka-exporter';
import { TopicInitJob } from '../../constructs/kafka/topic-init-job';
import { milliseconds } from '../../model/duration';
import { imageReference } from '../../model/image';
import { jobProps, storeProps, toolProps } from '../context';
import { defineKafkaMirror } from '../kafka-mirror';
import { Context } from './context';

/** Kafka as services see it. */
export interface Kafka {
  readonly bootstrapServers: string;

  /** The brokers, once all topics are there. */
  readonly endpoint: Endpoint;
}

/** Defines the cluster, its exporter and the Job that makes the topics. */
export function defineKafka(context: Context): Kafka {
  const { component, namespaces, rows } = context;
  const { brokers, replicationFactor, minInsyncReplicas, jmxAgent, exporter } = rows.kafka;
  const namespace = namespaces.kafka;

  const cluster = new KafkaCluster(component('kafka', 'kafka'), 'kafka', {
    ...storeProps(rows.kafka, context),
    ...rows.kafka.probes,
    namespace,
    brokers,
    brokerStorage: rows.kafka.storage,
    brokerResources: rows.kafka.resources,
    controllers: rows.kafka.controllers,
    controllerStorage: rows.kafka.controllerStorage,
    controllerResources: rows.kafka.controllerResources,
    clusterId: rows.kafka.clusterId,
    replicationFactor,
    minInsyncReplicas,
    heapPercent: rows.kafka.heapPercent,
    retention: rows.kafka.retention,
    segment: rows.kafka.segment,
    metricsAgent: { ...jmxAgent, image: imageReference(jmxAgent.image) },
    clients: { protocol: 'PLAINTEXT' },
  });
  context.scrape(cluster.metricsTargets);

  const access = { namespace, endpoint: cluster.endpoint(), bootstrapServers: cluster.bootstrapServers };
  const kafkaExporter = new KafkaExporter(component('kafka-exporter', 'kafka.exporter'), 'kafka-exporter', {
    ...toolProps(exporter, rows.tools),
    ...rows.tools.probes,
    ...access,
    kafkaVersion: rows.kafka.protocolVersion,
  });
  context.scrape(kafkaExporter.metricsTargets);

  const job = jobProps(rows.jobs);
  const topics = new TopicInitJob(component('kafka-topics', 'topics'), 'kafka-topics', {
    ...job,
    ...access,
    image: imageReference(rows.kafka.image),
    user: rows.kafka.user,
    brokers,
    waitLimit: job.wait,
    topics: Object.fromEntries(
      Object.entries(rows.topics).map(([name, { retention, compression, ...options }]) => {
        const config = {
          'retention.ms': String(milliseconds(retention)),
          'min.insync.replicas': String(minInsyncReplicas),
          ...(compression !== undefined && { 'compression.type': compression }),
        };
        return [name, { ...options, replicationFactor, config }];
      }),
    ),
  });
  const endpoint = { ...cluster.endpoint(), after: [topics] };
  if (rows.kafka.mirror) {
    const { mirror } = rows.kafka;
    const own = { bootstrapServers: cluster.bootstrapServers, endpoint };
    const row = { ...rows.kafka, mirror, tools: rows.tools };
    defineKafkaMirror(context, { name: 'kafka-mirror', bundle: 'wms/kafka-mirror', namespace, own, row });
  }
  return { bootstrapServers: cluster.bootstrapServers, endpoint };
}

import { MetricSource } from './metric-source';

/** A client of the cluster: above all the lag of its groups. */
export const kafkaExporter: MetricSource = {
  program: 'kafka_exporter',
  makers: 'danielqsj/kafka_exporter',
  version: 'v1.9.0',
  comparedBy: 'source: kafka_exporter.go',
  reportedBy: { image: 'danielqsj/kafka-exporter' },
  metrics: {
    kafka_brokers: [],
    kafka_consumergroup_lag: ['consumergroup', 'topic', 'partition'],
    kafka_topic_partition_current_offset: ['topic', 'partition'],
  },
};

/** The agent in a node's JVM; lib/constructs/kafka/kafka-metrics.yaml makes the names from those of the MBeans. */
export const kafkaNode: MetricSource = {
  program: 'Kafka, by the JMX agent',
  makers: 'apache/kafka, prometheus/jmx_exporter',
  version: '4.1.2',
  comparedBy: 'e2e/kafka-metrics.test.ts',
  reportedBy: { image: 'apache/kafka' },
  metrics: {
    kafka_controller_kafkacontroller_activecontrollercount: [],
    kafka_controller_kafkacontroller_offlinepartitionscount: [],
    kafka_server_replicamanager_underreplicatedpartitions: [],
    kafka_server_replicamanager_underminisrpartitioncount: [],
    kafka_server_brokertopicmetrics_bytesin_total: ['topic'],
    kafka_server_brokertopicmetrics_bytesout_total: ['topic'],
    kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent: [],
    kafka_network_requestmetrics_totaltimems: ['request', 'quantile'],
  },
};

/** The agent in a mirror's JVM; lib/constructs/kafka/kafka-mirror-metrics.yaml makes the names. */
export const kafkaMirror: MetricSource = {
  program: 'MirrorMaker 2, by the JMX agent',
  makers: 'apache/kafka, prometheus/jmx_exporter',
  version: '4.1.2',
  comparedBy: 'e2e/kafka-mirror.test.ts',
  reportedBy: { image: 'apache/kafka' },
  metrics: {
    kafka_mirror_tasks: ['connector', 'state'],
    kafka_mirror_records_total: ['source', 'target', 'topic', 'partition'],
    kafka_mirror_replication_latency_max_ms: ['source', 'target', 'topic', 'partition'],
    kafka_mirror_checkpoint_latency_max_ms: ['source', 'target', 'group', 'topic', 'partition'],
  },
};

import { AlertCase } from './promtool';

/** Kafka. */
export const kafkaAlertCases: Readonly<Record<string, AlertCase>> = {
  WmsKafkaPartitionsOffline: {
    at: '5m',
    firing: {
      'kafka_controller_kafkacontroller_offlinepartitionscount{namespace="kafka",pod="kafka-controller-0"}': '3x10',
      'kafka_controller_kafkacontroller_offlinepartitionscount{namespace="kafka",pod="kafka-controller-1"}': '0x10',
    },
    labels: { namespace: 'kafka' },
    summary: '3 partitions in kafka have no leader',
    quiet: {
      'kafka_controller_kafkacontroller_offlinepartitionscount{namespace="kafka",pod="kafka-controller-0"}': '0x10',
    },
  },
  WmsKafkaWritesRefused: {
    at: '5m',
    firing: {
      'kafka_server_replicamanager_underminisrpartitioncount{namespace="kafka",pod="kafka-0"}': '1x10',
      'kafka_server_replicamanager_underminisrpartitioncount{namespace="kafka",pod="kafka-1"}': '2x10',
    },
    labels: { namespace: 'kafka' },
    summary: '3 partitions in kafka have fewer replicas in sync than a write needs',
    quiet: { 'kafka_server_replicamanager_underminisrpartitioncount{namespace="kafka",pod="kafka-0"}': '0x10' },
  },
  WmsKafkaControllers: {
    at: '5m',
    firing: {
      'kafka_controller_kafkacontroller_activecontrollercount{namespace="kafka",pod="kafka-controller-0"}': '0x10',
      'kafka_controller_kafkacontroller_activecontrollercount{namespace="kafka",pod="kafka-controller-1"}': '0x10',
    },
    labels: { namespace: 'kafka' },
    summary: '0 nodes in kafka say that they are the active controller',
    quiet: {
      'kafka_controller_kafkacontroller_activecontrollercount{namespace="kafka",pod="kafka-controller-0"}': '0x10',
      'kafka_controller_kafkacontroller_activecontrollercount{namespace="kafka",pod="kafka-controller-1"}': '1x10',
    },
  },
  WmsKafkaBrokersMissing: {
    at: '20m',
    firing: { 'kafka_brokers{namespace="kafka",job="kafka-exporter"}': '2x20' },
    labels: { namespace: 'kafka' },
    summary: '2 of 3 brokers in kafka are in the cluster',
    quiet: { 'kafka_brokers{namespace="kafka",job="kafka-exporter"}': '3x20' },
  },
  WmsKafkaUnderReplicated: {
    at: '20m',
    firing: { 'kafka_server_replicamanager_underreplicatedpartitions{namespace="kafka",pod="kafka-0"}': '5x20' },
    labels: { namespace: 'kafka', pod: 'kafka-0' },
    summary: '5 partitions led by kafka-0 have a replica that is behind',
    quiet: { 'kafka_server_replicamanager_underreplicatedpartitions{namespace="kafka",pod="kafka-0"}': '5x10 0x10' },
  },
  WmsKafkaConsumerLag: {
    at: '20m',
    firing: {
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="picking",topic="wms.waves.events",partition="0"}':
        '6000x20',
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="picking",topic="wms.waves.events",partition="1"}':
        '6000x20',
    },
    labels: { consumergroup: 'picking', topic: 'wms.waves.events' },
    summary: 'picking is 12000 messages behind in wms.waves.events',
    quiet: {
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="picking",topic="wms.waves.events",partition="0"}':
        '10000x20',
      'kafka_consumergroup_lag{namespace="kafka",consumergroup="waving",topic="wms.waves.events",partition="0"}':
        '10000x20',
    },
  },
};

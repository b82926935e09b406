import { AlertCase } from './promtool';

const wms = { namespace: 'wms-platform' };

/** Every alert of prod, firing and quiet. Bounds are those of the rows: a row that changes changes its case. */
export const alertCases: Readonly<Record<string, AlertCase>> = {
  WmsServiceErrors: {
    at: '20m',
    firing: {
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="200"}': '0+90x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="b",code="503"}': '0+10x20',
    },
    labels: { job: 'order-service' },
    summary: 'order-service answers 10% of requests with an error',
    quiet: {
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="200"}': '0+96x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="404"}': '0+96x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="b",code="500"}': '0+4x20',
    },
  },
  WmsServiceSlow: {
    at: '25m',
    firing: {
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="1"}': '0+50x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="2"}': '0+99x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="+Inf"}': '0+100x30',
    },
    labels: { job: 'order-service' },
    summary: 'order-service needs 2s for one of a hundred requests',
    quiet: {
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="1"}': '0+99x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="2"}': '0+100x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="+Inf"}': '0+100x30',
    },
  },
  WmsServiceUnavailable: {
    at: '5m',
    firing: {
      'kube_deployment_status_replicas_available{namespace="wms-platform",deployment="labor-service"}': '0x10',
    },
    labels: { ...wms, deployment: 'labor-service' },
    summary: 'labor-service has no pod that is ready',
    quiet: { 'kube_deployment_status_replicas_available{namespace="wms-platform",deployment="labor-service"}': '1x10' },
  },

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

  WmsMongoDown: {
    at: '6m',
    firing: { 'mongodb_up{namespace="mongodb",pod="mongodb-1"}': '0x10' },
    labels: { namespace: 'mongodb', pod: 'mongodb-1' },
    summary: 'MongoDB in mongodb-1 does not answer its exporter',
    quiet: { 'mongodb_up{namespace="mongodb",pod="mongodb-1"}': '0x4 1x6' },
  },
  WmsMongoNoPrimary: {
    at: '3m',
    firing: {
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-0"}': '2x10',
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-1"}': '2x10',
    },
    labels: { namespace: 'mongodb' },
    summary: 'No member in mongodb is primary',
    quiet: {
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-0"}': '2x10',
      'mongodb_mongod_replset_my_state{namespace="mongodb",pod="mongodb-1"}': '1x10',
    },
  },
  WmsMongoReplicationLag: {
    at: '10m',
    firing: {
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-0",name="mongodb-2:27017"}':
        '45x10',
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-1",name="mongodb-2:27017"}':
        '40x10',
    },
    labels: { namespace: 'mongodb', name: 'mongodb-2:27017' },
    summary: 'mongodb-2:27017 is 45s behind the primary',
    quiet: {
      'mongodb_mongod_replset_member_replication_lag{namespace="mongodb",pod="mongodb-0",name="mongodb-2:27017"}':
        '30x10',
    },
  },
  WmsMongoConnections: {
    at: '15m',
    firing: {
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="current"}': '900x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="available"}': '100x20',
    },
    labels: { namespace: 'mongodb', pod: 'mongodb-0' },
    summary: '90% of the connections of mongodb-0 are taken',
    quiet: {
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="current"}': '800x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="available"}': '200x20',
      'mongodb_ss_connections{namespace="mongodb",pod="mongodb-0",conn_type="totalCreated"}': '90000x20',
    },
  },

  WmsPostgresDown: {
    at: '4m',
    firing: { 'pg_up{namespace="temporal",pod="temporal-postgresql-0"}': '0x10' },
    labels: { namespace: 'temporal', pod: 'temporal-postgresql-0' },
    summary: 'PostgreSQL in temporal-postgresql-0 does not answer its exporter',
    quiet: { 'pg_up{namespace="temporal",pod="temporal-postgresql-0"}': '1x10' },
  },
  WmsPostgresConnections: {
    at: '15m',
    firing: {
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="a",state="idle"}':
        '180x20',
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="b",state="active"}':
        '180x20',
      'pg_settings_max_connections{namespace="temporal",job="temporal-postgresql",pod="p-0"}': '400x20',
    },
    labels: { job: 'temporal-postgresql', pod: 'p-0' },
    summary: '90% of the connections of p-0 are taken',
    quiet: {
      'pg_stat_activity_count{namespace="temporal",job="temporal-postgresql",pod="p-0",datname="a",state="idle"}':
        '320x20',
      'pg_settings_max_connections{namespace="temporal",job="temporal-postgresql",pod="p-0"}': '400x20',
    },
  },

  WmsElasticsearchUnreachable: {
    at: '10m',
    firing: { 'elasticsearch_cluster_health_status{namespace="elsewhere",cluster="temporal",color="green"}': '1x10' },
    labels: { namespace: 'temporal' },
    summary: 'Elasticsearch in temporal does not answer its exporter',
    quiet: { 'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="green"}': '0x10' },
  },
  WmsElasticsearchRed: {
    at: '10m',
    firing: { 'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="red"}': '1x10' },
    labels: { namespace: 'temporal', cluster: 'temporal', color: 'red' },
    summary: 'Elasticsearch in temporal misses primary shards',
    quiet: {
      'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="red"}': '0x10',
      'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="yellow"}': '1x10',
    },
  },
  WmsElasticsearchYellow: {
    at: '25m',
    firing: { 'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="yellow"}': '1x30' },
    labels: { namespace: 'temporal', cluster: 'temporal', color: 'yellow' },
    summary: 'Elasticsearch in temporal misses replicas',
    quiet: {
      'elasticsearch_cluster_health_status{namespace="temporal",cluster="temporal",color="yellow"}': '1x10 0x20',
    },
  },
  WmsElasticsearchNodesMissing: {
    at: '25m',
    firing: { 'elasticsearch_cluster_health_number_of_nodes{namespace="temporal",cluster="temporal"}': '2x30' },
    labels: { namespace: 'temporal' },
    summary: '2 of 3 nodes of Elasticsearch in temporal are in the cluster',
    quiet: { 'elasticsearch_cluster_health_number_of_nodes{namespace="temporal",cluster="temporal"}': '3x30' },
  },
  WmsElasticsearchDiskFull: {
    at: '15m',
    firing: {
      'elasticsearch_filesystem_data_available_bytes{namespace="temporal",name="es-0"}': '15x20',
      'elasticsearch_filesystem_data_size_bytes{namespace="temporal",name="es-0"}': '100x20',
    },
    labels: { namespace: 'temporal', name: 'es-0' },
    summary: '15% of the disk of es-0 are free',
    quiet: {
      'elasticsearch_filesystem_data_available_bytes{namespace="temporal",name="es-0"}': '20x20',
      'elasticsearch_filesystem_data_size_bytes{namespace="temporal",name="es-0"}': '100x20',
    },
  },

  WmsTemporalErrors: {
    at: '20m',
    firing: {
      'service_errors{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}': '0+10x20',
      'service_requests{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}':
        '0+100x20',
    },
    labels: { job: 'temporal-frontend' },
    summary: 'Temporal fails in 10% of requests',
    quiet: {
      'service_errors{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}': '0+4x20',
      'service_requests{namespace="temporal",job="temporal-frontend",service_name="frontend",operation="a"}':
        '0+100x20',
    },
  },
  WmsTemporalPersistenceErrors: {
    at: '20m',
    firing: {
      'persistence_errors{namespace="temporal",job="temporal-history",operation="a"}': '0+10x20',
      'persistence_requests{namespace="temporal",job="temporal-history",operation="a"}': '0+100x20',
    },
    labels: { job: 'temporal-history' },
    summary: '10% of what temporal-history asks of its stores fails',
    quiet: {
      'persistence_errors{namespace="temporal",job="temporal-history",operation="a"}': '0+4x20',
      'persistence_requests{namespace="temporal",job="temporal-history",operation="a"}': '0+100x20',
    },
  },
  WmsTemporalNoPollers: {
    at: '25m',
    firing: { 'no_poller_tasks{namespace="temporal",job="temporal-matching",taskqueue="picking-queue"}': '0+1x30' },
    labels: { taskqueue: 'picking-queue' },
    summary: 'Tasks come into picking-queue, and nobody polls it',
    quiet: { 'no_poller_tasks{namespace="temporal",job="temporal-matching",taskqueue="picking-queue"}': '7x30' },
  },
  WmsTemporalBacklog: {
    at: '20m',
    firing: {
      'approximate_backlog_count{namespace="temporal",pod="m-0",taskqueue="picking-queue"}': '600x20',
      'approximate_backlog_count{namespace="temporal",pod="m-1",taskqueue="picking-queue"}': '600x20',
    },
    labels: { taskqueue: 'picking-queue' },
    summary: '1200 tasks wait in picking-queue',
    quiet: {
      'approximate_backlog_count{namespace="temporal",pod="m-0",taskqueue="picking-queue"}': '1000x20',
      'approximate_backlog_count{namespace="temporal",pod="m-1",taskqueue="packing-queue"}': '1000x20',
    },
  },
};

import { MetricSource } from './metric-source';

/** A member of a replica set, with the collectors of diagnostic data and of the set, in compatible mode. */
export const mongoExporter: MetricSource = {
  program: 'mongodb_exporter',
  makers: 'percona/mongodb_exporter',
  version: '0.53.0',
  comparedBy: 'source: exporter/v1_compatibility.go, metrics.go, general_collector.go',
  reportedBy: { image: 'percona/mongodb_exporter' },
  metrics: {
    mongodb_up: ['cluster_role'],
    mongodb_ss_connections: ['conn_type'],
    mongodb_ss_opcounters: ['legacy_op_type'],
    mongodb_mongod_replset_my_state: ['set'],
    mongodb_mongod_replset_member_replication_lag: ['name', 'state', 'set', 'self'],
  },
};

/** A PostgreSQL server. */
export const postgresExporter: MetricSource = {
  program: 'postgres_exporter',
  makers: 'prometheus-community/postgres_exporter',
  version: 'v0.20.1',
  comparedBy: 'source: CHANGELOG.md, collector/pg_stat_activity.go, pg_setting.go, pg_stat_database.go',
  reportedBy: { image: 'prometheuscommunity/postgres-exporter' },
  metrics: {
    pg_up: [],
    pg_stat_activity_count: ['datname', 'state', 'usename', 'application_name', 'backend_type'],
    pg_settings_max_connections: [],
    pg_stat_database_deadlocks: ['datid', 'datname'],
    pg_stat_database_numbackends: ['datid', 'datname'],
  },
};

/** A Redis server. */
export const redisExporter: MetricSource = {
  program: 'redis_exporter',
  makers: 'oliver006/redis_exporter',
  version: 'v1.88.0',
  comparedBy: 'source: exporter/exporter.go, exporter/info.go',
  reportedBy: { image: 'oliver006/redis_exporter' },
  metrics: {
    redis_up: [],
    redis_memory_used_bytes: [],
    redis_memory_max_bytes: [],
    redis_connected_clients: [],
    redis_aof_last_write_status: [],
  },
};

/** An Elasticsearch cluster. */
export const elasticsearchExporter: MetricSource = {
  program: 'elasticsearch_exporter',
  makers: 'prometheus-community/elasticsearch_exporter',
  version: 'v1.11.0',
  comparedBy: 'e2e/elasticsearch-exporter.test.ts',
  reportedBy: { image: 'prometheuscommunity/elasticsearch-exporter' },
  metrics: {
    elasticsearch_cluster_health_status: ['cluster', 'color'],
    elasticsearch_cluster_health_number_of_nodes: ['cluster'],
    elasticsearch_cluster_health_unassigned_shards: ['cluster'],
    elasticsearch_filesystem_data_available_bytes: ['cluster', 'host', 'name', 'mount', 'path'],
    elasticsearch_filesystem_data_size_bytes: ['cluster', 'host', 'name', 'mount', 'path'],
    elasticsearch_jvm_memory_used_bytes: ['cluster', 'host', 'name', 'area'],
    elasticsearch_jvm_memory_max_bytes: ['cluster', 'host', 'name', 'area'],
  },
};

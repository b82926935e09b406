import { AlertCase } from './promtool';

/** Elasticsearch. */
export const elasticsearchAlertCases: Readonly<Record<string, AlertCase>> = {
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
};

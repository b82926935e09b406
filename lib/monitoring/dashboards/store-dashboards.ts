import { Dashboard, Panel } from '../../model/dashboard';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph, rate } from './panel';

/** PostgreSQL and Elasticsearch of one namespace. */
export function storesDashboard({ platform, namespace }: DashboardScope): Dashboard {
  return {
    uid: `${platform}-stores`,
    title: 'PostgreSQL and Elasticsearch',
    folder: platform,
    panels: [...postgresPanels(namespace), ...elasticsearchPanels(namespace)],
  };
}

/** PostgreSQL of one namespace. */
export function postgresDashboard({ platform, namespace }: DashboardScope): Dashboard {
  return { uid: `${platform}-postgresql`, title: 'PostgreSQL', folder: platform, panels: postgresPanels(namespace) };
}

function postgresPanels(namespace: string): Panel[] {
  const series = (metric: string) => select(metric, namespace);
  return [
    graph(
      'Connections to PostgreSQL',
      'short',
      [`sum by (pod, datname) (${series('pg_stat_activity_count')})`, '{{pod}} {{datname}}'],
      [`max by (pod) (${series('pg_settings_max_connections')})`, '{{pod}} allows'],
    ),
    graph('Deadlocks in PostgreSQL', 'ops', [
      `sum by (datname) (${rate(series('pg_stat_database_deadlocks'))})`,
      '{{datname}}',
    ]),
  ];
}

function elasticsearchPanels(namespace: string): Panel[] {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const share = (part: string, whole: string, ...matchers: string[]) =>
    `${series(part, ...matchers)} / ${series(whole, ...matchers)}`;
  return [
    graph('Nodes of Elasticsearch', 'short', [series('elasticsearch_cluster_health_number_of_nodes'), '{{cluster}}']),
    graph('Shards without a place', 'short', [series('elasticsearch_cluster_health_unassigned_shards'), '{{cluster}}']),
    graph('Heap of Elasticsearch', 'percentunit', [
      share('elasticsearch_jvm_memory_used_bytes', 'elasticsearch_jvm_memory_max_bytes', 'area="heap"'),
      '{{name}}',
    ]),
    graph('Disk of Elasticsearch that is free', 'percentunit', [
      share('elasticsearch_filesystem_data_available_bytes', 'elasticsearch_filesystem_data_size_bytes'),
      '{{name}}',
    ]),
  ];
}

import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, warning } from './alert-scope';

/** When an Elasticsearch cluster is not well. */
export interface ElasticsearchLimits {
  /** Time that primary shards may be missing, or the cluster may not answer. */
  readonly unavailable: Duration;

  /** Time that replicas may be missing: as long as the restart of a node takes. */
  readonly degraded: Duration;

  /** Share of a node's disk that must be free: above the share at which the server moves shards away. */
  readonly diskFree: ShareLimit;
}

/** Alerts of a cluster that is declared with so many nodes, as a client of it sees it. */
export function elasticsearchAlerts(
  { prefix, namespace }: AlertScope,
  { nodes }: { readonly nodes: number },
  limits: ElasticsearchLimits,
): Alert[] {
  const status = (color: string) => select('elasticsearch_cluster_health_status', namespace, `color="${color}"`);
  const present = `max by (namespace) (${select('elasticsearch_cluster_health_number_of_nodes', namespace)})`;
  const free = select('elasticsearch_filesystem_data_available_bytes', namespace);
  const size = select('elasticsearch_filesystem_data_size_bytes', namespace);
  return [
    critical({
      name: `${prefix}ElasticsearchUnreachable`,
      expr: `absent(${select('elasticsearch_cluster_health_status', namespace)})`,
      for: limits.unavailable,
      summary: 'Elasticsearch in {{ $labels.namespace }} does not answer its exporter',
      description: 'Nothing can be searched. Look at the logs of its nodes: is a majority of them there?',
    }),
    critical({
      name: `${prefix}ElasticsearchRed`,
      expr: `${status('red')} == 1`,
      for: limits.unavailable,
      summary: 'Elasticsearch in {{ $labels.namespace }} misses primary shards',
      description: 'What they hold is neither found nor written. Bring back the node that is missing.',
    }),
    // A single node has no place for replicas and may be yellow all its life.
    ...(nodes > 1
      ? [
          warning({
            name: `${prefix}ElasticsearchYellow`,
            expr: `${status('yellow')} == 1`,
            for: limits.degraded,
            summary: 'Elasticsearch in {{ $labels.namespace }} misses replicas',
            description: 'One failure more may lose data. Look for a node that is missing or whose disk is full.',
          }),
        ]
      : []),
    warning({
      name: `${prefix}ElasticsearchNodesMissing`,
      expr: `${present} < ${nodes}`,
      for: limits.degraded,
      summary: `{{ $value }} of ${nodes} nodes of Elasticsearch in {{ $labels.namespace }} are in the cluster`,
      description: 'Look at the events and the log of the node that is missing.',
    }),
    warning({
      name: `${prefix}ElasticsearchDiskFull`,
      expr: `${free} / ${size} < ${shareOf(limits.diskFree)}`,
      for: limits.diskFree.for,
      summary: `${PERCENT} of the disk of {{ $labels.name }} are free`,
      description:
        'Soon the server places no more shards there, and then refuses writes. Make the volumes larger or delete what is old.',
    }),
  ];
}

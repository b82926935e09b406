import { Testing } from 'cdk8s';
import { TemporalCluster, TemporalClusterProps } from '../../../lib/constructs/temporal/temporal-cluster';
import { ElasticsearchVisibility } from '../../../lib/constructs/temporal/temporal-stores';
import { namespaceIn, SMALL, TIMINGS } from '../support';

type Props = Omit<TemporalClusterProps, 'namespace'>;

/** Workflows are looked for in Elasticsearch. */
export const ELASTICSEARCH: ElasticsearchVisibility = {
  kind: 'elasticsearch',
  url: 'https://elasticsearch.temporal.svc.cluster.local:9200',
  index: 'temporal_visibility_v1',
  user: 'temporal',
  password: { secret: 'elasticsearch', key: 'temporal-password' },
  ca: { secret: 'elasticsearch-tls', key: 'ca.crt' },
};

/** Everything that a cluster needs, but for its namespace. */
export const CLUSTER: Required<Props> = {
  image: 'temporalio/server:1.31.2',
  replicas: 3,
  resources: SMALL,
  numHistoryShards: 512,
  persistence: {
    host: 'postgresql.temporal.svc.cluster.local',
    port: 5432,
    database: 'temporal',
    user: 'temporal',
    password: { secret: 'postgresql', key: 'password' },
    maxConns: 20,
    maxIdleConns: 10,
    availableConns: 395,
    connectTimeoutSeconds: 5,
  },
  visibility: ELASTICSEARCH,
  stores: [],
  after: [],
  user: 1000,
  probes: TIMINGS,
  drain: '10s',
  terminationGrace: '60s',
  minReady: '10s',
  progressDeadline: '600s',
  priorityClassName: 'platform',
  clusterDomain: 'cluster.local',
  logLevel: 'info',
};

/** A cluster in a chart of its own. */
export function defineCluster(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const cluster = new TemporalCluster(chart, 'temporal', { namespace: namespaceIn(chart), ...CLUSTER, ...overrides });
  return { chart, cluster };
}

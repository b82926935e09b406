import { Testing } from 'cdk8s';
import { ElasticsearchServer } from '../../../lib/constructs/elasticsearch/elasticsearch';
import {
  ElasticsearchExporter,
  ElasticsearchExporterProps,
} from '../../../lib/constructs/elasticsearch/elasticsearch-exporter';
import { namespaceIn, objectsOf, SMALL } from '../support';

/** Properties that a test may change. */
export type ElasticsearchExporterOverrides = Partial<Omit<ElasticsearchExporterProps, 'namespace'>>;

const timing = { period: '10s', timeout: '3s', failures: 3 } as const;

const server: ElasticsearchServer = {
  url: 'https://search.data.svc.cluster.local:9200',
  authority: { secret: 'search-tls', key: 'ca.crt' },
  endpoint: () => ({ peer: { namespace: 'data', labels: { app: 'search' } }, ports: [{ port: 9200 }], after: [] }),
};

/** Properties of an exporter, all of them. */
export const ELASTICSEARCH_EXPORTER: Required<Omit<ElasticsearchExporterProps, 'namespace'>> = {
  image: 'registry.example/elasticsearch-exporter:v1.11.0',
  user: 65_534,
  resources: SMALL,
  server,
  userName: 'exporter',
  password: { secret: 'elasticsearch', key: 'exporter-password' },
  timeout: '10s',
  probes: { startup: timing, readiness: timing, liveness: timing },
  terminationGrace: '30s',
  priorityClassName: 'platform',
  minReady: '5s',
  progressDeadline: '120s',
};

/** An exporter named `search-exporter` in a namespace named `data`. */
export function defineElasticsearchExporter(overrides: ElasticsearchExporterOverrides = {}) {
  const chart = Testing.chart();
  const exporter = new ElasticsearchExporter(chart, 'search-exporter', {
    namespace: namespaceIn(chart),
    ...ELASTICSEARCH_EXPORTER,
    ...overrides,
  });
  return { exporter, find: objectsOf.bind(undefined, chart) };
}

import { Chart, Testing } from 'cdk8s';
import { CertificateAuthority } from '../../../lib/constructs/certificates/certificate-authority';
import { Elasticsearch, ElasticsearchProps } from '../../../lib/constructs/elasticsearch/elasticsearch';
import { PlatformNamespace } from '../../../lib/constructs/platform-namespace';
import { ServingCertificate } from '../../../lib/constructs/certificates/serving-certificate';
import { namespaceIn, objectsOf, SMALL } from '../support';

/** Properties that a test may change. */
export type ElasticsearchOverrides = Partial<Omit<ElasticsearchProps, 'namespace' | 'certificate'>>;

const timing = { period: '10s', timeout: '3s', failures: 3 } as const;

/** Properties of a cluster of three, all of them. */
export const ELASTICSEARCH: Required<Omit<ElasticsearchProps, 'namespace' | 'certificate'>> = {
  image: 'registry.example/elasticsearch:8.19.20',
  nodes: 3,
  clusterName: 'visibility',
  clusterDomain: 'cluster.local',
  storage: '30Gi',
  storageClassName: 'fast',
  resources: SMALL,
  scratch: '256Mi',
  user: 1000,
  group: 1000,
  roles: {
    temporal: {
      cluster: ['monitor', 'manage_index_templates'],
      indices: [{ names: ['temporal_visibility_v1*'], privileges: ['manage', 'read', 'write'] }],
    },
  },
  users: {
    temporal: { roles: ['temporal'], password: { secret: 'elasticsearch', key: 'temporal-password' } },
    elastic: { roles: ['superuser'], password: { secret: 'operators', key: 'password' } },
  },
  probes: { startup: { ...timing, failures: 60 }, readiness: timing, liveness: timing },
  drain: '20s',
  terminationGrace: '180s',
  minReady: '60s',
  priorityClassName: 'platform-data',
};

function certificateIn(chart: Chart, namespace: PlatformNamespace, dnsNames: readonly string[]) {
  const life = { duration: '3650d', renewBefore: '365d' } as const;
  const authority = new CertificateAuthority(chart, 'search-ca', { namespace: namespace.name, ...life });
  return new ServingCertificate(chart, 'search-tls', { authority, dnsNames, duration: '90d', renewBefore: '30d' });
}

/** A cluster named `search` in a namespace named `data`, with a certificate for `dnsNames`. */
export function defineElasticsearch(
  overrides: ElasticsearchOverrides = {},
  dnsNames = Elasticsearch.dnsNames('search', 'data', 'cluster.local'),
) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const certificate = certificateIn(chart, namespace, dnsNames);
  const search = new Elasticsearch(chart, 'search', { namespace, certificate, ...ELASTICSEARCH, ...overrides });
  return { chart, namespace, search, certificate, find: objectsOf.bind(undefined, chart) };
}

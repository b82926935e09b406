import { renderEntries } from './elasticsearch-access';

/** Port of the REST interface. */
export const ELASTICSEARCH_PORT = 9200;

/** Port that nodes find and feed each other by. */
export const TRANSPORT_PORT = 9300;

/** Port that is open on the loopback interface while a node knows a master. */
export const READINESS_PORT = 8080;

/** What distinguishes the settings of one cluster from another's. */
export interface ElasticsearchSettings {
  readonly clusterName: string;

  /** Name by which all nodes are found, ready or not. */
  readonly seedHost: string;
}

/** Renders `elasticsearch.yml`; a start adds `cluster.initial_master_nodes` where it is due. */
export function renderElasticsearchYaml({ clusterName, seedHost }: ElasticsearchSettings): string {
  return renderEntries({
    'cluster.name': clusterName,
    'node.name': '${POD_NAME}',
    'network.host': '0.0.0.0',
    'http.port': ELASTICSEARCH_PORT,
    'transport.port': TRANSPORT_PORT,
    'readiness.port': READINESS_PORT,
    // Also for a node alone: as `single-node` it would turn away the nodes that a larger cluster adds.
    'discovery.seed_hosts': [seedHost],
    // Mapped files need a sysctl of the host, which a restricted pod cannot set.
    'node.store.allow_mmap': false,
    // Its native processes take memory beside the heap.
    'xpack.ml.enabled': false,
    // It would ask the internet for databases.
    'ingest.geoip.downloader.enabled': false,
    'xpack.security.enabled': true,
    // No built-in user: all users stand in the files that a start writes.
    'xpack.security.authc.reserved_realm.enabled': false,
    ...renderTls('http'),
    ...renderTls('transport'),
    // The authority is the proof, and addresses of pods are in no certificate.
    'xpack.security.transport.ssl.verification_mode': 'certificate',
  });
}

/** Folder of the certificate in the folder of the configuration, the only one that Elasticsearch may read. */
export const CERTIFICATE_FOLDER = 'certs';

function renderTls(layer: 'http' | 'transport'): Record<string, unknown> {
  const prefix = `xpack.security.${layer}.ssl`;
  return {
    [`${prefix}.enabled`]: true,
    [`${prefix}.certificate`]: `${CERTIFICATE_FOLDER}/tls.crt`,
    [`${prefix}.key`]: `${CERTIFICATE_FOLDER}/tls.key`,
    [`${prefix}.certificate_authorities`]: [`${CERTIFICATE_FOLDER}/ca.crt`],
  };
}

/** Keeps the collector's log, up to 2 GiB by default, out of the pod's scratch space. */
export const LOGGING_OPTIONS = '-Xlog:disable\n-Xlog:all=warning:stderr:utctime,level,tags\n';

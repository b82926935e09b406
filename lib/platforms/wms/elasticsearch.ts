import { CertificateAuthority } from '../../constructs/certificates/certificate-authority';
import { Elasticsearch } from '../../constructs/elasticsearch/elasticsearch';
import {
  ELASTICSEARCH_EXPORTER_ROLE,
  ElasticsearchExporter,
} from '../../constructs/elasticsearch/elasticsearch-exporter';
import { ServingCertificate } from '../../constructs/certificates/serving-certificate';
import { TEMPORAL_INDEX_ROLE } from '../../constructs/temporal/temporal-index-role';
import { SecretBundle } from '../secrets';
import { defineBundle, storeProps, toolProps } from '../context';
import { Context } from './context';

const NAME = 'temporal-elasticsearch';
const SECRET = `${NAME}-auth`;
const BUNDLE: SecretBundle = 'wms/elasticsearch';

/** Password of the user who writes Temporal's index. */
export const INDEX_PASSWORD = { secret: SECRET, key: 'temporal-password' };

/** Defines the cluster that Temporal looks for workflows in, with certificates of its own, and its exporter. */
export function defineElasticsearch(context: Context): Elasticsearch {
  const { component, namespaces, rows } = context;
  const { nodes, clusterName, drain, authority, certificate, exporter, exporterUser } = rows.elasticsearch;
  const namespace = namespaces.temporal;
  const props = storeProps(rows.elasticsearch, context);

  const scope = component(NAME, 'elasticsearch');
  const secret = defineBundle(scope, SECRET, namespace, BUNDLE, context);
  const signer = new CertificateAuthority(scope, `${NAME}-ca`, { namespace: namespace.name, ...authority });
  const server = new Elasticsearch(scope, NAME, {
    ...props,
    namespace,
    nodes,
    clusterName,
    drain,
    certificate: new ServingCertificate(scope, `${NAME}-tls`, {
      ...certificate,
      authority: signer,
      dnsNames: Elasticsearch.dnsNames(NAME, namespace.name, props.clusterDomain),
    }),
    roles: { temporal: TEMPORAL_INDEX_ROLE, exporter: ELASTICSEARCH_EXPORTER_ROLE },
    users: {
      [rows.temporal.indexUser]: { roles: ['temporal'], password: INDEX_PASSWORD },
      [exporterUser]: { roles: ['exporter'], password: { secret: SECRET, key: 'exporter-password' } },
    },
  });
  server.node.addDependency(secret);

  const metrics = new ElasticsearchExporter(
    component(`${NAME}-exporter`, 'elasticsearch.exporter'),
    `${NAME}-exporter`,
    {
      ...toolProps(exporter, rows.tools),
      namespace,
      server,
      userName: exporterUser,
      password: { secret: SECRET, key: 'exporter-password' },
      timeout: rows.elasticsearch.exporterTimeout,
    },
  );
  context.scrape(metrics.metricsTargets);
  return server;
}

import { CertificateAuthority } from '../constructs/certificates/certificate-authority';
import { ServingCertificate } from '../constructs/certificates/serving-certificate';
import { Elasticsearch, ElasticsearchProps } from '../constructs/elasticsearch/elasticsearch';
import { ELASTICSEARCH_EXPORTER_ROLE, ElasticsearchExporter } from '../constructs/elasticsearch/elasticsearch-exporter';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Timings } from '../constructs/pods/probe';
import { Column } from '../model/environment';
import { defineBundle, PlatformContext, storeProps, toolProps } from './context';
import { SecretBundle } from './secrets';
import { ElasticsearchRow, RolloutRow } from './store-rows';

/** A platform's own Elasticsearch, whose rows stand under `elasticsearch`. */
export interface ElasticsearchClusterProps extends Pick<ElasticsearchProps, 'roles'> {
  readonly namespace: PlatformNamespace;

  /** Name of the cluster's objects: its Secret is `<name>-auth`. */
  readonly name: string;
  readonly values: Column<ElasticsearchRow>;

  /** Bundle with `exporter-password`, and the passwords of the users; all of it is in the Secret. */
  readonly bundle: SecretBundle;

  /** Users by their names: roles, and the property of the bundle that is the password. */
  readonly users: Readonly<Record<string, { readonly roles: readonly string[]; readonly property: string }>>;

  /** What programs in pods of their own share. */
  readonly tools: RolloutRow & { readonly probes: Timings };
}

/** Defines a cluster with certificates of its own, and its exporter. */
export function defineElasticsearch(context: PlatformContext, props: ElasticsearchClusterProps): Elasticsearch {
  const { namespace, name, values, bundle, roles, tools } = props;
  const { nodes, clusterName, drain, authority, certificate, exporter, exporterUser } = values;
  const store = storeProps(values, context);
  const passwordOf = (property: string) => ({ secret: elasticsearchSecret(name), key: property });

  const scope = context.component(name, 'elasticsearch');
  const secret = defineBundle(scope, elasticsearchSecret(name), namespace, bundle, context);
  const signer = new CertificateAuthority(scope, `${name}-ca`, { namespace: namespace.name, ...authority });
  const server = new Elasticsearch(scope, name, {
    ...store,
    namespace,
    nodes,
    clusterName,
    drain,
    certificate: new ServingCertificate(scope, `${name}-tls`, {
      ...certificate,
      authority: signer,
      dnsNames: Elasticsearch.dnsNames(name, namespace.name, store.clusterDomain),
    }),
    roles: { ...roles, exporter: ELASTICSEARCH_EXPORTER_ROLE },
    users: {
      ...Object.fromEntries(
        Object.entries(props.users).map(([user, { roles: own, property }]) => {
          return [user, { roles: own, password: passwordOf(property) }];
        }),
      ),
      [exporterUser]: { roles: ['exporter'], password: passwordOf('exporter-password') },
    },
  });
  server.node.addDependency(secret);

  const metrics = new ElasticsearchExporter(
    context.component(`${name}-exporter`, 'elasticsearch.exporter'),
    `${name}-exporter`,
    {
      ...toolProps(exporter, tools),
      namespace,
      server,
      userName: exporterUser,
      password: passwordOf('exporter-password'),
      timeout: values.exporterTimeout,
    },
  );
  context.scrape(metrics.metricsTargets);
  return server;
}

/** Name of the Secret with the passwords of a cluster's users. */
export const elasticsearchSecret = (name: string): string => `${name}-auth`;

import { Endpoint } from '../../constructs/workloads/endpoint';
import { NamespaceRegistrationJob } from '../../constructs/temporal/namespace-registration-job';
import { TemporalCluster } from '../../constructs/temporal/temporal-cluster';
import { TEMPORAL_INDEX_ROLE } from '../../constructs/temporal/temporal-index-role';
import { TemporalIndexJob } from '../../constructs/temporal/temporal-index-job';
import { TemporalSchemaJob } from '../../constructs/temporal/temporal-schema-job';
import { TemporalWeb } from '../../constructs/temporal/temporal-web';
import { seconds } from '../../model/duration';
import { imageReference } from '../../model/image';
import { priority } from '../cluster-facts';
import { jobProps, toolProps } from '../context';
import { defineElasticsearch, elasticsearchSecret } from '../elasticsearch';
import { definePostgres } from '../postgres';
import { Context } from './context';

/** Temporal as services see it. */
export interface Temporal {
  /** `host:port` of the frontend. */
  readonly address: string;

  /** Temporal namespace of the services. */
  readonly namespace: string;

  /** The frontend, once the namespace is registered. */
  readonly endpoint: Endpoint;
}

/** Defines Temporal's stores, their schemas, the server, its web interface, and the registered namespaces. */
export function defineTemporal(context: Context): Temporal {
  const { component, environment, namespaces, rows } = context;
  const { adminToolsImage, user, database, visibilityDatabase, role, rollout, replicas, resources } = rows.temporal;
  const namespace = namespaces.temporal;
  const postgres = definePostgres(context, {
    namespace,
    name: 'temporal-postgresql',
    row: 'postgresql',
    values: rows.postgresql,
    bundle: 'wms/postgresql',
    databases: [database, visibilityDatabase],
  });
  const search = 'temporal-elasticsearch';
  const elasticsearch = defineElasticsearch(context, {
    namespace,
    name: search,
    values: rows.elasticsearch,
    bundle: 'wms/elasticsearch',
    roles: { temporal: TEMPORAL_INDEX_ROLE },
    users: { [rows.temporal.indexUser]: { roles: ['temporal'], property: 'temporal-password' } },
    tools: rows.tools,
  });

  const visibility = {
    kind: 'elasticsearch',
    url: elasticsearch.url,
    index: rows.temporal.index,
    user: rows.temporal.indexUser,
    password: { secret: elasticsearchSecret(search), key: 'temporal-password' },
    ca: elasticsearch.authority,
  } as const;
  const { host, port, password } = postgres;
  const tool = { ...jobProps(rows.jobs), namespace, image: imageReference(adminToolsImage), user };

  const schema = new TemporalSchemaJob(component('temporal-schema', 'temporal'), 'temporal-schema', {
    ...tool,
    host,
    port,
    role,
    password,
    server: postgres.endpoint(),
    databases: { [database]: 'temporal', [visibilityDatabase]: 'visibility' },
  });
  const index = new TemporalIndexJob(component('temporal-index', 'temporal'), 'temporal-index', {
    ...tool,
    server: elasticsearch.endpoint(),
    visibility,
  });

  const cluster = new TemporalCluster(component('temporal', 'temporal'), 'temporal', {
    ...rollout,
    namespace,
    image: imageReference(rows.temporal.image),
    replicas,
    resources,
    user,
    visibility,
    stores: [postgres.endpoint(), elasticsearch.endpoint()],
    after: [schema, index],
    numHistoryShards: rows.temporal.numHistoryShards,
    drain: rows.temporal.drain,
    logLevel: rows.temporal.logLevel,
    probes: rows.temporal.probes,
    clusterDomain: environment.clusterDomain,
    priorityClassName: priority.service,
    persistence: {
      host,
      port,
      database,
      user: role,
      password,
      maxConns: rows.temporal.maxConns,
      maxIdleConns: rows.temporal.maxIdleConns,
      availableConns: postgres.clientConnections,
      connectTimeoutSeconds: seconds(rows.jobs.callTimeout),
    },
  });
  context.scrape(cluster.metricsTargets);

  const [defaultNamespace = ''] = Object.keys(rows.temporalNamespaces);
  const access = { address: cluster.address, server: cluster.endpoint() };
  new TemporalWeb(component('temporal-web', 'temporal.ui'), 'temporal-web', {
    ...toolProps(rows.temporal.ui, rows.tools),
    ...access,
    namespace,
    defaultNamespace,
  });
  const registration = new NamespaceRegistrationJob(
    component('temporal-namespaces', 'temporalNamespaces'),
    'temporal-namespaces',
    { ...tool, ...access, temporalNamespaces: rows.temporalNamespaces },
  );
  return {
    address: cluster.address,
    namespace: defaultNamespace,
    endpoint: { ...cluster.endpoint(), after: [registration] },
  };
}

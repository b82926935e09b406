import { TEMPORAL_INDEX_ROLE } from '../../constructs/temporal/temporal-index-role';
import { TemporalIndexJob } from '../../constructs/temporal/temporal-index-job';
import { TemporalSchemaJob } from '../../constructs/temporal/temporal-schema-job';
import { seconds } from '../../model/duration';
import { imageReference } from '../../model/image';
import { jobProps } from '../context';
import { defineElasticsearch, elasticsearchSecret } from '../elasticsearch';
import { definePostgres } from '../postgres';
import { Context } from './context';

const SEARCH = 'temporal-elasticsearch';

/** What Jobs with Temporal's tools have in common. */
export function temporalTool({ namespaces, rows }: Context) {
  const { adminToolsImage, user } = rows.temporal;
  return { ...jobProps(rows.jobs), namespace: namespaces.temporal, image: imageReference(adminToolsImage), user };
}

/** What the servers are told of their stores. */
export type TemporalStores = ReturnType<typeof defineTemporalStores>;

/** Defines the stores of Temporal's servers, whoever makes these, and the Jobs that bring the schemas up to date. */
export function defineTemporalStores(context: Context) {
  const { component, namespaces, rows } = context;
  const { database, visibilityDatabase, role, indexUser } = rows.temporal;
  const namespace = namespaces.temporal;
  const postgres = definePostgres(context, {
    namespace,
    name: 'temporal-postgresql',
    row: 'postgresql',
    values: rows.postgresql,
    bundle: 'wms/postgresql',
    databases: [database, visibilityDatabase],
  });
  const elasticsearch = defineElasticsearch(context, {
    namespace,
    name: SEARCH,
    values: rows.elasticsearch,
    bundle: 'wms/elasticsearch',
    roles: { temporal: TEMPORAL_INDEX_ROLE },
    users: { [indexUser]: { roles: ['temporal'], property: 'temporal-password' } },
    tools: rows.tools,
  });

  const visibility = {
    kind: 'elasticsearch',
    url: elasticsearch.url,
    index: rows.temporal.index,
    user: indexUser,
    password: { secret: elasticsearchSecret(SEARCH), key: 'temporal-password' },
    ca: elasticsearch.authority,
  } as const;
  const { host, port, password } = postgres;
  const tool = temporalTool(context);
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
  return {
    visibility,
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
    stores: [postgres.endpoint(), elasticsearch.endpoint()],
    after: [schema, index],
  };
}

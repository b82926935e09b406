import { dynamicSettings, ELASTICSEARCH_CA_FOLDER } from '../../constructs/temporal/temporal-config';
import { TEMPORAL_ROLES, TemporalRole } from '../../constructs/temporal/temporal-roles';
import { Column } from '../../model/environment';
import { canonicalResources, Resources } from '../../model/quantity';
import { TemporalRow } from '../store-rows';
import { TemporalStores } from './temporal-stores';

/** Pods of each role that a roll-out adds for a time. */
export const TEMPORAL_CHART_SURGE = 1;

/** Name of the volume with the certificate of Elasticsearch's authority. */
const CA = 'elasticsearch-ca';

/** Values of the chart temporal that we set. */
export interface TemporalChartValues {
  readonly server: Readonly<Record<TemporalRole, RoleValues>> & {
    readonly image: { readonly repository: string; readonly tag: string };
    readonly replicaCount: number;
    readonly resources: Resources;
    readonly metrics: { readonly annotations: { readonly enabled: false } };
    readonly deploymentStrategy: object;
    readonly securityContext: object;
    readonly additionalVolumes: readonly object[];
    readonly additionalVolumeMounts: readonly object[];
    readonly dynamicConfig: Readonly<Record<string, readonly [{ readonly value: string | boolean }]>>;
    readonly config: {
      readonly logLevel: string;
      readonly persistence: {
        readonly defaultStore: 'default';
        readonly visibilityStore: 'visibility';
        readonly numHistoryShards: number;
        readonly datastores: { readonly default: object; readonly visibility: object };
      };
      readonly namespaces: { readonly create: false };
    };
  };
  readonly admintools: { readonly enabled: false };
  readonly web: { readonly enabled: false };
  readonly shims: { readonly dockerize: false; readonly elasticsearchTool: false };
}

/** Pods of one role: its budget is for more than one. */
interface RoleValues {
  readonly replicaCount: number;
  readonly containerSecurityContext: object;
  readonly podDisruptionBudget?: { readonly maxUnavailable: 1 };
}

/** Values for a release, from the rows of the servers that it takes the place of; stores and schemas are ours. */
export function temporalChartValues(row: Column<TemporalRow>, stores: TemporalStores): TemporalChartValues {
  const { image, replicas, user, logLevel, numHistoryShards } = row;
  const role: RoleValues = {
    replicaCount: replicas,
    containerSecurityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    ...(replicas > 1 && { podDisruptionBudget: { maxUnavailable: 1 } }),
  };
  const roles = Object.fromEntries(TEMPORAL_ROLES.map((name) => [name, role])) as Record<TemporalRole, RoleValues>;
  const { ca } = stores.visibility;
  return {
    server: {
      image: { repository: image.repository, tag: image.tag },
      replicaCount: replicas,
      resources: canonicalResources(row.resources),
      metrics: { annotations: { enabled: false } },
      deploymentStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge: TEMPORAL_CHART_SURGE, maxUnavailable: 0 },
      },
      securityContext: {
        fsGroup: user,
        runAsUser: user,
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      additionalVolumes: [{ name: CA, secret: { secretName: ca.secret, items: [{ key: ca.key, path: ca.key }] } }],
      additionalVolumeMounts: [{ name: CA, mountPath: ELASTICSEARCH_CA_FOLDER, readOnly: true }],
      dynamicConfig: Object.fromEntries(
        Object.entries(dynamicSettings(row)).map(([name, value]) => [name, [{ value }] as const]),
      ),
      config: {
        logLevel,
        persistence: {
          defaultStore: 'default',
          visibilityStore: 'visibility',
          numHistoryShards,
          datastores: { default: renderSql(stores), visibility: renderElasticsearch(stores) },
        },
        namespaces: { create: false },
      },
      ...roles,
    },
    admintools: { enabled: false },
    web: { enabled: false },
    shims: { dockerize: false, elasticsearchTool: false },
  };
}

/** In the words of the server's own configuration; what the chart adds to them are the Secret and its two switches. */
function renderSql({ persistence }: TemporalStores): object {
  const { host, port, database, user, password, maxConns, maxIdleConns, connectTimeoutSeconds } = persistence;
  return {
    sql: {
      createDatabase: false,
      manageSchema: false,
      existingSecret: password.secret,
      secretKey: password.key,
      pluginName: 'postgres12',
      driverName: 'postgres12',
      databaseName: database,
      connectAddr: `${host}:${port}`,
      connectProtocol: 'tcp',
      connectAttributes: { connect_timeout: String(connectTimeoutSeconds) },
      user,
      maxConns,
      maxIdleConns,
      maxConnLifetime: '1h',
    },
  };
}

function renderElasticsearch({ visibility }: TemporalStores): object {
  const { url, user, password, index, ca } = visibility;
  const { protocol, host } = new URL(url);
  return {
    elasticsearch: {
      createDatabase: false,
      manageSchema: false,
      existingSecret: password.secret,
      secretKey: password.key,
      version: 'v8',
      url: { scheme: protocol.replace(':', ''), host },
      username: user,
      indices: { visibility: index },
      closeIdleConnectionsInterval: '15s',
      tls: { enabled: true, caFile: `${ELASTICSEARCH_CA_FOLDER}/${ca.key}`, enableHostVerification: true },
    },
  };
}

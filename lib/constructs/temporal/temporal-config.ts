import { Duration } from '../../model/duration';
import { TEMPORAL_METRICS_PORT, TEMPORAL_PORTS, TEMPORAL_ROLES } from './temporal-roles';
import { TemporalPersistence, TemporalVisibility } from './temporal-stores';

/** What the configuration of a cluster says. */
export interface TemporalConfigProps {
  /** Number of shards of the history, a power of two. The first start fixes it for ever; later values are ignored. */
  readonly numHistoryShards: number;
  readonly persistence: TemporalPersistence;
  readonly visibility: TemporalVisibility;

  /** Time that each role goes on serving after it was told to end, so that all others stop sending to it. */
  readonly drain: Duration;

  /** Least level of log lines. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Folder of the CA of Elasticsearch in the containers. */
export const ELASTICSEARCH_CA_FOLDER = '/etc/temporal/elasticsearch-ca';

/**
 * Renders `config.yaml`, the same for all roles: each needs to know the ports of the others.
 *
 * Secrets and what differs by pod come from its environment: the server renders the file as a Go template. A variable
 * that is not set would be an empty string, so the server is made to refuse it.
 */
export function renderConfig(props: TemporalConfigProps): string {
  const variables = ['POD_IP', 'BIND_IP', 'CONFIG_FOLDER', 'SQL_PASSWORD'];
  if (props.visibility.kind === 'elasticsearch') variables.push('ELASTICSEARCH_PASSWORD');
  const { persistence } = props;
  return `# enable-template
${variables.map((name) => `{{- if not (env "${name}") }}{{ fail "${name} must be set" }}{{ end }}`).join('\n')}
log:
  stdout: true
  level: ${props.logLevel}
persistence:
  numHistoryShards: ${props.numHistoryShards}
  defaultStore: default
  visibilityStore: visibility
  datastores:
    default:
${renderSql(persistence, persistence.database)}
    visibility:
${renderVisibility(props)}
global:
  membership:
    maxJoinDuration: 30s
    broadcastAddress: ${variable('POD_IP')}
  metrics:
    prometheus:
      timerType: histogram
      listenAddress: {{ printf "%s:${TEMPORAL_METRICS_PORT}" (env "BIND_IP") | quote }}
services:
${TEMPORAL_ROLES.map(renderService).join('\n')}
clusterMetadata:
  enableGlobalNamespace: false
  failoverVersionIncrement: 10
  masterClusterName: active
  currentClusterName: active
  clusterInformation:
    active:
      enabled: true
      initialFailoverVersion: 1
      rpcName: frontend
      rpcAddress: 127.0.0.1:${TEMPORAL_PORTS.frontend.grpc}
dcRedirectionPolicy:
  policy: noop
dynamicConfigClient:
  filepath: {{ printf "%s/dynamic.yaml" (env "CONFIG_FOLDER") | quote }}
  pollInterval: 60s
`;
}

/** Renders `dynamic.yaml`, which the server reads again every minute. */
export function renderDynamicConfig(props: TemporalConfigProps): string {
  return Object.entries(dynamicSettings(props))
    .map(([key, value]) => `${key}:\n  - value: ${value}\n`)
    .join('');
}

/** Settings that the server reads again while it runs. */
export function dynamicSettings({
  drain,
}: Pick<TemporalConfigProps, 'drain'>): Readonly<Record<string, string | boolean>> {
  return {
    // Without it, a frontend asks its makers for newer versions, over a connection that is closed.
    'frontend.enableServerVersionCheck': false,
    'frontend.shutdownDrainDuration': drain,
    'frontend.shutdownFailHealthCheckDuration': drain,
    'history.shutdownDrainDuration': drain,
    'matching.shutdownDrainDuration': drain,
  };
}

function renderSql(persistence: TemporalPersistence, database: string): string {
  const { host, port, user, maxConns, maxIdleConns, connectTimeoutSeconds } = persistence;
  return `      sql:
        pluginName: postgres12
        connectProtocol: tcp
        connectAddr: ${literal(`${host}:${port}`)}
        # A server that accepts and never answers would otherwise be waited for without end.
        connectAttributes: { connect_timeout: "${connectTimeoutSeconds}" }
        databaseName: ${literal(database)}
        user: ${literal(user)}
        password: ${variable('SQL_PASSWORD')}
        maxConns: ${maxConns}
        maxIdleConns: ${maxIdleConns}
        maxConnLifetime: 1h`;
}

function renderVisibility({ persistence, visibility }: TemporalConfigProps): string {
  if (visibility.kind === 'postgres') return renderSql(persistence, visibility.database);
  const [scheme = '', host = ''] = visibility.url.split('://');
  return `      elasticsearch:
        version: v8
        url:
          scheme: ${literal(scheme)}
          host: ${literal(host)}
        username: ${literal(visibility.user)}
        password: ${variable('ELASTICSEARCH_PASSWORD')}
        indices:
          visibility: ${literal(visibility.index)}
        closeIdleConnectionsInterval: 15s
        tls:
          enabled: true
          caFile: ${literal(`${ELASTICSEARCH_CA_FOLDER}/${visibility.ca.key}`)}
          enableHostVerification: true`;
}

function renderService(role: (typeof TEMPORAL_ROLES)[number]): string {
  const { grpc, membership, http } = TEMPORAL_PORTS[role];
  return `  ${role}:
    rpc:
      grpcPort: ${grpc}
      membershipPort: ${membership}
      bindOnIP: ${variable('BIND_IP')}${http === undefined ? '' : `\n      httpPort: ${http}`}`;
}

const literal = (text: string): string => JSON.stringify(text);
const variable = (name: string): string => `{{ env "${name}" | quote }}`;

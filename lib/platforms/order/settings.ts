import { Column } from '../../model/environment';
import { seconds } from '../../model/duration';
import { otlpOf } from '../observability/names';
import { Backends } from './backends';
import { Context } from './context';
import { OrderRows } from './rows';
import { ServiceName } from './server-rows';

/** Folder of the authority of Elasticsearch in the query service's container. */
export const AUTHORITY_FOLDER = '/run/secrets/elasticsearch';

/** Folder of the state of Kafka Streams in the query service's container. */
export const STATE_FOLDER = '/var/lib/order-query-service';

/** Settings by the names of Spring Boot's properties as variables, or of the program that reads them. */
type Settings = Readonly<Record<string, string>>;

/** Settings that every service reads. */
export function sharedSettings({ environment, rows }: Context): Settings {
  const { heapPercent, port, shutdown } = rows.serviceDefaults;
  return {
    ...rows.settings,
    JAVA_TOOL_OPTIONS: `-XX:MaxRAMPercentage=${heapPercent} -XX:+ExitOnOutOfMemoryError`,
    MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED: 'true',
    MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE: 'health,prometheus',
    // Without it there are sums and no buckets, and no share of slow requests can be told.
    MANAGEMENT_METRICS_DISTRIBUTION_PERCENTILESHISTOGRAM_HTTP_SERVER_REQUESTS: 'true',
    OTEL_EXPORTER_OTLP_ENDPOINT: otlpOf(environment).url,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
    OTEL_LOGS_EXPORTER: 'otlp',
    // Prometheus asks for them.
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_RESOURCE_ATTRIBUTES: `deployment.environment.name=${environment.name},service.namespace=${rows.namespace}`,
    OTEL_TRACES_EXPORTER: 'otlp',
    SERVER_PORT: String(port),
    SERVER_SHUTDOWN: 'graceful',
    SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE: shutdown,
  };
}

/** Settings of one service: what follows from what it uses, and from the rows that it alone has. */
export function ownSettings(context: Context, backends: Backends, name: ServiceName): Settings {
  const { rows } = context;
  const { uses } = rows.services[name];
  const own = {
    'api-gateway': gatewaySettings,
    'order-command-service': commandSettings,
    'order-query-service': querySettings,
  };
  return {
    OTEL_SERVICE_NAME: name,
    SPRING_APPLICATION_NAME: name,
    ...(uses.includes('keycloak') && keycloakSettings(backends, name)),
    ...(uses.includes('kafka') && { SPRING_KAFKA_BOOTSTRAPSERVERS: backends.kafka.bootstrapServers }),
    ...(uses.includes('schema-registry') && {
      SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL: backends.schemaRegistry.url,
    }),
    ...own[name](rows, backends),
  };
}

function keycloakSettings({ keycloak: { keycloak } }: Backends, client: string): Settings {
  return {
    SPRING_SECURITY_OAUTH2_CLIENT_PROVIDER_KEYCLOAK_ISSUERURI: keycloak.issuer,
    SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_AUTHORIZATIONGRANTTYPE: 'client_credentials',
    SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTID: client,
    SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI: keycloak.issuer,
  };
}

function gatewaySettings({ gateway, services }: Column<OrderRows>): Settings {
  const { requestsPerMinute, corsOrigins } = gateway;
  const url = (name: ServiceName) => `http://${name}:${services[name].port}`;
  return {
    GATEWAY_CORS_ALLOWEDORIGINS: corsOrigins,
    GATEWAY_RATELIMIT_REQUESTSPERMINUTE: String(requestsPerMinute),
    GATEWAY_ROUTES_COMMANDS: url('order-command-service'),
    GATEWAY_ROUTES_QUERIES: url('order-query-service'),
  };
}

function commandSettings({ commands, services }: Column<OrderRows>, { postgresql }: Backends): Settings {
  const { database, poolSize, snapshotInterval, outboxInterval } = commands;
  const [topic = ''] = services['order-command-service'].publishes;
  return {
    ORDERS_OUTBOX_INTERVAL: `${seconds(outboxInterval)}s`,
    ORDERS_SNAPSHOT_INTERVAL: String(snapshotInterval),
    ORDERS_TOPIC: topic,
    SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE: String(poolSize),
    SPRING_DATASOURCE_URL: `jdbc:postgresql://${postgresql.address}/${database}`,
    SPRING_DATASOURCE_USERNAME: postgresql.superuser,
  };
}

function querySettings({ queries, services }: Column<OrderRows>, { readModel }: Backends): Settings {
  const { applicationId, processingGuarantee, threads, index, indexUser } = queries;
  const { elasticsearch } = readModel;
  const [topic = ''] = Object.keys(services['order-query-service'].consumes);
  return {
    ORDERS_INDEX: index,
    ORDERS_TOPIC: topic,
    SPRING_ELASTICSEARCH_RESTCLIENT_SSL_BUNDLE: 'elasticsearch',
    SPRING_ELASTICSEARCH_URIS: elasticsearch.url,
    SPRING_ELASTICSEARCH_USERNAME: indexUser,
    SPRING_KAFKA_STREAMS_APPLICATIONID: applicationId,
    SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAM_THREADS: String(threads),
    SPRING_KAFKA_STREAMS_PROPERTIES_PROCESSING_GUARANTEE: processingGuarantee,
    SPRING_KAFKA_STREAMS_STATEDIR: STATE_FOLDER,
    SPRING_SSL_BUNDLE_PEM_ELASTICSEARCH_TRUSTSTORE_CERTIFICATE: `file:${AUTHORITY_FOLDER}/${elasticsearch.authority.key}`,
  };
}

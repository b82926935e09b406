import { columns, resourceColumns, scale, volumes } from './columns';
import { clusters, dev, everywhere, gone, open, prod, SeedSection, staging } from './figure';

const [gateway, commands, queries] = [
  'Deployment/api-gateway',
  'Deployment/order-command-service',
  'StatefulSet/order-query-service',
] as const;
const services = [gateway, commands, queries];
const container = 'spec.template.spec.containers[service]';
const realm = 'ConfigMap/keycloak-realm';
const nameOf = (object: string) => object.split('/').at(-1) ?? '';

/** Figures of the order platform that its document leaves open. */
// prettier-ignore
export const orderLeftOpen: SeedSection = {
  heading: 'Left open by the document',
  figures: [
    ...services.map((object) => open(`${nameOf(object)}: pods`, ...scale(object, 1, [2, 5], [3, 10]))),
    open('api-gateway: requests and limits', ...resourceColumns(gateway, 'service', [['100m', '256Mi', '500m', '512Mi'], ['200m', '512Mi', '750m', '1Gi'], ['250m', '512Mi', '1', '2Gi']])),
    open('order-command-service: requests and limits', ...resourceColumns(commands, 'service', [['200m', '256Mi', '500m', '512Mi'], ['300m', '512Mi', '1', '1Gi'], ['500m', '1Gi', '1', '2Gi']])),
    open('order-query-service: requests and limits', ...resourceColumns(queries, 'service', [['300m', '512Mi', '1', '1Gi'], ['500m', '1Gi', '1500m', '2Gi'], ['1', '2Gi', '2', '4Gi']])),
    open('ports of the containers', ...services.map((object) => everywhere(object, `${container}.ports[http].containerPort`, 8080))),
    open('ports of the other Services', everywhere('Service/order-command-service', 'spec.ports[http].port', 8080), everywhere('Service/order-query-service', 'spec.ports[http].port', 8080)),
    open('seconds for a start: 24, 36, 84 times 5', ...[24, 36, 84].map((failures, index) => everywhere(services[index] ?? '', `${container}.startupProbe.failureThreshold`, failures)), ...services.map((object) => everywhere(object, `${container}.startupProbe.periodSeconds`, 5))),
    open('requests a minute', ...columns('ConfigMap/api-gateway', 'data.GATEWAY_RATELIMIT_REQUESTSPERMINUTE', [1000, 200, 100])),
    open('CORS', ...columns('ConfigMap/api-gateway', 'data.GATEWAY_CORS_ALLOWEDORIGINS', ['http://localhost:3000', 'https://staging.orderplatform.com', 'https://www.orderplatform.com'])),
    open('hosts', dev('Ingress/api-gateway', 'kind', gone), staging('Ingress/api-gateway', 'spec.rules', /"host":"(api-staging\.orderplatform\.com)"/), prod('Ingress/api-gateway', 'spec.rules', /"host":"(api\.orderplatform\.com)"/)),
    open('databases', ...columns('StatefulSet/postgresql', 'spec.template.spec.containers[postgres].env[POSTGRES_DB].value', ['orderdb_dev', 'orderdb_staging', 'orderdb_prod'])),
    open('pool of connections', ...columns('ConfigMap/order-command-service', 'data.SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE', [10, 15, 20])),
    open('outbox', everywhere('ConfigMap/order-command-service', 'data.ORDERS_OUTBOX_INTERVAL', '1s')),
    open('application id', ...columns('ConfigMap/order-query-service', 'data.SPRING_KAFKA_STREAMS_APPLICATIONID', ['order-query-service-dev', 'order-query-service-staging', 'order-query-service-prod'])),
    open('threads', ...columns('ConfigMap/order-query-service', 'data.SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAM_THREADS', [1, 2, 3])),
    open('state of a pod: scratch space in dev, a volume elsewhere', dev(queries, 'spec.template.spec.volumes[state].emptyDir.sizeLimit', '2Gi'), staging(queries, 'spec.volumeClaimTemplates', /"storage":"(10Gi)"/), prod(queries, 'spec.volumeClaimTemplates', /"storage":"(20Gi)"/)),
    open('heap, of the memory limit', everywhere('ConfigMap/order-config', 'data.JAVA_TOOL_OPTIONS', /-XX:MaxRAMPercentage=(75)(?: |$)/)),
    open('topic order-events: partitions and copies', ...columns('ConfigMap/kafka-topics', 'data[topics.txt][order-events]', [/^(12 1) /, /^(12 3) /, /^(12 3) /])),
    open('schema registry', ...columns('Deployment/schema-registry', 'spec.replicas', [1, 2, 2]), everywhere('Service/schema-registry', 'spec.ports[http].port', 8081)),
    open('Kafka: brokers', ...columns('StatefulSet/kafka-broker', 'spec.replicas', [1, 3, 3])),
    open('Kafka: volumes', ...volumes('StatefulSet/kafka-broker', ['20Gi', '50Gi', '100Gi'])),
    open('Elasticsearch: nodes', ...columns('StatefulSet/elasticsearch', 'spec.replicas', [1, 3, 3])),
    open('Elasticsearch: volumes', ...volumes('StatefulSet/elasticsearch', ['10Gi', '30Gi', '50Gi'])),
    open('PostgreSQL: volume', ...volumes('StatefulSet/postgresql', ['10Gi', '20Gi', '50Gi'])),
    open('Keycloak: realm', everywhere(realm, 'data[order-platform-realm.json].realm', 'order-platform')),
    ...['admin', 'analyst', 'ops'].map((role) => open(`Keycloak: role ${role}`, everywhere(realm, `data[order-platform-realm.json].roles.realm[${role}].name`, role))),
    ...services.map(nameOf).map((client) => open(`Keycloak: client ${client}`, everywhere(realm, `data[order-platform-realm.json].clients[clientId=${client}].clientId`, client))),
    open('Keycloak: database', everywhere('Deployment/keycloak', 'spec.template.spec.containers[keycloak].env[KC_DB_URL_HOST].value', /^keycloak-postgresql\./), ...volumes('StatefulSet/keycloak-postgresql', ['5Gi', '10Gi', '10Gi'])),
    open('zones', ...services.map((object) => clusters(object, 'spec.template.spec.topologySpreadConstraints', /"topologyKey":"(topology\.kubernetes\.io\/zone)"/))),
  ],
};

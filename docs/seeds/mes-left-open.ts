import { columns, resourceColumns, scale, volumes } from './columns';
import { clusters, dev, everywhere, gone, open, SeedSection } from './figure';

const container = 'spec.template.spec.containers[service]';
const databases = {
  'auth-service': 'mes_auth',
  'work-order-service': 'mes_work_order',
  'quality-service': 'mes_quality',
  'material-service': 'mes_material',
  'traceability-service': 'mes_traceability',
  'resource-service': 'mes_resource',
  'reporting-service': 'mes_reporting',
  'integration-service': 'mes_integration',
} as const;
const services = Object.keys(databases);
const ofAll = (path: string, value: string | number) =>
  services.map((name) => everywhere(`Deployment/${name}`, path, value));

/** Figures of manufacturing that its document leaves open. */
// prettier-ignore
export const mesLeftOpen: SeedSection = {
  heading: 'Left open by the document',
  figures: [
    ...services.map((name) => open(`${name}: pods`, ...scale(`Deployment/${name}`, 1, [2, 4], [3, 10]))),
    ...services.map((name) => open(`${name}: requests and limits`, ...resourceColumns(`Deployment/${name}`, 'service', [['100m', '256Mi', '500m', '512Mi'], ['250m', '256Mi', '500m', '512Mi'], ['250m', '256Mi', '500m', '512Mi']]))),
    ...Object.entries(databases).map(([name, database]) => open(`${name}: database`, everywhere(`ExternalSecret/${name}-database`, 'spec.target.template.data.url', new RegExp(`/(${database})$`)))),
    open('startup and liveness', ...ofAll(`${container}.startupProbe.httpGet.path`, '/health'), ...ofAll(`${container}.livenessProbe.httpGet.path`, '/health')),
    open('readiness', ...ofAll(`${container}.readinessProbe.httpGet.path`, '/ready')),
    open('user', ...ofAll('spec.template.spec.securityContext.runAsUser', 10001)),
    open('scale by CPU', ...services.map((name) => clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"cpu","target":\{"averageUtilization":(70),/))),
    open('scale by memory', ...services.map((name) => clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"memory","target":\{"averageUtilization":(80),/))),
    open('every other service asks auth-service', ...services.slice(1).map((name) => everywhere(`ConfigMap/${name}`, 'data.AUTH_SERVICE_URL', /:(3008)$/))),
    open('integration reaches', everywhere('NetworkPolicy/integration-service', 'metadata.annotations[platform-manifests/reaches]', /ERP.*PLM.*SCADA/)),
    open('Kong: pods', ...columns('Deployment/kong', 'spec.replicas', [1, 2, 2])),
    open('Kong: Admin API has no Service', everywhere('Service/kong', 'spec.ports[port=8001].port', gone)),
    open('Kafka: volumes', ...volumes('StatefulSet/kafka-broker', ['20Gi', '50Gi', '100Gi'])),
    open('Kafka in dev', dev('StatefulSet/kafka-broker', `spec.template.spec.containers[kafka].resources.limits.memory`, '2Gi')),
    open('Kafka UI: pods', everywhere('Deployment/kafka-ui', 'spec.replicas', 1)),
    open('Elasticsearch: volumes', ...volumes('StatefulSet/elasticsearch', ['20Gi', '50Gi', '100Gi'])),
    open('Logstash: volume', ...volumes('StatefulSet/logstash', ['5Gi', '10Gi', '20Gi'])),
    open('Jaeger: volume', ...volumes('StatefulSet/jaeger', ['10Gi', '20Gi', '50Gi'])),
    open('Jaeger: spans are kept', ...columns('ConfigMap/jaeger', 'data[config.yaml].extensions.jaeger_storage.backends.disk.badger.ttl.spans', ['48h', '168h', '168h'])),
    open('logs are kept', ...columns('ConfigMap/log-indices', 'data[request-01.json]', [/"min_age": "(3d)"/, /"min_age": "(30d)"/, /"min_age": "(30d)"/])),
    open('errors are kept', ...columns('ConfigMap/log-indices', 'data[request-03.json]', [/"min_age": "(7d)"/, /"min_age": "(90d)"/, /"min_age": "(90d)"/])),
    open('the audit trail is kept', ...columns('ConfigMap/log-indices', 'data[request-05.json]', [/"min_age": "(7d)"/, /"min_age": "(365d)"/, /"min_age": "(365d)"/])),
    open('Redis: volume', ...volumes('StatefulSet/redis', ['1Gi', '5Gi', '10Gi'])),
    open('PostgreSQL: volume', ...volumes('StatefulSet/postgresql', ['10Gi', '50Gi', '100Gi'])),
    open('PostgreSQL: connections', ...columns('StatefulSet/postgresql', 'spec.template.spec.containers[postgres].args[max_connections]', [150, 500, 500])),
  ],
};

import { columns, scale, volumes } from './columns';
import { clusters, dev, everywhere, open, resources, SeedSection } from './figure';

const container = 'spec.template.spec.containers[service]';

type Range = readonly [number, number];

/** A service: port, database, topic or task queue, and scale. */
// prettier-ignore
const rows: readonly (readonly [name: string, port: number, data: Readonly<Record<string, string>>, staging: Range, prod: Range])[] = [
  ['order-service',         8001, { MONGODB_DATABASE: 'orders_db', ORCHESTRATOR_SERVICE_URL: 'http://orchestrator:8080' },        [2, 6], [3, 10]],
  ['waving-service',        8002, { MONGODB_DATABASE: 'waving_db', ORDER_SERVICE_URL: 'http://order-service:8001' },              [2, 4], [2, 8]],
  ['routing-service',       8003, { MONGODB_DATABASE: 'routing_db' },                                                             [2, 4], [2, 8]],
  ['picking-service',       8004, { MONGODB_DATABASE: 'picking_db', TEMPORAL_TASK_QUEUE: 'picking-queue' },                       [2, 6], [3, 10]],
  ['consolidation-service', 8005, { MONGODB_DATABASE: 'consolidation_db', TEMPORAL_TASK_QUEUE: 'consolidation-queue' },           [2, 4], [2, 8]],
  ['packing-service',       8006, { MONGODB_DATABASE: 'packing_db', TEMPORAL_TASK_QUEUE: 'packing-queue' },                       [2, 4], [2, 8]],
  ['shipping-service',      8007, { MONGODB_DATABASE: 'shipping_db', TEMPORAL_TASK_QUEUE: 'shipping-queue' },                     [2, 4], [2, 8]],
  ['inventory-service',     8008, { MONGODB_DATABASE: 'inventory_db' },                                                           [2, 6], [3, 10]],
  ['labor-service',         8009, { MONGODB_DATABASE: 'labor_db' },                                                               [2, 4], [2, 6]],
  ['orchestrator',          8080, { TEMPORAL_TASK_QUEUE: 'orchestrator-queue' },                                                  [2, 6], [3, 10]],
];

const workloads = rows.map(([name]) => `Deployment/${name}`);
const ofAll = (path: string, value: string | number | boolean) =>
  workloads.map((name) => everywhere(name, path, value));

/** Figures of the warehouse that neither of its documents has. */
// prettier-ignore
export const wmsLeftOpen: SeedSection = {
  heading: 'Left open by both documents',
  figures: [
    ...rows.map(([name, port, data]) => open(`${name}: port, database, task queue, callees`, everywhere(`Deployment/${name}`, `${container}.ports[http].containerPort`, port), ...Object.entries(data).map(([key, value]) => everywhere(`ConfigMap/${name}`, `data.${key}`, value)))),
    ...rows.map(([name, , , staging, prod]) => open(`${name}: pods`, ...scale(`Deployment/${name}`, 1, staging, prod))),
    ...rows.map(([name]) => open(`${name}: requests and limits in dev`, ...resources(dev, `Deployment/${name}`, 'service', name === 'orchestrator' ? ['100m', '256Mi', '500m', '512Mi'] : ['50m', '128Mi', '250m', '256Mi']))),
    open('startup check', ...ofAll(`${container}.startupProbe.httpGet.path`, '/health'), ...ofAll(`${container}.startupProbe.periodSeconds`, 5), ...ofAll(`${container}.startupProbe.failureThreshold`, 30)),
    open('readiness check', ...ofAll(`${container}.readinessProbe.httpGet.path`, '/ready')),
    open('liveness check', ...ofAll(`${container}.livenessProbe.httpGet.path`, '/health')),
    open('user', ...ofAll('spec.template.spec.securityContext.runAsUser', 1000)),
    open('time to end', ...workloads.map((name) => everywhere(name, 'spec.template.spec.terminationGracePeriodSeconds', name.endsWith('orchestrator') ? 60 : 30))),
    open('roll-out: more, fewer', ...ofAll('spec.strategy.rollingUpdate.maxSurge', 1), ...ofAll('spec.strategy.rollingUpdate.maxUnavailable', 0)),
    open('scale by CPU', ...rows.map(([name]) => clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"cpu","target":\{"averageUtilization":(70),/))),
    open('scale by memory', ...rows.map(([name]) => clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"memory","target":\{"averageUtilization":(80),/))),
    open('order-service: fewer pods after, at most a minute', clusters('HorizontalPodAutoscaler/order-service', 'spec.behavior.scaleDown.stabilizationWindowSeconds', 300), clusters('HorizontalPodAutoscaler/order-service', 'spec.behavior.scaleDown.policies[type=Percent].value', 50)),
    open('metrics', ...rows.map(([name, port]) => everywhere('observability/ConfigMap/prometheus-config', `data[prometheus.yml].scrape_configs[job_name=wms-platform/${name}:${port}].metrics_path`, '/metrics'))),
    open('waving, picking and inventory read topics of others: Kafka admits them on', ...['waving-service', 'picking-service', 'inventory-service'].map((name) => everywhere(`NetworkPolicy/${name}`, 'spec.egress', /"port":(9092)/))),
    open('log level', ...columns('ConfigMap/platform-config', 'data.LOG_LEVEL', ['debug', 'info', 'info'])),
    open('tracing', everywhere('ConfigMap/platform-config', 'data.TRACING_ENABLED', 'true'), everywhere('ConfigMap/platform-config', 'data.OTEL_EXPORTER_OTLP_ENDPOINT', /:(4317)$/)),
    open('Kafka: fewest copies in sync', ...columns('kafka/ConfigMap/kafka-broker', 'data[server.properties][min.insync.replicas]', [1, 2, 2])),
    open('Kafka: topics are not made by themselves', everywhere('kafka/ConfigMap/kafka-broker', 'data[server.properties][auto.create.topics.enable]', 'false')),
    open('Temporal: retention of the namespace', everywhere('temporal/ConfigMap/temporal-namespaces', 'data[namespaces.tsv][wms-platform]', /^(604800)\t/)),
    open('Temporal: pods of a role', ...['frontend', 'history', 'matching', 'worker'].flatMap((role) => columns(`temporal/Deployment/temporal-${role}`, 'spec.replicas', [1, 2, 3]))),
    open('Prometheus: retention', everywhere('observability/ConfigMap/prometheus-config', 'data[prometheus.yml].storage.tsdb.retention.time', '7d')),
    open('Prometheus: volume', ...volumes('observability/StatefulSet/prometheus', ['10Gi', '50Gi', '100Gi'])),
    open('Loki: volume', ...volumes('observability/StatefulSet/loki', ['10Gi', '50Gi', '100Gi'])),
    open('Tempo: volume', ...volumes('observability/StatefulSet/tempo', ['10Gi', '50Gi', '100Gi'])),
    open('OTLP of the collector', everywhere('observability/Service/otel-collector', 'spec.ports[otlp-grpc].port', 4317), everywhere('observability/Service/otel-collector', 'spec.ports[otlp-http].port', 4318)),
  ],
};

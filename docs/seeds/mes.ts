import { clusters, dev, differs, everywhere, Figure, gone, prod, resources, same, SeedDocument } from './figure';
import { mesLeftOpen } from './mes-left-open';

const kong = 'Deployment/kong';
const kongEnv = (name: string) => `spec.template.spec.containers[kong].env[${name}].value`;
const gateway = 'ExternalSecret/kong-config-*';
const kongYaml = (path: string) => `spec.target.template.data[kong.yml].${path}`;
const platform = 'ConfigMap/platform-config';
const prometheus = 'observability/ConfigMap/prometheus-config';
const scrapeOf = (job: string) => `data[prometheus.yml].scrape_configs[job_name=mes-production/${job}]`;
const imageOf = (container: string) => `spec.template.spec.containers[${container}].image`;
const pipeline = 'data[logstash.conf]';
const properties = (name: string) => `data[server.properties][${name}]`;

const ports = {
  'auth-service': 3008,
  'work-order-service': 3009,
  'quality-service': 3010,
  'material-service': 3011,
  'traceability-service': 3012,
  'resource-service': 3013,
  'reporting-service': 3014,
  'integration-service': 3015,
} as const;
const services = Object.entries(ports);

/** A route of the gateway, and where it ends. */
const route = (path: string, service: keyof typeof ports) =>
  same(
    `${path}/*`,
    `${service}:${ports[service]}`,
    everywhere(gateway, kongYaml(`services[${service}].routes[${service}].paths`), JSON.stringify([path])),
    everywhere(gateway, kongYaml(`services[${service}].port`), ports[service]),
    everywhere(
      `Deployment/${service}`,
      'spec.template.spec.containers[service].ports[http].containerPort',
      ports[service],
    ),
  );

/** Topics of one service: the document gives one figure for all of them, '3 (1-5 depending on expected load)'. */
const topicsOf = (names: readonly string[], partitions = 3): Figure[] =>
  names.map((name) =>
    same(
      `topic ${name}`,
      'listed',
      dev(
        'ConfigMap/kafka-topics',
        `data[topics.txt][${name}]`,
        new RegExp(`^${partitions} 1 - .*retention\\.ms=604800000$`),
      ),
      clusters(
        'ConfigMap/kafka-topics',
        `data[topics.txt][${name}]`,
        new RegExp(`^${partitions} 3 - .*retention\\.ms=604800000$`),
      ),
    ),
  );

const onlyOtlp = ['services speak OTLP; what nobody sends to is not opened', 72] as const;
const newer = 'a version that is maintained';
const inside = 'a figure of Docker Compose on one machine; dev is a cluster here';
const plain = [
  'behind policies that admit its clients alone; a mesh encrypts where an environment has one',
  77,
] as const;

// prettier-ignore
export const mes: SeedDocument = {
  number: '004',
  title: 'Phase 2, Task 2.2: Shared Infrastructure Setup',
  namespace: 'mes-production',
  sections: [
    { heading: 'Executive Summary', silent: 'names the parts that follow' },
    { heading: '1. API Gateway - Kong', figures: [
      same('proxy, HTTP', 8000, everywhere('Service/kong', 'spec.ports[http].port')),
      same('proxy, HTTPS', 8443, everywhere('Service/kong', 'spec.ports[https].port')),
      differs('Admin API', 8001, ['it listens nowhere: the configuration is a file', 71], everywhere(kong, kongEnv('KONG_ADMIN_LISTEN'), 'off')),
      differs('setup-kong.sh', 'calls of the Admin API', ['a declarative configuration, reviewed in `dist/`', 71], everywhere(kong, kongEnv('KONG_DECLARATIVE_CONFIG'), '/etc/kong-config/kong.yml')),
      ...services.map(([name]) => same(`JWT on ${name}`, 'protected', everywhere(gateway, kongYaml(`services[${name}].routes[${name}].plugins[jwt].config.key_claim_name`), 'iss'))),
      same('without a token: login, logout, refresh', 'open', everywhere(gateway, kongYaml('services[auth-service].routes[auth-service-open].paths'), '["~/api/v1/auth/login$","~/api/v1/auth/logout$","~/api/v1/auth/refresh$"]')),
      ...([['auth-service', 100], ['work-order-service', 100], ['quality-service', 100], ['material-service', 150], ['traceability-service', 50], ['resource-service', 200], ['reporting-service', 100], ['integration-service', 60]] as const)
        .map(([name, minute]) => same(`rate limit of ${name}, requests a minute`, '50-200', everywhere(gateway, kongYaml(`services[${name}].plugins[rate-limiting].config.minute`), minute))),
      same('CORS', 'for the frontend', prod(gateway, kongYaml('plugins[cors].config.origins'), '["https://mes.example.com"]')),
      same('correlation id', 'injected', everywhere(gateway, kongYaml('plugins[correlation-id].config.header_name'), 'X-Request-ID')),
      same('metrics', 'Prometheus', everywhere(gateway, kongYaml('plugins[prometheus].config.status_code_metrics'), true)),
      route('/api/v1/auth', 'auth-service'),
      route('/api/v1/workorders', 'work-order-service'),
      route('/api/v1/quality', 'quality-service'),
      route('/api/v1/parts', 'material-service'),
      route('/api/v1/traceability', 'traceability-service'),
      route('/api/v1/equipment', 'resource-service'),
      route('/api/v1/dashboard', 'reporting-service'),
      route('/api/v1/integration', 'integration-service'),
    ] },
    { heading: '2. Message Bus - Apache Kafka', figures: [
      same('port', 9092, everywhere('Service/kafka', 'spec.ports[client].port')),
      differs('coordination', 'ZooKeeper', ['Kafka 4 has none', 13], everywhere('StatefulSet/zookeeper', 'kind', gone), dev('ConfigMap/kafka-broker', properties('process.roles'), 'broker,controller'), clusters('ConfigMap/kafka-broker', properties('process.roles'), 'broker')),
      differs('init-topics.sh', 'a script that somebody runs', ['a Job that converges', 8], everywhere('Job/kafka-topics-*', 'kind', 'Job')),
      same('topics', '50+', everywhere('ConfigMap/kafka-topics', 'data[topics.txt].length', 56)),
    ] },
    { heading: 'Topics: Work Order Service', figures: topicsOf(['work-order.created', 'work-order.updated', 'work-order.dispatched', 'work-order.started', 'work-order.completed', 'work-order.cancelled', 'work-order.on-hold', 'production-schedule.created', 'production-schedule.dispatched']) },
    { heading: 'Topics: Quality Service', figures: topicsOf(['quality.inspection-created', 'quality.inspection-passed', 'quality.inspection-failed', 'quality.ncr-created', 'quality.ncr-closed', 'quality.capa-created', 'quality.fai-created', 'quality.fai-approved', 'quality.fai-rejected', 'quality.signature-required', 'quality.signature-completed']) },
    { heading: 'Topics: Material Service', figures: topicsOf(['material.received', 'material.consumed', 'material.returned', 'material.scrapped', 'material.lot-created', 'material.lot-split', 'material.lot-merged', 'material.lot-quarantined', 'material.lot-released', 'material.serial-generated', 'material.inventory-adjusted']) },
    { heading: 'Topics: Traceability Service', figures: topicsOf(['traceability.genealogy-updated', 'traceability.chain-created', 'traceability.recall-simulated']) },
    { heading: 'Topics: Resource Service', figures: topicsOf(['equipment.status-changed', 'equipment.fault-detected', 'equipment.maintenance-required', 'equipment.oee-calculated', 'personnel.assigned', 'personnel.unassigned', 'personnel.certification-expiring', 'personnel.certification-expired', 'personnel.skill-updated']) },
    { heading: 'Topics: Integration Service', figures: topicsOf(['integration.message-received', 'integration.message-sent', 'integration.message-failed', 'integration.erp-sync-requested', 'integration.erp-sync-completed', 'integration.plm-sync-requested', 'integration.scada-data-received']) },
    { heading: 'Topics: Reporting Service', figures: topicsOf(['reporting.dashboard-refresh', 'reporting.report-generated']) },
    { heading: 'Topics: System-wide', figures: [...topicsOf(['system.notification', 'system.error']), ...topicsOf(['system.audit-log'], 5), ...topicsOf(['system.health-check'], 1)] },
    { heading: 'Topic Configuration', figures: [
      same('partitions', '3 (1-5 by load)', ...([['system.health-check', 1], ['work-order.completed', 3], ['system.audit-log', 5]] as const).map(([name, partitions]) => everywhere('ConfigMap/kafka-topics', `data[topics.txt][${name}]`, new RegExp(`^(${partitions}) `)))),
      same('replication factor, local', 1, dev('ConfigMap/kafka-broker', properties('default.replication.factor'))),
      same('replication factor, production', 3, clusters('ConfigMap/kafka-broker', properties('default.replication.factor'))),
      same('retention', '7 days (604800000 ms)', everywhere('ConfigMap/kafka-broker', properties('log.retention.hours'), 168), everywhere('ConfigMap/kafka-topics', 'data[topics.txt][work-order.created]', /retention\.ms=(604800000)/)),
      same('Kafka UI', 8080, everywhere('Service/kafka-ui', 'spec.ports[http].port')),
    ] },
    { heading: '3. Distributed Tracing - Jaeger', figures: [
      same('web UI', 16686, everywhere('Service/jaeger', 'spec.ports[ui].port')),
      same('trace id header', 'X-Request-ID', everywhere(gateway, kongYaml('plugins[correlation-id].config.header_name')), everywhere(platform, 'data.REQUEST_ID_HEADER')),
      ...([['Zipkin compact', 5775], ['Jaeger compact', 6831], ['Jaeger binary', 6832], ['HTTP', 5778], ['gRPC', 14250]] as const).map(([what, port]) =>
        differs(what, port, onlyOtlp, everywhere('Service/jaeger', `spec.ports[port=${port}].port`, gone), everywhere(platform, 'data.OTEL_EXPORTER_OTLP_ENDPOINT', /^http:\/\/jaeger\S*:(4317)$/))),
    ] },
    { heading: '4. Centralized Logging - Elasticsearch', figures: [
      same('port', 9200, everywhere('Service/elasticsearch', 'spec.ports[https].port')),
      same('nodes in development', 'single-node', dev('StatefulSet/elasticsearch', 'spec.replicas', 1)),
    ] },
    { heading: '4. Centralized Logging - Logstash', figures: [
      same('TCP input', 5000, everywhere('Service/logstash', 'spec.ports[tcp].port'), everywhere('ConfigMap/logstash', pipeline, /tcp \{[^}]*port => (5000)/)),
      same('Beats input', 5044, everywhere('Service/logstash', 'spec.ports[beats].port'), everywhere('ConfigMap/logstash', pipeline, /beats \{[^}]*port => (5044)/)),
      same('JSON parsing', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /codec => (json_lines)/)),
      same('service name from container names', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /match => \{ "(\[container\]\[name\])"/)),
      same('HTTP requests and responses', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /"(\[http\]\[response\]\[status_code\])"/)),
      same('levels normalized', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /(lowercase => \["\[log\]\[level\]"\])/)),
      same('errors and warnings tagged', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /(add_tag => \["warning"\])/), everywhere('ConfigMap/logstash', pipeline, /(add_tag => \["error"\])/)),
      same('trace id', 'pipeline', everywhere('ConfigMap/logstash', pipeline, /("trace_id" => "\[trace\]\[id\]")/)),
    ] },
    { heading: '4. Centralized Logging - Kibana', figures: [
      same('port', 5601, everywhere('Service/kibana', 'spec.ports[http].port')),
      same('index pattern', 'mes-logs-*', everywhere('ConfigMap/kibana-data-views', 'data[request-01.json].data_view.title')),
      same('index pattern', 'mes-errors-*', everywhere('ConfigMap/kibana-data-views', 'data[request-02.json].data_view.title')),
      same('index pattern', 'mes-audit-*', everywhere('ConfigMap/kibana-data-views', 'data[request-03.json].data_view.title')),
    ] },
    { heading: '5. Metrics & Monitoring - Prometheus', figures: [
      same('port', 9090, everywhere('observability/Service/prometheus', 'spec.ports[http].port')),
      ...services.map(([name, port]) => same(`scraped: ${name}`, `:${port}/metrics`, everywhere(prometheus, `${scrapeOf(`${name}:${port}`)}.metrics_path`, '/metrics'), everywhere(prometheus, `${scrapeOf(`${name}:${port}`)}.relabel_configs`, new RegExp(`"regex":"${name};(${port})"`)))),
      same('scraped: Kong', 'metrics', everywhere(prometheus, `${scrapeOf('kong:8100')}.metrics_path`, '/metrics')),
      same('scraped: Prometheus itself', 'yes', everywhere(prometheus, 'data[prometheus.yml].scrape_configs[job_name=observability/prometheus:9090].metrics_path', '/metrics')),
      same('scrape interval', '15 seconds', ...services.map(([name, port]) => everywhere(prometheus, `${scrapeOf(`${name}:${port}`)}.scrape_interval`, '15s')), everywhere(prometheus, `${scrapeOf('kong:8100')}.scrape_interval`, '15s')),
    ] },
    { heading: '5. Metrics & Monitoring - Grafana', figures: [
      same('port', 3000, everywhere('observability/Service/grafana', 'spec.ports[http].port')),
      same('datasource', 'Prometheus, provisioned', everywhere('observability/ConfigMap/grafana-datasources', 'data[datasources.yaml].datasources[Prometheus].url', /:9090$/)),
      differs('credentials', 'admin/admin', ['out of the store of secrets', 7], everywhere('observability/ExternalSecret/grafana-auth', 'spec.data', /"property":"(admin-password)"/)),
    ] },
    { heading: '6. Caching - Redis', figures: [
      same('port', 6379, everywhere('Service/redis', 'spec.ports[redis].port')),
      same('persistence', 'AOF', everywhere('ConfigMap/redis', 'data[redis.conf][appendonly]', 'yes')),
      same('sessions: auth-service reaches Redis on', 'in Redis', everywhere('ConfigMap/auth-service', 'data.REDIS_PORT', 6379)),
      same('API responses: reporting-service reaches Redis on', 'in Redis', everywhere('ConfigMap/reporting-service', 'data.REDIS_PORT', 6379)),
      same('rate limit counters', 'in Redis', everywhere(gateway, kongYaml('services[auth-service].plugins[rate-limiting].config.policy'), 'redis')),
      same('temporary state: work-order-service reaches Redis on', 'in Redis', everywhere('ConfigMap/work-order-service', 'data.REDIS_PORT', 6379)),
    ] },
    { heading: 'Local Development Deployment', figures: [
      differs('Docker, Docker Compose', '20.10+, 2.0+', inside),
      differs('memory', '8GB+', inside),
    ] },
    { heading: 'Production Deployment (Kubernetes)', figures: [
      same('infrastructure, then services: waves', 'in this order', clusters('StatefulSet/kafka-broker', 'metadata.annotations[argocd.argoproj.io/sync-wave]', gone), clusters('Deployment/auth-service', 'metadata.annotations[argocd.argoproj.io/sync-wave]', /^[1-9]$/)),
      same('Kafka, Elasticsearch', 'StatefulSets', everywhere('StatefulSet/kafka-broker', 'kind', 'StatefulSet'), everywhere('StatefulSet/elasticsearch', 'kind', 'StatefulSet')),
      differs('ZooKeeper', 'a StatefulSet', ['Kafka 4 has none', 13], everywhere('StatefulSet/zookeeper', 'kind', gone)),
      ...services.map(([name]) => same(`${name}: HorizontalPodAutoscaler`, '3-10 replicas', prod(`HorizontalPodAutoscaler/${name}`, 'spec.minReplicas', 3), prod(`HorizontalPodAutoscaler/${name}`, 'spec.maxReplicas', 10))),
      ...services.map(([name]) => same(`${name}: Deployment`, 'rolling updates', everywhere(`Deployment/${name}`, 'spec.strategy.type', 'RollingUpdate'))),
      same('gateway', 'LoadBalancer', everywhere('Service/kong', 'spec.type')),
      differs('ingress.yaml', 'an Ingress', ['the gateway has a load balancer of its own and answers clients itself', 71], everywhere('Ingress/kong', 'kind', gone)),
      same('stateful data', 'PersistentVolumeClaims', everywhere('StatefulSet/kafka-broker', 'spec.volumeClaimTemplates', /"name":"(data)"/), everywhere('StatefulSet/elasticsearch', 'spec.volumeClaimTemplates', /"name":"(data)"/)),
    ] },
    { heading: 'Service Communication Patterns', figures: [
      ...['quality-service', 'reporting-service', 'integration-service'].map((name) =>
        same(`work-order.completed reaches ${name}: Kafka admits it on`, 'by Kafka', everywhere(`NetworkPolicy/${name}`, 'spec.egress', /"port":(9092)/))),
    ] },
    { heading: 'Observability', figures: [
      same('Kong injects', 'X-Request-ID', everywhere(gateway, kongYaml('plugins[correlation-id].config.header_name'))),
      same('logs go to Logstash, port', 5000, everywhere(platform, 'data.LOGSTASH_PORT')),
      same('fields of a log', 'timestamp, level, service, trace_id, user_id', everywhere('ConfigMap/logstash', pipeline, /("user_id" => "\[user\]\[id\]")/), everywhere('ConfigMap/logstash', pipeline, /match => \["(timestamp)", "ISO8601"\]/)),
      same('request rate by service', 'rate(http_requests_total{service="work-order-service"}[5m])', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-services.json]', /rate\(http_requests_total\{[^}]*\}\[5m\]\)/)),
      same('error rate', '%', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-services.json].panels[title=Share of errors].fieldConfig.defaults.unit', 'percentunit')),
      same('utilization of memory', 'dashboard', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-services.json].panels[title=Memory].targets', /"expr":"(process_resident_memory_bytes)/)),
      same('utilization of CPU', 'dashboard', everywhere('observability/ConfigMap/grafana-dashboards-observability', 'data[cluster-capacity.json]', /(container_cpu_usage_seconds_total)/)),
      same('p99 of the response time', 'dashboard', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-services.json]', /histogram_quantile\((0\.99)/)),
      differs('p50, p95 of the response time', 'dashboard', 'one line for each service: the slowest of a hundred, which is what the alert is about', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-services.json]', /^(?!.*histogram_quantile\(0\.[59]5?,).*histogram_quantile\((0\.99)/s)),
      differs('business metrics', 'work orders created, inspections', 'the services name none yet; how much each topic takes is on the dashboard of Kafka', everywhere('observability/ConfigMap/grafana-dashboards-mes', 'data[mes-kafka.json].uid', 'mes-kafka')),
    ] },
    { heading: 'Technology Stack Summary', figures: [
      differs('Kong', '3.4', ['3.9 is the last version with a free licence', 71], everywhere(kong, imageOf('kong'), /kong:(3\.9\.\d+)/)),
      differs('Apache Kafka', '7.5.0', 'the number is one of Confluent’s images; ours are of Apache', everywhere('StatefulSet/kafka-broker', imageOf('kafka'), /apache\/kafka:(4\.\S+)/)),
      same('service discovery in production', 'Kubernetes DNS', everywhere(platform, 'data.KAFKA_BROKERS', /\.svc\.cluster\.local:9092$/)),
      differs('service discovery in development', 'Kafka', 'names of Services, as in production', dev(platform, 'data.KAFKA_BROKERS', /\.svc\.cluster\.local:9092$/)),
      differs('Jaeger', '1.50', ['version 1 is no longer maintained', 72], everywhere('StatefulSet/jaeger', imageOf('jaeger'), /jaeger:(2\.\S+)/)),
      ...([['Elasticsearch', 'StatefulSet/elasticsearch', 'elasticsearch'], ['Logstash', 'StatefulSet/logstash', 'logstash'], ['Kibana', 'Deployment/kibana', 'kibana']] as const).map(([what, object, name]) =>
        differs(what, '8.10.2', newer, everywhere(object, imageOf(name), /:(8\.\d+\.\d+)$/))),
      differs('Prometheus', '2.47.0', newer, everywhere('observability/StatefulSet/prometheus', imageOf('prometheus'), /:v(3\.\S+)/)),
      differs('Grafana', '10.1.5', newer, everywhere('observability/Deployment/grafana', imageOf('grafana'), /:(12\.\S+)/)),
      same('Redis', '7', everywhere('StatefulSet/redis', imageOf('redis'), /:(7\.\S+)/)),
    ] },
    { heading: 'Architecture Diagram', silent: 'draws the ports and connections of the parts above' },
    { heading: 'Expected Throughput', figures: [
      differs('Kong', '10,000+ requests/second', 'what a load test shows; no manifest holds it'),
      differs('Kafka', '100,000+ messages/second', 'what a load test shows; no manifest holds it'),
      differs('Elasticsearch', '5,000+ docs/second', 'what a load test shows; no manifest holds it'),
      differs('Prometheus', '1,000,000+ samples/second', 'what a load test shows; no manifest holds it'),
    ] },
    { heading: 'Resource Requirements: Development', figures: [
      differs('CPU, RAM, disk', '4 cores, 8GB, 20GB', inside),
    ] },
    { heading: 'Resource Requirements: Production', figures: [
      same('Kong', '2 replicas × 1 CPU, 512MB', clusters(kong, 'spec.replicas', 2), ...resources(clusters, kong, 'kong', ['1', '512Mi', '1', '512Mi'])),
      same('Kafka', '3 brokers × 2 CPU, 4GB', clusters('StatefulSet/kafka-broker', 'spec.replicas', 3), ...resources(clusters, 'StatefulSet/kafka-broker', 'kafka', ['2', '4Gi', '2', '4Gi'])),
      same('Elasticsearch', '3 nodes × 2 CPU, 4GB', clusters('StatefulSet/elasticsearch', 'spec.replicas', 3), ...resources(clusters, 'StatefulSet/elasticsearch', 'elasticsearch', ['2', '4Gi', '2', '4Gi'])),
      ...services.map(([name]) => same(name, '3 replicas × 250m CPU, 256MB', prod(`HorizontalPodAutoscaler/${name}`, 'spec.minReplicas', 3), ...resources(prod, `Deployment/${name}`, 'service', ['250m', '256Mi', '500m', '512Mi']))),
      differs('total', '~30 CPU cores, 64GB RAM', 'its own lines are 20 cores and 31GB at the fewest pods; ours is what all pods may ever request, the largest autoscaled scale included', prod('ResourceQuota/mes-production', 'spec.hard[requests.cpu]', /.+/), prod('ResourceQuota/mes-production', 'spec.hard[requests.memory]', /.+/)),
    ] },
    { heading: 'Security: API Gateway', figures: [
      same('JWT', 'on all protected routes', ...services.map(([name]) => everywhere(gateway, kongYaml(`services[${name}].routes[${name}].plugins[jwt].config.claims_to_verify`), '["exp"]'))),
      same('rate limiting', 'on', ...services.map(([name]) => everywhere(gateway, kongYaml(`services[${name}].plugins[rate-limiting].config.limit_by`), 'ip'))),
      same('CORS', 'on', everywhere(gateway, kongYaml('plugins[cors].config.credentials'), true)),
      differs('Admin API', 'restricted to the internal network', ['it listens nowhere', 71], everywhere(kong, kongEnv('KONG_ADMIN_LISTEN'), 'off')),
    ] },
    { heading: 'Security: Kafka', figures: [
      differs('between brokers', 'TLS (production)', plain, clusters('ConfigMap/kafka-broker', properties('listener.security.protocol.map'), /REPLICATION:(PLAINTEXT)/)),
      differs('authentication', 'SASL (production)', plain, clusters('ConfigMap/kafka-broker', properties('listener.security.protocol.map'), /CLIENT:(PLAINTEXT)/)),
      differs('authorization', 'ACLs by topic (production)', plain, clusters('ConfigMap/kafka-broker', properties('authorizer.class.name'), gone)),
    ] },
    { heading: 'Security: Secrets Management', figures: [
      same('database passwords', 'Kubernetes Secrets', ...services.map(([name]) => everywhere(`ExternalSecret/${name}-database`, 'spec.target.name', `${name}-database`))),
      differs('JWT signing keys', 'rotated regularly', 'the store’s affair: what is put there is in the Secrets of gateway and service within an hour, and read at their start', everywhere(gateway, 'spec.refreshInterval', '1h0m0s'), everywhere('ExternalSecret/auth-service-tokens', 'spec.refreshInterval', '1h0m0s')),
      same('certificates', 'cert-manager (production)', everywhere('Certificate/kong-tls', 'kind', 'Certificate')),
    ] },
    { heading: 'Security: Network Security', figures: [
      same('NetworkPolicies', 'between services', everywhere('NetworkPolicy/default-deny', 'spec.policyTypes', '["Ingress","Egress"]'), ...services.map(([name]) => everywhere(`NetworkPolicy/${name}`, 'spec.policyTypes', '["Ingress","Egress"]'))),
      same('exposed', 'Kong alone', everywhere('Service/kong', 'spec.type', 'LoadBalancer'), ...services.map(([name]) => everywhere(`Service/${name}`, 'spec.type', 'ClusterIP'))),
      differs('between services', 'encrypted', ['a mesh does, which is one row of an environment, and off', 37], everywhere('/Namespace/mes-production', 'metadata.labels[istio.io/rev]', gone)),
    ] },
    { heading: 'Acceptance Criteria', figures: [
      same('routes', 8, everywhere(gateway, kongYaml('services.length'))),
      same('brokers in production', 3, prod('StatefulSet/kafka-broker', 'spec.replicas')),
      same('brokers in dev', 1, dev('StatefulSet/kafka-broker', 'spec.replicas')),
    ] },
    { heading: 'Next Steps', figures: [
      differs('PostgreSQL', 'a database for each service', ['on one server', 70], everywhere('Job/postgresql-databases-*', 'spec.template.spec.containers[job].env[DATABASES].value', 'mes_auth mes_work_order mes_quality mes_material mes_traceability mes_resource mes_reporting mes_integration'), everywhere('StatefulSet/postgresql', 'spec.replicas', 1)),
      same('backup', 'to be set up', clusters('CronJob/postgresql-backup', 'spec.schedule', '*/30 * * * *')),
      differs('replication', 'to be set up', ['one server and half-hourly dumps', 70], everywhere('StatefulSet/postgresql', 'spec.replicas', 1)),
    ] },
    { heading: 'Troubleshooting', figures: [
      differs('Kong', 'needs PostgreSQL', ['no database', 71], everywhere(kong, kongEnv('KONG_DATABASE'), 'off')),
      same('Elasticsearch in production', '3+ nodes', prod('StatefulSet/elasticsearch', 'spec.replicas', 3)),
    ] },
    mesLeftOpen,
  ],
};

import { clusters, dev, differs, everywhere, gone, prod, resources, same, SeedDocument, staging } from './figure';
import { orderLeftOpen } from './order-left-open';

const [gateway, commands, queries] = ['api-gateway', 'order-command-service', 'order-query-service'];
const services = [gateway, commands, queries] as const;
const deployments = [`Deployment/${gateway}`, `Deployment/${commands}`, `StatefulSet/${queries}`] as const;
const container = 'spec.template.spec.containers[service]';
const secretOf = (variable: string) => `${container}.env[${variable}].valueFrom.secretKeyRef`;
const clientSecret = secretOf('SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTSECRET');
const clientName = 'SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTID';
const ownClient = [
  'the document gives one secret to three charts; a token says who asks, and one that leaks is one to change',
  64,
] as const;

/** Smallest and largest number of pods of every service. */
const pods = (name: string) => [
  prod(`HorizontalPodAutoscaler/${name}`, 'spec.minReplicas', 3),
  prod(`HorizontalPodAutoscaler/${name}`, 'spec.maxReplicas', 10),
];

// prettier-ignore
export const order: SeedDocument = {
  number: '002',
  title: 'Helm Charts for Event-Sourced Order Platform',
  namespace: 'order-platform',
  sections: [
    { heading: 'Charts', figures: [
      same('services', 'api-gateway, order-command-service, order-query-service',
        everywhere(deployments[0], 'metadata.name', gateway), everywhere(deployments[1], 'metadata.name', commands), everywhere(deployments[2], 'metadata.name', queries)),
      differs('order-query-service', 'a Deployment with one claim', ['a claim that one node at a time may hold, behind several pods, holds all but one of them back', 61],
        everywhere(deployments[2], 'kind', 'StatefulSet')),
      same('order-command-service publishes', 'domain events', everywhere(`ConfigMap/${commands}`, 'data.ORDERS_TOPIC', 'order-events')),
      same('order-query-service reads', 'events', everywhere(`ConfigMap/${queries}`, 'data.ORDERS_TOPIC', 'order-events')),
      same('api-gateway routes to', 'the two others',
        everywhere(`ConfigMap/${gateway}`, 'data.GATEWAY_ROUTES_COMMANDS', 'http://order-command-service:8080'),
        everywhere(`ConfigMap/${gateway}`, 'data.GATEWAY_ROUTES_QUERIES', 'http://order-query-service:8080')),
    ] },
    { heading: 'Directory Structure', figures: [
      ...services.flatMap((name, index) => [
        same(`${name}: workload and Service`, 'deployment.yaml, service.yaml',
          everywhere(deployments[index] ?? '', 'metadata.name', name), everywhere(`Service/${name}`, 'metadata.name', name)),
        same(`${name}: settings, account, policy`, 'configmap.yaml, serviceaccount.yaml, networkpolicy.yaml',
          everywhere(`ConfigMap/${name}`, 'kind', 'ConfigMap'), everywhere(`ServiceAccount/${name}`, 'kind', 'ServiceAccount'), everywhere(`NetworkPolicy/${name}`, 'kind', 'NetworkPolicy')),
        same(`${name}: scale and budget`, 'hpa.yaml, pdb.yaml', clusters(`HorizontalPodAutoscaler/${name}`, 'kind', 'HorizontalPodAutoscaler'), clusters(`PodDisruptionBudget/${name}`, 'spec.maxUnavailable', 1)),
      ]),
      differs('secret.yaml of each chart', 'a Secret', ['what is secret comes out of a store, by an ExternalSecret', 7],
        everywhere('ExternalSecret/postgresql-auth', 'kind', 'ExternalSecret'), everywhere('ExternalSecret/elasticsearch-auth', 'kind', 'ExternalSecret'), everywhere('ExternalSecret/keycloak-auth', 'kind', 'ExternalSecret')),
      differs('ingress.yaml of each chart', 'three', 'the gateway is the one way in; the other two have no host in the document either',
        clusters(`Ingress/${gateway}`, 'kind', 'Ingress'), everywhere(`Ingress/${commands}`, 'kind', gone), everywhere(`Ingress/${queries}`, 'kind', gone)),
    ] },
    { heading: 'Prerequisites', figures: [
      differs('Kubernetes', '1.24+', 'fields are used that became stable later', everywhere('/Namespace/order-platform', 'metadata.labels[pod-security.kubernetes.io/enforce-version]', 'v1.28')),
      differs('Helm', '3.x', ['plain YAML is committed and applied', 4]),
      differs('Kafka cluster', 'deployed', ['part of the platform', 64], dev('StatefulSet/kafka-broker', 'spec.replicas', 1), clusters('StatefulSet/kafka-broker', 'spec.replicas', 3)),
      differs('PostgreSQL database', 'deployed', ['part of the platform', 64], everywhere('StatefulSet/postgresql', 'spec.replicas', 1)),
      differs('Elasticsearch cluster', 'deployed', ['part of the platform', 64], dev('StatefulSet/elasticsearch', 'spec.replicas', 1), clusters('StatefulSet/elasticsearch', 'spec.replicas', 3)),
      differs('Keycloak identity provider', 'deployed', ['part of the platform', 63], dev('Deployment/keycloak', 'spec.replicas', 1), clusters('Deployment/keycloak', 'spec.replicas', 2)),
    ] },
    { heading: 'Install a Chart', figures: [
      same('namespace', 'order-platform', everywhere('/Namespace/order-platform', 'metadata.name')),
      same('environments', 'dev, staging, prod',
        dev(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_URL', /(orderdb_dev)$/), staging(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_URL', /(orderdb_staging)$/), prod(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_URL', /(orderdb_prod)$/)),
    ] },
    { heading: 'Upgrade a Chart', silent: 'commands of Helm; Argo CD applies `dist/`' },
    { heading: 'Uninstall a Chart', silent: 'commands of Helm; decision 31 says what a deletion keeps' },
    { heading: 'Secrets Management', figures: [
      ...services.map((name, index) => differs(`${name}: \`keycloakClientSecret\``, 'one secret for all', ownClient,
        everywhere(deployments[index] ?? '', `${clientSecret}.key`, `${name}-secret`), everywhere(`ConfigMap/${name}`, `data.${clientName}`, name))),
      same('order-command-service: `postgresPassword`', 'a secret', everywhere(deployments[1], `${secretOf('SPRING_DATASOURCE_PASSWORD')}.name`, 'postgresql-auth')),
      same('order-query-service: `elasticsearchPassword`', 'a secret', everywhere(deployments[2], `${secretOf('SPRING_ELASTICSEARCH_PASSWORD')}.name`, 'elasticsearch-auth')),
    ] },
    { heading: 'Environment-Specific Configuration', figures: [
      ...services.map((name, index) => same(`${name}: pods in dev`, 1, dev(deployments[index] ?? '', 'spec.replicas'))),
      ...services.map((name) => same(`${name}: pods in staging`, 2, staging(`HorizontalPodAutoscaler/${name}`, 'spec.minReplicas'))),
      ...services.map((name) => same(`${name}: pods in prod`, '3+', ...pods(name))),
      same('logging in dev', 'DEBUG', dev('ConfigMap/order-config', 'data.LOGGING_LEVEL_ROOT')),
      same('logging in staging and prod', 'INFO', clusters('ConfigMap/order-config', 'data.LOGGING_LEVEL_ROOT')),
      same('api-gateway: resources in dev', 'minimal', ...resources(dev, deployments[0], 'service', ['100m', '256Mi', '500m', '512Mi'])),
      same('api-gateway: resources in staging', 'moderate', ...resources(staging, deployments[0], 'service', ['200m', '512Mi', '750m', '1Gi'])),
      same('order-command-service: resources in dev', 'minimal', ...resources(dev, deployments[1], 'service', ['200m', '256Mi', '500m', '512Mi'])),
      same('order-command-service: resources in staging', 'moderate', ...resources(staging, deployments[1], 'service', ['300m', '512Mi', '1', '1Gi'])),
      same('order-query-service: resources in dev', 'minimal', ...resources(dev, deployments[2], 'service', ['300m', '512Mi', '1', '1Gi'])),
      same('order-query-service: resources in staging', 'moderate', ...resources(staging, deployments[2], 'service', ['500m', '1Gi', '1500m', '2Gi'])),
    ] },
    { heading: 'Key Configuration Options: API Gateway', figures: [
      same('`replicaCount`', 3, prod(`HorizontalPodAutoscaler/${gateway}`, 'spec.minReplicas')),
      same('limits: cpu', '1000m', prod(deployments[0], `${container}.resources.limits.cpu`)),
      same('limits: memory', '2Gi', prod(deployments[0], `${container}.resources.limits.memory`)),
      same('`logLevel`', 'INFO', prod('ConfigMap/order-config', 'data.LOGGING_LEVEL_ROOT')),
      same('`keycloakUrl`', 'http://keycloak:8080', everywhere(`ConfigMap/${gateway}`, 'data.SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI', /^http:\/\/keycloak\.order-platform\S+:8080/)),
      same('`rateLimitRequestsPerMinute`', 100, prod(`ConfigMap/${gateway}`, 'data.GATEWAY_RATELIMIT_REQUESTSPERMINUTE')),
      same('`ingress.enabled`', 'true', prod(`Ingress/${gateway}`, 'kind', 'Ingress')),
      same('`ingress.hosts`', 'api.orderplatform.com', prod(`Ingress/${gateway}`, 'spec.rules[host=api.orderplatform.com].host')),
      same('`networkPolicy.enabled`', 'true', prod(`NetworkPolicy/${gateway}`, 'kind', 'NetworkPolicy')),
    ] },
    { heading: 'Key Configuration Options: Order Command Service', figures: [
      same('`replicaCount`', 3, prod(`HorizontalPodAutoscaler/${commands}`, 'spec.minReplicas')),
      same('limits: cpu', '1000m', prod(deployments[1], `${container}.resources.limits.cpu`)),
      same('limits: memory', '2Gi', prod(deployments[1], `${container}.resources.limits.memory`)),
      same('`postgresHost`', 'postgresql', everywhere(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_URL', /\/\/(postgresql)\./), everywhere('Service/postgresql', 'metadata.name')),
      same('`postgresDatabase`', 'orderdb_prod', prod(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_URL', /:5432\/(orderdb_prod)$/)),
      same('`kafkaBootstrapServers`', 'kafka:9092', everywhere(`ConfigMap/${commands}`, 'data.SPRING_KAFKA_BOOTSTRAPSERVERS', /^kafka\.order-platform\S+:9092$/)),
      same('`snapshotInterval`', 50, everywhere(`ConfigMap/${commands}`, 'data.ORDERS_SNAPSHOT_INTERVAL')),
      same('`networkPolicy.enabled`', 'true', prod(`NetworkPolicy/${commands}`, 'kind', 'NetworkPolicy')),
    ] },
    { heading: 'Key Configuration Options: Order Query Service', figures: [
      same('`replicaCount`', 3, prod(`HorizontalPodAutoscaler/${queries}`, 'spec.minReplicas')),
      same('limits: cpu', '2000m', prod(deployments[2], `${container}.resources.limits.cpu`)),
      same('limits: memory', '4Gi', prod(deployments[2], `${container}.resources.limits.memory`)),
      same('`kafkaApplicationId`', 'order-query-service-prod', prod(`ConfigMap/${queries}`, 'data.SPRING_KAFKA_STREAMS_APPLICATIONID')),
      same('`kafkaProcessingGuarantee`', 'exactly_once_v2', everywhere(`ConfigMap/${queries}`, 'data.SPRING_KAFKA_STREAMS_PROPERTIES_PROCESSING_GUARANTEE')),
      differs('`elasticsearchHosts`', 'http://elasticsearch:9200', ['a password would pass in plain text', 64], everywhere(`ConfigMap/${queries}`, 'data.SPRING_ELASTICSEARCH_URIS', /^https:\/\/elasticsearch\.order-platform\S+:9200$/)),
      same('`elasticsearchIndexName`', 'orders_v1', everywhere(`ConfigMap/${queries}`, 'data.ORDERS_INDEX')),
      same('`persistence.size`', '20Gi', prod(deployments[2], 'spec.volumeClaimTemplates', /"name":"state".*"storage":"(20Gi)"/)),
      same('`networkPolicy.enabled`', 'true', prod(`NetworkPolicy/${queries}`, 'kind', 'NetworkPolicy')),
    ] },
    { heading: 'Features: High Availability', figures: [
      ...services.map((name) => same(`${name}: HorizontalPodAutoscaler by CPU`, '70%', clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"cpu","target":\{"averageUtilization":(70),/))),
      ...services.map((name) => same(`${name}: PodDisruptionBudget`, 'minimum availability', clusters(`PodDisruptionBudget/${name}`, 'spec.maxUnavailable', 1))),
      ...services.map((name, index) => same(`${name}: anti-affinity`, 'different nodes',
        clusters(deployments[index] ?? '', 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution', /"topologyKey":"(kubernetes\.io\/hostname)"/))),
    ] },
    { heading: 'Features: Security', figures: [
      differs('NetworkPolicy', 'disabled by default, to be enabled in production', ['what dev never ran with fails in prod', 64], ...services.map((name) => everywhere(`NetworkPolicy/${name}`, 'kind', 'NetworkPolicy'))),
      ...services.map((name, index) => same(`${name}: non-root user, dropped capabilities`, 'yes',
        everywhere(deployments[index] ?? '', 'spec.template.spec.securityContext.runAsNonRoot', true), everywhere(deployments[index] ?? '', `${container}.securityContext.capabilities.drop`, '["ALL"]'))),
      ...services.map((name, index) => same(`${name}: read-only root`, 'yes', everywhere(deployments[index] ?? '', `${container}.securityContext.readOnlyRootFilesystem`, true))),
    ] },
    { heading: 'Features: Observability', figures: [
      ...services.map((name) => same(`${name}: metrics`, '/actuator/prometheus',
        everywhere('observability/ConfigMap/prometheus-config', `data[prometheus.yml].scrape_configs[job_name=order-platform/${name}:8080].metrics_path`))),
      same('tracing', 'OpenTelemetry', everywhere('ConfigMap/order-config', 'data.OTEL_TRACES_EXPORTER', 'otlp'), everywhere('ConfigMap/order-config', 'data.OTEL_EXPORTER_OTLP_ENDPOINT', /:4317$/)),
      ...services.map((name, index) => same(`${name}: liveness and readiness`, 'probes',
        everywhere(deployments[index] ?? '', `${container}.livenessProbe.httpGet.path`, '/actuator/health/liveness'), everywhere(deployments[index] ?? '', `${container}.readinessProbe.httpGet.path`, '/actuator/health/readiness'))),
      same('logs', 'JSON with trace ids', everywhere('ConfigMap/order-config', 'data.LOGGING_STRUCTURED_FORMAT_CONSOLE', 'ecs')),
    ] },
    { heading: 'Features: Ingress', figures: [
      same('TLS', 'cert-manager', staging(`Ingress/${gateway}`, 'metadata.annotations[cert-manager.io/cluster-issuer]', /^letsencrypt/), prod(`Ingress/${gateway}`, 'metadata.annotations[cert-manager.io/cluster-issuer]', 'letsencrypt')),
      same('rate limiting by the Ingress', 'configurable', staging(`Ingress/${gateway}`, 'metadata.annotations[nginx.ingress.kubernetes.io/limit-rps]', 50), prod(`Ingress/${gateway}`, 'metadata.annotations[nginx.ingress.kubernetes.io/limit-rps]', 100)),
      same('paths', 'all to the gateway', clusters(`Ingress/${gateway}`, 'spec.rules', /"path":"(\/)"/)),
    ] },
    { heading: 'Monitoring', figures: [
      same('Service of api-gateway, as it is forwarded', '8080:80', everywhere(`Service/${gateway}`, 'spec.ports[http].port', 80), everywhere(deployments[0], `${container}.ports[http].containerPort`, 8080)),
      differs('label of the pods', 'app=api-gateway', ['recommended labels of Kubernetes', 6], everywhere(deployments[0], 'spec.template.metadata.labels[app.kubernetes.io/name]', gateway)),
    ] },
    { heading: 'Troubleshooting: Database Connection Issues', figures: [
      same('PostgreSQL', 'postgres:16', everywhere('StatefulSet/postgresql', 'spec.template.spec.containers[postgres].image', /postgres:16/)),
      same('its user', 'orderuser', everywhere(`ConfigMap/${commands}`, 'data.SPRING_DATASOURCE_USERNAME')),
      same('ConfigMap of the service', 'order-command-service', everywhere(`ConfigMap/${commands}`, 'metadata.name')),
    ] },
    { heading: 'Troubleshooting: Kafka Connection Issues', figures: [
      differs('Kafka', 'confluentinc/cp-kafka:7.5.0', ['the makers’ own image, and a version that is maintained', 4], everywhere('StatefulSet/kafka-broker', 'spec.template.spec.containers[kafka].image', /apache\/kafka:4\S+/)),
    ] },
    { heading: 'Best Practices', figures: [
      same('values of an environment', 'files of its own', everywhere('ConfigMap/order-config', 'data.OTEL_RESOURCE_ATTRIBUTES', /deployment\.environment\.name=(dev|staging|prod)/)),
      same('secrets', 'in a vault', clusters('ExternalSecret/keycloak-auth', 'spec.secretStoreRef.name', 'platform-secrets')),
      same('GitOps', 'Argo CD', everywhere('argocd/Application/order', 'spec.source.path', /^dist\/\w+\/order$/)),
      same('state of the query service in production', 'persistent', prod(`ConfigMap/${queries}`, 'data.SPRING_KAFKA_STREAMS_STATEDIR', '/var/lib/order-query-service')),
      same('backup of PostgreSQL', 'a proper strategy', clusters('CronJob/postgresql-backup', 'spec.schedule', '*/30 * * * *')),
      differs('backup of Elasticsearch', 'a proper strategy', ['it holds nothing of its own: the read model is made anew from the events', 62], everywhere('CronJob/elasticsearch-backup', 'kind', gone)),
    ] },
    { heading: 'Next Steps', figures: [
      same('alerts', 'Prometheus and Grafana', everywhere('observability/ConfigMap/prometheus-config', 'data[order-services.rules.yaml].groups[order-services].name', 'order-services')),
      same('dashboards', 'Prometheus and Grafana', everywhere('observability/ConfigMap/grafana-dashboards-order', 'data[order-services.json].uid', 'order-services')),
      differs('logs', 'ELK or similar', ['pod logs of every namespace go to Loki', 28], everywhere('observability/StatefulSet/loki', 'metadata.name', 'loki')),
      differs('scale by metrics of one’s own', 'to be configured', 'no metric is named; CPU is what the document gives a figure for', ...services.map((name) => clusters(`HorizontalPodAutoscaler/${name}`, 'spec.metrics', /"type":"(Resource)"/))),
    ] },
    orderLeftOpen,
  ],
};

import { clusters, dev, differs, everywhere, gone, prod, resources, same, SeedDocument, staging } from './figure';
import { onboardingLeftOpen } from './onboarding-left-open';

const engine = 'Deployment/onboarding-workflow';
const container = 'spec.template.spec.containers[service]';
const env = (name: string) => `${container}.env[${name}].value`;
const secret = (name: string) => `${container}.env[${name}].valueFrom.secretKeyRef`;
const config = 'ConfigMap/onboarding-workflow';
const yaml = (path: string) => `data[application.yaml].${path}`;
const hikari = (name: string) => yaml(`spring.datasource.hikari.${name}`);
const database = 'StatefulSet/onboarding-postgresql';
const setting = (name: string) => `spec.template.spec.containers[postgres].args[${name}]`;
const topics = 'ConfigMap/onboarding-kafka-topics';
const prometheus = 'observability/ConfigMap/prometheus-config';
const scrape = 'data[prometheus.yml].scrape_configs[job_name=onboarding/onboarding-workflow:8081]';
const rule = (name: string) => `data[onboarding-workflow.rules.yaml].groups[onboarding-workflow].rules[alert=${name}]`;
const dashboard = 'observability/ConfigMap/grafana-dashboards-onboarding';
const panel = (title: string) => `data[onboarding-workflow.json].panels[title=${title}]`;
const policy = 'NetworkPolicy/onboarding-workflow';
const flag = (name: string) => `${env('JAVA_TOOL_OPTIONS')}[${name}]`;

/** Copies of every topic, and how long its messages are kept, in milliseconds. */
const topic = (name: string, partitions: number, retention = 604_800_000) =>
  same(
    `topic ${name}`,
    `${partitions} partitions, replication factor 3`,
    dev(topics, `data[topics.txt][${name}]`, new RegExp(`^${partitions} 1 - .*retention\\.ms=${retention}$`)),
    clusters(topics, `data[topics.txt][${name}]`, new RegExp(`^${partitions} 3 - .*retention\\.ms=${retention}$`)),
  );

const names3 = ['one that Spring Boot 3 reads', 65] as const;
const removed = ['a JVM of 9 and newer ends at the one name and warns of the other', 65] as const;
const besides = ['threads, code and buffers live beside the heap: the pod would be killed', 65] as const;
const startup = 'the startup check waits until the engine is up, and then nobody waits any longer';

// prettier-ignore
export const onboarding: SeedDocument = {
  number: '003',
  title: 'Deployment Guide (Custom Workflow Engine)',
  namespace: 'onboarding',
  sections: [
    { heading: 'Infrastructure Requirements', figures: [
      differs('Kubernetes', '1.19+', 'fields are used that became stable later', everywhere('/Namespace/onboarding', 'metadata.labels[pod-security.kubernetes.io/enforce-version]', 'v1.28')),
      same('PostgreSQL', '13+ with PostGIS', everywhere(database, 'spec.template.spec.containers[postgres].image', /postgis:(16-3\.5)$/)),
      same('Kafka', '2.8+, KRaft recommended', everywhere('StatefulSet/onboarding-kafka-broker', 'spec.template.spec.containers[kafka].image', /kafka:(4\.\d+\.\d+)/)),
      same('Redis', '6+, optional', everywhere('StatefulSet/onboarding-redis', 'spec.template.spec.containers[redis].image', /redis:(7\.\d+\.\d+)/)),
      differs('JVM', 'OpenJDK 17+', 'inside the image of the engine; its options are those of 17 and newer', everywhere(engine, env('JAVA_TOOL_OPTIONS'), /-Xlog:gc\S*/)),
    ] },
    { heading: 'Resource Requirements', figures: [
      same('minimum (development)', '250m, 512Mi, 500m, 1Gi', ...resources(dev, engine, 'service', ['250m', '512Mi', '500m', '1Gi'])),
      same('recommended (production)', '1000m, 2Gi, 2000m, 4Gi', ...resources(clusters, engine, 'service', ['1000m', '2Gi', '2000m', '4Gi'])),
    ] },
    { heading: 'Network Requirements', figures: [
      same('inbound: HTTP', 8080, everywhere(policy, 'spec.ingress', /"port":(8080)/)),
      same('inbound: health checks', 8081, everywhere(policy, 'spec.ingress', /"port":(8081)/)),
      same('outbound: PostgreSQL', 5432, everywhere(policy, 'spec.egress', /"port":(5432)/)),
      same('outbound: Kafka', 9092, everywhere(policy, 'spec.egress', /"port":(9092)/)),
      same('outbound: Redis', 6379, everywhere(policy, 'spec.egress', /"port":(6379)/)),
      differs('internal', 'service mesh', ['a switch of the environment, off', 37], everywhere('/Namespace/onboarding', 'metadata.labels[istio.io/rev]', gone)),
    ] },
    { heading: 'PostgreSQL Configuration', figures: [
      same('database', 'onboarding_workflow', everywhere('Job/onboarding-database-*', 'spec.template.spec.containers[job].env[DATABASES].value')),
      differs('its user', 'onboarding_user', 'the document has two names; the other one is in its variables and its Secret', everywhere('Job/onboarding-database-*', 'spec.template.spec.containers[job].env[ROLE_1].value', 'onboarding')),
      same('extensions', 'uuid-ossp, pg_stat_statements', everywhere('Job/onboarding-database-*', 'spec.template.spec.containers[job].env[EXTENSIONS_1].value', 'postgis uuid-ossp pg_stat_statements'), everywhere(database, setting('shared_preload_libraries'), 'pg_stat_statements')),
    ] },
    { heading: 'Connection Pool Settings', figures: [
      same('url', 'jdbc:postgresql://postgres:5432/onboarding_workflow', everywhere(config, yaml('spring.datasource.url'), 'jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}')),
      same('username and password', '${DB_USER}, ${DB_PASSWORD}', everywhere(config, yaml('spring.datasource.username'), '${DB_USER}'), everywhere(config, yaml('spring.datasource.password'), '${DB_PASSWORD}')),
      same('maximum-pool-size', 20, everywhere(config, hikari('maximum-pool-size'))),
      same('minimum-idle', 5, everywhere(config, hikari('minimum-idle'))),
      same('idle-timeout', 300000, everywhere(config, hikari('idle-timeout'))),
      same('max-lifetime', 1200000, everywhere(config, hikari('max-lifetime'))),
      same('connection-timeout', 20000, everywhere(config, hikari('connection-timeout'))),
      same('leak-detection-threshold', 60000, everywhere(config, hikari('leak-detection-threshold'))),
    ] },
    { heading: 'Database Migration', figures: [
      differs('migration', 'a command of Maven', ['a Job, before the engine starts', 67], everywhere('Job/onboarding-schema-*', 'spec.template.spec.containers[flyway].image', /flyway:\d+/), everywhere(config, yaml('spring.flyway.enabled'), false)),
    ] },
    { heading: 'Topic Configuration', figures: [
      differs('topic onboarding-command', '6 partitions, replication factor 3', ['ten pods at full scale, and a thread without a partition does nothing', 65],
        dev(topics, 'data[topics.txt][onboarding-command]', /^6 1 /), staging(topics, 'data[topics.txt][onboarding-command]', /^6 3 /), prod(topics, 'data[topics.txt][onboarding-command]', /^12 3 /)),
      topic('ekyc-callback', 6),
      topic('aml-callback', 6),
      topic('onboarding-event', 3),
      topic('onboarding-dlq', 3, 2_592_000_000),
    ] },
    { heading: 'Consumer Group Configuration', figures: [
      same('bootstrap-servers', 'kafka:9092', everywhere(engine, env('KAFKA_BOOTSTRAP_SERVERS'), /^onboarding-kafka\.\S+:9092$/)),
      same('group-id', 'onboarding-engine', everywhere(config, yaml('spring.kafka.consumer.group-id'))),
      same('auto-offset-reset', 'earliest', everywhere(config, yaml('spring.kafka.consumer.auto-offset-reset'))),
      same('enable-auto-commit', 'false', everywhere(config, yaml('spring.kafka.consumer.enable-auto-commit'))),
      same('max-poll-records', 10, dev(config, yaml('spring.kafka.consumer.max-poll-records'))),
      same('fetch-min-size', '1MB', everywhere(config, yaml('spring.kafka.consumer.fetch-min-size'))),
      same('fetch-max-wait', '500ms', dev(config, yaml('spring.kafka.consumer.fetch-max-wait'))),
      same('acks', 'all', everywhere(config, yaml('spring.kafka.producer.acks'))),
      same('retries', 3, everywhere(config, yaml('spring.kafka.producer.retries'))),
      same('batch-size', 16384, dev(config, yaml('spring.kafka.producer.batch-size'))),
      same('linger-ms', 5, everywhere(config, yaml('spring.kafka.producer.properties[linger.ms]'))),
      same('buffer-memory', 33554432, everywhere(config, yaml('spring.kafka.producer.buffer-memory'))),
    ] },
    { heading: 'Environment Variables', figures: [
      differs('DB_HOST', 'postgres', 'name of the Service; names of workloads are there once in a cluster', everywhere(engine, env('DB_HOST'), /^onboarding-postgresql/)),
      same('DB_PORT', 5432, everywhere(engine, env('DB_PORT'))),
      same('DB_NAME', 'onboarding_workflow', everywhere(engine, env('DB_NAME'))),
      same('DB_USER', 'onboarding', everywhere(engine, `${secret('DB_USER')}.key`, 'username'), everywhere('ExternalSecret/onboarding-db-secret', 'spec.target.template.data.username')),
      same('DB_PASSWORD', 'a secret', everywhere(engine, `${secret('DB_PASSWORD')}.name`, 'onboarding-db-secret')),
      differs('KAFKA_BOOTSTRAP_SERVERS', 'kafka:9092', 'name of the Service; names of workloads are there once in a cluster', everywhere(engine, env('KAFKA_BOOTSTRAP_SERVERS'), /^onboarding-kafka\S+:9092$/)),
      same('KAFKA_SECURITY_PROTOCOL', 'SASL_SSL', everywhere(engine, env('KAFKA_SECURITY_PROTOCOL'))),
      same('KAFKA_SASL_MECHANISM', 'PLAIN', everywhere(engine, env('KAFKA_SASL_MECHANISM'))),
      differs('KAFKA_SASL_JAAS_CONFIG', 'a value with its password', ['one key of the Secret: a password is in no manifest', 68],
        everywhere(engine, `${secret('KAFKA_SASL_JAAS_CONFIG')}.key`, 'jaas-config'), everywhere('ExternalSecret/onboarding-kafka-secret', 'spec.target.template.data[jaas-config]', /^org\.apache\.kafka\.common\.security\.plain\.PlainLoginModule/)),
      differs('REDIS_HOST', 'redis', 'name of the Service; names of workloads are there once in a cluster', everywhere(engine, env('REDIS_HOST'), /^onboarding-redis/)),
      same('REDIS_PORT', 6379, everywhere(engine, env('REDIS_PORT'))),
      same('REDIS_PASSWORD', 'a secret', everywhere(engine, `${secret('REDIS_PASSWORD')}.name`, 'onboarding-redis-auth')),
      same('SPRING_PROFILES_ACTIVE', 'prod', prod(engine, env('SPRING_PROFILES_ACTIVE'))),
      same('SERVER_PORT', 8080, everywhere(engine, env('SERVER_PORT'))),
      same('MANAGEMENT_SERVER_PORT', 8081, everywhere(engine, env('MANAGEMENT_SERVER_PORT'))),
      same('WORKFLOW_RETRY_MAX_ATTEMPTS', 5, everywhere(engine, env('WORKFLOW_RETRY_MAX_ATTEMPTS'))),
      same('WORKFLOW_TIMEOUT_DEFAULT_SECONDS', 300, dev(engine, env('WORKFLOW_TIMEOUT_DEFAULT_SECONDS'))),
      same('OUTBOX_PUBLISH_INTERVAL', 5000, everywhere(engine, env('OUTBOX_PUBLISH_INTERVAL'))),
    ] },
    { heading: 'Production Configuration', figures: [
      differs('spring.profiles', 'prod', names3, prod(config, yaml('spring.profiles'), gone), prod(engine, env('SPRING_PROFILES_ACTIVE'), 'prod')),
      differs('maximum-pool-size', 50, ['eleven pods would need 550 connections', 65], clusters(config, hikari('maximum-pool-size'), 20), prod(database, setting('max_connections'), 240)),
      differs('minimum-idle', 10, ['goes with the pool: a quarter of it, as the document has it elsewhere', 65], clusters(config, hikari('minimum-idle'), 5)),
      same('validation-timeout', 5000, everywhere(config, hikari('validation-timeout'))),
      differs('connection-test-query', 'SELECT 1', 'the driver tests a connection by itself; the pool’s makers advise against a query', everywhere(config, hikari('connection-test-query'), gone)),
      same('max-poll-records', 50, clusters(config, yaml('spring.kafka.consumer.max-poll-records'))),
      same('fetch-max-wait', '1000ms', clusters(config, yaml('spring.kafka.consumer.fetch-max-wait'))),
      same('compression-type', 'gzip', everywhere(config, yaml('spring.kafka.producer.compression-type'))),
      same('batch-size', 32768, clusters(config, yaml('spring.kafka.producer.batch-size'))),
      same('retry: max-attempts', 5, prod(config, yaml('workflow.retry.max-attempts'), '${WORKFLOW_RETRY_MAX_ATTEMPTS}'), prod(engine, env('WORKFLOW_RETRY_MAX_ATTEMPTS'), 5)),
      same('retry: backoff-multiplier', '2.0', everywhere(config, yaml('workflow.retry.backoff-multiplier'), 2)),
      same('timeout: default-seconds', 600, clusters(engine, env('WORKFLOW_TIMEOUT_DEFAULT_SECONDS'))),
      same('log level of com.ngoctran.interactionservice', 'INFO', clusters(config, yaml('logging.level[com.ngoctran.interactionservice]'))),
      differs('log level of org.springframework.security', 'DEBUG', ['it logs tokens', 65], clusters(config, yaml('logging.level[org.springframework.security]'), 'INFO')),
      same('pattern of the log', '%d … [%X{correlationId:-}] …', everywhere(config, yaml('logging.pattern.console'), '%d{yyyy-MM-dd HH:mm:ss.SSS} [%thread] %-5level [%X{correlationId:-}] %logger{36} - %msg%n')),
      same('endpoints', 'health,metrics,prometheus,info', everywhere(config, yaml('management.endpoints.web.exposure.include'))),
      same('base-path', '/actuator', everywhere(config, yaml('management.endpoints.web.base-path'))),
      differs('switch of the metrics', 'management.metrics.export.prometheus.enabled', names3, everywhere(config, yaml('management.prometheus.metrics.export.enabled'), true)),
    ] },
    { heading: 'Namespace Setup', figures: [
      same('namespace', 'onboarding', everywhere('/Namespace/onboarding', 'metadata.name')),
      same('onboarding-db-secret', 'username, password', everywhere('ExternalSecret/onboarding-db-secret', 'spec.target.template.data.username', 'onboarding'), everywhere('ExternalSecret/onboarding-db-secret', 'spec.target.template.data.password', '{{ .onboarding_password }}')),
      differs('onboarding-kafka-secret: username', 'kafka-user', 'the user is named after its client', everywhere('ExternalSecret/onboarding-kafka-secret', 'spec.target.template.data.username', 'onboarding')),
      same('onboarding-kafka-secret: password', 'a secret', everywhere('ExternalSecret/onboarding-kafka-secret', 'spec.target.template.data.password', '{{ .password }}')),
    ] },
    { heading: 'ConfigMap', figures: [
      differs('its name', 'onboarding-config', ['named after its component, as everywhere', 6], everywhere(config, 'metadata.name', 'onboarding-workflow')),
      differs('its mount', 'none', ['a file that is not mounted is read by nobody', 65], everywhere(engine, `${container}.volumeMounts[config].mountPath`, '/etc/spring')),
      same('workflow.retry.max-attempts', 5, everywhere(engine, env('WORKFLOW_RETRY_MAX_ATTEMPTS'))),
      same('workflow.timeout.default-seconds', 300, dev(engine, env('WORKFLOW_TIMEOUT_DEFAULT_SECONDS'))),
    ] },
    { heading: 'Deployment', figures: [
      same('name', 'onboarding-workflow', everywhere(engine, 'metadata.name')),
      differs('replicas', 3, 'an autoscaler counts the pods, and `replicas` beside it would be set back by every sync', clusters(engine, 'spec.replicas', gone), prod('HorizontalPodAutoscaler/onboarding-workflow', 'spec.minReplicas', 3)),
      differs('image', 'onboarding-workflow:latest', 'a tag that moves is another program tomorrow', everywhere(engine, `${container}.image`, /onboarding-workflow:\d+\.\d+\.\d+$/)),
      same('port http', 8080, everywhere(engine, `${container}.ports[http].containerPort`)),
      same('port management', 8081, everywhere(engine, `${container}.ports[management].containerPort`)),
      same('SPRING_PROFILES_ACTIVE', 'prod', prod(engine, env('SPRING_PROFILES_ACTIVE'))),
      same('DB_USER, DB_PASSWORD', 'onboarding-db-secret', everywhere(engine, `${secret('DB_USER')}.name`), everywhere(engine, `${secret('DB_PASSWORD')}.name`)),
      same('KAFKA_USER, KAFKA_PASSWORD', 'onboarding-kafka-secret', everywhere(engine, `${secret('KAFKA_USER')}.name`), everywhere(engine, `${secret('KAFKA_PASSWORD')}.name`)),
      same('resources', '1000m, 2Gi, 2000m, 4Gi', ...resources(prod, engine, 'service', ['1000m', '2Gi', '2000m', '4Gi'])),
      same('liveness: path and port', '/actuator/health/liveness, management', everywhere(engine, `${container}.livenessProbe.httpGet.path`, '/actuator/health/liveness'), everywhere(engine, `${container}.livenessProbe.httpGet.port`, 'management')),
      differs('liveness: initialDelaySeconds', 60, startup, everywhere(engine, `${container}.livenessProbe.initialDelaySeconds`, gone)),
      same('liveness: periodSeconds', 30, everywhere(engine, `${container}.livenessProbe.periodSeconds`)),
      same('readiness: path and port', '/actuator/health/readiness, management', everywhere(engine, `${container}.readinessProbe.httpGet.path`, '/actuator/health/readiness'), everywhere(engine, `${container}.readinessProbe.httpGet.port`, 'management')),
      differs('readiness: initialDelaySeconds', 30, startup, everywhere(engine, `${container}.readinessProbe.initialDelaySeconds`, gone)),
      same('readiness: periodSeconds', 10, everywhere(engine, `${container}.readinessProbe.periodSeconds`)),
      differs('startup: path', '/actuator/health', 'it asks the database and Kafka too, and would restart the engine for theirs', everywhere(engine, `${container}.startupProbe.httpGet.path`, '/actuator/health/liveness')),
      differs('startup: initialDelaySeconds', 10, 'the first failures cost nothing', everywhere(engine, `${container}.startupProbe.initialDelaySeconds`, gone)),
      same('startup: periodSeconds', 5, everywhere(engine, `${container}.startupProbe.periodSeconds`)),
      differs('startup: failureThreshold', 30, ['half a CPU in dev starts a JVM in minutes', 65], everywhere(engine, `${container}.startupProbe.failureThreshold`, 60)),
      same('runAsNonRoot', 'true', everywhere(engine, 'spec.template.spec.securityContext.runAsNonRoot')),
      same('runAsUser', 1000, everywhere(engine, 'spec.template.spec.securityContext.runAsUser')),
      differs('readOnlyRootFilesystem', 'true, of the pod', 'a field of containers alone: the API server would refuse the pod', everywhere(engine, `${container}.securityContext.readOnlyRootFilesystem`, true)),
      differs('volume tmp-volume', 'never mounted', ['mounted', 65], everywhere(engine, `${container}.volumeMounts[tmp].mountPath`, '/tmp')),
    ] },
    { heading: 'Service', figures: [
      same('http', '80 to 8080', everywhere('Service/onboarding-workflow', 'spec.ports[http].port', 80), everywhere(engine, `${container}.ports[http].containerPort`, 8080)),
      same('management', '8081 to 8081', everywhere('Service/onboarding-workflow', 'spec.ports[management].port', 8081), everywhere(engine, `${container}.ports[management].containerPort`, 8081)),
      same('type', 'ClusterIP', everywhere('Service/onboarding-workflow', 'spec.type')),
    ] },
    { heading: 'Ingress', figures: [
      differs('host', 'api.yourcompany.com', 'a host of the environment’s domain', dev('Ingress/onboarding-workflow', 'spec.rules', /"host":"(api\.onboarding\.dev\.example\.com)"/), staging('Ingress/onboarding-workflow', 'spec.rules', /"host":"(api\.onboarding\.staging\.example\.com)"/), prod('Ingress/onboarding-workflow', 'spec.rules', /"host":"(api\.onboarding\.example\.com)"/)),
      differs('cluster-issuer', 'letsencrypt-prod', 'the environment’s issuer', dev('Ingress/onboarding-workflow', 'metadata.annotations[cert-manager.io/cluster-issuer]', 'letsencrypt-staging'), clusters('Ingress/onboarding-workflow', 'metadata.annotations[cert-manager.io/cluster-issuer]', 'letsencrypt')),
      same('ssl-redirect', 'true', everywhere('Ingress/onboarding-workflow', 'metadata.annotations[nginx.ingress.kubernetes.io/ssl-redirect]')),
      differs('force-ssl-redirect', 'true', 'for an Ingress without TLS of its own; this one has a certificate', everywhere('Ingress/onboarding-workflow', 'metadata.annotations[nginx.ingress.kubernetes.io/force-ssl-redirect]', gone)),
      differs('secretName', 'onboarding-tls', ['named after its component', 6], everywhere('Ingress/onboarding-workflow', 'spec.tls', /"secretName":"(onboarding-workflow-tls)"/)),
      same('path /api', 'to port 80', everywhere('Ingress/onboarding-workflow', 'spec.rules', /"path":"(\/api)","pathType":"Prefix"/)),
      differs('path /admin', 'beside /api', ['an Ingress of its own, for the addresses of operators', 66], everywhere('Ingress/onboarding-workflow-admin', 'spec.rules', /"path":"(\/admin)"/), dev('Ingress/onboarding-workflow-admin', 'metadata.annotations[nginx.ingress.kubernetes.io/allowlist-source-range]', '10.0.0.0/8'), clusters('Ingress/onboarding-workflow-admin', 'metadata.annotations[nginx.ingress.kubernetes.io/allowlist-source-range]', '10.200.0.0/16')),
    ] },
    { heading: 'Prometheus Configuration', figures: [
      differs('job_name', 'onboarding-workflow', ['found by pod in every namespace, so the name says which', 25], everywhere(prometheus, `${scrape}.job_name`, 'onboarding/onboarding-workflow:8081')),
      same('role and namespace', 'pod, onboarding', everywhere(prometheus, `${scrape}.kubernetes_sd_configs`, '[{"role":"pod","namespaces":{"names":["onboarding"]}}]')),
      same('kept: pods of onboarding-workflow, port', 8081, everywhere(prometheus, `${scrape}.relabel_configs`, /"regex":"onboarding-workflow;(8081)"/)),
      same('metrics_path', '/actuator/prometheus', everywhere(prometheus, `${scrape}.metrics_path`)),
    ] },
    { heading: 'Grafana Dashboards', figures: [
      same('title', 'Workflow Engine Overview', everywhere(dashboard, 'data[onboarding-workflow.json].title')),
      same('panel Active Instances', 'stat of workflow_instances_active', everywhere(dashboard, `${panel('Active Instances')}.type`, 'stat'), everywhere(dashboard, `${panel('Active Instances')}.targets`, /"expr":"(max\(workflow_instances_active.*?\))"/)),
      same('panel State Transitions', 'rate(workflow_state_transition_total[5m]) by from_state and to_state', everywhere(dashboard, panel('State Transitions'), /"expr":"(.*rate\(workflow_state_transition_total.*\[5m\]\)\))"/), everywhere(dashboard, panel('State Transitions'), /"legendFormat":"({{from_state}} → {{to_state}})"/)),
      same('panel Error Rate', 'rate(workflow_error_total[5m]) by error_code', everywhere(dashboard, panel('Error Rate'), /"expr":"(.*rate\(workflow_error_total.*\[5m\]\)\))"/), everywhere(dashboard, panel('Error Rate'), /"legendFormat":"({{error_code}})"/)),
    ] },
    { heading: 'Alert Rules', figures: [
      differs('HighErrorRate', 'rate(workflow_error_total[5m]) > 0.1', 'summed over pods and told by the minute: 6 a minute are 0.1 a second', everywhere(prometheus, `${rule('OnboardingHighErrorRate')}.expr`, /\* 60 > 6$/)),
      same('HighErrorRate: for and severity', '5m, critical', everywhere(prometheus, `${rule('OnboardingHighErrorRate')}.for`, '5m'), everywhere(prometheus, `${rule('OnboardingHighErrorRate')}.labels.severity`, 'critical')),
      same('InstanceStuck', 'workflow_instances_active > 1000', everywhere(prometheus, `${rule('OnboardingInstanceStuck')}.expr`, /workflow_instances_active\S*\) > 1000$/)),
      same('InstanceStuck: for and severity', '10m, warning', everywhere(prometheus, `${rule('OnboardingInstanceStuck')}.for`, '10m'), everywhere(prometheus, `${rule('OnboardingInstanceStuck')}.labels.severity`, 'warning')),
      same('OutboxLag', 'outbox_event_pending_total > 100', everywhere(prometheus, `${rule('OnboardingOutboxLag')}.expr`, /outbox_event_pending_total\S*\) > 100$/)),
      same('OutboxLag: for and severity', '2m, warning', everywhere(prometheus, `${rule('OnboardingOutboxLag')}.for`, '2m'), everywhere(prometheus, `${rule('OnboardingOutboxLag')}.labels.severity`, 'warning')),
    ] },
    { heading: 'Horizontal Pod Autoscaling', figures: [
      differs('name', 'onboarding-workflow-hpa', ['named after its component', 6], clusters('HorizontalPodAutoscaler/onboarding-workflow', 'metadata.name', 'onboarding-workflow')),
      same('minReplicas', 3, prod('HorizontalPodAutoscaler/onboarding-workflow', 'spec.minReplicas')),
      same('maxReplicas', 10, prod('HorizontalPodAutoscaler/onboarding-workflow', 'spec.maxReplicas')),
      same('cpu', '70', clusters('HorizontalPodAutoscaler/onboarding-workflow', 'spec.metrics', /"cpu","target":\{"averageUtilization":(70),/)),
      differs('memory', '80', ['a heap that has grown does not shrink: the scale would only ever go up', 65], clusters('HorizontalPodAutoscaler/onboarding-workflow', 'spec.metrics', /^(?!.*"memory").*"name":"(cpu)"/)),
    ] },
    { heading: 'Kafka Consumer Scaling', figures: [
      same('partitions of onboarding-command', 12, prod(topics, 'data[topics.txt][onboarding-command]', /^(12) 3 /)),
      differs('concurrency', 6, ['of ten pods each has one thread: 60 threads over 12 partitions would leave 48 idle', 65], everywhere(config, yaml('spring.kafka.listener.concurrency'), 1)),
    ] },
    { heading: 'Database Scaling', figures: [
      differs('read replicas', 'to be added', 'for reports, which nobody asks the engine for yet', everywhere(database, 'spec.replicas', 1)),
      differs('partitions of onboarding_history', 'by month', ['a table of the engine: its migrations make it', 67]),
    ] },
    { heading: 'TLS Configuration', figures: [
      differs('server.ssl', 'a key store in the image', 'TLS ends at the Ingress; a mesh encrypts behind it where an environment has one', everywhere(config, yaml('server.ssl'), gone), everywhere('Ingress/onboarding-workflow', 'spec.tls', /"secretName":"(onboarding-workflow-tls)"/)),
    ] },
    { heading: 'Network Policies', figures: [
      differs('name', 'onboarding-workflow-netpol', ['named after its component', 6], everywhere(policy, 'metadata.name', 'onboarding-workflow')),
      same('types', 'Ingress, Egress', everywhere(policy, 'spec.policyTypes', '["Ingress","Egress"]')),
      differs('from', 'namespaces with the label name=ingress-nginx', 'a label that nobody sets; Kubernetes sets the other one by itself', everywhere(policy, 'spec.ingress', /(kubernetes\.io\/metadata\.name)":"ingress-nginx"/)),
      same('from the Ingress', 8080, everywhere(policy, 'spec.ingress', /ingress-nginx.*?"port":(8080)/)),
      same('to postgres', 5432, everywhere(policy, 'spec.egress', /"port":(5432)[^[]*\[[^[]*onboarding-postgresql/)),
      same('to kafka', 9092, everywhere(policy, 'spec.egress', /"port":(9092)[^[]*\[[^[]*onboarding-kafka-broker/)),
      differs('to DNS', 'not admitted', 'without it no name is found', everywhere(policy, 'spec.egress', /"port":(53),"protocol":"UDP"/)),
      differs('to Redis', 'not admitted', 'the document lists Redis among what is reached', everywhere(policy, 'spec.egress', /"port":(6379)/)),
      differs('from Prometheus', 'not admitted', 'the document has it ask port 8081', everywhere(policy, 'spec.ingress', /"port":(8081)/)),
    ] },
    { heading: 'Database Backup', figures: [
      differs('how often', 'daily', ['every 30 minutes, so that an hour at most is lost', 38], clusters('CronJob/onboarding-postgresql-backup', 'spec.schedule', '*/30 * * * *'), clusters(database, 'metadata.annotations[platform-manifests/rpo]', '1h')),
      same('with', 'pg_dump', clusters('ConfigMap/onboarding-postgresql-backup', 'data[postgres-dump.sh]', /pg_dump/)),
      differs('to', 's3://backups/onboarding/', 'a bucket of each environment, and a folder of each store', staging('CronJob/onboarding-postgresql-backup', 'spec.jobTemplate.spec.template.spec.containers[restic].env[RESTIC_REPOSITORY].value', /(platform-backups-staging\/onboarding\/onboarding-postgresql)$/), prod('CronJob/onboarding-postgresql-backup', 'spec.jobTemplate.spec.template.spec.containers[restic].env[RESTIC_REPOSITORY].value', /(platform-backups-prod\/onboarding\/onboarding-postgresql)$/)),
    ] },
    { heading: 'Disaster Recovery', figures: [
      differs('restore', 'a Job that starts when it is applied', ['one that somebody starts', 39], clusters('CronJob/onboarding-postgresql-restore', 'spec.suspend', true)),
      differs('image', 'postgres:13', 'the tools of the server that is restored', clusters('CronJob/onboarding-postgresql-restore', 'spec.jobTemplate.spec.template.spec.containers[restore].image', /postgis:16/)),
      differs('from', 'the claim backup-pvc, which nothing defines', ['the bucket', 38], clusters('CronJob/onboarding-postgresql-restore', 'spec.jobTemplate.spec.template.spec.volumes[repository].secret.secretName', 'onboarding-postgresql-backup-storage')),
    ] },
    { heading: 'Troubleshooting', silent: 'commands; the group onboarding-engine and port 8081 are figures of the parts above' },
    { heading: 'JVM Tuning', figures: [
      differs('variable', 'JAVA_OPTS', 'no JVM reads it by itself; this one every JVM reads', everywhere(engine, `${container}.env[JAVA_TOOL_OPTIONS].name`, 'JAVA_TOOL_OPTIONS')),
      same('collector', '-XX:+UseG1GC', everywhere(engine, env('JAVA_TOOL_OPTIONS'), /-XX:\+UseG1GC/)),
      same('MaxGCPauseMillis', 200, everywhere(engine, flag('-XX:MaxGCPauseMillis'))),
      differs('G1HeapRegionSize', '16m', 'the JVM derives it from the heap, which is of another size in each environment', everywhere(engine, flag('-XX:G1HeapRegionSize'), gone)),
      differs('MinHeapFreeRatio, MaxHeapFreeRatio', '20, 40', 'they shrink a heap so that others have its memory; the limit is the pod’s alone', everywhere(engine, flag('-XX:MinHeapFreeRatio'), gone), everywhere(engine, flag('-XX:MaxHeapFreeRatio'), gone)),
      differs('-Xms', '2g', besides, everywhere(engine, env('JAVA_TOOL_OPTIONS'), /^(?!.*-Xms).*(-XX:MaxRAMPercentage=75)/)),
      differs('-Xmx', '4g', besides, everywhere(engine, flag('-XX:MaxRAMPercentage'), 75)),
      differs('PrintGCDetails', 'on', removed, everywhere(engine, env('JAVA_TOOL_OPTIONS'), /^(?!.*PrintGC).*(-Xlog:gc\S*)/)),
      differs('PrintGCTimeStamps', 'on', removed, everywhere(engine, env('JAVA_TOOL_OPTIONS'), /^(?!.*PrintGC).*(-Xlog:gc\S*)/)),
    ] },
    { heading: 'Database Tuning', figures: [
      same('shared_buffers', '256MB', everywhere(database, setting('shared_buffers'))),
      same('effective_cache_size', '1GB', clusters(database, setting('effective_cache_size'))),
      same('work_mem', '4MB', everywhere(database, setting('work_mem'))),
      same('maintenance_work_mem', '64MB', everywhere(database, setting('maintenance_work_mem'))),
      same('checkpoint_completion_target', '0.9', everywhere(database, setting('checkpoint_completion_target'))),
      same('wal_buffers', '16MB', everywhere(database, setting('wal_buffers'))),
      same('default_statistics_target', 100, everywhere(database, setting('default_statistics_target'))),
    ] },
    onboardingLeftOpen,
  ],
};

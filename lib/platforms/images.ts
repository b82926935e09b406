import { ImageRow } from '../model/image';

/** Every image that is not our own. A bot raises the tags and fills in digests; renovate.json shows it how. */
// prettier-ignore
export const images = {
  alloy:                 { repository: 'docker.io/grafana/alloy',                               tag: 'v1.18.1' },
  elasticsearch:         { repository: 'docker.elastic.co/elasticsearch/elasticsearch',         tag: '8.19.20' },
  elasticsearchExporter: { repository: 'quay.io/prometheuscommunity/elasticsearch-exporter',    tag: 'v1.11.0' },
  flyway:                { repository: 'docker.io/flyway/flyway',                               tag: '11.10.3-alpine' },
  grafana:               { repository: 'docker.io/grafana/grafana',                             tag: '12.4.3' },
  jaeger:                { repository: 'docker.io/jaegertracing/jaeger',                         tag: '2.20.0' },
  kafka:                 { repository: 'docker.io/apache/kafka',                                tag: '4.1.2' },
  kafkaExporter:         { repository: 'docker.io/danielqsj/kafka-exporter',                    tag: 'v1.9.0' },
  // Only the JMX agent is taken from it: its makers publish the jar in no image of their own.
  kafkaJmxAgent:         { repository: 'quay.io/strimzi/kafka',                                 tag: '1.2.0-kafka-4.3.1' },
  kafkaUi:               { repository: 'ghcr.io/kafbat/kafka-ui',                               tag: 'v1.5.0' },
  keycloak:              { repository: 'quay.io/keycloak/keycloak',                             tag: '26.6.4' },
  kibana:                { repository: 'docker.elastic.co/kibana/kibana',                       tag: '8.19.20' },
  kong:                  { repository: 'docker.io/library/kong',                                tag: '3.9.3' },
  kubeStateMetrics:      { repository: 'registry.k8s.io/kube-state-metrics/kube-state-metrics', tag: 'v2.20.0' },
  logstash:              { repository: 'docker.elastic.co/logstash/logstash',                   tag: '8.19.20' },
  loki:                  { repository: 'docker.io/grafana/loki',                                tag: '3.7.6' },
  mongo:                 { repository: 'docker.io/library/mongo',                               tag: '8.0.29' },
  mongoExporter:         { repository: 'docker.io/percona/mongodb_exporter',                    tag: '0.53.0' },
  otelCollector:         { repository: 'docker.io/otel/opentelemetry-collector-k8s',            tag: '0.159.0' },
  postgres:              { repository: 'docker.io/library/postgres',                            tag: '16.15-bookworm' },
  postgis:               { repository: 'docker.io/postgis/postgis',                             tag: '16-3.5' }, // its makers give no other tags
  postgresExporter:      { repository: 'quay.io/prometheuscommunity/postgres-exporter',         tag: 'v0.20.1' },
  redis:                 { repository: 'docker.io/library/redis',                               tag: '7.2.16' },
  redisExporter:         { repository: 'docker.io/oliver006/redis_exporter',                    tag: 'v1.88.0' },
  restic:                { repository: 'docker.io/restic/restic',                               tag: '0.18.1' },
  schemaRegistry:        { repository: 'docker.io/confluentinc/cp-schema-registry',             tag: '8.1.1' },
  prometheus:            { repository: 'docker.io/prom/prometheus',                             tag: 'v3.13.2' },
  tempo:                 { repository: 'docker.io/grafana/tempo',                               tag: '2.10.8' },
  temporalAdminTools:    { repository: 'docker.io/temporalio/admin-tools',                      tag: '1.31.2' },
  temporalServer:        { repository: 'docker.io/temporalio/server',                           tag: '1.31.2' },
  temporalUi:            { repository: 'docker.io/temporalio/ui',                               tag: '2.52.0' },
} as const satisfies Record<string, ImageRow>;

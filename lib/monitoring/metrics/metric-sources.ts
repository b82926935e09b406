import { kubelet, kubeStateMetrics, prometheus, scrape } from './cluster';
import { kong } from './gateway';
import { goService, httpService } from './go-service';
import { jaeger } from './jaeger';
import { kafkaExporter, kafkaMirror, kafkaNode } from './kafka';
import { keycloak } from './keycloak';
import { MetricSource } from './metric-source';
import { nodeService } from './node-service';
import { grafana, loki, otelCollector, tempo } from './signals';
import { springService } from './spring-service';
import { elasticsearchExporter, mongoExporter, postgresExporter, redisExporter } from './stores';
import { temporalServer } from './temporal';
import { workflowEngine } from './workflow-engine';

/** Everything that alerts and dashboards may go by. A name that is not here is not reported by anything. */
export const metricSources: readonly MetricSource[] = [
  httpService,
  goService,
  springService,
  workflowEngine,
  nodeService,
  kong,
  keycloak,
  jaeger,
  kafkaExporter,
  kafkaNode,
  kafkaMirror,
  mongoExporter,
  postgresExporter,
  redisExporter,
  elasticsearchExporter,
  temporalServer,
  scrape,
  prometheus,
  kubeStateMetrics,
  kubelet,
  loki,
  tempo,
  otelCollector,
  grafana,
];

import { kubelet, kubeStateMetrics, prometheus, scrape } from './cluster';
import { goService } from './go-service';
import { kafkaExporter, kafkaMirror, kafkaNode } from './kafka';
import { MetricSource } from './metric-source';
import { grafana, loki, otelCollector, tempo } from './signals';
import { springService } from './spring-service';
import { elasticsearchExporter, mongoExporter, postgresExporter, redisExporter } from './stores';
import { temporalServer } from './temporal';
import { workflowEngine } from './workflow-engine';

/** Everything that alerts and dashboards may go by. A name that is not here is not reported by anything. */
export const metricSources: readonly MetricSource[] = [
  goService,
  springService,
  workflowEngine,
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

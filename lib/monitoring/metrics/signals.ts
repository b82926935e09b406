import { MetricSource } from './metric-source';

/** The server that keeps logs. A counter with a reason is there from the first time on. */
export const loki: MetricSource = {
  program: 'Loki',
  makers: 'grafana/loki',
  version: '3.7.6',
  comparedBy: 'e2e/signal-metrics.test.ts',
  reportedBy: { image: 'grafana/loki' },
  metrics: {
    loki_discarded_samples_total: ['reason', 'tenant'],
    loki_ingester_chunks_flush_failures_total: [],
    loki_request_duration_seconds_count: ['method', 'route', 'status_code'],
  },
};

/** The server that keeps traces. */
export const tempo: MetricSource = {
  program: 'Tempo',
  makers: 'grafana/tempo',
  version: '2.10.8',
  comparedBy: 'source: modules/ingester/flush.go, modules/overrides/discarded_spans.go',
  reportedBy: { image: 'grafana/tempo' },
  metrics: {
    tempo_discarded_spans_total: ['reason', 'tenant'],
    tempo_ingester_failed_flushes_total: [],
  },
};

/** What takes signals by OTLP. Its counters end in no `_total`, because its configuration says so. */
export const otelCollector: MetricSource = {
  program: 'OpenTelemetry Collector',
  makers: 'open-telemetry/opentelemetry-collector',
  version: '0.159.0',
  comparedBy: 'e2e/signal-metrics.test.ts',
  reportedBy: { image: 'otel/opentelemetry-collector-k8s' },
  metrics: {
    otelcol_exporter_enqueue_failed_log_records: ['exporter'],
    otelcol_exporter_enqueue_failed_metric_points: ['exporter'],
    otelcol_exporter_enqueue_failed_spans: ['exporter'],
    otelcol_exporter_queue_capacity: ['exporter', 'data_type'],
    otelcol_exporter_queue_size: ['exporter', 'data_type'],
    otelcol_exporter_send_failed_log_records: ['exporter'],
    otelcol_exporter_send_failed_metric_points: ['exporter'],
    otelcol_exporter_send_failed_spans: ['exporter'],
    otelcol_receiver_refused_log_records: ['receiver', 'transport'],
    otelcol_receiver_refused_metric_points: ['receiver', 'transport'],
    otelcol_receiver_refused_spans: ['receiver', 'transport'],
  },
};

/** What shows everything to people. */
export const grafana: MetricSource = {
  program: 'Grafana',
  makers: 'grafana/grafana',
  version: '12.4.3',
  comparedBy: 'source: pkg/middleware/request_metrics.go',
  reportedBy: { image: 'grafana/grafana' },
  metrics: { grafana_http_request_duration_seconds_count: ['handler', 'method', 'status_code'] },
};

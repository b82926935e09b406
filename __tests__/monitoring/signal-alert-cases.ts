import { AlertCase, Series } from './promtool';

const target = (name: string) => `namespace="observability",job="${name}",pod="${name}-0"`;

/** A share of answers that are errors, of a hundred a minute. */
const errors = (metric: string, labels: string, percent: number): Series => ({
  [`${metric}{${labels},status_code="200"}`]: `0+${100 - percent}x30`,
  [`${metric}{${labels},status_code="500"}`]: `0+${percent}x30`,
});

const lokiPush = `${target('loki')},route="otlp_v1_logs",method="POST"`;
const lokiRequests = 'loki_request_duration_seconds_count';
const grafanaRequests = 'grafana_http_request_duration_seconds_count';
const traces = `${target('otel-collector')},exporter="otlp_grpc/traces"`;
const received = `${target('otel-collector')},receiver="otlp",transport="grpc"`;
const prometheus = target('prometheus');

/** Cases of what takes, keeps and shows signals, and of Prometheus beyond its rules. */
export const signalAlertCases: Readonly<Record<string, AlertCase>> = {
  LokiRefusesLines: {
    at: '20m',
    firing: { [`loki_discarded_samples_total{${target('loki')},reason="rate_limited",tenant="fake"}`]: '0+60x30' },
    labels: { reason: 'rate_limited' },
    summary: 'Loki refuses 1 lines a second: rate_limited',
    quiet: { [`loki_discarded_samples_total{${target('loki')},reason="rate_limited",tenant="fake"}`]: '60x30' },
  },
  LokiFlushFails: {
    at: '10m',
    firing: { [`loki_ingester_chunks_flush_failures_total{${target('loki')}}`]: '0+1x20' },
    labels: { namespace: 'observability', job: 'loki', pod: 'loki-0' },
    summary: 'loki-0 cannot write logs to its volume',
    quiet: { [`loki_ingester_chunks_flush_failures_total{${target('loki')}}`]: '3x20' },
  },
  LokiErrors: {
    at: '25m',
    firing: errors(lokiRequests, lokiPush, 10),
    labels: { route: 'otlp_v1_logs' },
    summary: 'Loki answers 10% of otlp_v1_logs with an error',
    quiet: errors(lokiRequests, lokiPush, 4),
  },

  TempoRefusesSpans: {
    at: '20m',
    firing: { [`tempo_discarded_spans_total{${target('tempo')},reason="trace_too_large"}`]: '0+120x30' },
    labels: { reason: 'trace_too_large' },
    summary: 'Tempo refuses 2 spans a second: trace_too_large',
    quiet: { [`tempo_discarded_spans_total{${target('tempo')},reason="trace_too_large"}`]: '120x30' },
  },
  TempoFlushFails: {
    at: '10m',
    firing: { [`tempo_ingester_failed_flushes_total{${target('tempo')}}`]: '0+1x20' },
    labels: { namespace: 'observability', job: 'tempo', pod: 'tempo-0' },
    summary: 'tempo-0 cannot write traces to its volume',
    quiet: { [`tempo_ingester_failed_flushes_total{${target('tempo')}}`]: '3x20' },
  },

  CollectorLosesSignals: {
    at: '15m',
    // Two ways to lose the same: one alert.
    firing: {
      [`otelcol_exporter_send_failed_spans{${traces}}`]: '0+60x20',
      [`otelcol_exporter_enqueue_failed_spans{${traces}}`]: '0+60x20',
    },
    labels: { exporter: 'otlp_grpc/traces' },
    summary: 'The collector loses 1 a second of what goes to otlp_grpc/traces',
    quiet: {
      [`otelcol_exporter_send_failed_spans{${traces}}`]: '60x20',
      [`otelcol_exporter_enqueue_failed_spans{${traces}}`]: '0x20',
    },
  },
  CollectorQueueFull: {
    at: '10m',
    firing: {
      [`otelcol_exporter_queue_size{${traces},data_type="traces"}`]: '900x20',
      [`otelcol_exporter_queue_capacity{${traces},data_type="traces"}`]: '1000x20',
    },
    labels: { pod: 'otel-collector-0', exporter: 'otlp_grpc/traces' },
    summary: '90% of the queue of otel-collector-0 to otlp_grpc/traces are taken',
    quiet: {
      [`otelcol_exporter_queue_size{${traces},data_type="traces"}`]: '800x20',
      [`otelcol_exporter_queue_capacity{${traces},data_type="traces"}`]: '1000x20',
    },
  },
  CollectorRefuses: {
    at: '15m',
    firing: { [`otelcol_receiver_refused_log_records{${received}}`]: '0+60x20' },
    labels: { pod: 'otel-collector-0' },
    summary: 'otel-collector-0 refuses 1 a second of what it is sent',
    quiet: { [`otelcol_receiver_refused_log_records{${received}}`]: '60x20' },
  },

  GrafanaErrors: {
    at: '25m',
    firing: errors(grafanaRequests, `${target('grafana')},handler="/api/ds/query",method="POST"`, 10),
    labels: { pod: 'grafana-0' },
    summary: 'grafana-0 answers 10% of requests with an error',
    quiet: errors(grafanaRequests, `${target('grafana')},handler="/api/ds/query",method="POST"`, 4),
  },
  GrafanaPostgresDown: {
    at: '4m',
    firing: { [`pg_up{${target('grafana-postgresql')}}`]: '0x10' },
    labels: { namespace: 'observability', job: 'grafana-postgresql', pod: 'grafana-postgresql-0' },
    summary: 'PostgreSQL in grafana-postgresql-0 does not answer its exporter',
    quiet: { [`pg_up{${target('grafana-postgresql')}}`]: '1x10' },
  },
  GrafanaPostgresConnections: {
    at: '15m',
    firing: {
      [`pg_stat_activity_count{${target('grafana-postgresql')},datname="grafana",state="idle"}`]: '45x20',
      [`pg_settings_max_connections{${target('grafana-postgresql')}}`]: '50x20',
    },
    labels: { job: 'grafana-postgresql', pod: 'grafana-postgresql-0' },
    summary: '90% of the connections of grafana-postgresql-0 are taken',
    quiet: {
      [`pg_stat_activity_count{${target('grafana-postgresql')},datname="grafana",state="idle"}`]: '40x20',
      [`pg_settings_max_connections{${target('grafana-postgresql')}}`]: '50x20',
    },
  },

  PrometheusRulesMissed: {
    at: '25m',
    firing: { [`prometheus_rule_group_iterations_missed_total{${prometheus},rule_group="wms-kafka"}`]: '0+1x30' },
    labels: { namespace: 'observability', job: 'prometheus', pod: 'prometheus-0', rule_group: 'wms-kafka' },
    summary: 'prometheus-0 is too slow for wms-kafka',
    quiet: { [`prometheus_rule_group_iterations_missed_total{${prometheus},rule_group="wms-kafka"}`]: '4x30' },
  },
  PrometheusStorageFails: {
    at: '70m',
    // Either is enough.
    firing: {
      [`prometheus_tsdb_reloads_failures_total{${prometheus}}`]: '0x100',
      [`prometheus_tsdb_compactions_failed_total{${prometheus}}`]: '0x20 1x80',
    },
    labels: { pod: 'prometheus-0' },
    summary: 'prometheus-0 cannot make or read the blocks of its volume',
    quiet: {
      [`prometheus_tsdb_reloads_failures_total{${prometheus}}`]: '2x100',
      [`prometheus_tsdb_compactions_failed_total{${prometheus}}`]: '1x100',
    },
  },
  PrometheusLogCorrupt: {
    at: '5m',
    firing: { [`prometheus_tsdb_wal_corruptions_total{${prometheus}}`]: '1x10' },
    labels: { namespace: 'observability', job: 'prometheus', pod: 'prometheus-0' },
    summary: 'prometheus-0 found its log corrupt when it started',
    quiet: { [`prometheus_tsdb_wal_corruptions_total{${prometheus}}`]: '0x10' },
  },
  PrometheusScrapesRefused: {
    at: '10m',
    firing: { [`prometheus_target_scrapes_exceeded_sample_limit_total{${prometheus}}`]: '0+2x20' },
    labels: { namespace: 'observability', job: 'prometheus', pod: 'prometheus-0' },
    summary: 'prometheus-0 refuses a target that has too many samples',
    quiet: { [`prometheus_target_scrapes_exceeded_sample_limit_total{${prometheus}}`]: '7x20' },
  },
};

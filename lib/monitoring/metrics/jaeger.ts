import { MetricSource } from './metric-source';

/** A server of traces, which is an OpenTelemetry Collector with a store. Its counters end in `_total`, as its reader has it. */
export const jaeger: MetricSource = {
  program: 'Jaeger',
  makers: 'jaegertracing/jaeger, open-telemetry/opentelemetry-collector',
  version: '2.20.0',
  comparedBy:
    'source: operations/monitoring.md of jaegertracing/documentation, internal-telemetry.md of open-telemetry/opentelemetry.io',
  reportedBy: { image: 'jaegertracing/jaeger' },
  metrics: {
    otelcol_exporter_send_failed_spans_total: ['exporter'],
    otelcol_exporter_sent_spans_total: ['exporter'],
    otelcol_receiver_accepted_spans_total: ['receiver', 'transport'],
    otelcol_receiver_refused_spans_total: ['receiver', 'transport'],
  },
};

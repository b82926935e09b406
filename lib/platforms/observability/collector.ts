import { Loki, LOKI_PORT } from '../../constructs/observability/loki';
import { OtelCollector } from '../../constructs/observability/otel-collector';
import { Tempo, TEMPO_PORTS } from '../../constructs/observability/tempo';
import { toolProps } from '../context';
import { Context } from './context';
import { MetricsStore } from './metrics-store';
import { COLLECTOR } from './names';

/** What the collector hands signals to. */
export interface SignalStores {
  readonly loki: Loki;
  readonly tempo: Tempo;
  readonly metrics: MetricsStore;
}

/** Path below which Prometheus takes metrics by OTLP, where it is started with `--web.enable-otlp-receiver`. */
const PROMETHEUS_OTLP = '/api/v1/otlp';

/** Path below which Loki takes logs by OTLP. */
const LOKI_OTLP = '/otlp';

/** Defines what takes traces, metrics and logs from every service that sends any. */
export function defineCollector(context: Context, { loki, tempo, metrics }: SignalStores): OtelCollector {
  const { component, environment, namespace, rows, telemetry } = context;
  const collector = new OtelCollector(component(COLLECTOR, 'collector'), COLLECTOR, {
    ...toolProps(rows.collector, rows.tools),
    namespace,
    replicas: rows.collector.replicas,
    senders: telemetry.senders.map(({ peer }) => peer),
    backends: {
      traces: { address: tempo.otlpAddress, server: tempo.endpoint(TEMPO_PORTS['otlp-grpc']) },
      logs: { url: `${loki.url}${LOKI_OTLP}`, server: loki.endpoint(LOKI_PORT) },
      // Whether an operator's Prometheus takes OTLP is not ours to say: there, metrics are scraped.
      ...(environment.monitoring.kind === 'bundled' && {
        metrics: { url: `${metrics.url}${PROMETHEUS_OTLP}`, server: metrics.server },
      }),
    },
  });
  context.scrape(collector.metricsTargets);
  return collector;
}

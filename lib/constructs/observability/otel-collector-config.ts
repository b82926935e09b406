import { Endpoint } from '../workloads/endpoint';

/** Where each signal goes. */
export interface OtelBackends {
  /** Takes OTLP over gRPC at `host:port`. */
  readonly traces: { readonly address: string; readonly server: Endpoint };

  /** Takes OTLP over HTTP below a URL: `http://loki:3100/otlp`. */
  readonly logs: { readonly url: string; readonly server: Endpoint };

  /**
   * Takes OTLP over HTTP below a URL: `http://prometheus:9090/api/v1/otlp`.
   *
   * @default - senders of metrics are told that nobody takes them
   */
  readonly metrics?: { readonly url: string; readonly server: Endpoint };
}

/** Ports: OTLP over gRPC and HTTP, the collector's health, its own metrics. */
export const COLLECTOR_PORTS = { 'otlp-grpc': 4317, 'otlp-http': 4318, health: 13133, metrics: 8888 } as const;

// Before anything else: a batch that does not fit is refused while the sender still has it.
const PROCESSORS = ['memory_limiter', 'batch'];

/** Renders the collector's configuration: one pipeline for each signal that has somewhere to go. */
export function renderCollectorConfig({ traces, logs, metrics }: OtelBackends): object {
  const pipeline = (exporter: string) => ({ receivers: ['otlp'], processors: PROCESSORS, exporters: [exporter] });
  return {
    extensions: { health_check: { endpoint: everywhere(COLLECTOR_PORTS.health) } },
    receivers: { otlp: { protocols: renderReceivers() } },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 80, spike_limit_percentage: 25 },
      batch: { send_batch_size: 8192, timeout: '200ms' },
    },
    exporters: {
      'otlp_grpc/traces': { endpoint: traces.address, tls: { insecure: true } },
      'otlp_http/logs': { endpoint: logs.url },
      ...(metrics && { 'otlp_http/metrics': { endpoint: metrics.url } }),
    },
    service: {
      extensions: ['health_check'],
      pipelines: {
        traces: pipeline('otlp_grpc/traces'),
        logs: pipeline('otlp_http/logs'),
        ...(metrics && { metrics: pipeline('otlp_http/metrics') }),
      },
      telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: renderOwnMetrics() } } }] } },
    },
  };
}

// Not on the loopback interface, which is the default of every one of them.
const everywhere = (port: number) => `0.0.0.0:${port}`;

function renderReceivers(): object {
  return {
    grpc: {
      endpoint: everywhere(COLLECTOR_PORTS['otlp-grpc']),
      // A connection stays with the pod that it reached first: without an end, new pods would get no senders.
      keepalive: { server_parameters: { max_connection_age: '60s', max_connection_age_grace: '10s' } },
    },
    http: { endpoint: everywhere(COLLECTOR_PORTS['otlp-http']) },
  };
}

/** Names as the makers document them: a reader of one's own would add units and types. */
function renderOwnMetrics(): object {
  return {
    host: '0.0.0.0',
    port: COLLECTOR_PORTS.metrics,
    without_scope_info: true,
    without_type_suffix: true,
    without_units: true,
  };
}

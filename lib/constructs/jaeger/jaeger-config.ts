import { Duration } from '../../model/duration';

/** Ports of a server by name. */
export const JAEGER_PORTS = { 'otlp-grpc': 4317, 'otlp-http': 4318, ui: 16686, health: 13133, metrics: 8888 } as const;

/** Folder of the volume. */
export const JAEGER_FOLDER = '/badger';

const everywhere = (port: number) => `0.0.0.0:${port}`;
const STORE = 'disk';

/** Renders the configuration of one server that takes spans by OTLP, keeps them on its disk and shows them. */
export function renderJaegerConfig(retention: Duration): object {
  return {
    service: {
      extensions: ['healthcheckv2', 'jaeger_storage', 'jaeger_query'],
      pipelines: { traces: { receivers: ['otlp'], processors: ['batch'], exporters: ['jaeger_storage_exporter'] } },
      telemetry: {
        resource: { 'service.name': 'jaeger' },
        metrics: {
          level: 'normal',
          readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: JAEGER_PORTS.metrics } } } }],
        },
        logs: { level: 'info', encoding: 'json' },
      },
    },
    extensions: {
      healthcheckv2: { use_v2: true, http: { endpoint: everywhere(JAEGER_PORTS.health) } },
      jaeger_query: { storage: { traces: STORE }, http: { endpoint: everywhere(JAEGER_PORTS.ui) } },
      jaeger_storage: {
        backends: {
          [STORE]: {
            badger: {
              directories: { keys: `${JAEGER_FOLDER}/keys`, values: `${JAEGER_FOLDER}/values` },
              ephemeral: false,
              ttl: { spans: retention },
            },
          },
        },
      },
    },
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: everywhere(JAEGER_PORTS['otlp-grpc']) },
          http: { endpoint: everywhere(JAEGER_PORTS['otlp-http']) },
        },
      },
    },
    processors: { batch: {} },
    exporters: { jaeger_storage_exporter: { trace_storage: STORE } },
  };
}

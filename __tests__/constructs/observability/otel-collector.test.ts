import { Testing } from 'cdk8s';
import { OtelBackends } from '../../../lib/constructs/observability/otel-collector-config';
import { OtelCollector, OtelCollectorProps } from '../../../lib/constructs/observability/otel-collector';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { namespaceIn, objectsOf } from '../support';
import { fileOf, PROGRAM, serverIn, settingsOf, templateOf } from './signal-support';

const SENDER = { namespace: 'shop', labels: { 'app.kubernetes.io/name': 'orders' } };

function define({ withMetrics = true, ...overrides }: Partial<OtelCollectorProps> & { withMetrics?: boolean } = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const backends: OtelBackends = {
    traces: { address: 'tempo:4317', server: serverIn(namespace, 'tempo').endpoint(4317) },
    logs: { url: 'http://loki:3100/otlp', server: serverIn(namespace, 'loki').endpoint(3100) },
    ...(withMetrics && {
      metrics: { url: 'http://prometheus:9090/api/v1/otlp', server: serverIn(namespace, 'prometheus').endpoint(9090) },
    }),
  };
  const collector = new OtelCollector(chart, 'otel-collector', {
    ...PROGRAM,
    namespace,
    image: 'otel/opentelemetry-collector-k8s:0.159.0',
    replicas: 2,
    senders: [SENDER],
    backends,
    ...overrides,
  });
  return { chart, collector };
}

interface Config {
  readonly processors: object;
  readonly exporters: object;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Readonly<Record<string, { readonly processors: string[]; readonly exporters: string[] }>>;
  };
}
const configOf = (options?: Parameters<typeof define>[0]) => fileOf(define(options).chart, 'otel-collector') as Config;

test('it listens to other pods, on every port', () => {
  expect(configOf()).toMatchObject({
    receivers: { otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } } },
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    service: {
      telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: '0.0.0.0', port: 8888 } } } }] } },
    },
  });
});

test('each signal goes to the server that keeps it', () => {
  const { exporters, service } = configOf();
  expect(exporters).toEqual({
    'otlp_grpc/traces': { endpoint: 'tempo:4317', tls: { insecure: true } },
    'otlp_http/logs': { endpoint: 'http://loki:3100/otlp' },
    'otlp_http/metrics': { endpoint: 'http://prometheus:9090/api/v1/otlp' },
  });
  const targets = Object.entries(service.pipelines).map(([signal, pipeline]) => [signal, ...pipeline.exporters]);
  expect(targets).toEqual([
    ['traces', 'otlp_grpc/traces'],
    ['logs', 'otlp_http/logs'],
    ['metrics', 'otlp_http/metrics'],
  ]);
});

test('memory is limited before anything is collected', () => {
  const pipelines = Object.values(configOf().service.pipelines);
  expect(pipelines.map(({ processors }) => processors)).toEqual(pipelines.map(() => ['memory_limiter', 'batch']));
  expect(configOf().processors).toMatchObject({ memory_limiter: { check_interval: '1s', limit_percentage: 80 } });
  expect(settingsOf(templateOf(define().chart, 'Deployment', 'otel-collector'))).toEqual({ GOMEMLIMIT: '1638MiB' });
});

test('every part of a pipeline is one that the file defines, and no part is left over', () => {
  const { processors, exporters, service } = configOf();
  const used = (part: 'processors' | 'exporters') =>
    new Set(Object.values(service.pipelines).flatMap((pipeline) => pipeline[part]));
  expect([...used('processors')].sort()).toEqual(Object.keys(processors).sort());
  expect([...used('exporters')].sort()).toEqual(Object.keys(exporters).sort());
  expect(service.extensions).toEqual(['health_check']);
});

test('where nobody takes metrics there is no pipeline for them', () => {
  expect(Object.keys(configOf({ withMetrics: false }).service.pipelines)).toEqual(['traces', 'logs']);
  expect(Object.keys(configOf({ withMetrics: false }).exporters)).toEqual(['otlp_grpc/traces', 'otlp_http/logs']);
});

test('exactly the senders are admitted', () => {
  expect(objectsOf(define().chart)('NetworkPolicy', 'otel-collector').spec).toMatchObject({
    ingress: [
      {
        from: [{ podSelector: { matchLabels: SENDER.labels } }],
        ports: [{ port: 4317, protocol: 'TCP' }],
      },
    ],
  });
});

test('a sender stays with one pod for a minute at most', () => {
  const server_parameters = { max_connection_age: '60s', max_connection_age_grace: '10s' };
  expect(configOf()).toMatchObject({
    receivers: { otlp: { protocols: { grpc: { keepalive: { server_parameters } } } } },
  });
});

test('it starts after what it sends to, in as many pods as it is told, of which a drain takes one', () => {
  const { chart, collector } = define();
  expect(new SyncWaves().waveOf(collector)).toBe(1);
  expect(objectsOf(chart)('Deployment', 'otel-collector').spec).toMatchObject({ replicas: 2 });
  expect(objectsOf(chart)('PodDisruptionBudget', 'otel-collector').spec).toMatchObject({ maxUnavailable: 1 });
});

test.each([0, 1.5])('refuses %d pods', (replicas) => {
  expect(() => Testing.synth(define({ replicas }).chart)).toThrow(
    `replicas must be a whole number from 1, got ${replicas}`,
  );
});

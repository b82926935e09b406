import { Testing } from 'cdk8s';
import { Loki, LokiProps } from '../../../lib/constructs/observability/loki';
import { Tempo, TempoProps } from '../../../lib/constructs/observability/tempo';
import { namespaceIn, objectsOf, TIMINGS } from '../support';
import { fileOf, settingsOf, STORE, templateOf } from './signal-support';

function defineLoki(overrides: Partial<LokiProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const props = { ...STORE, namespace, image: 'grafana/loki:3.7.6', ingestionMegabytes: 8, ...overrides };
  return { chart, loki: new Loki(chart, 'loki', props) };
}

function defineTempo(overrides: Partial<TempoProps> = {}) {
  const chart = Testing.chart();
  const props = { ...STORE, namespace: namespaceIn(chart), image: 'grafana/tempo:2.10.8', ...overrides };
  return { chart, tempo: new Tempo(chart, 'tempo', props) };
}

describe('both', () => {
  test.each([
    ['loki', () => defineLoki().chart, '/loki'],
    ['tempo', () => defineTempo().chart, '/var/tempo'],
  ])('%s is one server on one claim, all that it writes stands there', (name, define, folder) => {
    const chart = define();
    expect(objectsOf(chart)('StatefulSet', name).spec).toMatchObject({
      replicas: 1,
      volumeClaimTemplates: [{ spec: { storageClassName: 'ssd', resources: { requests: { storage: '100Gi' } } } }],
    });
    const [{ volumeMounts }] = templateOf(chart, 'StatefulSet', name).spec.containers;
    expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual([folder, '/etc/signal-store', '/tmp']);
    const written = JSON.stringify(fileOf(chart, name)).match(/"\/[^"]+"/g) ?? [];
    expect(written.length).toBeGreaterThan(1);
    expect(written.filter((path) => !path.startsWith(`"${folder}`))).toEqual([]);
  });

  test.each([
    ['loki', () => defineLoki().chart],
    ['tempo', () => defineTempo().chart],
  ])('%s reads its file, and rolls when the file changes', (name, define) => {
    const { metadata, spec } = templateOf(define(), 'StatefulSet', name);
    expect(spec.containers[0].args).toEqual(['-config.file=/etc/signal-store/config.yaml']);
    expect(metadata.annotations).toEqual({ [`checksum/${name}`]: expect.stringMatching(/^[0-9a-f]{8}$/) });
  });

  test('a different retention is a different checksum', () => {
    const checksum = (retention: '7d' | '14d') =>
      templateOf(defineLoki({ retention }).chart, 'StatefulSet', 'loki').metadata.annotations['checksum/loki'];
    expect(checksum('7d')).not.toBe(checksum('14d'));
  });

  test('a server that catches up is not ready, and is not restarted for it', () => {
    const [container] = templateOf(defineTempo().chart, 'StatefulSet', 'tempo').spec.containers;
    expect(container).toMatchObject({
      startupProbe: { httpGet: { path: '/ready', port: 'http' } },
      readinessProbe: { httpGet: { path: '/ready', port: 'http' } },
      livenessProbe: { tcpSocket: { port: 'http' } },
    });
  });

  test('the heap stays at four fifths of the memory limit', () => {
    expect(settingsOf(templateOf(defineLoki().chart, 'StatefulSet', 'loki'))).toEqual({ GOMEMLIMIT: '1638MiB' });
  });

  test('a probe may not take as long as its period', () => {
    const probes = { ...TIMINGS, liveness: { period: '3s', timeout: '3s', failures: 3 } } as const;
    expect(() => Testing.synth(defineLoki({ probes }).chart)).toThrow(
      'probes.liveness.timeout must be shorter than its period 3s, got 3s',
    );
  });
});

describe('Loki', () => {
  test('deletes what is older than its retention', () => {
    expect(fileOf(defineLoki().chart, 'loki')).toMatchObject({
      limits_config: { retention_period: '168h' },
      compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
    });
  });

  test('keeps what OTLP says beside the line, for which the schema must be v13 on tsdb', () => {
    expect(fileOf(defineLoki().chart, 'loki')).toMatchObject({
      limits_config: { allow_structured_metadata: true },
      schema_config: {
        configs: [{ store: 'tsdb', object_store: 'filesystem', schema: 'v13', index: { period: '24h' } }],
      },
    });
  });

  test('is alone in its ring, and tells its makers nothing', () => {
    expect(fileOf(defineLoki().chart, 'loki')).toMatchObject({
      common: { replication_factor: 1, ring: { kvstore: { store: 'inmemory' } } },
      analytics: { reporting_enabled: false },
    });
  });

  test('takes twice its steady rate for a moment', () => {
    expect(fileOf(defineLoki({ ingestionMegabytes: 3 }).chart, 'loki')).toMatchObject({
      limits_config: { ingestion_rate_mb: 3, ingestion_burst_size_mb: 6 },
    });
  });

  test('clients reach it by a Service of its name', () => {
    expect(defineLoki().loki.url).toBe('http://loki.data.svc.cluster.local:3100');
  });

  test.each([
    [{ retention: '36h' }, 'retention must be whole days, got 36h; an index covers 24h'],
    [{ retention: '0s' }, 'retention must be whole days, got 0s; an index covers 24h'],
    [{ ingestionMegabytes: 0.5 }, 'ingestionMegabytes must be a whole number from 1, got 0.5'],
  ] as const)('refuses %j', (overrides, message) => {
    expect(() => Testing.synth(defineLoki(overrides).chart)).toThrow(message);
  });
});

describe('Tempo', () => {
  test('takes OTLP from other pods, by both protocols', () => {
    expect(fileOf(defineTempo().chart, 'tempo')).toMatchObject({
      distributor: {
        receivers: {
          otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
        },
      },
    });
    expect(defineTempo().tempo.otlpAddress).toBe('tempo.data.svc.cluster.local:4317');
    expect(objectsOf(defineTempo().chart)('Service', 'tempo').spec).toMatchObject({
      ports: [{ port: 3200 }, { port: 4317 }, { port: 4318 }],
    });
  });

  test('deletes what is older than its retention, and tells its makers nothing', () => {
    expect(fileOf(defineTempo({ retention: '14d' }).chart, 'tempo')).toMatchObject({
      compactor: { compaction: { block_retention: '336h' } },
      usage_report: { reporting_enabled: false },
    });
  });

  test('refuses a retention below an hour', () => {
    expect(() => Testing.synth(defineTempo({ retention: '30m' }).chart)).toThrow(
      'retention must be at least 1h, got 30m',
    );
  });
});

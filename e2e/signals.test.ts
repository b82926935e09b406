import { load } from 'js-yaml';
import { Any, find } from '../__tests__/dist/read-dist';
import { ENVIRONMENTS } from '../lib/model/environment';
import { images } from '../lib/platforms/images';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';
import { signalConfig, startSignalServers } from './signal-servers';

const resource = { attributes: [{ key: 'service.name', value: { stringValue: 'order-service' } }] };
const now = () => `${Date.now()}000000`;
const traceId = '5b8efff798038103d269b633813fc60c';
const spanId = 'eee19b7ec3c1b174';

const signals = forAllTests(startSignalServers, 40);

test('what is built here is what runs in the clusters', () => {
  const [, major = '', minor = '', patch = ''] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(images.prometheus.tag) ?? [];
  expect([VERSIONS.loki, VERSIONS.otelCollector.unstable, VERSIONS.prometheus]).toEqual([
    images.loki.tag,
    images.otelCollector.tag,
    `0.${major}${minor.padStart(2, '0')}.${patch}`,
  ]);
});

test.each(ENVIRONMENTS)(
  'the programs of the same versions take the configurations of %s',
  async (environment) => {
    expect(await signals().checkCollector(signalConfig(environment, 'otel-collector'))).toBe('');
    expect(await signals().checkLoki(signalConfig(environment, 'loki'))).toBe('');
  },
  60_000,
);

test('a setting that they do not know is refused', async () => {
  const collector = signalConfig('prod', 'otel-collector').replace('limit_percentage', 'limit_percent');
  await expect(signals().checkCollector(collector)).rejects.toThrow('limit_percent');
  const loki = signalConfig('prod', 'loki').replace('ingestion_rate_mb', 'ingestion_rate');
  await expect(signals().checkLoki(loki)).rejects.toThrow('field ingestion_rate not found');
}, 60_000);

test('a span is sent on by OTLP over gRPC to where traces are kept', async () => {
  const span = { traceId, spanId, name: 'take-order', kind: 2, startTimeUnixNano: now(), endTimeUnixNano: now() };
  expect(await signals().send('traces', { resourceSpans: [{ resource, scopeSpans: [{ spans: [span] }] }] })).toBe(200);
  const arrived = () => signals().traces.received().includes(Buffer.from(traceId, 'hex'));
  expect(await waitUntil(arrived, 10_000)).toBe(true);
  expect(signals().traces.received().includes('take-order')).toBe(true);
}, 30_000);

test("a log line is found by its trace, as Grafana's link from a trace asks for it", async () => {
  const record = {
    timeUnixNano: now(),
    traceId,
    spanId,
    severityText: 'INFO',
    body: { stringValue: 'order is taken' },
  };
  const { send, askLoki } = signals();
  expect(await send('logs', { resourceLogs: [{ resource, scopeLogs: [{ logRecords: [record] }] }] })).toBe(200);
  const sources = load(Object.values(find('prod', 'ConfigMap', 'grafana-datasources').data)[0] as string) as Any;
  const { tracesToLogsV2 } = sources.datasources.find(({ uid }: Any) => uid === 'tempo').jsonData;
  const query = tracesToLogsV2.query
    .replaceAll('$$', '$')
    .replace('${__tags}', `${tracesToLogsV2.tags[0].value}="order-service"`)
    .replace('${__trace.traceId}', traceId);
  expect(await waitUntil(async () => (await askLoki(query)).length > 0, 30_000)).toBe(true);
  const [stream] = await askLoki(query);
  expect(stream.values.map(([, line]: string[]) => line)).toEqual(['order is taken']);
}, 60_000);

test('a metric is sent on to Prometheus, which names it as OTLP does by default', async () => {
  const point = { asInt: '7', timeUnixNano: now(), startTimeUnixNano: now() };
  const sum = { aggregationTemporality: 2, isMonotonic: true, dataPoints: [point] };
  const { send, askPrometheus } = signals();
  const metrics = [{ name: 'orders.taken', sum }];
  expect(await send('metrics', { resourceMetrics: [{ resource, scopeMetrics: [{ metrics }] }] })).toBe(200);
  const query = '{__name__=~"orders.+"}';
  expect(await waitUntil(async () => (await askPrometheus(query)).length > 0, 20_000)).toBe(true);
  const [{ metric, value }] = await askPrometheus(query);
  expect([metric.__name__, metric.job, value[1]]).toEqual(['orders_taken_total', 'order-service', '7']);
}, 60_000);

import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { Any, find } from '../__tests__/dist/read-dist';
import { loki, otelCollector } from '../lib/monitoring/metrics/signals';
import { findUnreported, parseExposition } from './exposition';
import { forAllTests } from './harness/for-all-tests';
import { lokiProgram } from './harness/loki';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { otelCollectorProgram } from './harness/otel-collector';
import { startServer, waitUntil } from './harness/process';

const get = async (url: string) => (await fetch(url)).text();
const answers = (url: string) => () =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

describe('Loki with the configuration of prod', () => {
  const server = forAllTests(async () => {
    const folder = makeTempFolder('loki');
    const [port, grpc] = [await freePort(), await freePort()];
    const { data } = find('prod', 'ConfigMap', 'loki') as { data: Record<string, string> };
    const config = load((data['config.yaml'] ?? '').replaceAll(': /loki', `: ${folder}`)) as Any;
    const listen = {
      http_listen_address: HOST,
      http_listen_port: port,
      grpc_listen_address: HOST,
      grpc_listen_port: grpc,
    };
    const file = join(folder, 'config.yaml');
    writeFileSync(file, dump({ ...config, server: { ...config.server, ...listen } }));
    const url = `http://${HOST}:${port}`;
    const started = await startServer({
      name: 'loki',
      command: await lokiProgram(),
      args: [`-config.file=${file}`],
      folder,
      ready: answers(`${url}/ready`),
      readyWithinMs: 90_000,
    });
    return { url, stop: () => started.stop().then(() => removeFolder(folder)) };
  }, 30);

  test('reports what alerts and dashboards read, a line that it refused among it', async () => {
    const { url } = server();
    const old = [['1000000000000000000', 'a line of 2001']];
    expect(await post(`${url}/loki/api/v1/push`, { streams: [{ stream: { job: 'a' }, values: old }] })).toBe(400);
    expect(findUnreported(loki, [await get(`${url}/metrics`)])).toEqual([]);
  }, 30_000);
});

/** One record of each signal, by OTLP over HTTP. */
const SIGNALS: Readonly<Record<string, object>> = {
  traces: {
    resourceSpans: [
      {
        scopeSpans: [
          { spans: [{ traceId: '5b8efff798038103d269b633813fc60c', spanId: 'eee19b7ec3c1b174', name: 'a' }] },
        ],
      },
    ],
  },
  logs: { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: 'a' } }] }] }] },
  metrics: {
    resourceMetrics: [
      { scopeMetrics: [{ metrics: [{ name: 'a', gauge: { dataPoints: [{ asDouble: 1, timeUnixNano: '1' }] } }] }] },
    ],
  },
};

describe('the collector with the configuration of prod', () => {
  const collector = forAllTests(async () => {
    const folder = makeTempFolder('otel-collector');
    // Takes every connection and never answers.
    const silent = createServer((socket) => socket.unref())
      .listen(0, HOST)
      .unref();
    await new Promise((resolve) => silent.once('listening', resolve));
    const backend = `${HOST}:${(silent.address() as { port: number }).port}`;
    const [grpc, http, health, metrics] = [await freePort(), await freePort(), await freePort(), await freePort()];
    const { data } = find('prod', 'ConfigMap', 'otel-collector') as { data: Record<string, string> };
    const config = load(data['config.yaml'] ?? '') as Any;
    config.receivers.otlp.protocols.grpc.endpoint = `${HOST}:${grpc}`;
    config.receivers.otlp.protocols.http.endpoint = `${HOST}:${http}`;
    config.extensions.health_check.endpoint = `${HOST}:${health}`;
    Object.assign(config.service.telemetry.metrics.readers[0].pull.exporter.prometheus, { host: HOST, port: metrics });
    // Gives up at once, and has room for one batch: so both ways to lose something are seen within seconds.
    for (const [name, exporter] of Object.entries<Any>(config.exporters)) {
      Object.assign(exporter, {
        endpoint: name.startsWith('otlp_grpc') ? backend : `http://${backend}`,
        timeout: '2s',
        retry_on_failure: { enabled: false },
        sending_queue: { queue_size: 1, num_consumers: 1 },
      });
    }
    const file = join(folder, 'config.yaml');
    writeFileSync(file, dump(config));
    const started = await startServer({
      name: 'otel-collector',
      command: await otelCollectorProgram(),
      args: [`--config=${file}`],
      folder,
      ready: answers(`http://${HOST}:${health}/`),
      readyWithinMs: 30_000,
    });
    const stop = async () => {
      await started.stop();
      silent.close();
      removeFolder(folder);
    };
    const send = (signal: string) => post(`http://${HOST}:${http}/v1/${signal}`, SIGNALS[signal] ?? {});
    return { send, metrics: () => get(`http://${HOST}:${metrics}/metrics`), stop };
  }, 15);

  const sendAll = () => Promise.all(Object.keys(SIGNALS).map((signal) => collector().send(signal)));

  test('reports what alerts and dashboards read, losses among it', async () => {
    const missing = async () => findUnreported(otelCollector, [await collector().metrics()]);
    await waitUntil(async () => {
      await sendAll();
      return (await missing()).length === 0;
    }, 30_000);
    expect(await missing()).toEqual([]);
  }, 60_000);

  test('its names have neither units nor types at their ends', async () => {
    const names = [...parseExposition(await collector().metrics()).keys()];
    expect(names.filter((name) => /^otelcol_(exporter|receiver)_.*_(total|ratio)$/.test(name))).toEqual([]);
  });
});

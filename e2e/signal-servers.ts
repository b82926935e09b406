import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump, load } from 'js-yaml';
import { Any, find } from '../__tests__/dist/read-dist';
import { EnvironmentName } from '../lib/model/environment';
import { run } from './harness/command';
import { goProgram } from './harness/go-program';
import { lokiProgram } from './harness/loki';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { otelCollectorProgram } from './harness/otel-collector';
import { Server, startServer } from './harness/process';
import { VERSIONS } from './harness/versions';
import { startTraceReceiver, TraceReceiver } from './trace-receiver';

/** The configuration of a program of ours, as it was rendered. */
export const signalConfig = (environment: EnvironmentName, name: string): string =>
  find(environment, 'ConfigMap', name).data['config.yaml'];

/** A Collector, Loki and Prometheus that run with the configurations of prod, and what stands where Tempo does. */
export interface SignalServers {
  /** What the Collector prints of a configuration that it takes; rejects with its reason where it does not. */
  checkCollector(config: string): Promise<string>;
  /** The same of Loki. */
  checkLoki(config: string): Promise<string>;
  /** Where traces arrive. */
  readonly traces: TraceReceiver;
  /** Sends an export to the Collector by OTLP over HTTP, and returns the status. */
  send(signal: 'logs' | 'metrics' | 'traces', body: object): Promise<number>;
  /** The streams that a query of the last hour finds. */
  askLoki(query: string): Promise<Any[]>;
  /** The series that a query finds. */
  askPrometheus(query: string): Promise<Any[]>;
  /** Stops all of them. */
  stop(): Promise<void>;
}

/** Starts them, with folders and ports of this machine in the place of those of a cluster. */
export async function startSignalServers(): Promise<SignalServers> {
  const [collector, loki, prometheus] = [await otelCollectorProgram(), await lokiProgram(), await prometheusProgram()];
  const folder = makeTempFolder('signals');
  const running: Server[] = [];
  const ports = {
    loki: await freePort(),
    prometheus: await freePort(),
    traces: await freePort(),
    otlp: await freePort(),
  };
  const traces = await startTraceReceiver(ports.traces);
  const answers = (url: string) =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const stop = async () => {
    for (const server of running.reverse()) await server.stop();
    await traces.stop();
    removeFolder(folder);
  };
  const check = (program: string, name: string, text: string, before: string[], after: string[]) =>
    run(program, [...before, write(name, text), ...after]);

  try {
    const paths = signalConfig('prod', 'loki').replaceAll(' /loki', ` ${folder}/loki`);
    running.push(
      await startServer({
        name: 'loki',
        command: loki,
        args: [
          `-config.file=${write('loki.yaml', paths)}`,
          `-server.http-listen-address=${HOST}`,
          `-server.http-listen-port=${ports.loki}`,
          `-server.grpc-listen-address=${HOST}`,
          `-server.grpc-listen-port=${await freePort()}`,
        ],
        folder,
        ready: () => answers(`http://${HOST}:${ports.loki}/ready`),
        readyWithinMs: 90_000,
      }),
    );
    running.push(
      await startServer({
        name: 'prometheus',
        command: prometheus,
        args: [
          `--config.file=${write('prometheus.yml', withoutTargets())}`,
          `--storage.tsdb.path=${join(folder, 'prometheus')}`,
          `--web.listen-address=${HOST}:${ports.prometheus}`,
          ...find('prod', 'StatefulSet', 'prometheus').spec.template.spec.containers[0].args.filter((arg: string) =>
            arg.startsWith('--web.enable'),
          ),
        ],
        folder,
        ready: () => answers(`http://${HOST}:${ports.prometheus}/-/ready`),
        readyWithinMs: 60_000,
      }),
    );
    const health = await freePort();
    running.push(
      await startServer({
        name: 'otel-collector',
        command: collector,
        args: [
          '--config',
          write('collector.yaml', await redirect(signalConfig('prod', 'otel-collector'), { ...ports, health })),
        ],
        folder,
        ready: () => answers(`http://${HOST}:${health}/`),
        readyWithinMs: 30_000,
      }),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    checkCollector: (config) => check(collector, 'collector-checked.yaml', config, ['validate', '--config'], []),
    checkLoki: (config) => check(loki, 'loki-checked.yaml', config, ['-config.file'], ['-verify-config']),
    traces,
    send: (signal, body) => post(`http://${HOST}:${ports.otlp}/v1/${signal}`, body),
    askLoki: (query) => ask(`http://${HOST}:${ports.loki}/loki/api/v1/query_range`, query),
    askPrometheus: (query) => ask(`http://${HOST}:${ports.prometheus}/api/v1/query`, query),
    stop,
  };
}

function prometheusProgram(): Promise<string> {
  const module = 'github.com/prometheus/prometheus';
  return goProgram({ name: 'prometheus', module, version: VERSIONS.prometheus, main: `${module}/cmd/prometheus` });
}

/** The server's configuration without what only a cluster has: somebody to ask, and rules about the answers. */
function withoutTargets(): string {
  const config = load(find('prod', 'ConfigMap', 'prometheus-config').data['prometheus.yml']) as Any;
  return dump({ ...config, scrape_configs: undefined, rule_files: undefined }, { skipInvalid: true });
}

/** The Collector's configuration with addresses of this machine in the place of those of a cluster. */
async function redirect(text: string, ports: Readonly<Record<string, number>>): Promise<string> {
  const moves: readonly (readonly [string, string])[] = [
    ['tempo.observability.svc.cluster.local:4317', `${HOST}:${ports['traces']}`],
    ['loki.observability.svc.cluster.local:3100', `${HOST}:${ports['loki']}`],
    ['prometheus.observability.svc.cluster.local:9090', `${HOST}:${ports['prometheus']}`],
    ['0.0.0.0:4317', `${HOST}:${await freePort()}`],
    ['0.0.0.0:4318', `${HOST}:${ports['otlp']}`],
    ['0.0.0.0:13133', `${HOST}:${ports['health']}`],
    ['port: 8888', `port: ${await freePort()}`],
    ['host: 0.0.0.0', `host: ${HOST}`],
  ];
  return moves.reduce((moved, [from, to]) => {
    if (!moved.includes(from)) throw new Error(`the Collector's configuration must name ${from}, got none`);
    return moved.replace(from, to);
  }, text);
}

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

async function ask(url: string, query: string): Promise<Any[]> {
  const answer = await fetch(`${url}?${new URLSearchParams({ query }).toString()}`);
  return ((await answer.json()) as Any).data.result;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Testing } from 'cdk8s';
import { kafkaIn } from '../__tests__/constructs/kafka/kafka-support';
import { objectsOf } from '../__tests__/constructs/support';
import { KafkaCluster, KafkaClusterProps } from '../lib/constructs/kafka/kafka-cluster';
import { KAFKA_PORTS } from '../lib/constructs/kafka/kafka-properties';
import { Topics } from '../lib/constructs/kafka/topic-catalogue';
import { execute, Finished } from './harness/command';
import { writeKafkaPrograms } from './harness/kafka-programs';
import { makeTempFolder, removeFolder } from './harness/machine';
import { startServer, type Server } from './harness/process';
import { envOf } from './rendered-env';
import { prepareTopics } from './rendered-topic-job';

/** A cluster that runs from rendered manifests: script, configuration, ports and host names are those of the pods. */
export interface RenderedKafka {
  readonly cluster: KafkaCluster;
  /** Lines of a hosts file: where its pods and its Service are. */
  readonly hosts: string;
  /** Runs one of Kafka's tools against it. */
  tool(name: string, ...args: string[]): Promise<Finished>;
  /** Runs one of Kafka's tools against it, with text on its standard input. */
  feed(input: string, name: string, ...args: string[]): Promise<Finished>;
  /** Runs the rendered Job of these topics, as its pod would. */
  prepare(topics: Topics, env?: Readonly<Record<string, string>>): Promise<Finished & { seconds: number }>;
  /** What the metrics agent of a pod answers, where there is one. */
  metrics(pod: string): Promise<string>;
  /** Writes a file of the pods, and returns its path. */
  write(name: string, content: string): string;
  log(pod: string): string;
  stopNode(pod: string): Promise<void>;
  startNode(pod: string, env?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/** Number of nodes, and what differs from a cluster of PLAINTEXT clients. */
export interface RenderedKafkaProps extends Partial<KafkaClusterProps> {
  readonly brokers: number;
  readonly controllers: number;

  /**
   * Files for the pods by name, such as `tls.key`.
   *
   * @default {}
   */
  readonly files?: Readonly<Record<string, string>>;

  /**
   * Path of the metrics agent.
   *
   * @default - none: nodes report no metrics
   */
  readonly agent?: string;
}

/** Starts a rendered cluster; each pod has a loopback address of its own, found by its host name. */
export async function startRenderedKafka(props: RenderedKafkaProps): Promise<RenderedKafka> {
  const folder = makeTempFolder('rendered-kafka');
  const bin = join(folder, 'bin');
  const hostsFile = join(folder, 'hosts');
  const { manifests, cluster } = render(props);
  const pods = listPods(manifests, cluster, props.clusterDomain);
  const hosts = renderHosts(pods, cluster);
  const running = new Map<string, Server>();

  const write = (name: string, content: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  };
  const resolve = `-Djdk.net.hosts.file=${hostsFile}`;
  const toolEnv = { PATH: `${bin}:${process.env['PATH']}`, KAFKA_OPTS: resolve };
  const startNode = async (name: string, extra: Readonly<Record<string, string>> = {}) => {
    const pod = pods.find((candidate) => candidate.name === name);
    if (!pod) throw new Error(`no pod ${name}`);
    const home = join(folder, name);
    for (const [file, content] of Object.entries(pod.files)) write(`${name}/config/${file}`, adapt(content, pod, home));
    for (const made of ['work', 'keystore']) mkdirSync(join(home, made), { recursive: true });
    const server = await startServer({
      name,
      folder,
      command: 'bash',
      args: [join(home, 'config/kafka-node.sh')],
      env: {
        ...pod.env,
        POD_NAME: name,
        PATH: toolEnv.PATH,
        CONFIG_FOLDER: join(home, 'config'),
        WORK_FOLDER: join(home, 'work'),
        ...(pod.env['KEYSTORE_FOLDER'] && { KEYSTORE_FOLDER: join(home, 'keystore'), CERTIFICATE_FOLDER: folder }),
        SERVER_HEAP_OPTS: '-Xmx256m',
        SERVER_OPTS: `${adaptOptions(pod.env['SERVER_OPTS'] ?? '', folder, renderAgent(props.agent, pod, home))} ${resolve}`,
        ...extra,
      },
      ready: (log) => log.includes('Kafka Server started'),
      readyWithinMs: 120_000,
    });
    running.set(name, server);
  };
  const feed = (input: string, name: string, ...args: string[]) =>
    execute(join(bin, name), ['--bootstrap-server', cluster.bootstrapServers, ...args], { env: toolEnv, input });
  const stop = async () => {
    await Promise.all([...running.values()].map((server) => server.stop()));
    removeFolder(folder);
  };
  try {
    await writeKafkaPrograms(bin);
    write('hosts', hosts);
    for (const [name, content] of Object.entries(props.files ?? {})) write(name, content);
    const starts = await Promise.allSettled(pods.map(({ name }) => startNode(name)));
    for (const result of starts) if (result.status === 'rejected') throw result.reason;
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    cluster,
    hosts,
    tool: (name, ...args) => feed('', name, ...args),
    feed,
    metrics: async (name) => {
      const address = pods.find((pod) => pod.name === name)?.address ?? name;
      return (await fetch(`http://${address}:${KAFKA_PORTS.metrics}/metrics`)).text();
    },
    prepare: (topics, env = {}) => prepareTopics(folder, cluster, props.brokers, topics, { ...toolEnv, ...env }),
    write,
    log: (pod) => running.get(pod)?.log() ?? '',
    stopNode: async (pod) => running.get(pod)?.stop(),
    startNode,
    stop,
  };
}

function render({ files, agent, ...overrides }: RenderedKafkaProps) {
  void [files, agent];
  const chart = Testing.chart();
  const copies = Math.min(3, overrides.brokers);
  const cluster = kafkaIn(chart, {
    replicationFactor: copies,
    minInsyncReplicas: Math.max(1, copies - 1),
    ...overrides,
  });
  return { manifests: objectsOf(chart), cluster };
}

interface Pod {
  readonly name: string;
  readonly host: string;
  readonly address: string;
  readonly env: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

function listPods(
  manifests: ReturnType<typeof objectsOf>,
  { brokers, controllers }: KafkaCluster,
  clusterDomain = 'cluster.local',
): Pod[] {
  // A network of its own for each run, so that two runs share the ports and not the addresses.
  const network = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  let last = 0;
  return [...new Set([controllers, brokers])].flatMap((workload) =>
    workload.hosts(clusterDomain).map((host) => ({
      name: host.split('.')[0] ?? host,
      host,
      address: `${network}.${(last += 1)}`,
      env: envOf(manifests('StatefulSet', workload.name).spec),
      files: manifests('ConfigMap', workload.name).data as Record<string, string>,
    })),
  );
}

/** A pod has its address and its volume to itself; here both are shared with the other pods. */
function adapt(content: string, { address }: Pod, home: string): string {
  return content
    .replaceAll('://:', `://${address}:`)
    .replaceAll(/\/(var\/lib\/kafka|run\/kafka-keystore)/g, (path) =>
      path.startsWith('/var') ? join(home, 'volume') : join(home, 'keystore'),
    );
}

function adaptOptions(options: string, folder: string, agent: string): string {
  return options.replace(/-javaagent:\S+/, agent).replace('/etc/kafka-credentials', folder);
}

function renderAgent(jar: string | undefined, { address }: Pod, home: string): string {
  return jar === undefined ? '' : `-javaagent:${jar}=${address}:${KAFKA_PORTS.metrics}:${home}/config/metrics.yaml`;
}

function renderHosts(pods: readonly Pod[], { brokers, bootstrapServers }: KafkaCluster): string {
  const service = bootstrapServers.split(':')[0] ?? '';
  const lines = pods.flatMap(({ name, host, address }) => [
    `${address} ${host}`,
    ...(name.startsWith(brokers.name) ? [`${address} ${service}`] : []),
  ]);
  return [`127.0.0.1 localhost ${hostname()}`, ...lines, ''].join('\n');
}

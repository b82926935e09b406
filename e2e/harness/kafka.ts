import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command';
import { writeKafkaPrograms } from './kafka-programs';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { startServer, type Server } from './process';

/** Properties for `startKafka`. */
export interface KafkaProps {
  /** Number of nodes, each broker and controller at once. */
  readonly brokers: 1 | 3;

  /**
   * Lines of `server.properties` that are added to every node's, or replace the harness's own.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running Kafka cluster in KRaft mode. */
export interface Kafka {
  /** Comma separated `host:port` of all brokers, in order. */
  readonly bootstrapServers: string;
  /** Folder with `kafka-topics.sh` and its like, to be put on PATH. */
  readonly binFolder: string;
  /** Everything a broker has logged so far; the first is 0. */
  log(broker: number): string;
  /** Stops one broker; the first is 0, which is also its `node.id`. */
  stopBroker(broker: number): Promise<void>;
  /** Stops all brokers and removes their data. */
  stop(): Promise<void>;
}

const CLUSTER_ID = Buffer.from('platform-e2e-run').toString('base64url');

interface Node {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
}

/** Starts a Kafka cluster and waits until every broker takes requests. */
export async function startKafka({ brokers, settings = {} }: KafkaProps): Promise<Kafka> {
  const folder = makeTempFolder('kafka');
  const binFolder = join(folder, 'bin');
  const running: (Server | undefined)[] = [];
  const stop = async () => {
    // SIGTERM would let the last brokers wait for a quorum that is gone.
    await Promise.all(running.map((server) => server?.stop('SIGKILL')));
    removeFolder(folder);
  };
  try {
    await writeKafkaPrograms(binFolder);
    const nodes: Node[] = [];
    for (let id = 0; id < brokers; id++) nodes.push({ id, port: await freePort(), controllerPort: await freePort() });
    // allSettled: a node must not come up after stop() because another one failed first.
    const starts = nodes.map(async (node) => {
      running[node.id] = await startNode(folder, node, { ...findSettings(folder, node, nodes), ...settings });
    });
    for (const result of await Promise.allSettled(starts)) if (result.status === 'rejected') throw result.reason;
    return {
      bootstrapServers: nodes.map(({ port }) => `${HOST}:${port}`).join(','),
      binFolder,
      log: (broker) => pick(running, broker).log(),
      stopBroker: async (broker) => pick(running, broker).stop(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function pick(running: readonly (Server | undefined)[], broker: number): Server {
  const server = running[broker];
  if (server === undefined) throw new Error(`broker must be from 0 to ${running.length - 1}, got ${broker}`);
  return server;
}

async function startNode(folder: string, { id }: Node, settings: Readonly<Record<string, string>>): Promise<Server> {
  const file = join(folder, `server-${id}.properties`);
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`);
  await writeFile(file, lines.join(''));
  await run(join(folder, 'bin/kafka-storage.sh'), ['format', '-t', CLUSTER_ID, '-c', file], { cwd: folder });
  return startServer({
    name: `kafka-${id}`,
    command: join(folder, 'bin/kafka-server-start.sh'),
    args: [file],
    env: { KAFKA_HEAP_OPTS: '-Xmx512M' },
    folder,
    ready: (log) => log.includes('Kafka Server started'),
    readyWithinMs: 90_000,
  });
}

function findSettings(folder: string, node: Node, nodes: readonly Node[]): Record<string, string> {
  const copies = String(nodes.length);
  const quorum = String(Math.ceil(nodes.length / 2));
  return {
    'process.roles': 'broker,controller',
    'node.id': String(node.id),
    'controller.quorum.voters': nodes.map(({ id, controllerPort }) => `${id}@${HOST}:${controllerPort}`).join(','),
    listeners: `PLAINTEXT://${HOST}:${node.port},CONTROLLER://${HOST}:${node.controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': join(folder, `data-${node.id}`),
    'auto.create.topics.enable': 'false',
    'default.replication.factor': copies,
    'min.insync.replicas': quorum,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': '4', // the default of 50 takes seconds with three brokers on two cores
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': quorum,
    'transaction.state.log.num.partitions': '4',
    'group.initial.rebalance.delay.ms': '0',
  };
}

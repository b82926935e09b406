import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../__tests__/constructs/support';
import { KafkaMirror, KafkaMirrorProps } from '../lib/constructs/kafka/kafka-mirror';
import { writeKafkaPrograms } from './harness/kafka-programs';
import { makeTempFolder, removeFolder } from './harness/machine';
import { startServer, type Server } from './harness/process';
import { envOf } from './rendered-env';

/** What differs between two mirrors of these tests. */
export type MirrorProps = Pick<
  KafkaMirrorProps,
  'source' | 'target' | 'topics' | 'groups' | 'replicationPolicy' | 'replicationFactor'
>;

/** A mirror that runs from rendered manifests, of as many pods as are started. */
export interface RenderedMirror {
  /** Starts a pod under a name of its own, and waits until it works. */
  startPod(name: string): Promise<MirrorPod>;
  stop(): Promise<void>;
}

/** One pod of a mirror. */
export interface MirrorPod extends Server {
  /** Where its metrics are asked for. */
  readonly metrics: string;
}

/** Files and variables that a pod gets from Secrets: those of the target's login. */
export interface MirrorSecrets {
  readonly password: string;

  /** Certificate of the authority in PEM. */
  readonly authority: string;
}

/** Prepares a mirror; `hosts` are the lines of a hosts file that hold both clusters. */
export async function renderMirror(props: MirrorProps, secrets: MirrorSecrets, hosts: string): Promise<RenderedMirror> {
  const folder = makeTempFolder('rendered-mirror');
  const bin = join(folder, 'bin');
  const agent = await writeKafkaPrograms(bin);
  const network = `127.${1 + Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
  const { files, env } = render(props);
  const running: Server[] = [];
  writeFileSync(join(folder, 'hosts'), hosts);
  writeFileSync(join(folder, 'ca.crt'), secrets.authority);

  const startPod = async (name: string) => {
    const address = `${network}.${running.length + 1}`;
    const home = join(folder, name);
    mkdirSync(home);
    const adapt = (text: string) =>
      text
        .replaceAll('http://:', `http://${address}:`)
        .replaceAll('/etc/target-authority', folder)
        .replaceAll('/opt/mirror', home);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(home, file), adapt(content));
    const server = await startServer({
      name,
      folder,
      command: join(bin, 'connect-mirror-maker.sh'),
      args: [join(home, 'mirror.properties')],
      env: {
        ...env,
        POD_IP: address,
        TARGET_PASSWORD: secrets.password,
        KAFKA_HEAP_OPTS: '-Xmx512m',
        KAFKA_LOG4J_OPTS: '',
        // The agent of the image, at the pod's own address, and names that only these pods have.
        KAFKA_OPTS: `${adapt(env['KAFKA_OPTS'] ?? '').replace(/-javaagent:[^=]*=/, `-javaagent:${agent}=${address}:`)} -Djdk.net.hosts.file=${join(folder, 'hosts')}`,
      },
      ready: (log) => log.includes('Kafka MirrorMaker started'),
      readyWithinMs: 120_000,
      stopWithinMs: 30_000,
    });
    running.push(server);
    return { ...server, metrics: `http://${address}:9404/metrics` };
  };
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    removeFolder(folder);
  };
  return { startPod, stop };
}

function render(props: MirrorProps) {
  const chart = Testing.chart();
  new KafkaMirror(chart, 'kafka-mirror', {
    namespace: namespaceIn(chart, 'data'),
    image: 'kafka',
    user: 1000,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '120s',
    offsetsInterval: '2s',
    topicsInterval: '2s',
    tasks: 2,
    instances: 2,
    heapPercent: 50,
    scratch: '64Mi',
    metricsAgent: { image: 'agent', jar: '/opt/agent.jar', resources: SMALL },
    ...props,
  });
  const manifests = objectsOf(chart);
  const files = manifests('ConfigMap', 'kafka-mirror').data as Record<string, string>;
  return { files, env: envOf(manifests('Deployment', 'kafka-mirror').spec) };
}

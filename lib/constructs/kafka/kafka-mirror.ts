import { Construct } from 'constructs';
import { Bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { configFiles, scratch } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** A cluster at one end of a mirror. */
export interface MirroredCluster {
  /** Its name, which is put before the names of its topics in the other cluster. */
  readonly alias: string;
  readonly bootstrapServers: string;
  readonly endpoint: Endpoint;
}

/** Properties for `KafkaMirror`. */
export interface KafkaMirrorProps extends SinglePodProps {
  readonly source: MirroredCluster;
  readonly target: MirroredCluster;

  /** Topics to copy, by name. */
  readonly topics: readonly string[];

  /** Copies of each record in the target, its brokers at most. */
  readonly replicationFactor: number;

  /** Tasks that copy side by side, the partitions of all topics at most. */
  readonly tasks: number;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
}

const PORT = 8083;
const FOLDER = '/opt/mirror';
const FILE = 'mirror.properties';

/**
 * MirrorMaker 2: copies topics and the offsets of their consumers into another cluster, one way and some moments late.
 *
 * What was not copied yet when the source is lost stays lost: a mirror bounds a loss, and does not prevent it.
 */
export class KafkaMirror extends StatelessWorkload {
  constructor(scope: Construct, id: string, props: KafkaMirrorProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Properties', { namespace: props.namespace.name, name: id, data: files(props) });
    this.connectTo(props.source.endpoint);
    this.connectTo(props.target.endpoint);
  }
}

function workloadProps(name: string, props: KafkaMirrorProps): StatelessWorkloadProps {
  const workload = renderSinglePod(props, {
    component: 'mirror',
    name: 'mirror',
    ports: { rest: PORT },
    // No cluster's failure must restart it: it waits for both by itself.
    check: { tcp: 'rest' },
    env: {
      // The image's folder of logs cannot be written to; the console has them.
      LOG_DIR: '/tmp/logs',
      KAFKA_HEAP_OPTS: `-XX:InitialRAMPercentage=${props.heapPercent} -XX:MaxRAMPercentage=${props.heapPercent}`,
    },
    mounts: [configFiles('properties', FOLDER, name), scratch('tmp', '/tmp', props.scratch)],
  });
  const [container] = workload.pod.containers;
  if (!container) throw new Error('a single pod has a container');
  const command = ['/opt/kafka/bin/connect-mirror-maker.sh', `${FOLDER}/${FILE}`];
  return {
    ...workload,
    pod: { ...workload.pod, annotations: checksum(name, files(props)), containers: [{ ...container, command }] },
  };
}

function files({ source, target, topics, replicationFactor, tasks }: KafkaMirrorProps): Record<string, string> {
  const flow = `${source.alias}->${target.alias}`;
  const properties: Record<string, string> = {
    clusters: `${source.alias},${target.alias}`,
    [`${source.alias}.bootstrap.servers`]: source.bootstrapServers,
    [`${target.alias}.bootstrap.servers`]: target.bootstrapServers,
    [`${flow}.enabled`]: 'true',
    [`${target.alias}->${source.alias}.enabled`]: 'false',
    [`${flow}.topics`]: topics.map((topic) => topic.replaceAll('.', '\\\\.')).join(','),
    [`${flow}.sync.group.offsets.enabled`]: 'true',
    'tasks.max': String(tasks),
    'dedicated.mode.enable.internal.rest': 'true',
    listeners: `http://:${PORT}`,
    // Each of these is 1 in the sample of its makers: a copy that a single broker takes along.
    ...Object.fromEntries(
      [
        'replication.factor',
        'checkpoints.topic.replication.factor',
        'heartbeats.topic.replication.factor',
        'offset-syncs.topic.replication.factor',
        'offset.storage.replication.factor',
        'status.storage.replication.factor',
        'config.storage.replication.factor',
      ].map((name) => [name, String(replicationFactor)]),
    ),
  };
  const lines = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return { [FILE]: lines.map(([name, value]) => `${name} = ${value}\n`).join('') };
}

function findProblems({ source, target, topics, tasks, probes }: KafkaMirrorProps): string[] {
  const problems = findTimingProblems(probes);
  if (source.alias === target.alias) problems.push(`target.alias must differ from source.alias, got ${target.alias}`);
  for (const { alias } of [source, target]) {
    if (!/^[a-z0-9-]+$/.test(alias)) problems.push(`alias must be of a-z, 0-9 and -, got '${alias}'`);
  }
  if (topics.length === 0) problems.push('topics must name at least one topic, got none');
  if (!Number.isInteger(tasks) || tasks < 1) problems.push(`tasks must be a whole number from 1, got ${tasks}`);
  return problems;
}

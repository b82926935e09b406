import { Duration } from '../../model/duration';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { ClientListener } from './kafka-listener';
import { KAFKA_PORTS, KAFKA_VOLUME_FOLDER, KafkaRole } from './kafka-properties';
import { claimed, configFiles, Mount, scratch } from '../pods/mount';
import { PlatformNamespace } from '../platform-namespace';
import { Check, probesOf, Timings } from '../pods/probe';

/** What all nodes of a cluster share. */
export interface KafkaNodeDefaults {
  readonly namespace: PlatformNamespace;

  /** Reference of an apache/kafka image, 4.1 or newer of 4. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** Domain of the Kubernetes cluster: `cluster.local`. */
  readonly clusterDomain: string;

  /** Id that all nodes share for ever: 22 characters, as `kafka-storage.sh random-uuid` prints them. */
  readonly clusterId: string;
  readonly storageClassName: string;

  /** Heap of the JVM, in whole percent of the memory limit; the rest is for its threads and for the page cache. */
  readonly heapPercent: number;

  /** Largest size of each folder for temporary files, above 20Mi: the metrics agent is copied into one. */
  readonly scratch: Bytes;
  readonly metricsAgent: KafkaMetricsAgent;

  /** A broker starts when it has recovered its volume and the controllers have admitted it. */
  readonly probes: Timings;

  /** Time that a node must be ready before the next one is replaced, so that its replicas catch up. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill; a broker hands over its partitions for up to five minutes. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

/** Where the JMX agent comes from: its makers publish no image. */
export interface KafkaMetricsAgent {
  /** Reference of an image that holds the jar and `cp`. */
  readonly image: string;

  /** Path of the jar in that image. */
  readonly jar: string;
  readonly resources: Resources;
}

/** Properties for `KafkaNodes`. */
export interface KafkaNodesProps extends KafkaNodeDefaults {
  readonly role: KafkaRole;
  readonly replicas: number;

  /** Node id of the first pod; the others count up. */
  readonly firstNodeId: number;
  readonly storage: Bytes;
  readonly resources: Resources;

  /** Text of `server.properties`. */
  readonly serverProperties: string;
  readonly clientListener: ClientListener;

  /**
   * Name of the Service that clients start from.
   *
   * @default - none, for controllers
   */
  readonly bootstrapService?: string;
}

const CONFIG_FOLDER = '/etc/kafka-node';
const AGENT_FOLDER = '/opt/jmx-agent';
const WORK_FOLDER = '/tmp';

/** Ports of a node by name. */
export function renderNodePorts(role: KafkaRole): Record<string, number> {
  return { ...listenerPorts(role), jmx: KAFKA_PORTS.metrics };
}

function listenerPorts(role: KafkaRole): Record<string, number> {
  const { client, replication, controller } = KAFKA_PORTS;
  return { ...(role !== 'controller' && { client, replication }), ...(role !== 'broker' && { controller }) };
}

/** Renders the container that puts the metrics agent where the JVM of a pod finds it. */
export function renderAgentCopy({
  metricsAgent: { image, jar, resources },
  scratch: size,
}: Pick<KafkaNodeDefaults, 'metricsAgent' | 'scratch'>): ContainerProps {
  const command = ['cp', jar, `${AGENT_FOLDER}/agent.jar`];
  return { name: 'jmx-agent', image, resources, command, mounts: [scratch('jmx-agent', AGENT_FOLDER, size)] };
}

/** The folder with the agent, as the JVM of a pod sees it. */
export function agentMount(size: Bytes): Mount {
  return { ...scratch('jmx-agent', AGENT_FOLDER, size), readOnly: true };
}

/** The option of a JVM that starts the agent with a file that chooses and names its metrics. */
export const agentOption = (rules: string): string =>
  `-javaagent:${AGENT_FOLDER}/agent.jar=${KAFKA_PORTS.metrics}:${rules}`;

/** Renders the container of a node: the script beside this file, in place of the entrypoint of the image. */
export function renderNode(name: string, props: KafkaNodesProps): ContainerProps {
  const { role, image, resources, namespace, clusterDomain, clientListener } = props;
  // A broker opens its port only when it has caught up with the controllers and is admitted.
  const check: Check = { tcp: role === 'controller' ? 'controller' : 'client' };
  return {
    name: 'kafka',
    image,
    resources,
    command: ['bash', `${CONFIG_FOLDER}/kafka-node.sh`],
    env: {
      POD_NAME: { field: 'metadata.name' },
      NODE_ID_BASE: String(props.firstNodeId),
      ADVERTISED_DOMAIN: `${name}.${namespace.name}.svc.${clusterDomain}`,
      ADVERTISED_LISTENERS: renderListeners(role),
      CLUSTER_ID: props.clusterId,
      CONFIG_FOLDER,
      WORK_FOLDER,
      LOG_DIR: WORK_FOLDER,
      PATH: '/opt/kafka/bin:/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin',
      SERVER_HEAP_OPTS: renderHeap(props),
      SERVER_LOG4J_OPTS: `-Dlog4j2.configurationFile=${CONFIG_FOLDER}/log4j2.yaml`,
      SERVER_OPTS: [
        '-XX:+ExitOnOutOfMemoryError',
        agentOption(`${CONFIG_FOLDER}/metrics.yaml`),
        ...clientListener.serverOptions,
      ].join(' '),
      ...clientListener.env,
    },
    ports: renderNodePorts(role),
    probes: probesOf(props.probes, check),
    mounts: [
      claimed('data', KAFKA_VOLUME_FOLDER),
      configFiles('files', CONFIG_FOLDER, name),
      scratch('tmp', WORK_FOLDER, props.scratch),
      agentMount(props.scratch),
      ...clientListener.mounts,
    ],
  };
}

function renderListeners(role: KafkaRole): string {
  const ports = Object.entries(listenerPorts(role));
  return ports.map(([name, port]) => `${name.toUpperCase()}:${port}`).join(' ');
}

/** Options of a JVM whose heap is a share of its memory, all of it from the start. */
export function renderHeap({ resources, heapPercent }: Pick<KafkaNodesProps, 'resources' | 'heapPercent'>): string {
  const mebibytes = Math.floor((bytes(resources.limits.memory) * heapPercent) / 100 / 1024 ** 2);
  return `-Xms${mebibytes}m -Xmx${mebibytes}m`;
}

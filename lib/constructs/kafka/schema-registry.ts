import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { Bytes } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { checksum, ConfigFiles } from '../objects/config-files';
import { configFiles, scratch } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Which schemas may follow one another under a subject. */
export type SchemaCompatibility = 'none' | `${'backward' | 'forward' | 'full'}${'' | '_transitive'}`;

/** Properties for `SchemaRegistry`. */
export interface SchemaRegistryProps extends SinglePodProps {
  /** Reference of an image `confluentinc/cp-schema-registry`, 8.0 or newer: older ones read another logging setup. */
  readonly image: string;

  /** Number of pods; one of them takes writes, the others pass writes on to it. */
  readonly replicas: number;

  /** The brokers. */
  readonly endpoint: Endpoint;

  /** Host and port that clients of the brokers start from. */
  readonly bootstrapServers: string;

  /** Copies of the topic that holds the schemas, at most one for each broker. */
  readonly replicationFactor: number;

  /** Rule for all subjects that have none of their own. */
  readonly compatibility: SchemaCompatibility;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** Domain of the Kubernetes cluster: `cluster.local`. */
  readonly clusterDomain: string;
}

/** Port of the REST interface. */
export const SCHEMA_REGISTRY_PORT = 8081;

const CONFIG_FOLDER = '/etc/registry';
const WORK_FOLDER = '/tmp';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/**
 * Confluent's registry of schemas. It keeps them in a topic of the brokers, and nothing in its pods.
 *
 * Started from its own settings in place of the image's: that script would write into the image, and takes the variables
 * of a Service named `schema-registry` for settings.
 */
export class SchemaRegistry extends StatelessWorkload {
  /** Address of the REST interface: `http://schema-registry.shop.svc.cluster.local:8081`. */
  public readonly url: string;

  constructor(scope: Construct, id: string, props: SchemaRegistryProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.url = `http://${id}.${props.namespace.name}.svc.${props.clusterDomain}:${SCHEMA_REGISTRY_PORT}`;
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data: files(id, props) });
    this.connectTo(props.endpoint);
    if (props.replicas > 1) this.connectTo(this.peerEndpoint(SCHEMA_REGISTRY_PORT));
  }

  /** The REST interface as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [SCHEMA_REGISTRY_PORT] : ports));
  }
}

function files(name: string, props: SchemaRegistryProps): Record<string, string> {
  return {
    'schema-registry.properties': renderProperties(name, props),
    'schema-registry.sh': read('schema-registry.sh'),
    'log4j2.yaml': read('kafka-log4j2.yaml'),
  };
}

function renderProperties(name: string, props: SchemaRegistryProps): string {
  const startup = seconds(props.probes.startup.period) * props.probes.startup.failures;
  const properties: Readonly<Record<string, string>> = {
    'kafkastore.bootstrap.servers': props.bootstrapServers,
    // As long as the kubelet waits: the registry ends when it is over.
    'kafkastore.init.timeout.ms': String(startup * 1000),
    'kafkastore.topic': '_schemas',
    'kafkastore.topic.replication.factor': String(props.replicationFactor),
    'leader.eligibility': 'true',
    listeners: `http://0.0.0.0:${SCHEMA_REGISTRY_PORT}`,
    'schema.compatibility.level': props.compatibility,
    'schema.registry.group.id': name,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

function workloadProps(name: string, props: SchemaRegistryProps): StatelessWorkloadProps {
  const { replicas, heapPercent } = props;
  const workload = renderSinglePod(props, {
    component: 'schema-registry',
    name: 'schema-registry',
    ports: { http: SCHEMA_REGISTRY_PORT },
    // Answers once it has read all schemas.
    check: { http: '/subjects', port: 'http' },
    // A question about subjects waits for the brokers, and their failure must not restart the registry.
    checks: { liveness: { tcp: 'http' } },
    annotations: checksum(name, files(name, props)),
    env: {
      CONFIG_FOLDER,
      WORK_FOLDER,
      POD_IP: { field: 'status.podIP' },
      LOG_DIR: `${WORK_FOLDER}/logs`,
      SCHEMA_REGISTRY_HEAP_OPTS: `-XX:InitialRAMPercentage=${heapPercent} -XX:MaxRAMPercentage=${heapPercent}`,
      SCHEMA_REGISTRY_LOG4J_OPTS: `-Dlog4j2.configurationFile=${CONFIG_FOLDER}/log4j2.yaml`,
      SCHEMA_REGISTRY_OPTS: '-XX:+ExitOnOutOfMemoryError',
    },
    mounts: [configFiles('files', CONFIG_FOLDER, name), scratch('tmp', WORK_FOLDER, props.scratch)],
  });
  const command = ['sh', `${CONFIG_FOLDER}/schema-registry.sh`];
  const containers = workload.pod.containers.map((container) => ({ ...container, command }));
  return { ...workload, scale: fixed(replicas), pod: { ...workload.pod, containers } };
}

function findProblems({ replicas, heapPercent, probes }: SchemaRegistryProps): string[] {
  const problems = findTimingProblems(probes);
  if (!Number.isInteger(replicas) || replicas < 1) {
    problems.push(`replicas must be a whole number from 1, got ${replicas}`);
  }
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  return problems;
}

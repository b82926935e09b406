import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { findMirrorNameProblems } from '../../model/kafka-mirror';
import { Bytes } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { checksum, ConfigFiles } from '../objects/config-files';
import { Env } from '../pods/env';
import { configFiles, Mount, scratch, secretFiles } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { agentMount, agentOption, KafkaMetricsAgent, renderAgentCopy } from './kafka-node';
import { KAFKA_PORTS } from './kafka-properties';
import {
  ADDRESS,
  AUTHORITY_FOLDERS,
  MIRROR_PORT,
  MirrorEndSettings,
  MirrorSettings,
  PASSWORDS,
  renderMirrorProperties,
} from './mirror-properties';

/** A cluster at one end of a mirror. */
export interface MirroredCluster extends MirrorEndSettings {
  /** Where its brokers are: pods, or ranges of addresses. */
  readonly endpoints: readonly Endpoint[];
}

/** Properties for `KafkaMirror`. */
export interface KafkaMirrorProps extends SinglePodProps, MirrorSettings {
  readonly source: MirroredCluster;
  readonly target: MirroredCluster;

  /** Pods that share the tasks, the number of tasks at most. */
  readonly instances: number;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of each folder for temporary files, above 20Mi: the metrics agent is copied into one. */
  readonly scratch: Bytes;
  readonly metricsAgent: KafkaMetricsAgent;
}

const FOLDER = '/opt/mirror';
const FILE = 'mirror.properties';

const read = (file: string) => readFileSync(join(__dirname, file), 'utf8');

/**
 * MirrorMaker 2: copies topics and the offsets of their consumers into another cluster, one way and some moments late.
 *
 * What was not copied yet when the source is lost stays lost: a mirror bounds a loss, and does not prevent it. A record
 * may arrive twice where a pod ends without a farewell. The source is only read; all that the mirror keeps for itself
 * is in the target.
 */
export class KafkaMirror extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: KafkaMirrorProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Files', { namespace: props.namespace.name, name: id, data: files(props) });
    this.metricsTargets = [{ workload: this, port: KAFKA_PORTS.metrics }];
    this.connectTo(this.peerEndpoint(MIRROR_PORT));
    [...props.source.endpoints, ...props.target.endpoints].forEach((endpoint) => {
      this.connectTo(endpoint);
    });
  }
}

function files(props: KafkaMirrorProps): Record<string, string> {
  return {
    [FILE]: renderMirrorProperties(props),
    'log4j2.yaml': read('kafka-log4j2.yaml'),
    'metrics.yaml': read('kafka-mirror-metrics.yaml'),
  };
}

function workloadProps(name: string, props: KafkaMirrorProps): StatelessWorkloadProps {
  const logins = loginsOf(props);
  const workload = renderSinglePod(props, {
    component: 'mirror',
    name: 'mirror',
    ports: { rest: MIRROR_PORT, jmx: KAFKA_PORTS.metrics },
    // No cluster's failure must restart it: it waits for both by itself.
    check: { tcp: 'rest' },
    annotations: checksum(name, files(props)),
    env: {
      [ADDRESS]: { field: 'status.podIP' },
      ...logins.env,
      // The script makes this folder; the image's own cannot be written to.
      LOG_DIR: '/tmp/logs',
      KAFKA_HEAP_OPTS: `-XX:InitialRAMPercentage=${props.heapPercent} -XX:MaxRAMPercentage=${props.heapPercent}`,
      KAFKA_LOG4J_OPTS: `-Dlog4j2.configurationFile=${FOLDER}/log4j2.yaml`,
      KAFKA_OPTS: `-XX:+ExitOnOutOfMemoryError ${agentOption(`${FOLDER}/metrics.yaml`)}`,
    },
    mounts: [
      configFiles('files', FOLDER, name),
      scratch('tmp', '/tmp', props.scratch),
      agentMount(props.scratch),
      ...logins.mounts,
    ],
  });
  const command = ['/opt/kafka/bin/connect-mirror-maker.sh', `${FOLDER}/${FILE}`];
  const containers = workload.pod.containers.map((container) => ({ ...container, command }));
  return {
    ...workload,
    scale: fixed(props.instances),
    pod: { ...workload.pod, initContainers: [renderAgentCopy(props)], containers },
  };
}

/** Passwords as variables and authorities as files, of the ends that want a login. */
function loginsOf({ source, target }: KafkaMirrorProps): { env: Env; mounts: Mount[] } {
  const ends = [
    ['source', source.login],
    ['target', target.login],
  ] as const;
  const logins = ends.flatMap(([end, login]) => (login ? [{ end, ...login }] : []));
  return {
    env: Object.fromEntries(logins.map(({ end, password }) => [PASSWORDS[end], password])),
    mounts: logins.map(({ end, authority: { secret, key } }) =>
      secretFiles(`${end}-authority`, AUTHORITY_FOLDERS[end], secret, [key]),
    ),
  };
}

function findProblems(props: KafkaMirrorProps): string[] {
  const { source, target, topics, tasks, instances, heapPercent, probes } = props;
  const problems = findTimingProblems(probes);
  const names = findMirrorNameProblems([source.alias, target.alias], topics);
  problems.push(...names.map(({ what, rule, got }) => `${what} ${rule}, got '${got}'`));
  if (topics.length === 0) problems.push('topics must name at least one topic, got none');
  if (!Number.isInteger(tasks) || tasks < 1) problems.push(`tasks must be a whole number from 1, got ${tasks}`);
  if (!Number.isInteger(instances) || instances < 1 || instances > tasks) {
    problems.push(`instances must be from 1 to tasks ${tasks}, got ${instances}; one without a task copies nothing`);
  }
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  return problems;
}

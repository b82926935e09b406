import { Construct } from 'constructs';
import { Bytes } from '../../model/quantity';
import { scratch } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `KafkaUi`. */
export interface KafkaUiProps extends SinglePodProps {
  /** Reference of an image `kafbat/kafka-ui`. */
  readonly image: string;

  /** Name of the cluster, as the pages show it. */
  readonly clusterName: string;

  /** The brokers as somebody to connect to. */
  readonly endpoint: Endpoint;

  /** Host and port that clients start from. */
  readonly bootstrapServers: string;

  /** Heap of the JVM, in whole percent of the memory limit. */
  readonly heapPercent: number;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;
}

/** Port that the pages are served on. */
export const KAFKA_UI_PORT = 8080;

const HEALTH = '/actuator/health';

/**
 * Web pages over a Kafka cluster, which show and change nothing: topics are declared, and records are their owners'.
 *
 * They ask nobody for a password. Nothing reaches them until something opens the way.
 */
export class KafkaUi extends StatelessWorkload {
  constructor(scope: Construct, id: string, props: KafkaUiProps) {
    super(scope, id, workloadProps(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.endpoint);
  }
}

function workloadProps(props: KafkaUiProps): StatelessWorkloadProps {
  return renderSinglePod(props, {
    component: 'web',
    name: 'web',
    ports: { http: KAFKA_UI_PORT },
    // Readiness and liveness by groups of their own: the whole answer would follow the brokers.
    check: { http: `${HEALTH}/liveness`, port: 'http' },
    checks: { readiness: { http: HEALTH, port: 'http' } },
    env: {
      KAFKA_CLUSTERS_0_NAME: props.clusterName,
      KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: props.bootstrapServers,
      KAFKA_CLUSTERS_0_READONLY: 'true',
      SERVER_PORT: String(KAFKA_UI_PORT),
      // Asks GitHub for a newer version of itself otherwise.
      GITHUB_RELEASE_INFO_ENABLED: 'false',
      DYNAMIC_CONFIG_ENABLED: 'false',
      MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED: 'true',
      JAVA_OPTS: `-XX:InitialRAMPercentage=${props.heapPercent} -XX:MaxRAMPercentage=${props.heapPercent}`,
    },
    mounts: [scratch('tmp', '/tmp', props.scratch)],
  });
}

function findProblems({ heapPercent, probes }: KafkaUiProps): string[] {
  const problems = findTimingProblems(probes);
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  return problems;
}

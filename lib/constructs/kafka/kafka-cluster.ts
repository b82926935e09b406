import { Construct } from 'constructs';
import { seconds, trySeconds } from '../../model/duration';
import { Bytes, Resources, tryBytes } from '../../model/quantity';
import { Endpoint } from '../workloads/endpoint';
import { ClientProtocol, renderClientListener } from './kafka-listener';
import { KafkaNodeDefaults } from './kafka-node';
import { KafkaNodes } from './kafka-nodes';
import { KAFKA_PORTS, KafkaRole, KafkaStorageSettings, renderKafkaProperties, Voters } from './kafka-properties';
import { MetricsTarget } from '../workloads/metrics-target';
import { findTimingProblems } from '../pods/probe';

/** Properties for `KafkaCluster`. */
export interface KafkaClusterProps extends KafkaNodeDefaults, KafkaStorageSettings {
  readonly brokers: number;
  readonly brokerResources: Resources;

  /** Volume of each broker. */
  readonly brokerStorage: Bytes;

  /** Controllers of their own, an odd number; 0 where the one broker is its own controller. */
  readonly controllers: number;
  readonly controllerResources: Resources;

  /** Volume of each controller. */
  readonly controllerStorage: Bytes;
  readonly clients: ClientProtocol;
}

const FIRST_BROKER_ID = 100;
const FIRST_CONTROLLER_ID = 0;

/** Time after which a broker ends even if it has not handed over its partitions, in seconds: fixed in the server. */
const CONTROLLED_SHUTDOWN = 300;

/** Id that the image uses where none is given, and that every careless cluster therefore shares. */
const PUBLIC_CLUSTER_ID = '5L6g3nShT-eMCtK--X86sw';

/**
 * A Kafka cluster without ZooKeeper, on the makers' own image.
 *
 * Defines brokers (`<id>-broker`), controllers (`<id>-controller`) where they are not the same, and a Service `<id>` that
 * clients start from. Clients, replication and the metadata quorum each have a port: a client is admitted to its own
 * only. Node ids and voters follow from names and are fixed for the life of the cluster.
 */
export class KafkaCluster extends Construct {
  public readonly brokers: KafkaNodes;

  /** The nodes that vote: the brokers themselves where there are no controllers. */
  public readonly controllers: KafkaNodes;

  /** Host and port that clients start from. */
  public readonly bootstrapServers: string;

  /** What a scraper of the servers' own metrics has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: KafkaClusterProps) {
    super(scope, id);
    this.node.addValidation({ validate: () => findProblems(props) });
    const { namespace, clusterDomain, controllers, brokers } = props;
    const separate = controllers > 0;
    const names = { broker: `${id}-broker`, controller: `${id}-controller` };
    const voters = separate
      ? listVoters(names.controller, controllers, FIRST_CONTROLLER_ID, props)
      : listVoters(names.broker, brokers, FIRST_BROKER_ID, props);

    this.brokers = this.defineNodes(names.broker, separate ? 'broker' : 'broker,controller', voters, props, id);
    this.controllers = separate ? this.defineNodes(names.controller, 'controller', voters, props) : this.brokers;
    this.bootstrapServers = `${id}.${namespace.name}.svc.${clusterDomain}:${KAFKA_PORTS.client}`;
    this.metricsTargets = [...new Set([this.brokers, this.controllers])].map((workload) => ({
      workload,
      port: KAFKA_PORTS.metrics,
    }));

    this.brokers.connectTo(this.brokers.peerEndpoint(KAFKA_PORTS.replication));
    this.brokers.connectTo(this.controllers.peerEndpoint(KAFKA_PORTS.controller));
    this.controllers.connectTo(this.controllers.peerEndpoint(KAFKA_PORTS.controller));
  }

  /** The brokers as clients reach them; they start after the whole cluster is healthy. */
  public endpoint(): Endpoint {
    return { ...this.brokers.endpoint(KAFKA_PORTS.client), after: [this] };
  }

  private defineNodes(
    name: string,
    role: KafkaRole,
    voters: Voters,
    props: KafkaClusterProps,
    bootstrapService?: string,
  ): KafkaNodes {
    const clientListener = renderClientListener(props.clients, role);
    const own =
      role === 'controller'
        ? { replicas: props.controllers, storage: props.controllerStorage, resources: props.controllerResources }
        : { replicas: props.brokers, storage: props.brokerStorage, resources: props.brokerResources };
    return new KafkaNodes(this, name, {
      ...props,
      ...own,
      role,
      firstNodeId: role === 'controller' ? FIRST_CONTROLLER_ID : FIRST_BROKER_ID,
      serverProperties: renderKafkaProperties(role, voters, props, clientListener.properties),
      clientListener,
      ...(bootstrapService !== undefined && { bootstrapService }),
    });
  }
}

function listVoters(name: string, count: number, firstId: number, props: KafkaClusterProps): Voters {
  const domain = `${name}.${props.namespace.name}.svc.${props.clusterDomain}`;
  return Array.from({ length: count }, (_, index) => ({ id: firstId + index, host: `${name}-${index}.${domain}` }));
}

function findProblems(props: KafkaClusterProps): string[] {
  return [
    ...findNodeProblems(props),
    ...findCopyProblems(props),
    ...findSettingProblems(props),
    ...findTimingProblems(props.probes),
  ];
}

function findNodeProblems({ brokers, controllers, terminationGrace, heapPercent }: KafkaClusterProps): string[] {
  const problems: string[] = [];
  if (!Number.isInteger(brokers) || brokers < 1) problems.push(`brokers must be a whole number from 1, got ${brokers}`);
  if (controllers === 0 && brokers > 1) {
    problems.push(
      `controllers must be at least 1 for ${brokers} brokers, got 0; only a single broker is its own controller`,
    );
  } else if (controllers !== 0 && (controllers < 0 || controllers % 2 !== 1)) {
    problems.push(
      `controllers must be 0 or odd, got ${controllers}; an even number bears no more failures than one less`,
    );
  }
  if (seconds(terminationGrace) <= CONTROLLED_SHUTDOWN) {
    problems.push(
      `terminationGrace must be longer than ${CONTROLLED_SHUTDOWN}s, got ${terminationGrace}; a broker hands over its partitions first`,
    );
  }
  if (!Number.isInteger(heapPercent) || heapPercent < 1 || heapPercent > 75) {
    problems.push(`heapPercent must be from 1 to 75, got ${heapPercent}; the rest of the memory is not heap`);
  }
  return problems;
}

function findCopyProblems({ brokers, replicationFactor, minInsyncReplicas }: KafkaClusterProps): string[] {
  const problems: string[] = [];
  if (!Number.isInteger(replicationFactor) || replicationFactor < 1 || replicationFactor > brokers) {
    problems.push(`replicationFactor must be from 1 to ${brokers} for ${brokers} brokers, got ${replicationFactor}`);
  }
  const most = Math.max(1, replicationFactor - 1);
  if (!Number.isInteger(minInsyncReplicas) || minInsyncReplicas < 1 || minInsyncReplicas > most) {
    problems.push(
      `minInsyncReplicas must be from 1 to ${most} for replicationFactor ${replicationFactor}, got ${minInsyncReplicas}; one broker down would stop all writes`,
    );
  }
  return problems;
}

function findSettingProblems({ clusterId, retention, segment }: KafkaClusterProps): string[] {
  const problems: string[] = [];
  if (!/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/.test(clusterId) || clusterId === PUBLIC_CLUSTER_ID) {
    problems.push(
      `clusterId must be 22 letters, digits, - and _ of its own, got '${clusterId}'; make one with kafka-storage.sh random-uuid`,
    );
  }
  const retained = trySeconds(retention) ?? 0;
  if (retained < 3600 || retained % 3600 !== 0) problems.push(`retention must be whole hours, got ${retention}`);
  const size = tryBytes(segment) ?? 0;
  if (size < 1024 ** 2 || size >= 2 * 1024 ** 3) problems.push(`segment must be from 1Mi to below 2Gi, got ${segment}`);
  return problems;
}

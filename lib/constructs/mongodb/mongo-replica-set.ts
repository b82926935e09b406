import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { MetricsTarget } from '../workloads/metrics-target';
import { MONGO_EXPORTER_PORT, MongoExporter, renderMongoExporter } from './mongo-exporter';
import { MONGO_PORT, mongoMemberFiles, MongoMemberProps, renderMongoMember } from './mongo-member';
import { PlatformNamespace } from '../platform-namespace';
import { findTimingProblems } from '../pods/probe';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';

/** Properties for `MongoReplicaSet`. */
export interface MongoReplicaSetProps extends MongoMemberProps {
  readonly namespace: PlatformNamespace;

  /** Number of members, all of which vote and hold data: 1, 3, 5 or 7. */
  readonly members: number;

  /** Size of each member's volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group of the image. */
  readonly group: number;

  /** Time that a member must answer before the next one is replaced, so that it catches up. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill; a primary hands over first. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
  readonly exporter: MongoExporter;
}

/** Servers that are to be a replica set, or are one. */
export interface MongoServers {
  readonly namespace: PlatformNamespace;

  /** Name of the set. */
  readonly replicaSet: string;

  /** `host:port` of every member, in the order of their names. */
  readonly addresses: readonly string[];

  /** User that the first start makes. */
  readonly rootUser: string;

  /** Password of the root user, for readers in the same namespace. */
  readonly rootPassword: SecretKey;

  /** The members as servers. */
  endpoint(): Endpoint;
}

/**
 * Connection string over all members of a set, for a template of an ExternalSecret.
 *
 * `password` is what the template puts there: `{{ .app_password }}`. `database` is the one that knows the user.
 */
export function mongoUri(
  { addresses, replicaSet }: Pick<MongoServers, 'addresses' | 'replicaSet'>,
  { user, password, database }: { readonly user: string; readonly password: string; readonly database: string },
): string {
  const query = `replicaSet=${replicaSet}&retryWrites=true&w=majority`;
  return `mongodb://${user}:${password}@${addresses.join(',')}/${database}?${query}`;
}

/** Less than this the storage engine refuses. */
const SMALLEST_CACHE: Bytes = '256Mi';

/** Most of the memory limit that the cache may take: connections, sorts and the file cache need the rest. */
const LARGEST_CACHE_PERCENT = 60;

/** Twice the time that a primary goes on answering after SIGTERM while another one is elected. */
const SHORTEST_GRACE: Duration = '30s';

const CLAIM = 'data';

/**
 * A MongoDB replica set whose members authenticate each other, with an exporter beside each.
 *
 * Members alone are only servers: `MongoReplicaSetJob` founds the set, adds members and users. A member that lost its
 * volume comes back by copying from the others. A set of one that lost it has nobody to copy from: it starts with an
 * empty folder, and the Job has to run again.
 */
export class MongoReplicaSet extends StatefulWorkload implements MongoServers {
  public readonly replicaSet: string;
  public readonly rootUser: string;

  /** Password of the root user, for readers in the same namespace. */
  public readonly rootPassword: SecretKey;

  /** Port of the exporters. */
  public readonly metricsPort = MONGO_EXPORTER_PORT;

  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];
  private readonly clusterDomain: string;

  constructor(scope: Construct, id: string, props: MongoReplicaSetProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.replicaSet = props.replicaSet;
    this.rootUser = props.rootUser;
    this.rootPassword = props.rootPassword;
    this.clusterDomain = props.clusterDomain;
    this.metricsTargets = [{ workload: this, port: MONGO_EXPORTER_PORT }];
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: mongoMemberFiles });
    if (props.members > 1) this.connectTo(this.peerEndpoint(MONGO_PORT));
  }

  /** `host:port` of every member, in the order of their names. */
  public get addresses(): string[] {
    return this.hosts(this.clusterDomain).map((host) => `${host}:${MONGO_PORT}`);
  }

  /** The members as servers. Clients that need users start after the Job that makes them: see `MongoReplicaSetJob`. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [MONGO_PORT] : ports));
  }
}

function workloadProps(name: string, props: MongoReplicaSetProps): StatefulWorkloadProps {
  const { namespace, members, storage, storageClassName, minReady, exporter, clusterDomain } = props;
  const { user, group, terminationGrace, priorityClassName } = props;
  const headlessService = `${name}-headless`;
  const domain = `${headlessService}.${namespace.name}.svc.${clusterDomain}`;
  const addresses = Array.from({ length: members }, (_, index) => `${name}-${index}.${domain}:${MONGO_PORT}`);
  return {
    namespace,
    component: 'database',
    replicas: members,
    headlessService,
    ports: { mongodb: MONGO_PORT, metrics: MONGO_EXPORTER_PORT },
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    minReady,
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, mongoMemberFiles),
      containers: [renderMongoMember(props, addresses, CLAIM, name), renderMongoExporter(exporter, MONGO_PORT)],
    },
  };
}

function findProblems({ members, cache, resources, terminationGrace, probes }: MongoReplicaSetProps): string[] {
  const problems = findTimingProblems(probes);
  if (![1, 3, 5, 7].includes(members)) {
    problems.push(`members must be 1, 3, 5 or 7 for a majority without an arbiter, got ${members}`);
  }
  if (bytes(cache) < bytes(SMALLEST_CACHE)) problems.push(`cache must be at least ${SMALLEST_CACHE}, got ${cache}`);
  const { memory } = resources.limits;
  if (bytes(cache) > (bytes(memory) * LARGEST_CACHE_PERCENT) / 100) {
    problems.push(`cache must be at most ${LARGEST_CACHE_PERCENT} % of the memory limit ${memory}, got ${cache}`);
  }
  if (seconds(terminationGrace) < seconds(SHORTEST_GRACE)) {
    problems.push(
      `terminationGrace must be at least ${SHORTEST_GRACE} for a primary to hand over, got ${terminationGrace}`,
    );
  }
  return problems;
}

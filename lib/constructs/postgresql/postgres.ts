import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes } from '../../model/quantity';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { MetricsTarget } from '../workloads/metrics-target';
import { PlatformNamespace } from '../platform-namespace';
import { PostgresExporter, POSTGRES_EXPORTER_PORT, renderPostgresExporter } from './postgres-exporter';
import { POSTGRES_PORT, PostgresServerProps, renderPostgresServer } from './postgres-server';
import { findPostgresServerProblems } from './postgres-server-problems';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';

/** Properties for `Postgres`. */
export interface PostgresProps extends PostgresServerProps {
  readonly namespace: PlatformNamespace;

  /** Size of the volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group of the image. */
  readonly group: number;

  /** Time from the request to end until the kill, in which the last checkpoint is written. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
  readonly exporter: PostgresExporter;
}

/** A PostgreSQL server as its clients see it, wherever it runs. */
export interface PostgresAccess {
  readonly superuser: string;

  /** Password of the superuser, for readers in the same namespace. */
  readonly password: SecretKey;

  /** Name of the host. */
  readonly host: string;
  readonly port: number;

  /** `host:port` of the server. */
  readonly address: string;

  /** Connections that are left to clients. */
  readonly clientConnections: number;

  /** The server as somebody to connect to. */
  endpoint(): Endpoint;
}

/** Connections that the server keeps for superusers, unless it is told otherwise. */
const RESERVED_CONNECTIONS = 3;

/** Connections that the exporter holds at most. */
const EXPORTER_CONNECTIONS = 2;

/** Shortest grace in which a server under load writes its last checkpoint. */
const SHORTEST_GRACE: Duration = '120s';

const CLAIM = 'data';

/**
 * One PostgreSQL server on one volume, with an exporter beside it.
 *
 * There is no second server to fail over to: while its pod moves, clients wait. It is founded with the database
 * `postgres` and, where it is named, one more; whoever needs another one makes it.
 */
export class Postgres extends StatefulWorkload implements PostgresAccess {
  public readonly superuser: string;

  /** Password of the superuser, for readers in the same namespace. */
  public readonly password: SecretKey;

  /** `<name>.<namespace>.svc.<domain>`. */
  public readonly host: string;

  /** Port of the server. */
  public readonly port = POSTGRES_PORT;

  /** The exporter, for a scraper that is to be admitted. */
  public readonly metricsTargets: readonly MetricsTarget[] = [{ workload: this, port: POSTGRES_EXPORTER_PORT }];

  /** Connections that are left to clients. */
  public readonly clientConnections: number;

  constructor(scope: Construct, id: string, props: PostgresProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.superuser = props.superuser;
    this.password = props.password;
    this.host = `${id}.${props.namespace.name}.svc.${props.clusterDomain}`;
    this.clientConnections = clientConnections(props.maxConnections);
  }

  /** `host:port` of the server. */
  public get address(): string {
    return `${this.host}:${this.port}`;
  }

  /** The server as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [POSTGRES_PORT] : ports));
  }
}

/** Connections that a server leaves to clients, of all that it allows. */
export const clientConnections = (maxConnections: number): number =>
  maxConnections - RESERVED_CONNECTIONS - EXPORTER_CONNECTIONS;

function workloadProps(name: string, props: PostgresProps): StatefulWorkloadProps {
  const { namespace, storage, storageClassName, user, group, terminationGrace, priorityClassName } = props;
  const { exporter, superuser, password } = props;
  return {
    namespace,
    component: 'database',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports: { postgresql: POSTGRES_PORT, metrics: POSTGRES_EXPORTER_PORT },
    service: { name, ports: { postgresql: POSTGRES_PORT } },
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName,
      containers: [
        renderPostgresServer(props, CLAIM),
        renderPostgresExporter(exporter, superuser, password, POSTGRES_PORT),
      ],
    },
  };
}

function findProblems(props: PostgresProps): string[] {
  const problems = findPostgresServerProblems(props);
  const { terminationGrace } = props;
  if (seconds(terminationGrace) < seconds(SHORTEST_GRACE)) {
    problems.push(
      `terminationGrace must be at least ${SHORTEST_GRACE} for the last checkpoint, got ${terminationGrace}`,
    );
  }
  return problems;
}

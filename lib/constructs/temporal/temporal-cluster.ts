import { Construct, IConstruct } from 'constructs';
import { Duration } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { ConfigFiles } from '../objects/config-files';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { PlatformNamespace } from '../platform-namespace';
import { Timings } from '../pods/probe';
import { StatelessWorkload } from '../workloads/stateless-workload';
import { findTemporalProblems } from './temporal-cluster-problems';
import { renderConfig, renderDynamicConfig, TemporalConfigProps } from './temporal-config';
import { connectMembers } from './temporal-members';
import { renderTemporalPod } from './temporal-pod';
import { TEMPORAL_METRICS_PORT, TEMPORAL_PORTS, TemporalRole } from './temporal-roles';

/** Properties for `TemporalCluster`. */
export interface TemporalClusterProps extends TemporalConfigProps {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `temporalio/server`, 1.30 or newer. */
  readonly image: string;

  /** Number of pods: of every role, or of each. */
  readonly replicas: number | Readonly<Record<TemporalRole, number>>;

  /** Requests and limits of every pod. */
  readonly resources: Resources;

  /** Servers that all roles connect to, and start after: the stores of `persistence` and `visibility`. */
  readonly stores: readonly Endpoint[];

  /** What must have happened before the first role starts: the Jobs that make the schemas. */
  readonly after: readonly IConstruct[];

  /** Numeric user and group of the image. */
  readonly user: number;

  /** How often each role is asked; `startup` includes the way into the cluster. */
  readonly probes: Timings;

  /** Time from the request to end until the kill, longer than two drains and the end of what is in flight. */
  readonly terminationGrace: Duration;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
}

/**
 * A Temporal server, with each of its four roles in pods of its own.
 *
 * Defines `<id>-frontend`, `<id>-history`, `<id>-matching` and `<id>-worker`, all with the same configuration. They find
 * each other by the database; what they may then say to each other is one table. Clients know the frontend alone.
 */
export class TemporalCluster extends Construct {
  /** `host:port` of the frontend. */
  public readonly address: string;

  /** All roles, for a scraper that is to be admitted. */
  public readonly metricsTargets: readonly MetricsTarget[];
  private readonly roles: Readonly<Record<TemporalRole, StatelessWorkload>>;

  constructor(scope: Construct, id: string, props: TemporalClusterProps) {
    super(scope, id);
    this.node.addValidation({ validate: () => findTemporalProblems(props) });
    const { namespace, clusterDomain, stores, after } = props;
    const data = { 'config.yaml': renderConfig(props), 'dynamic.yaml': renderDynamicConfig(props) };
    const files = new ConfigFiles(this, 'Files', { namespace: namespace.name, name: id, data });
    const define = (role: TemporalRole) => this.defineRole(role, props, files);
    this.roles = {
      frontend: define('frontend'),
      history: define('history'),
      matching: define('matching'),
      worker: define('worker'),
    };
    connectMembers(this.roles);
    const workloads = Object.values(this.roles);
    workloads.forEach((workload) => stores.forEach((store) => workload.connectTo(store)));
    after.forEach((producer) => this.node.addDependency(producer));
    this.address = `${this.roles.frontend.name}.${namespace.name}.svc.${clusterDomain}:${TEMPORAL_PORTS.frontend.grpc}`;
    this.metricsTargets = workloads.map((workload) => ({ workload, port: TEMPORAL_METRICS_PORT }));
  }

  /** The frontend as somebody to connect to. Clients start after all roles are healthy. */
  public endpoint(): Endpoint {
    return { ...this.roles.frontend.endpoint(TEMPORAL_PORTS.frontend.grpc), after: [this] };
  }

  private defineRole(role: TemporalRole, props: TemporalClusterProps, files: ConfigFiles): StatelessWorkload {
    const { namespace, replicas, minReady, progressDeadline } = props;
    return new StatelessWorkload(this, `${this.node.id}-${role}`, {
      namespace,
      component: role,
      tier: 'data',
      scale: fixed(typeof replicas === 'number' ? replicas : replicas[role]),
      minReady,
      progressDeadline,
      servicePorts: servicePorts(role),
      pod: renderTemporalPod(role, props, files),
    });
  }
}

/** Only the frontend is reached by its Service; the others are asked for metrics and find each other by themselves. */
function servicePorts(role: TemporalRole): Record<string, number> {
  const { grpc, http } = TEMPORAL_PORTS[role];
  return {
    ...(role === 'frontend' && { grpc }),
    ...(http !== undefined && { http }),
    metrics: TEMPORAL_METRICS_PORT,
  };
}

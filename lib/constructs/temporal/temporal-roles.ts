import { Check } from '../pods/probe';

/** The roles of a Temporal cluster, each of which scales by itself. */
export const TEMPORAL_ROLES = ['frontend', 'history', 'matching', 'worker'] as const;

/** The name of a role. */
export type TemporalRole = (typeof TEMPORAL_ROLES)[number];

/** Ports of one role, the same in every cluster: members find each other by what they write into the database. */
export interface TemporalRolePorts {
  readonly grpc: number;

  /** Port by which members watch each other; at most 32767, which is what the database's column holds. */
  readonly membership: number;

  /**
   * Port of the API over HTTP.
   *
   * @default - none
   */
  readonly http?: number;
}

/** Ports that each role listens on. */
export const TEMPORAL_PORTS: Readonly<Record<TemporalRole, TemporalRolePorts>> = {
  frontend: { grpc: 7233, membership: 6933, http: 7243 },
  history: { grpc: 7234, membership: 6934 },
  matching: { grpc: 7235, membership: 6935 },
  worker: { grpc: 7239, membership: 6939 },
};

/** Port of the metrics of every role. */
export const TEMPORAL_METRICS_PORT = 9090;

/** Roles whose gRPC port a role connects to. Nobody calls a worker. */
export const TEMPORAL_CALLS: Readonly<Record<TemporalRole, readonly TemporalRole[]>> = {
  frontend: ['frontend', 'history', 'matching'],
  // The frontend for its own workflows' signals and, over HTTP, for callbacks.
  history: ['frontend', 'history', 'matching'],
  matching: ['history', 'matching'],
  worker: ['frontend', 'history', 'matching'],
};

/** Names under which the roles tell their health. A worker tells it since 1.30. */
const HEALTH_SERVICES: Readonly<Record<TemporalRole, string>> = {
  frontend: 'WorkflowService',
  history: 'HistoryService',
  matching: 'MatchingService',
  worker: 'WorkerService',
};

/** How a role says that it does its work. The answer is no before it belongs to the cluster. */
export function renderHealthCheck(role: TemporalRole): Check {
  return { grpc: TEMPORAL_PORTS[role].grpc, service: `temporal.api.workflowservice.v1.${HEALTH_SERVICES[role]}` };
}

import { Duration, seconds } from '../../model/duration';
import { findTimingProblems, Timings } from '../pods/probe';
import { TemporalConfigProps } from './temporal-config';
import { TEMPORAL_ROLES, TemporalRole } from './temporal-roles';
import { connsOfOnePod } from './temporal-stores';

/** What the rules of a cluster are about. */
export interface TemporalProblemProps extends TemporalConfigProps {
  readonly replicas: number | Readonly<Record<TemporalRole, number>>;
  readonly probes: Timings;
  readonly terminationGrace: Duration;
}

/** Most shards that one database is known to bear. */
const MOST_SHARDS = 16_384;

/** Time that a role takes to end after its drain, as measured with its database gone. */
const SLOWEST_END: Duration = '15s';

/** What is wrong with the properties of a cluster. */
export function findTemporalProblems(props: TemporalProblemProps): string[] {
  const { numHistoryShards, drain, terminationGrace, probes } = props;
  const problems = [...findTimingProblems(probes), ...findReplicaProblems(props), ...findConnectionProblems(props)];
  if (!isPowerOfTwo(numHistoryShards) || numHistoryShards > MOST_SHARDS) {
    problems.push(`numHistoryShards must be a power of two from 1 to ${MOST_SHARDS}, got ${numHistoryShards}`);
  }
  const least = seconds(drain) * 2 + seconds(SLOWEST_END);
  if (seconds(terminationGrace) < least) {
    problems.push(
      `terminationGrace must be at least ${least}s, two drains of ${drain} and ${SLOWEST_END} to end, got ${terminationGrace}`,
    );
  }
  return [...problems, ...findVisibilityProblems(props)];
}

function findReplicaProblems(props: TemporalProblemProps): string[] {
  return TEMPORAL_ROLES.filter((role) => !Number.isInteger(podsOf(props, role)) || podsOf(props, role) < 1).map(
    (role) => `replicas must be a whole number from 1 for ${role}, got ${podsOf(props, role)}`,
  );
}

function findConnectionProblems(props: TemporalProblemProps): string[] {
  const { persistence, visibility } = props;
  const { maxConns, maxIdleConns, availableConns } = persistence;
  const problems: string[] = [];
  if (maxIdleConns > maxConns) {
    problems.push(`persistence.maxIdleConns must be at most maxConns ${maxConns}, got ${maxIdleConns}`);
  }
  // While versions change, every role may have one pod more.
  const pods = TEMPORAL_ROLES.reduce((sum, role) => sum + podsOf(props, role) + 1, 0);
  const most = pods * connsOfOnePod(persistence, visibility);
  if (most > availableConns) {
    problems.push(
      `persistence.availableConns must be at least ${most} for ${pods} pods of a roll-out with full pools, got ${availableConns}; lower maxConns or raise the server's maxConnections`,
    );
  }
  return problems;
}

function findVisibilityProblems({ persistence, visibility }: TemporalProblemProps): string[] {
  if (visibility.kind === 'postgres') {
    const { database } = visibility;
    return database === persistence.database
      ? [`visibility.database must differ from persistence.database, got ${database} for both`]
      : [];
  }
  return /^https:\/\/[^/@?#]+:\d+$/.test(visibility.url)
    ? []
    : [`visibility.url must be https://host:port, got ${visibility.url}`];
}

function podsOf({ replicas }: TemporalProblemProps, role: TemporalRole): number {
  return typeof replicas === 'number' ? replicas : replicas[role];
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(value) && value > 0 && (value & (value - 1)) === 0;
}

import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit, ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, warning } from './alert-scope';

/** When a replica set is not well. */
export interface MongoLimits {
  /** Time that a member may be down: as long as its restart takes. */
  readonly down: Duration;

  /** Time that the set may be without a primary, longer than an election. */
  readonly noPrimary: Duration;

  /** Seconds that a member may be behind the primary. */
  readonly lag: Limit;

  /** Share of the connections that a member allows. */
  readonly connections: ShareLimit;
}

/** The state of a member that takes writes. */
const PRIMARY = 1;

/** Alerts of a replica set, as the exporter beside each member sees it. */
export function mongoAlerts({ prefix, namespace }: AlertScope, limits: MongoLimits): Alert[] {
  const state = select('mongodb_mongod_replset_my_state', namespace);
  const lag = select('mongodb_mongod_replset_member_replication_lag', namespace);
  const connections = (kinds: string) =>
    `sum by (namespace, pod) (${select('mongodb_ss_connections', namespace, `conn_type=~"${kinds}"`)})`;
  return [
    critical({
      name: `${prefix}MongoDown`,
      expr: `${select('mongodb_up', namespace)} == 0`,
      for: limits.down,
      summary: 'MongoDB in {{ $labels.pod }} does not answer its exporter',
      description: 'The set has one member less. Look at the log of the member, its volume and its memory.',
    }),
    critical({
      name: `${prefix}MongoNoPrimary`,
      expr: `max by (namespace) (${state} == bool ${PRIMARY}) == 0`,
      for: limits.noPrimary,
      summary: 'No member in {{ $labels.namespace }} is primary',
      description:
        'Nothing can be written. Look at rs.status() on any member: an election needs a majority that reaches each other.',
    }),
    warning({
      name: `${prefix}MongoReplicationLag`,
      expr: `max by (namespace, name) (${lag}) > ${limits.lag.bound}`,
      for: limits.lag.for,
      summary: '{{ $labels.name }} is {{ $value | humanizeDuration }} behind the primary',
      description:
        'A failover now would be slow and could lose what no majority has. Look at the disk and the CPU of the member; if it is further behind than the oplog is long, it must be synced anew.',
    }),
    warning({
      name: `${prefix}MongoConnections`,
      expr: `${connections('current')} / ${connections('current|available')} > ${shareOf(limits.connections)}`,
      for: limits.connections.for,
      summary: `${PERCENT} of the connections of {{ $labels.pod }} are taken`,
      description: 'New clients are refused once all are. Look for the service whose pool grows without bound.',
    }),
  ];
}

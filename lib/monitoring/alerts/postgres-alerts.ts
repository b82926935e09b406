import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, warning } from './alert-scope';

/** When a PostgreSQL server is not well. */
export interface PostgresLimits {
  /** Time that the server may be down: as long as its restart takes. */
  readonly down: Duration;

  /** Share of `max_connections`. */
  readonly connections: ShareLimit;
}

/** Alerts of the servers of a namespace, as the exporter beside each sees it. */
export function postgresAlerts({ prefix, namespace }: AlertScope, limits: PostgresLimits): Alert[] {
  const taken = `sum by (job, pod) (${select('pg_stat_activity_count', namespace)})`;
  const allowed = `max by (job, pod) (${select('pg_settings_max_connections', namespace)})`;
  return [
    critical({
      name: `${prefix}PostgresDown`,
      expr: `${select('pg_up', namespace)} == 0`,
      for: limits.down,
      summary: 'PostgreSQL in {{ $labels.pod }} does not answer its exporter',
      description: 'What it keeps is out of reach. Look at the log of the server, its volume and its memory.',
    }),
    warning({
      name: `${prefix}PostgresConnections`,
      expr: `${taken} / ${allowed} > ${shareOf(limits.connections)}`,
      for: limits.connections.for,
      summary: `${PERCENT} of the connections of {{ $labels.pod }} are taken`,
      description:
        'New clients are refused once all are. Look at pg_stat_activity for sessions that are idle in a transaction, then at the sizes of the pools.',
    }),
  ];
}

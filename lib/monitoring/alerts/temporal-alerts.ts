import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit, ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When Temporal is not well. */
export interface TemporalLimits {
  /** Share of the frontend's requests that fail by the server's fault. */
  readonly errors: ShareLimit;

  /** Share of what is asked of the stores that fails. */
  readonly persistenceErrors: ShareLimit;

  /** Time that tasks may come into a queue that nobody polls. */
  readonly noPollers: Duration;

  /** Tasks that may wait in one queue. */
  readonly backlog: Limit;
}

/** Alerts of the server's roles. */
export function temporalAlerts({ prefix, namespace }: AlertScope, limits: TemporalLimits): Alert[] {
  const rate = (metric: string, ...matchers: string[]) =>
    `rate(${select(metric, namespace, ...matchers)}[${RATE_WINDOW}])`;
  const share = (errors: string, all: string, ...matchers: string[]) =>
    `sum by (job) (${rate(errors, ...matchers)}) / sum by (job) (${rate(all, ...matchers)})`;
  const frontend = share('service_errors', 'service_requests', 'service_name="frontend"');
  return [
    critical({
      name: `${prefix}TemporalErrors`,
      expr: `${frontend} > ${shareOf(limits.errors)}`,
      for: limits.errors.for,
      summary: `Temporal fails in ${PERCENT} of requests`,
      description:
        'Workflows neither start nor go on. Look at its stores first, then at the logs of history and matching.',
    }),
    critical({
      name: `${prefix}TemporalPersistenceErrors`,
      expr: `${share('persistence_errors', 'persistence_requests')} > ${shareOf(limits.persistenceErrors)}`,
      for: limits.persistenceErrors.for,
      summary: `${PERCENT} of what {{ $labels.job }} asks of its stores fails`,
      description: 'Look at PostgreSQL: is it down, slow, or out of connections?',
    }),
    warning({
      name: `${prefix}TemporalNoPollers`,
      expr: `sum by (taskqueue) (${rate('no_poller_tasks')}) > 0`,
      for: limits.noPollers,
      summary: 'Tasks come into {{ $labels.taskqueue }}, and nobody polls it',
      description: 'Workflows wait. Look at the workers of this queue: do they run, and do they poll under this name?',
    }),
    warning({
      name: `${prefix}TemporalBacklog`,
      expr: `sum by (taskqueue) (${select('approximate_backlog_count', namespace)}) > ${limits.backlog.bound}`,
      for: limits.backlog.for,
      summary: '{{ $value }} tasks wait in {{ $labels.taskqueue }}',
      description: 'Its workers are too slow or too few. Look at their errors first, then let more of them run.',
    }),
  ];
}

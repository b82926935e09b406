import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When Loki is not well. */
export interface LokiLimits {
  /** Time that lines may be refused. */
  readonly refusing: Duration;

  /** Time that logs may not get from memory to the volume. */
  readonly flushFails: Duration;

  /** Share of the answers of one route that are errors of the server. */
  readonly errors: ShareLimit;
}

/** Alerts of a Loki about itself. That its volume is full is said of all volumes. */
export function lokiAlerts(namespace: string, limits: LokiLimits): Alert[] {
  const rate = (metric: string, ...matchers: string[]) =>
    `rate(${select(metric, namespace, ...matchers)}[${RATE_WINDOW}])`;
  const answers = (...matchers: string[]) =>
    `sum by (route) (${rate('loki_request_duration_seconds_count', ...matchers)})`;
  return [
    warning({
      name: 'LokiRefusesLines',
      expr: `sum by (reason) (${rate('loki_discarded_samples_total')}) > 0`,
      for: limits.refusing,
      summary: 'Loki refuses {{ $value | humanize }} lines a second: {{ $labels.reason }}',
      description:
        'They are lost. Look for the sender that writes so much or so late; if all of it is wanted, raise the row loki.ingestionMegabytes.',
    }),
    critical({
      name: 'LokiFlushFails',
      expr: `increase(${select('loki_ingester_chunks_flush_failures_total', namespace)}[15m]) > 0`,
      for: limits.flushFails,
      summary: '{{ $labels.pod }} cannot write logs to its volume',
      description: 'They stay in memory until it is full. Look at its log, and at the room on its volume.',
    }),
    warning({
      name: 'LokiErrors',
      expr: `${answers('status_code=~"5.."')} / ${answers()} > ${shareOf(limits.errors)}`,
      for: limits.errors.for,
      summary: `Loki answers ${PERCENT} of {{ $labels.route }} with an error`,
      description: 'Logs are not taken or not shown. Look at its log and at its memory.',
    }),
  ];
}

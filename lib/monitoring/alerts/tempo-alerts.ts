import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { select } from '../select';
import { critical, RATE_WINDOW, warning } from './alert-scope';

/** When Tempo is not well. */
export interface TempoLimits {
  /** Time that spans may be refused. */
  readonly refusing: Duration;

  /** Time that traces may not get to the place where they are kept. */
  readonly flushFails: Duration;
}

/** Alerts of a Tempo about itself. That its volume is full is said of all volumes. */
export function tempoAlerts(namespace: string, limits: TempoLimits): Alert[] {
  return [
    warning({
      name: 'TempoRefusesSpans',
      expr: `sum by (reason) (rate(${select('tempo_discarded_spans_total', namespace)}[${RATE_WINDOW}])) > 0`,
      for: limits.refusing,
      summary: 'Tempo refuses {{ $value | humanize }} spans a second: {{ $labels.reason }}',
      description: 'Traces have holes. Look for the service that sends so many, and let it sample.',
    }),
    critical({
      name: 'TempoFlushFails',
      expr: `increase(${select('tempo_ingester_failed_flushes_total', namespace)}[15m]) > 0`,
      for: limits.flushFails,
      summary: '{{ $labels.pod }} cannot write traces to its volume',
      description:
        'After the third try a block is deleted, with all traces in it. Look at its log, and at the room on its volume.',
    }),
  ];
}

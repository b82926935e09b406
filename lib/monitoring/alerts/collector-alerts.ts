import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When the collector is not well. */
export interface CollectorLimits {
  /** Time that it may lose what it took. */
  readonly losing: Duration;

  /** Time that it may send senders away. */
  readonly refusing: Duration;

  /** Share of its queue that may be taken. */
  readonly queue: ShareLimit;
}

/** What it counts, one metric for each signal. */
const UNITS = ['spans', 'log_records', 'metric_points'];

/** Alerts of a collector about itself. */
export function collectorAlerts(namespace: string, limits: CollectorLimits): Alert[] {
  const anyOf = (by: string, ...counters: string[]) =>
    counters
      .flatMap((counter) => UNITS.map((unit) => `otelcol_${counter}_${unit}`))
      .map((metric) => `sum by (${by}) (rate(${select(metric, namespace)}[${RATE_WINDOW}])) > 0`)
      .join(' or ');
  const queue = (figure: string) => `max by (pod, exporter) (${select(`otelcol_exporter_queue_${figure}`, namespace)})`;
  return [
    critical({
      name: 'CollectorLosesSignals',
      expr: anyOf('exporter', 'exporter_send_failed', 'exporter_enqueue_failed'),
      for: limits.losing,
      summary: 'The collector loses {{ $value | humanize }} a second of what goes to {{ $labels.exporter }}',
      description:
        'It gave up after all tries, or its queue is full. Look at the server that this exporter sends to, and at the policies between both.',
    }),
    warning({
      name: 'CollectorQueueFull',
      expr: `${queue('size')} / ${queue('capacity')} > ${shareOf(limits.queue)}`,
      for: limits.queue.for,
      summary: `${PERCENT} of the queue of {{ $labels.pod }} to {{ $labels.exporter }} are taken`,
      description: 'Once it is full, signals are lost. The server behind it is too slow or does not answer.',
    }),
    warning({
      name: 'CollectorRefuses',
      expr: anyOf('pod', 'receiver_refused'),
      for: limits.refusing,
      summary: '{{ $labels.pod }} refuses {{ $value | humanize }} a second of what it is sent',
      description:
        'Its memory is at the limit, so senders keep what they have and try again. Look for one that sends more than before; else raise the row collector.',
    }),
  ];
}

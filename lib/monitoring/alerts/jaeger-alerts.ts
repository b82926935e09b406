import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { select } from '../select';
import { AlertScope, RATE_WINDOW, warning } from './alert-scope';

/** When a Jaeger is not well. */
export interface JaegerLimits {
  /** Time that it may lose or refuse spans. */
  readonly losing: Duration;
}

/** Alerts of a Jaeger about what it is sent. That its volume is full is said of all volumes. */
export function jaegerAlerts({ prefix, namespace }: AlertScope, { losing }: JaegerLimits): Alert[] {
  const rate = (metric: string) => `sum by (pod) (rate(${select(metric, namespace)}[${RATE_WINDOW}])) > 0`;
  return [
    warning({
      name: `${prefix}JaegerLosesSpans`,
      expr: `${rate('otelcol_exporter_send_failed_spans_total')} or ${rate('otelcol_receiver_refused_spans_total')}`,
      for: losing,
      summary: '{{ $labels.pod }} loses {{ $value | humanize }} spans a second',
      description:
        'Traces have holes. Look at its log for what its store says, then at the room on its volume and at its memory.',
    }),
  ];
}

import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit, ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When services are not well. */
export interface ServiceLimits {
  /** Share of answers that are errors of the server. */
  readonly errors: ShareLimit;

  /** Seconds within which 99 of 100 requests are answered. */
  readonly latency: Limit;

  /** Time that a service may be without any pod that is ready. */
  readonly unavailable: Duration;
}

/** Alerts of services that answer HTTP: each is measured by itself. */
export function serviceAlerts({ prefix, namespace }: AlertScope, limits: ServiceLimits): Alert[] {
  const rate = (metric: string, ...matchers: string[]) =>
    `rate(${select(metric, namespace, ...matchers)}[${RATE_WINDOW}])`;
  const failed = `sum by (job) (${rate('http_requests_total', 'code=~"5.."')})`;
  const answered = `sum by (job) (${rate('http_requests_total')})`;
  const slowest = `histogram_quantile(0.99, sum by (job, le) (${rate('http_request_duration_seconds_bucket')}))`;
  return [
    critical({
      name: `${prefix}ServiceErrors`,
      expr: `${failed} / ${answered} > ${shareOf(limits.errors)}`,
      for: limits.errors.for,
      summary: `{{ $labels.job }} answers ${PERCENT} of requests with an error`,
      description:
        'Callers fail or try again. Look at the logs and traces of the service and at what it connects to; if it began with a roll-out, go back to the version before.',
    }),
    warning({
      name: `${prefix}ServiceSlow`,
      expr: `${slowest} > ${limits.latency.bound}`,
      for: limits.latency.for,
      summary: '{{ $labels.job }} needs {{ $value | humanizeDuration }} for one of a hundred requests',
      description:
        'Look at a slow trace for the call that takes the time, then at the CPU of the pods and the load of the store that is called.',
    }),
    critical({
      name: `${prefix}ServiceUnavailable`,
      expr: `${select('kube_deployment_status_replicas_available', namespace)} == 0`,
      for: limits.unavailable,
      summary: '{{ $labels.deployment }} has no pod that is ready',
      description:
        'Nothing answers. Look at the events and the last log lines of its pods: an image that is missing, a start that fails, a store that is not reached.',
    }),
  ];
}

import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { Limit, ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';
import { nothingReady, Programs } from './availability';

/** When services are not well. */
export interface ServiceLimits {
  /** Share of answers that are errors of the server. */
  readonly errors: ShareLimit;

  /** Seconds within which 99 of 100 requests are answered. */
  readonly latency: Limit;

  /** Time that a service may be without any pod that is ready. */
  readonly unavailable: Duration;
}

/** How services report the requests that they answer. */
export interface HttpMetrics {
  /** Counter of answers. */
  readonly requests: string;

  /** Matcher of those that are errors of the server. */
  readonly failed: string;

  /** Histogram of the time that an answer took, in seconds. */
  readonly buckets: string;
}

/** Services of ours in Go. */
export const goHttp: HttpMetrics = {
  requests: 'http_requests_total',
  failed: 'code=~"5.."',
  buckets: 'http_request_duration_seconds_bucket',
};

/** Services on Spring Boot. */
export const springHttp: HttpMetrics = {
  requests: 'http_server_requests_seconds_count',
  failed: 'status=~"5.."',
  buckets: 'http_server_requests_seconds_bucket',
};

/** Alerts of services that answer HTTP: each is measured by itself. */
export function serviceAlerts(
  { prefix, namespace }: AlertScope,
  limits: ServiceLimits,
  services: Programs,
  http: HttpMetrics = goHttp,
): Alert[] {
  const rate = (metric: string, ...matchers: string[]) =>
    `rate(${select(metric, namespace, ...matchers)}[${RATE_WINDOW}])`;
  const failed = `sum by (job) (${rate(http.requests, http.failed)})`;
  const answered = `sum by (job) (${rate(http.requests)})`;
  const slowest = `histogram_quantile(0.99, sum by (job, le) (${rate(http.buckets)}))`;
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
      ...nothingReady(namespace, services),
      for: limits.unavailable,
      description:
        'Nothing answers. Look at the events and the last log lines of its pods: an image that is missing, a start that fails, a store that is not reached.',
    }),
  ];
}

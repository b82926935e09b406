import { Alert } from '../../model/alert';
import { Limit, ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When a gateway is not well. */
export interface GatewayLimits {
  /** Share of a service's answers that are errors of the server, the gateway's own among them. */
  readonly errors: ShareLimit;

  /** Milliseconds within which 99 of 100 requests to a service are answered. */
  readonly latency: Limit;

  /** Share of the requests to a service that are refused for being too many. */
  readonly refused: ShareLimit;
}

/** Alerts of a Kong gateway, for each service behind it. */
export function gatewayAlerts({ prefix, namespace }: AlertScope, limits: GatewayLimits): Alert[] {
  const answers = (...matchers: string[]) =>
    `sum by (service) (rate(${select('kong_http_requests_total', namespace, ...matchers)}[${RATE_WINDOW}]))`;
  const buckets = `rate(${select('kong_request_latency_ms_bucket', namespace)}[${RATE_WINDOW}])`;
  return [
    critical({
      name: `${prefix}GatewayErrors`,
      expr: `${answers('code=~"5.."')} / ${answers()} > ${shareOf(limits.errors)}`,
      for: limits.errors.for,
      summary: `The gateway answers ${PERCENT} of requests to {{ $labels.service }} with an error`,
      description:
        'A 502, 503 or 504 is the gateway that does not reach the service: look at whether its pods are ready. Any other is the service itself: look at its logs.',
    }),
    warning({
      name: `${prefix}GatewaySlow`,
      expr: `histogram_quantile(0.99, sum by (service, le) (${buckets})) > ${limits.latency.bound}`,
      for: limits.latency.for,
      summary: 'One of a hundred requests to {{ $labels.service }} takes {{ $value }} ms through the gateway',
      description:
        'Compare with the time of the service itself: what is above it is spent in the gateway, by its CPU or by the counters in Redis.',
    }),
    warning({
      name: `${prefix}GatewayRefuses`,
      expr: `${answers('code="429"')} / ${answers()} > ${shareOf(limits.refused)}`,
      for: limits.refused.for,
      summary: `The gateway refuses ${PERCENT} of requests to {{ $labels.service }} for being too many`,
      description:
        'A client asks too often, or many share one address. Look at the access log for the address, then at the row requestsPerMinute.',
    }),
  ];
}

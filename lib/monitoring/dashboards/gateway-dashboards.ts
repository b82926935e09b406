import { Dashboard } from '../../model/dashboard';
import { select } from '../select';
import { DashboardScope, servicePanels } from './dashboards';
import { graph, rate } from './panel';

/** Load, errors and times of services in Node.js. */
export function nodeServicesDashboard({ platform, namespace }: DashboardScope): Dashboard {
  return {
    uid: `${platform}-services`,
    title: 'Services',
    folder: platform,
    panels: [
      ...servicePanels(namespace),
      graph('Event loop behind', 's', [select('nodejs_eventloop_lag_p99_seconds', namespace), '{{pod}}']),
      graph('Heap', 'bytes', [select('nodejs_heap_size_used_bytes', namespace), '{{pod}}']),
    ],
  };
}

/** What a Kong gateway lets through to each service, and what it refuses. */
export function gatewayDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const sum = (metric: string, by: string, ...matchers: string[]) =>
    `sum by (${by}) (${rate(series(metric, ...matchers))})`;
  const slowest = (metric: string) => `histogram_quantile(0.99, ${sum(metric, 'service, le')})`;
  return {
    uid: `${platform}-gateway`,
    title: 'Gateway',
    folder: platform,
    panels: [
      graph('Requests', 'reqps', [sum('kong_http_requests_total', 'service'), '{{service}}']),
      graph('Answers', 'reqps', [sum('kong_http_requests_total', 'code'), '{{code}}']),
      graph('Refused without a token', 'reqps', [
        sum('kong_http_requests_total', 'service', 'code="401"'),
        '{{service}}',
      ]),
      graph('Refused for being too many', 'reqps', [
        sum('kong_http_requests_total', 'service', 'code="429"'),
        '{{service}}',
      ]),
      graph('Time of 99 of 100 requests', 'ms', [slowest('kong_request_latency_ms_bucket'), '{{service}}']),
      graph('Of that, in the services', 'ms', [slowest('kong_upstream_latency_ms_bucket'), '{{service}}']),
      graph('Bandwidth', 'Bps', [sum('kong_bandwidth_bytes', 'direction'), '{{direction}}']),
      graph('Connections', 'short', [
        series('kong_nginx_connections_total', 'state=~"active|reading|writing|waiting"'),
        '{{pod}} {{state}}',
      ]),
    ],
  };
}

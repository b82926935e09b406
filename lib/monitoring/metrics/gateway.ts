import { MetricSource } from './metric-source';

/** A gateway whose plugin reports status codes, latencies and bandwidth. */
export const kong: MetricSource = {
  program: 'Kong',
  makers: 'Kong/kong',
  version: '3.9.3',
  comparedBy: 'source: kong/plugins/prometheus/exporter.lua',
  reportedBy: { image: 'library/kong' },
  metrics: {
    kong_http_requests_total: ['service', 'route', 'code', 'source', 'consumer'],
    kong_request_latency_ms_bucket: ['service', 'route', 'le'],
    kong_upstream_latency_ms_bucket: ['service', 'route', 'le'],
    kong_bandwidth_bytes: ['service', 'route', 'direction', 'consumer'],
    kong_nginx_connections_total: ['node_id', 'subsystem', 'state'],
    kong_memory_lua_shared_dict_bytes: ['node_id', 'shared_dict', 'kong_subsystem'],
  },
};

import { elasticsearchAlertCases } from './elasticsearch-alert-cases';
import { kafkaAlertCases } from './kafka-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { AlertCase } from './promtool';
import { scopedCases } from './scoped-cases';
import { serviceAlertCases } from './service-alert-cases';

const wms = (namespace: string) => ({ prefix: 'Wms', namespace });
const mes = { prefix: 'Mes', namespace: 'mes-production' };
const here = 'namespace="mes-production"';
const redis = { namespace: 'mes-production', pod: 'redis-0' };

/** The gateway, by what it answers for each service. */
const gatewayAlertCases: Readonly<Record<string, AlertCase>> = {
  MesGatewayErrors: {
    at: '20m',
    firing: {
      [`kong_http_requests_total{${here},pod="a",service="quality-service",code="200"}`]: '0+90x20',
      [`kong_http_requests_total{${here},pod="b",service="quality-service",code="502"}`]: '0+10x20',
    },
    labels: { service: 'quality-service' },
    summary: 'The gateway answers 10% of requests to quality-service with an error',
    quiet: {
      [`kong_http_requests_total{${here},pod="a",service="quality-service",code="200"}`]: '0+96x20',
      [`kong_http_requests_total{${here},pod="a",service="quality-service",code="401"}`]: '0+96x20',
      [`kong_http_requests_total{${here},pod="b",service="quality-service",code="502"}`]: '0+4x20',
    },
  },
  MesGatewaySlow: {
    at: '25m',
    firing: {
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="1000"}`]: '0+50x30',
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="2000"}`]: '0+99x30',
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="+Inf"}`]: '0+100x30',
    },
    labels: { service: 'quality-service' },
    summary: 'One of a hundred requests to quality-service takes 2000 ms through the gateway',
    quiet: {
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="1000"}`]: '0+99x30',
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="2000"}`]: '0+100x30',
      [`kong_request_latency_ms_bucket{${here},service="quality-service",le="+Inf"}`]: '0+100x30',
    },
  },
  MesGatewayRefuses: {
    at: '30m',
    firing: {
      [`kong_http_requests_total{${here},service="quality-service",code="200"}`]: '0+75x40',
      [`kong_http_requests_total{${here},service="quality-service",code="429"}`]: '0+25x40',
    },
    labels: { service: 'quality-service' },
    summary: 'The gateway refuses 25% of requests to quality-service for being too many',
    quiet: {
      [`kong_http_requests_total{${here},service="quality-service",code="200"}`]: '0+81x40',
      [`kong_http_requests_total{${here},service="quality-service",code="429"}`]: '0+19x40',
    },
  },
};

/** Redis, by what its exporter sees. */
const redisAlertCases: Readonly<Record<string, AlertCase>> = {
  MesRedisDown: {
    at: '5m',
    firing: { [`redis_up{${here},pod="redis-0"}`]: '0x10' },
    labels: redis,
    summary: 'Redis in redis-0 does not answer its exporter',
    quiet: { [`redis_up{${here},pod="redis-0"}`]: '1x10' },
  },
  MesRedisMemory: {
    at: '15m',
    firing: {
      [`redis_memory_used_bytes{${here},pod="redis-0"}`]: '91x20',
      [`redis_memory_max_bytes{${here},pod="redis-0"}`]: '100x20',
    },
    labels: redis,
    summary: '91% of the memory for keys of redis-0 is taken',
    quiet: {
      [`redis_memory_used_bytes{${here},pod="redis-0"}`]: '90x20',
      [`redis_memory_max_bytes{${here},pod="redis-0"}`]: '100x20',
    },
  },
  MesRedisNotWritten: {
    at: '5m',
    firing: { [`redis_aof_last_write_status{${here},pod="redis-0"}`]: '0x10' },
    labels: redis,
    summary: 'Redis in redis-0 cannot write its file, and refuses writes',
    quiet: { [`redis_aof_last_write_status{${here},pod="redis-0"}`]: '1x10' },
  },
};

/** Alerts of the manufacturing platform: those of the warehouse for the same products, and its own. */
export const mesAlertCases: Readonly<Record<string, AlertCase>> = {
  ...scopedCases(serviceAlertCases, wms('wms-platform'), mes),
  ...scopedCases(kafkaAlertCases, wms('kafka'), mes),
  ...scopedCases(postgresAlertCases, wms('temporal'), mes),
  ...scopedCases(elasticsearchAlertCases, wms('temporal'), mes),
  ...gatewayAlertCases,
  ...redisAlertCases,
};

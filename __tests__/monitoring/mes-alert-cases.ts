import { elasticsearchAlertCases } from './elasticsearch-alert-cases';
import { kafkaAlertCases } from './kafka-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { AlertCase } from './promtool';
import { redisAlertCases } from './redis-alert-cases';
import { scopedCases } from './scoped-cases';
import { serviceAlertCases } from './service-alert-cases';

const wms = (namespace: string) => ({ prefix: 'Wms', namespace });
const mes = { prefix: 'Mes', namespace: 'mes-production' };
const here = 'namespace="mes-production"';

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

/** Which of the programs of one namespace there is nothing of, and what Jaeger says of itself. */
const programAlertCases: Readonly<Record<string, AlertCase>> = {
  MesServiceUnavailable: {
    at: '5m',
    firing: { [`kube_deployment_status_replicas_available{${here},deployment="quality-service"}`]: '0x10' },
    labels: { namespace: 'mes-production', deployment: 'quality-service' },
    summary: 'quality-service has no pod that is ready',
    quiet: {
      [`kube_deployment_status_replicas_available{${here},deployment="quality-service"}`]: '1x10',
      [`kube_deployment_status_replicas_available{${here},deployment="kafka-ui"}`]: '0x10',
    },
  },
  MesProgramUnavailable: {
    at: '5m',
    firing: { [`kube_deployment_status_replicas_available{${here},deployment="kong"}`]: '0x10' },
    labels: { namespace: 'mes-production', deployment: 'kong' },
    summary: 'kong has no pod that is ready',
    quiet: {
      [`kube_deployment_status_replicas_available{${here},deployment="kong"}`]: '1x10',
      [`kube_deployment_status_replicas_available{${here},deployment="kafka-ui"}`]: '0x10',
    },
  },
  MesToolUnavailable: {
    at: '20m',
    firing: { [`kube_statefulset_status_replicas_ready{${here},statefulset="logstash"}`]: '0x30' },
    labels: { namespace: 'mes-production', statefulset: 'logstash' },
    summary: 'logstash has no pod that is ready',
    quiet: {
      [`kube_statefulset_status_replicas_ready{${here},statefulset="logstash"}`]: '0x10 1x20',
      [`kube_statefulset_status_replicas_ready{${here},statefulset="redis"}`]: '0x30',
      [`kube_deployment_status_replicas_available{${here},deployment="kibana"}`]: '1x30',
    },
  },
  MesJaegerLosesSpans: {
    at: '20m',
    firing: {
      [`otelcol_exporter_send_failed_spans_total{${here},pod="jaeger-0",exporter="jaeger_storage_exporter"}`]:
        '0+60x30',
      [`otelcol_receiver_refused_spans_total{${here},pod="jaeger-0",receiver="otlp",transport="grpc"}`]: '0x30',
    },
    labels: { pod: 'jaeger-0' },
    summary: 'jaeger-0 loses 1 spans a second',
    quiet: {
      [`otelcol_exporter_send_failed_spans_total{${here},pod="jaeger-0",exporter="jaeger_storage_exporter"}`]: '7x30',
      [`otelcol_receiver_refused_spans_total{${here},pod="jaeger-0",receiver="otlp",transport="grpc"}`]: '0x30',
      [`otelcol_receiver_accepted_spans_total{${here},pod="jaeger-0",receiver="otlp",transport="grpc"}`]: '0+60x30',
    },
  },
};

/** Alerts of the manufacturing platform: those of the warehouse for the same products, and its own. */
export const mesAlertCases: Readonly<Record<string, AlertCase>> = {
  ...scopedCases(serviceAlertCases, wms('wms-platform'), mes),
  ...scopedCases(kafkaAlertCases, wms('kafka'), mes),
  ...scopedCases(postgresAlertCases, wms('temporal'), mes),
  ...scopedCases(elasticsearchAlertCases, wms('temporal'), mes),
  ...gatewayAlertCases,
  ...programAlertCases,
  ...redisAlertCases(mes, 'redis'),
};

import { AlertCase } from './promtool';

const wms = { namespace: 'wms-platform' };

/** Services, by what they answer and how many of them there are. */
export const serviceAlertCases: Readonly<Record<string, AlertCase>> = {
  WmsServiceErrors: {
    at: '20m',
    firing: {
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="200"}': '0+90x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="b",code="503"}': '0+10x20',
    },
    labels: { job: 'order-service' },
    summary: 'order-service answers 10% of requests with an error',
    quiet: {
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="200"}': '0+96x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="a",code="404"}': '0+96x20',
      'http_requests_total{namespace="wms-platform",job="order-service",pod="b",code="500"}': '0+4x20',
    },
  },
  WmsServiceSlow: {
    at: '25m',
    firing: {
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="1"}': '0+50x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="2"}': '0+99x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="+Inf"}': '0+100x30',
    },
    labels: { job: 'order-service' },
    summary: 'order-service needs 2s for one of a hundred requests',
    quiet: {
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="1"}': '0+99x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="2"}': '0+100x30',
      'http_request_duration_seconds_bucket{namespace="wms-platform",job="order-service",le="+Inf"}': '0+100x30',
    },
  },
  WmsServiceUnavailable: {
    at: '5m',
    firing: {
      'kube_deployment_status_replicas_available{namespace="wms-platform",deployment="labor-service"}': '0x10',
    },
    labels: { ...wms, deployment: 'labor-service' },
    summary: 'labor-service has no pod that is ready',
    quiet: { 'kube_deployment_status_replicas_available{namespace="wms-platform",deployment="labor-service"}': '1x10' },
  },
};

import { AlertCase } from './promtool';

const order = 'namespace="order-platform"';
const gateway = `${order},job="api-gateway"`;

/** Services on Spring Boot, by what they answer and how many of them there are. */
export const springAlertCases: Readonly<Record<string, AlertCase>> = {
  OrderServiceErrors: {
    at: '20m',
    firing: {
      [`http_server_requests_seconds_count{${gateway},pod="a",uri="/orders",status="200"}`]: '0+90x20',
      [`http_server_requests_seconds_count{${gateway},pod="b",uri="/orders",status="503"}`]: '0+10x20',
    },
    labels: { job: 'api-gateway' },
    summary: 'api-gateway answers 10% of requests with an error',
    quiet: {
      [`http_server_requests_seconds_count{${gateway},pod="a",uri="/orders",status="200"}`]: '0+96x20',
      [`http_server_requests_seconds_count{${gateway},pod="a",uri="/orders",status="404"}`]: '0+96x20',
      [`http_server_requests_seconds_count{${gateway},pod="b",uri="/orders",status="500"}`]: '0+4x20',
    },
  },
  OrderServiceSlow: {
    at: '25m',
    firing: {
      [`http_server_requests_seconds_bucket{${gateway},le="1.0"}`]: '0+50x30',
      [`http_server_requests_seconds_bucket{${gateway},le="2.0"}`]: '0+99x30',
      [`http_server_requests_seconds_bucket{${gateway},le="+Inf"}`]: '0+100x30',
    },
    labels: { job: 'api-gateway' },
    summary: 'api-gateway needs 2s for one of a hundred requests',
    quiet: {
      [`http_server_requests_seconds_bucket{${gateway},le="1.0"}`]: '0+99x30',
      [`http_server_requests_seconds_bucket{${gateway},le="2.0"}`]: '0+100x30',
      [`http_server_requests_seconds_bucket{${gateway},le="+Inf"}`]: '0+100x30',
    },
  },
  OrderServiceUnavailable: {
    at: '5m',
    firing: { [`kube_deployment_status_replicas_available{${order},deployment="api-gateway"}`]: '0x10' },
    labels: { namespace: 'order-platform', deployment: 'api-gateway' },
    summary: 'api-gateway has no pod that is ready',
    quiet: { [`kube_deployment_status_replicas_available{${order},deployment="api-gateway"}`]: '1x10' },
  },
  OrderStatefulServiceUnavailable: {
    at: '5m',
    firing: { [`kube_statefulset_status_replicas_ready{${order},statefulset="order-query-service"}`]: '0x10' },
    labels: { namespace: 'order-platform', statefulset: 'order-query-service' },
    summary: 'order-query-service has no pod that is ready',
    quiet: {
      [`kube_statefulset_status_replicas_ready{${order},statefulset="order-query-service"}`]: '1x10',
      [`kube_statefulset_status_replicas_ready{${order},statefulset="elasticsearch"}`]: '0x10',
    },
  },
};

import { elasticsearchAlertCases } from './elasticsearch-alert-cases';
import { kafkaAlertCases } from './kafka-alert-cases';
import { postgresAlertCases } from './postgres-alert-cases';
import { AlertCase } from './promtool';
import { scopedCases } from './scoped-cases';

const order = { prefix: 'Order', namespace: 'order-platform' };
const here = 'namespace="order-platform"';
const gateway = `${here},job="api-gateway"`;

/** The order platform: what stores share with the warehouse's, and its own services and servers. */
export const orderAlertCases: Readonly<Record<string, AlertCase>> = {
  ...scopedCases(kafkaAlertCases, { prefix: 'Wms', namespace: 'kafka' }, order),
  ...scopedCases(
    { ...postgresAlertCases, ...elasticsearchAlertCases },
    { prefix: 'Wms', namespace: 'temporal' },
    order,
  ),
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
    firing: { [`kube_statefulset_status_replicas_ready{${here},statefulset="order-query-service"}`]: '0x10' },
    labels: { namespace: 'order-platform', statefulset: 'order-query-service' },
    summary: 'order-query-service has no pod that is ready',
    quiet: {
      [`kube_statefulset_status_replicas_ready{${here},statefulset="order-query-service"}`]: '1x10',
      [`kube_statefulset_status_replicas_ready{${here},statefulset="elasticsearch"}`]: '0x10',
      [`kube_deployment_status_replicas_available{${here},deployment="api-gateway"}`]: '1x10',
      [`kube_deployment_status_replicas_available{${here},deployment="kafka-exporter"}`]: '0x10',
    },
  },
  OrderProgramUnavailable: {
    at: '5m',
    firing: { [`kube_deployment_status_replicas_available{${here},deployment="keycloak"}`]: '0x10' },
    labels: { namespace: 'order-platform', deployment: 'keycloak' },
    summary: 'keycloak has no pod that is ready',
    quiet: {
      [`kube_deployment_status_replicas_available{${here},deployment="keycloak"}`]: '1x10',
      [`kube_deployment_status_replicas_available{${here},deployment="schema-registry"}`]: '1x10',
      [`kube_deployment_status_replicas_available{${here},deployment="kafka-exporter"}`]: '0x10',
    },
  },
  OrderKeycloakWaits: {
    at: '10m',
    firing: {
      [`agroal_awaiting_count{${here},pod="keycloak-a",datasource="default"}`]: '6x20',
      [`agroal_awaiting_count{${here},pod="keycloak-b",datasource="default"}`]: '0x20',
    },
    labels: { pod: 'keycloak-a' },
    summary: '6 requests of keycloak-a wait for a connection to the database',
    quiet: {
      [`agroal_awaiting_count{${here},pod="keycloak-a",datasource="default"}`]: '5x20',
      [`agroal_awaiting_count{${here},pod="keycloak-b",datasource="default"}`]: '5x20',
    },
  },
};

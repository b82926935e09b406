import { MetricSource } from './metric-source';

/**
 * A server that lets people and programs in. Its `http_server_requests_*` and `jvm_*` have the names and labels of those of
 * services on Spring Boot, and are read together with them.
 */
export const keycloak: MetricSource = {
  program: 'Keycloak',
  makers: 'keycloak/keycloak, agroal/agroal',
  version: '26.6.4',
  comparedBy: 'e2e/keycloak.test.ts',
  reportedBy: { image: 'keycloak/keycloak' },
  metrics: {
    agroal_active_count: ['datasource'],
    agroal_available_count: ['datasource'],
    agroal_awaiting_count: ['datasource'],
  },
};

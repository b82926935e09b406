import { MetricSource } from './metric-source';

/**
 * What an image of our own services on Spring Boot must report under `/actuator/prometheus`: no metric of theirs is used
 * that is not here. The names are Micrometer's, for what Spring Boot and its pool of connections measure by themselves.
 */
export const springService: MetricSource = {
  program: 'services on Spring Boot',
  makers:
    'contract of the images; spring-projects/spring-boot, micrometer-metrics/micrometer, brettwooldridge/HikariCP',
  version: '1.0.0',
  comparedBy:
    'source: DefaultServerRequestObservationConvention.java, JvmMemoryMetrics.java, JvmThreadMetrics.java, MicrometerMetricsTracker.java',
  reportedBy: { image: ['/order-platform/', '/onboarding-workflow'] },
  metrics: {
    http_server_requests_seconds_count: ['error', 'exception', 'method', 'outcome', 'status', 'uri'],
    http_server_requests_seconds_bucket: ['error', 'exception', 'method', 'outcome', 'status', 'uri', 'le'],
    jvm_memory_used_bytes: ['area', 'id'],
    jvm_memory_max_bytes: ['area', 'id'],
    jvm_threads_live_threads: [],
    hikaricp_connections_active: ['pool'],
    hikaricp_connections_max: ['pool'],
    hikaricp_connections_pending: ['pool'],
  },
};

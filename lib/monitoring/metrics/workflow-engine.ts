import { MetricSource } from './metric-source';

/**
 * What the image of the onboarding engine must report under `/actuator/prometheus`: its own metrics, and those that the
 * libraries of Spring Boot 3 give by themselves.
 */
export const workflowEngine: MetricSource = {
  program: 'onboarding workflow engine',
  makers: 'contract of the image; http_*, jvm_* by micrometer, hikaricp_* by HikariCP',
  version: '1.0.0',
  comparedBy: 'source: micrometer JvmMemoryMetrics.java, HikariCP MicrometerMetricsTracker.java',
  reportedBy: { image: '/onboarding-workflow' },
  metrics: {
    workflow_instances_active: [],
    workflow_state_transition_total: ['from_state', 'to_state'],
    workflow_error_total: ['error_code'],
    outbox_event_pending_total: [],
    http_server_requests_seconds_count: ['method', 'uri', 'status', 'outcome', 'exception', 'error'],
    hikaricp_connections_active: ['pool'],
    hikaricp_connections_max: ['pool'],
    jvm_memory_used_bytes: ['area', 'id'],
    jvm_memory_max_bytes: ['area', 'id'],
  },
};

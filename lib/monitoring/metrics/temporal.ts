import { MetricSource } from './metric-source';

/** Every role of a Temporal server. Its counters end in no `_total`. */
export const temporalServer: MetricSource = {
  program: 'Temporal',
  makers: 'temporalio/temporal',
  version: '1.31.2',
  reportedBy: { image: 'temporalio/server' },
  metrics: {
    service_requests: ['operation', 'service_name', 'namespace'],
    service_errors: ['operation', 'service_name', 'namespace'],
    service_latency_bucket: ['operation', 'service_name', 'namespace', 'le'],
    persistence_requests: ['operation', 'service_name'],
    persistence_errors: ['operation', 'service_name'],
    persistence_latency_bucket: ['operation', 'service_name', 'le'],
    no_poller_tasks: ['namespace', 'taskqueue', 'task_type'],
    approximate_backlog_count: ['namespace', 'taskqueue', 'task_type'],
  },
};

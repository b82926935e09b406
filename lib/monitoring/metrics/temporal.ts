import { MetricSource } from './metric-source';

/** Every role of a Temporal server. Its counters end in no `_total`; its namespaces are not those of the cluster. */
export const temporalServer: MetricSource = {
  program: 'Temporal',
  makers: 'temporalio/temporal',
  version: '1.31.2',
  comparedBy: 'e2e/temporal.test.ts',
  reportedBy: { image: 'temporalio/server' },
  metrics: {
    service_requests: ['operation', 'service_name', 'exported_namespace'],
    service_errors: ['operation', 'service_name', 'exported_namespace'],
    service_latency_bucket: ['operation', 'service_name', 'exported_namespace', 'le'],
    persistence_requests: ['operation', 'service_name'],
    persistence_errors: ['operation', 'service_name'],
    persistence_latency_bucket: ['operation', 'service_name', 'le'],
    no_poller_tasks: ['exported_namespace', 'taskqueue', 'task_type'],
    approximate_backlog_count: ['exported_namespace', 'taskqueue', 'task_type'],
  },
};

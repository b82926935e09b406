import { MetricSource } from './metric-source';

/** What every image of our own services must report under `/metrics`, whatever it is written in. */
export const httpService: MetricSource = {
  program: 'services',
  makers: 'contract of the images; process_* by the client libraries of Prometheus',
  version: '1.0.0',
  comparedBy: 'source: client_golang prometheus/process_collector.go, prom-client lib/metrics/osMemoryHeap.js',
  reportedBy: { image: ['/wms-platform/', '/mes-production/'] },
  metrics: {
    http_requests_total: ['method', 'route', 'code'],
    http_request_duration_seconds_bucket: ['method', 'route', 'le'],
    process_resident_memory_bytes: [],
  },
};

/**
 * What an image of our own services in Go must report beside that: no metric of theirs is used that is not here. What its
 * libraries report is compared with servers that have the same ones.
 */
export const goService: MetricSource = {
  program: 'services in Go',
  makers: 'contract of the images; go_* by prometheus/client_golang, temporal_* by temporalio/sdk-go',
  version: '1.0.0',
  comparedBy: 'e2e/temporal.test.ts',
  reportedBy: { image: '/wms-platform/' },
  metrics: {
    go_goroutines: [],
    temporal_worker_task_slots_available: ['exported_namespace', 'task_queue', 'worker_type'],
  },
};

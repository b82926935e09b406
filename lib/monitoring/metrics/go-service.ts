import { MetricSource } from './metric-source';

/**
 * What an image of our own services must report under `/metrics`: no metric of theirs is used that is not here. What its
 * libraries report is compared with servers that have the same ones; `http_*` is for the images to keep.
 */
export const goService: MetricSource = {
  program: 'services in Go',
  makers: 'contract of the images; process_* and go_* by prometheus/client_golang, temporal_* by temporalio/sdk-go',
  version: '1.0.0',
  comparedBy: 'e2e/temporal.test.ts',
  reportedBy: { image: '/wms-platform/' },
  metrics: {
    http_requests_total: ['method', 'route', 'code'],
    http_request_duration_seconds_bucket: ['method', 'route', 'le'],
    go_goroutines: [],
    process_resident_memory_bytes: [],
    temporal_worker_task_slots_available: ['exported_namespace', 'task_queue', 'worker_type'],
  },
};

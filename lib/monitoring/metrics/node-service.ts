import { MetricSource } from './metric-source';

/**
 * What an image of our own services in Node.js must report under `/metrics`, beside the `http_*` that all services share:
 * the default metrics of prom-client.
 */
export const nodeService: MetricSource = {
  program: 'services in Node.js',
  makers: 'contract of the images; nodejs_* by siimon/prom-client',
  version: '1.0.0',
  comparedBy: 'source: lib/metrics/eventLoopLag.js, heapSizeAndUsed.js',
  reportedBy: { image: '/mes-production/' },
  metrics: {
    nodejs_eventloop_lag_p99_seconds: [],
    nodejs_heap_size_used_bytes: [],
  },
};

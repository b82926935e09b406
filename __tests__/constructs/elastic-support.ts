import { ElasticsearchServer } from '../../lib/constructs/elasticsearch/elasticsearch';
import { Endpoint } from '../../lib/constructs/workloads/endpoint';
import { SMALL, TIMINGS } from './support';

/** Somebody to connect to in tests. */
export const peerAt = (app: string, port: number): Endpoint => ({
  peer: { namespace: 'data', labels: { app } },
  ports: [{ port }],
  after: [],
});

/** An Elasticsearch that is somewhere. */
export const search: ElasticsearchServer = {
  url: 'https://search.data.svc:9200',
  authority: { secret: 'search-tls', key: 'ca.crt' },
  endpoint: () => peerAt('search', 9200),
};

/** Where and how a program of one pod runs in tests. */
export const SINGLE_POD = {
  image: 'registry.example/program:1.0.0',
  user: 1000,
  resources: SMALL,
  probes: TIMINGS,
  terminationGrace: '30s',
  priorityClassName: 'platform',
  minReady: '5s',
  progressDeadline: '600s',
} as const;

/** Where and how a server with a volume runs in tests. */
export const STORE = {
  image: 'registry.example/server:1.0.0',
  user: 1000,
  group: 1000,
  resources: SMALL,
  probes: TIMINGS,
  storage: '10Gi',
  storageClassName: 'ssd',
  scratch: '64Mi',
  terminationGrace: '120s',
  priorityClassName: 'platform-data',
  minReady: '10s',
  clusterDomain: 'cluster.local',
} as const;

/** Where and how a Job runs in tests. */
export const JOB = {
  image: 'registry.example/tool:1.0.0',
  user: 1000,
  resources: SMALL,
  priorityClassName: 'platform-job',
  terminationGrace: '30s',
  backoffLimit: 4,
  deadline: '3600s',
  wait: '600s',
  pause: '5s',
  callTimeout: '10s',
  scratch: '64Mi',
} as const;

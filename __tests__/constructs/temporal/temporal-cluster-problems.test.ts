import { Testing } from 'cdk8s';
import { TemporalClusterProps } from '../../../lib/constructs/temporal/temporal-cluster';
import { TIMINGS } from '../support';
import { CLUSTER, defineCluster, ELASTICSEARCH } from './temporal-cluster-support';

type Overrides = Partial<TemporalClusterProps>;

const { persistence } = CLUSTER;
const inPostgres = (database: string) => ({ visibility: { kind: 'postgres', database } }) as const;

test.each<[Overrides, string]>([
  [{ numHistoryShards: 0 }, 'numHistoryShards must be a power of two from 1 to 16384, got 0'],
  [{ numHistoryShards: 500 }, 'numHistoryShards must be a power of two from 1 to 16384, got 500'],
  [{ numHistoryShards: 32_768 }, 'numHistoryShards must be a power of two from 1 to 16384, got 32768'],
  [
    { terminationGrace: '34s' }, // the frontend drains twice: its health first, then its calls
    'terminationGrace must be at least 35s, two drains of 10s and 15s to end, got 34s',
  ],
  [{ replicas: 0 }, 'replicas must be a whole number from 1 for frontend, got 0'],
  [
    { replicas: { frontend: 1, history: 1, matching: 1.5, worker: 1 } },
    'replicas must be a whole number from 1 for matching, got 1.5',
  ],
  [
    { persistence: { ...persistence, maxIdleConns: 21 } },
    'persistence.maxIdleConns must be at most maxConns 20, got 21',
  ],
  [
    { persistence: { ...persistence, availableConns: 319 } }, // 4 roles × (3 + 1 surge) × 20
    "persistence.availableConns must be at least 320 for 16 pods of a roll-out with full pools, got 319; lower maxConns or raise the server's maxConnections",
  ],
  [
    inPostgres('temporal_visibility'), // a second pool in every pod
    'persistence.availableConns must be at least 640 for 16 pods of a roll-out with full pools, got 395',
  ],
  [inPostgres('temporal'), 'visibility.database must differ from persistence.database, got temporal for both'],
  [
    { visibility: { ...ELASTICSEARCH, url: 'http://elasticsearch:9200' } }, // the password would be readable
    'visibility.url must be https://host:port, got http://elasticsearch:9200',
  ],
  [
    { visibility: { ...ELASTICSEARCH, url: 'elasticsearch' } },
    'visibility.url must be https://host:port, got elasticsearch',
  ],
  [
    { probes: { ...TIMINGS, startup: { period: '5s', timeout: '6s', failures: 30 } } },
    'probes.startup.timeout must be shorter than its period 5s, got 6s',
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(defineCluster(overrides).chart)).toThrow(`[test/temporal] ${problem}`);
});

test.each<Overrides>([
  { numHistoryShards: 1 },
  { numHistoryShards: 16_384 },
  { terminationGrace: '35s' },
  { persistence: { ...persistence, availableConns: 320 } },
  { replicas: 1, ...inPostgres('temporal_visibility') },
])('accepts %j', (overrides) => {
  expect(() => Testing.synth(defineCluster(overrides).chart)).not.toThrow();
});

import { environments } from '../../lib/environments';
import { wms } from '../../lib/platforms/wms/config';
import { WmsRows } from '../../lib/platforms/wms/rows';
import { everywhere, resources } from './row-messages';
import { messages } from './wms-messages';

test.each<[string, Partial<WmsRows['kafka']>, string]>([
  [
    'a replication factor above the brokers',
    { replicationFactor: everywhere(5) },
    'kafka.replicationFactor.prod: must be at most the 3 brokers, got 5',
  ],
  [
    'min ISR at the replication factor',
    { minInsyncReplicas: everywhere(3) },
    'kafka.minInsyncReplicas.prod: must be below replicationFactor 3, got 3; with one broker down, nobody could write',
  ],
  [
    'no in-sync replica',
    { minInsyncReplicas: everywhere(0) },
    'kafka.minInsyncReplicas.prod: must be at least 1, got 0',
  ],
])('%s is refused', (_, row, message) => {
  expect(messages({ kafka: { ...wms.kafka, ...row } })).toEqual([message]);
});

test.each<[string, Partial<WmsRows>, string]>([
  [
    'storage without a unit',
    { mongodb: { ...wms.mongodb, storage: everywhere('100' as '100Gi') } },
    "mongodb.storage.prod: must be an amount of storage such as 50Gi, got '100'",
  ],
  [
    'a store that asks for more than it may have',
    { elasticsearch: { ...wms.elasticsearch, resources: resources('1', '256Mi') } },
    "elasticsearch.resources.prod.requests.cpu: must be at most limits 500m, got '1'; lower it or raise the limit",
  ],
])('%s is refused', (_, rows, message) => {
  expect(messages(rows)).toEqual([message]);
});

test('more members than hosts are refused: two never share one', () => {
  expect(messages({ mongodb: { ...wms.mongodb, members: everywhere(99) } })).toEqual([
    `mongodb.members.prod: must be at most the ${environments.prod.nodes.count} nodes of the cluster, got 99; each runs on a host of its own; add hosts to the environment or lower it`,
  ]);
});

test('a dump that is not back in time is refused', () => {
  const backup = { ...wms.mongodb.backup, dumpSize: everywhere('100Gi' as const) };
  expect(messages({ mongodb: { ...wms.mongodb, backup } })).toEqual([
    "mongodb.backup.dumpSize.prod: must come back within rto 15m less handling 5m, got '100Gi'; at 64Mi a second it takes 3200s of 600s: restore by other means or promise less",
  ]);
});

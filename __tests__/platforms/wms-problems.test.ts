import { environments } from '../../lib/environments';
import { between, fixed } from '../../lib/model/scale';
import { ServiceRow } from '../../lib/model/service';
import { definePlatform } from '../../lib/platforms/platform';
import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { WmsRows } from '../../lib/platforms/wms/rows';

/** Messages about the rows of prod, with some of them changed. */
function messages(rows: Partial<WmsRows>): string[] {
  const platform = definePlatform({
    name: 'wms',
    table: 'config.ts',
    rows: { ...wms, ...rows },
    findProblems,
    define: () => undefined,
  });
  return platform.findProblems(environments.prod);
}

/** Messages about the order service, with some of its rows changed. */
function orderMessages(row: Partial<ServiceRow>): string[] {
  const order = { ...wms.services['order-service'], ...row } as ServiceRow;
  return messages({ services: { ...wms.services, 'order-service': order } });
}

/** A service under another name. */
function serviceNamed(name: string): string[] {
  const service = { ...wms.services['labor-service'], port: 8999 } as ServiceRow;
  return messages({ services: { ...wms.services, [name]: service } });
}

const everywhere = <T>(value: T) => ({ dev: value, staging: value, prod: value });
const resources = (cpu: string, memory: string) =>
  everywhere({ requests: { cpu, memory }, limits: { cpu: '500m', memory: '512Mi' } }) as ServiceRow['resources'];

test('the rows as they are have no problem', () => {
  expect(messages({})).toEqual([]);
});

test.each<[string, Partial<ServiceRow>, string]>([
  [
    'an unknown callee',
    { calls: ['orchestrater'] },
    "services.order-service.calls: must name services of this platform, got 'orchestrater'; did you mean 'orchestrator'?",
  ],
  [
    'a call to itself',
    { calls: ['order-service'] },
    "services.order-service.calls: must name other services, got 'order-service'",
  ],
  [
    'a topic published but not declared',
    { publishes: ['wms.orders.events', 'wms.refunds.log'] },
    "services.order-service.publishes: must name declared topics, got 'wms.refunds.log'; add it to topics",
  ],
  [
    'a topic misspelt',
    { publishes: ['wms.orders.events', 'wms.order.events'] },
    "services.order-service.publishes: must name declared topics, got 'wms.order.events'; did you mean 'wms.orders.events'?",
  ],
  [
    'a topic consumed but not declared',
    { consumes: { returns: everywhere(0) } },
    "services.order-service.consumes.returns.prod: must be a declared topic, got 'returns'; add it to topics",
  ],
  [
    'more consumers than partitions',
    { consumes: { 'wms.labor.events': { dev: 0, staging: 2, prod: 0 } } },
    "services.order-service.consumes['wms.labor.events'].prod: must say 6, the pods without a partition when 10 share 4, got 0; write the figure if those pods have other work, or add partitions, or lower the scale",
  ],
  ['a port below the range', { port: 80 }, 'services.order-service.port: must be from 1024 to 65535, got 80'],
  ['a port above the range', { port: 70000 }, 'services.order-service.port: must be from 1024 to 65535, got 70000'],
  [
    'a port used twice',
    { port: 8002 },
    "services.waving-service.port: must be used once, and 'order-service' has it, got 8002",
  ],
  [
    'max below min',
    { scale: { dev: fixed(1), staging: fixed(2), prod: between(6, 4) } },
    'services.order-service.scale.prod: max must be a whole number above min 6, got 4',
  ],
  [
    'a range of one number',
    { scale: { dev: fixed(1), staging: fixed(2), prod: between(3, 3) } },
    'services.order-service.scale.prod: max must be a whole number above min 3, got 3; write fixed(3)',
  ],
  [
    'no pods',
    { scale: { dev: fixed(1), staging: fixed(2), prod: fixed(0) } },
    'services.order-service.scale.prod: must be a whole number of at least 1, got 0',
  ],
  [
    'requests above limits',
    { resources: resources('100m', '1Gi') },
    "services.order-service.resources.prod.requests.memory: must be at most limits 512Mi, got '1Gi'; lower it or raise the limit",
  ],
  [
    'an invalid quantity',
    { resources: resources('a lot', '128Mi') },
    "services.order-service.resources.prod.requests.cpu: must be an amount of CPU such as 250m or 2, got 'a lot'",
  ],
  [
    'a quantity in decimal units',
    { resources: resources('100m', '128M') },
    "services.order-service.resources.prod.requests.memory: must be an amount of memory such as 512Mi or 2Gi, got '128M'",
  ],
  [
    'a tag that moves',
    { version: everywhere('latest') },
    "services.order-service.version.prod: must be an exact tag such as '1.4.2', got 'latest'",
  ],
  [
    'a database without MongoDB',
    { uses: ['kafka', 'temporal', 'otlp'] },
    `services.order-service.uses: must hold 'mongodb' where database is given, got ["kafka","temporal","otlp"]`,
  ],
])('%s is refused', (_, row, message) => {
  expect(orderMessages(row)).toEqual([message]);
});

test('a topic that nobody publishes is refused', () => {
  const picking = { ...wms.services['picking-service'], publishes: [] } as ServiceRow;
  expect(messages({ services: { ...wms.services, 'picking-service': picking } })).toEqual([
    "services.inventory-service.consumes['wms.picking.events'].prod: must be published by some service, got 'no publisher'; add it to a publishes row",
  ]);
});

test.each([
  ['Labor', "services.Labor: name must be a DNS label (a-z, 0-9, -) that starts with a letter, got 'Labor'"],
  [
    'labor_service',
    "services.labor_service: name must be a DNS label (a-z, 0-9, -) that starts with a letter, got 'labor_service'",
  ],
  ['9-labor', "services.9-labor: name must be a DNS label (a-z, 0-9, -) that starts with a letter, got '9-labor'"],
  [
    'a'.repeat(48),
    `services.${'a'.repeat(48)}: name must have at most 47 characters (its pods add 16), got '${'a'.repeat(48)} (48)'`,
  ],
])('the name %s is refused', (name, message) => {
  expect(serviceNamed(name)).toEqual([message]);
});

test('empty rows are refused', () => {
  expect(messages({ services: {} })).toEqual([
    'services: must name at least one service, got {}; remove the platform instead',
  ]);
  expect(
    messages({
      topics: {},
      services: { 'labor-service': { ...wms.services['labor-service'], publishes: [] } as ServiceRow },
    }),
  ).toEqual(['topics: must name at least one topic, got {}; leave the Kafka rows out instead']);
});

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

test('a topic without partitions and with a name that Kafka refuses is refused', () => {
  expect(messages({ topics: { ...wms.topics, 'a b': { partitions: 0, retention: '7d' } } })).toEqual([
    "topics['a b']: name must have 1 to 249 characters of a-z, A-Z, 0-9, ., _ and -, got 'a b'",
    "topics['a b'].partitions: must be a whole number of at least 1, got 0",
  ]);
});

test('every problem is told at once', () => {
  expect(orderMessages({ port: 1, calls: ['x'], publishes: ['wms.orders.events', 'y'] })).toHaveLength(3);
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

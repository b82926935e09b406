import { between, fixed } from '../../lib/model/scale';
import { ServiceRow } from '../../lib/model/service';
import { wms } from '../../lib/platforms/wms/config';
import { everywhere, resources } from './row-messages';
import { messages } from './wms-messages';

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

test('a topic without partitions and with a name that Kafka refuses is refused', () => {
  expect(messages({ topics: { ...wms.topics, 'a b': { partitions: 0, retention: '7d' } } })).toEqual([
    "topics['a b']: name must have 1 to 249 characters of a-z, A-Z, 0-9, ., _ and -, got 'a b'",
    "topics['a b'].partitions: must be a whole number of at least 1, got 0",
  ]);
});

test('every problem is told at once', () => {
  expect(orderMessages({ port: 1, calls: ['x'], publishes: ['wms.orders.events', 'y'] })).toHaveLength(3);
});

test.each<[string, object, string]>([
  [
    'an environment without a column',
    { dev: 'info', prod: 'info' },
    'settings.LOG_LEVEL: must have a column for staging, got ["dev","prod"]',
  ],
  [
    'an environment misspelt',
    { dev: 'info', stagging: 'info', prod: 'info' },
    `settings.LOG_LEVEL: must have a column for staging, got ["dev","stagging","prod"]; did you mean 'staging'?`,
  ],
  [
    'a column of no environment',
    { dev: 'info', staging: 'info', prod: 'info', 'prod-eu': 'info' },
    'settings.LOG_LEVEL: must have no other column, got ["dev","staging","prod","prod-eu"]',
  ],
])('%s is refused, even where nobody compiled the table', (_, level, message) => {
  expect(messages({ settings: { ...wms.settings, LOG_LEVEL: level as (typeof wms.settings)[string] } })).toEqual([
    message,
  ]);
});

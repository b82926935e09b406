import { environments } from '../../lib/environments';
import { between } from '../../lib/model/scale';
import { order } from '../../lib/platforms/order/config';
import { findProblems } from '../../lib/platforms/order/problems';
import { OrderRows, OrderServiceRow } from '../../lib/platforms/order/rows';
import { ServiceName } from '../../lib/platforms/order/server-rows';
import { everywhere, resources, messagesOf } from './row-messages';

const messages = messagesOf(order, findProblems);

/** Messages about one service, with some of its rows changed. */
function serviceMessages(name: ServiceName, row: Partial<OrderServiceRow>): string[] {
  return messages({ services: { ...order.services, [name]: { ...order.services[name], ...row } } });
}

test('the rows as they are have no problem', () => {
  expect(messages({})).toEqual([]);
});

test.each<[string, Partial<OrderServiceRow>, string]>([
  [
    'an unknown callee',
    { calls: ['order-comand-service'] },
    "services.api-gateway.calls: must name services of this platform, got 'order-comand-service'; did you mean 'order-command-service'?",
  ],
  [
    'a topic that is not declared',
    { publishes: ['order-event'] },
    "services.api-gateway.publishes: must name declared topics, got 'order-event'; did you mean 'order-events'?",
  ],
  [
    'more pods than partitions',
    {
      consumes: { 'order-events': everywhere(0) },
      scale: { ...order.services['api-gateway'].scale, prod: between(3, 14) },
    },
    'services.api-gateway.consumes.order-events.prod: must say 2, the pods without a partition when 14 share 12, got 0; write the figure if those pods have other work, or add partitions, or lower the scale',
  ],
  [
    'a request above its limit',
    { resources: resources('1', '256Mi') },
    "services.api-gateway.resources.prod.requests.cpu: must be at most limits 500m, got '1'; lower it or raise the limit",
  ],
  [
    'a version that is none',
    { version: everywhere('latest') },
    "services.api-gateway.version.prod: must be an exact tag such as '1.4.2', got 'latest'",
  ],
  [
    'a scale that is upside down',
    { scale: everywhere(between(3, 2)) },
    'services.api-gateway.scale.prod: max must be a whole number above min 3, got 2',
  ],
  [
    'a grace that ends before the requests do',
    { terminationGrace: '30s' },
    "services.api-gateway.terminationGrace: must be longer than 30s, drain and shutdown together, got '30s'; or requests in flight are cut off",
  ],
])('%s', (_, row, message) => {
  expect(serviceMessages('api-gateway', row)).toEqual([message]);
});

test.each<[string, Partial<OrderRows>, string]>([
  [
    'heap that leaves no room',
    { serviceDefaults: { ...order.serviceDefaults, heapPercent: 80 } },
    'serviceDefaults.heapPercent: must be from 1 to 75, got 80; the rest of the memory limit is not heap',
  ],
  [
    'a host that is an address',
    { gateway: { ...order.gateway, host: { ...order.gateway.host, prod: 'https://api.example.com' } } },
    "gateway.host.prod: must be the full name of a host such as 'api.example.com', or false, got 'https://api.example.com'",
  ],
  [
    'no request at all',
    { gateway: { ...order.gateway, requestsPerMinute: everywhere(0) } },
    'gateway.requestsPerMinute.prod: must be a whole number from 1, got 0',
  ],
  [
    'pools that together are larger than the server',
    { commands: { ...order.commands, poolSize: everywhere(30) } },
    'postgresql.maxConnections.prod: must be at least 340, for 330 connections of 11 pods and 10 more, got 250; raise it, or lower the pool or the scale',
  ],
  [
    'more threads than partitions',
    { queries: { ...order.queries, threads: everywhere(16) } },
    'queries.threads.prod: must be from 1 to the 12 partitions that it reads, got 16; a thread without a partition is idle',
  ],
  [
    'a state without a size',
    { queries: { ...order.queries, state: everywhere({ size: '10 GB' as '10Gi', kept: true }) } },
    "queries.state.prod.size: must be an amount of storage such as 50Gi, got '10 GB'",
  ],
  [
    'more nodes than hosts',
    { elasticsearch: { ...order.elasticsearch, nodes: everywhere(99) } },
    `elasticsearch.nodes.prod: must be at most the ${environments.prod.nodes.count} nodes of the cluster, got 99; each runs on a host of its own; add hosts to the environment or lower it`,
  ],
  [
    'more copies than brokers',
    { kafka: { ...order.kafka, replicationFactor: everywhere(5) } },
    'kafka.replicationFactor.prod: must be at most the 3 brokers, got 5',
  ],
  [
    'a prefix that alerts cannot begin with',
    { alerts: { ...order.alerts, prefix: 'order' } },
    "alerts.prefix: must be a name in UpperCamelCase, such as 'Wms', got 'order'",
  ],
])('%s', (_, rows, message) => {
  expect(messages(rows)).toEqual([message]);
});

test('a dump that takes too long to bring back is refused, of either database', () => {
  const backup = { dumpSize: everywhere('900Gi' as const) };
  const found = messages({
    postgresql: { ...order.postgresql, backup },
    keycloakPostgresql: { ...order.keycloakPostgresql, backup },
  });
  expect(found.map((message) => message.split(': ')[0])).toEqual([
    'postgresql.backup.dumpSize.prod',
    'keycloakPostgresql.backup.dumpSize.prod',
  ]);
});

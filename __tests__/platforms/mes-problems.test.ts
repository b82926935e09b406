import { environments } from '../../lib/environments';
import { Duration } from '../../lib/model/duration';
import { between, fixed } from '../../lib/model/scale';
import { mes } from '../../lib/platforms/mes/config';
import { findProblems } from '../../lib/platforms/mes/problems';
import { MesRows } from '../../lib/platforms/mes/rows';
import { MesServiceRow } from '../../lib/platforms/mes/service-rows';
import { everywhere, messagesOf } from './row-messages';

const messages = messagesOf(mes, findProblems);

/** Messages about one service, with some of its rows changed. */
function serviceMessages(name: string, row: Partial<MesServiceRow>): string[] {
  const service = { ...mes.services[name], ...row } as MesServiceRow;
  return messages({ services: { ...mes.services, [name]: service } });
}

const auth = mes.services['auth-service'] as MesServiceRow;

test('the rows as they are have no problem', () => {
  expect(messages({})).toEqual([]);
});

test.each<[string, Partial<MesServiceRow>, string]>([
  [
    'a database of two services',
    { database: 'mes_auth' },
    "services.quality-service.database: must be of one service alone, got 'mes_auth'",
  ],
  [
    'a database whose name needs quotes',
    { database: 'mes-quality' },
    "services.quality-service.database: must be named with lower case, digits and underscores, got 'mes-quality'",
  ],
  [
    'a path with a slash at its end',
    { route: { path: '/api/v1/quality/', open: [], requestsPerMinute: 100 } },
    "services.quality-service.route.path: must be lower case, with a slash before each part and none at its end, got '/api/v1/quality/'",
  ],
  [
    'a path below that of another service',
    { route: { path: '/api/v1/auth/quality', open: [], requestsPerMinute: 100 } },
    "services.quality-service.route.path: must not begin with the path of another service, got '/api/v1/auth/quality'",
  ],
  [
    'a call to nobody',
    { calls: ['auth-servic'] },
    "services.quality-service.calls: must name services of this platform, got 'auth-servic'; did you mean 'auth-service'?",
  ],
  [
    'a topic that nobody publishes any more',
    {
      publishes: (mes.services['quality-service']?.publishes ?? []).filter((topic) => topic !== 'quality.fai-rejected'),
    },
    "services.reporting-service.consumes['quality.fai-rejected'].prod: must be published by some service, got 'no publisher'; add it to a publishes row",
  ],
])('%s is refused', (_, row, message) => {
  expect(serviceMessages('quality-service', row)).toContain(message);
});

test('a topic without a publisher is refused, also where nobody reads it', () => {
  const topics = { ...mes.topics, 'quality.lost': { partitions: 3, retention: '7d' } as const };
  expect(messages({ topics })).toEqual([
    "topics['quality.lost']: must be published by some service, got 'no publisher'; add it to a publishes row, or remove it",
  ]);
});

test('a service without a password in the store is refused', () => {
  const tooling = { ...auth, port: 3099, database: 'mes_tooling', route: { ...auth.route, path: '/api/v1/tooling' } };
  const few = { ...tooling, scale: everywhere(fixed(1)) };
  expect(messages({ services: { ...mes.services, 'tooling-service': few } })).toEqual([
    "services.tooling-service.database: must have a password in the store, got 'tooling-password'; add the property to the bundle 'mes/postgresql'",
  ]);
});

test('more connections than the server has are refused before a roll-out finds out', () => {
  expect(messages({ databasePool: everywhere(10) })).toEqual([
    'postgresql.maxConnections.prod: must be at least 890, for 880 connections of 88 pods and 10 more, got 500; raise it, or lower the pool or the scale',
  ]);
  expect(serviceMessages('quality-service', { scale: everywhere(between(3, 30)) })).toEqual(
    expect.arrayContaining([
      'postgresql.maxConnections.prod: must be at least 550, for 540 connections of 108 pods and 10 more, got 500; raise it, or lower the pool or the scale',
    ]),
  );
});

test('a pool without a connection is refused once, not once for each service', () => {
  expect(messages({ databasePool: everywhere(0) })).toEqual([
    'databasePool.prod: must be a whole number from 1, got 0',
  ]);
});

test('tokens that no service signs are refused', () => {
  const gateway = { ...mes.gateway, tokens: { issuer: 'mes-auth', signedBy: 'auth' } };
  expect(messages({ gateway })).toEqual(["gateway.tokens.signedBy: must name a service of this platform, got 'auth'"]);
});

test('logs that are kept for parts of a day are refused', () => {
  const logs = { ...mes.logs, audit: { ...mes.logs.audit, retention: everywhere<Duration>('36h') } };
  expect(messages({ logs })).toEqual([
    "logs.audit.retention.prod: must be whole days, got '36h'; an index holds a day, and is deleted as a whole",
  ]);
});

test('more brokers than hosts are refused', () => {
  expect(messages({ kafka: { ...mes.kafka, brokers: everywhere(99) } })).toEqual([
    `kafka.brokers.prod: must be at most the ${environments.prod.nodes.count} nodes of the cluster, got 99; each runs on a host of its own; add hosts to the environment or lower it`,
  ]);
});

test('alerts that are not named in UpperCamelCase are refused', () => {
  expect(messages({ alerts: { ...mes.alerts, prefix: 'MES' } })).toEqual([
    "alerts.prefix: must be a name in UpperCamelCase, such as 'Wms', got 'MES'",
  ]);
});

test('a disk without a size is refused, wherever it is', () => {
  for (const store of ['kafka', 'postgresql', 'redis', 'jaeger', 'elasticsearch', 'logstash'] as const) {
    const rows = { [store]: { ...mes[store], storage: everywhere('0Gi') } } as unknown as Partial<MesRows>;
    expect(messages(rows)).toContainEqual(expect.stringMatching(new RegExp(`^${store}\\.storage\\.prod: must be`)));
  }
});

import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { Column } from '../../lib/model/environment';
import { chart, external } from '../../lib/model/store';
import { platforms } from '../../lib/platforms';
import { defineMes } from '../../lib/platforms/mes/chart';
import { mes } from '../../lib/platforms/mes/config';
import { findProblems as findMesProblems } from '../../lib/platforms/mes/problems';
import { defineObservability } from '../../lib/platforms/observability/chart';
import { observability } from '../../lib/platforms/observability/config';
import { findProblems as findObservabilityProblems } from '../../lib/platforms/observability/problems';
import { defineOnboarding } from '../../lib/platforms/onboarding/chart';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { findProblems as findOnboardingProblems } from '../../lib/platforms/onboarding/problems';
import { defineOrder } from '../../lib/platforms/order/chart';
import { order } from '../../lib/platforms/order/config';
import { findProblems as findOrderProblems } from '../../lib/platforms/order/problems';
import { definePlatform, Platform } from '../../lib/platforms/platform';
import { Any } from '../dist/read-dist';
import { meshed } from './profiles';
import { everywhere } from './row-messages';
import { differing, Judged, renderJudged, warehouseWith } from './three-ways';

const cidrs = ['10.40.0.0/24', '10.41.0.0/24'];
const server = (host: string, port: number) => external({ host, port, cidrs });
const kafka = external({ hosts: ['b-1.example.com', 'b-2.example.com'], port: 9096, cidrs });
const postgresql = server('postgres.example.com', 5433);
const redis = server('redis.example.com', 6380);

/** Rows of which some stores are run by others. */
function withProvisions<T extends object>(rows: T, provisions: Partial<Record<keyof T, unknown>>): T {
  const changed = Object.entries(provisions).map(([store, provision]) => [
    store,
    { ...(rows as Any)[store], provision: everywhere(provision) },
  ]);
  return { ...rows, ...Object.fromEntries(changed) };
}

const table = 'config.ts';
const changed: Record<string, Platform> = {
  order: definePlatform({
    name: 'order',
    table,
    rows: withProvisions(order, { kafka, postgresql, keycloakPostgresql: server('keycloak.example.com', 5433) }),
    findProblems: findOrderProblems,
    define: defineOrder,
  }),
  onboarding: definePlatform({
    name: 'onboarding',
    table,
    rows: withProvisions(onboarding, { kafka, postgresql, redis }),
    findProblems: findOnboardingProblems,
    define: defineOnboarding,
  }),
  mes: definePlatform({
    name: 'mes',
    table,
    rows: withProvisions(mes, { kafka, postgresql, redis }),
    findProblems: findMesProblems,
    define: defineMes,
  }),
  observability: definePlatform({
    name: 'observability',
    table,
    rows: withProvisions(observability, { postgresql }),
    findProblems: findObservabilityProblems,
    define: defineObservability,
  }),
};

const ours = renderJudged('prod');
const theirs = renderJudged(
  'prod',
  platforms.map((platform) => changed[platform.name] ?? platform),
);

const NAMESPACES = {
  order: 'order-platform',
  onboarding: 'onboarding',
  mes: 'mes-production',
  observability: 'observability',
} as const;

const namesOf = ({ objects }: Judged, kind: string, namespace: string): string[] =>
  [...objects.values()]
    .filter((object) => object.kind === kind && object.metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name);

test('stores of all platforms in the hands of others break no rule and no construct', () => {
  expect([theirs.faults, theirs.findings]).toEqual([[], []]);
});

test.each(Object.entries(NAMESPACES))(
  'servers of others are not rendered in %s, nor is their backup',
  (_, namespace) => {
    const left = [...namesOf(theirs, 'StatefulSet', namespace), ...namesOf(theirs, 'CronJob', namespace)];
    expect(left.filter((name) => /postgresql|kafka|redis/.test(name))).toEqual([]);
  },
);

test('who uses a store keeps its objects, but for addresses and policies', () => {
  const programs: Record<string, readonly string[]> = {
    'order-platform': ['order-command-service', 'order-query-service', 'api-gateway', 'keycloak'],
    onboarding: ['onboarding-workflow'],
    'mes-production': Object.keys(mes.services),
    observability: ['grafana'],
  };
  const kinds = [
    'Deployment',
    'StatefulSet',
    'HorizontalPodAutoscaler',
    'PodDisruptionBudget',
    'Service',
    'ServiceAccount',
  ];
  const stripped = (object: Any) =>
    JSON.stringify(object, (key, value) =>
      key === 'value' || key.includes('checksum') || key.endsWith('sync-wave') ? undefined : value,
    );
  for (const [namespace, names] of Object.entries(programs)) {
    expect(namesOf(ours, 'Deployment', namespace).concat(namesOf(ours, 'StatefulSet', namespace))).toEqual(
      expect.arrayContaining([...names]),
    );
    const unlike = differing(ours, theirs, namespace)
      .map((id) => [ours.objects.get(id), theirs.objects.get(id)])
      .filter(([before]) => before && kinds.includes(before.kind) && names.includes(before.metadata.name))
      .filter(([before, after]) => stripped(before) !== stripped(after));
    expect(unlike.map(([before]) => before)).toEqual([]);
  }
});

/** Values of a program's variables by name. */
function variables({ objects }: Judged, id: string): Record<string, Any> {
  const [{ env }] = objects.get(id).spec.template.spec.containers;
  return Object.fromEntries(env.map(({ name, value, valueFrom }: Any) => [name, value ?? valueFrom]));
}

test('the engine of onboarding is told other addresses, and takes every password from where it did', () => {
  const id = 'apps/Deployment onboarding/onboarding-workflow';
  const [before, after] = [variables(ours, id), variables(theirs, id)];
  const unlike = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  expect(Object.fromEntries(unlike)).toEqual({
    DB_HOST: 'postgres.example.com',
    DB_PORT: '5433',
    KAFKA_BOOTSTRAP_SERVERS: 'b-1.example.com:9096,b-2.example.com:9096',
    REDIS_HOST: 'redis.example.com',
    REDIS_PORT: '6380',
  });
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('the authority of brokers that others run is supplied, under the name and key that clients mount', () => {
  const { spec } = theirs.objects.get('external-secrets.io/ExternalSecret onboarding/onboarding-kafka-tls');
  expect(spec.data[0].remoteRef).toMatchObject({ key: 'prod/onboarding/kafka-external', property: 'authority' });
  expect(Object.keys(spec.target.template.data)).toEqual(['ca.crt']);
  expect(namesOf(theirs, 'Certificate', 'onboarding')).not.toContain('onboarding-kafka-tls');
});

test('databases, roles, schemas and topics are made in servers of others, too', () => {
  const jobs = (judged: Judged, namespace: string) =>
    namesOf(judged, 'Job', namespace).map((name) => name.replace(/-[0-9a-f]{8}$/, ''));
  for (const namespace of ['order-platform', 'onboarding', 'mes-production']) {
    expect(jobs(theirs, namespace).sort()).toEqual(jobs(ours, namespace).sort());
  }
});

test('policies let clients out to every range of a store, and to its port alone', () => {
  const { egress } = theirs.objects.get('networking.k8s.io/NetworkPolicy observability/grafana').spec;
  const outside = egress.filter(({ to }: Any) => cidrs.includes(to[0].ipBlock?.cidr));
  expect(outside.map(({ to, ports }: Any) => [to[0].ipBlock.cidr, ports])).toEqual(
    cidrs.map((cidr) => [cidr, [{ port: 5433, protocol: 'TCP' }]]),
  );
});

describe('rows that cannot be', () => {
  const warehouse = (ways: Parameters<typeof warehouseWith>[0], facts: Partial<Environment> = {}) =>
    warehouseWith(ways).findProblems({ ...environments.prod, ...facts });
  const good = { port: 7233, cidrs: ['10.40.0.0/24'] };

  test.each<[string, Column<typeof kafka> | ReturnType<typeof external>, string]>([
    [
      'hosts with ports',
      external({ ...good, hosts: ['b-1.example.com:9092'] }),
      `kafka.provision.prod.hosts: must be names of hosts without ports, at least one, got ["b-1.example.com:9092"]`,
    ],
    [
      'no hosts',
      external({ ...good, hosts: [] }),
      'kafka.provision.prod.hosts: must be names of hosts without ports, at least one, got []',
    ],
  ])('%s', (_, provision, message) => {
    expect(warehouse({ kafka: provision as typeof kafka })).toEqual([message]);
  });

  test('a host with a port', () => {
    expect(warehouse({ temporal: external({ ...good, host: 'temporal.example.com:7233' }) })).toEqual([
      "temporal.provision.prod.host: must be the name of a host without a port, got 'temporal.example.com:7233'",
    ]);
  });

  test('a chart in a mesh', () => {
    expect(warehouse({ mongodb: chart }, meshed)).toEqual([
      "mongodb.provision.prod: must not be chart in a mesh: nobody tells its pods and its metrics apart there, got 'chart'; write rendered or external",
    ]);
  });

  test('an external store where secrets are generated', () => {
    const { secretStore } = environments.dev;
    expect(warehouse({ postgresql }, { secretStore })).toEqual([
      "postgresql.provision.prod: must not be external where secrets are generated: a password that nobody supplied lets nobody in, got 'external'; write rendered, or give the environment a store of kind 'aws' or 'vault'",
    ]);
  });

  test('a chart of Kafka where clients log in', () => {
    const rows = withProvisions(onboarding, { kafka: chart });
    const platform = definePlatform({
      name: 'onboarding',
      table,
      rows,
      findProblems: findOnboardingProblems,
      define: defineOnboarding,
    });
    expect(platform.findProblems(environments.prod)).toEqual([
      "kafka.provision.prod: must not be chart where clients log in: its servers have no users here, got 'chart'; write rendered or external",
    ]);
  });

  test('figures of servers that others run are not held against the hosts', () => {
    const rows = withProvisions(order, { kafka });
    const many = { ...rows, kafka: { ...rows.kafka, brokers: everywhere(99), controllers: everywhere(99) } };
    expect(
      definePlatform({
        name: 'order',
        table,
        rows: many,
        findProblems: findOrderProblems,
        define: defineOrder,
      }).findProblems(environments.prod),
    ).toEqual([]);
  });
});

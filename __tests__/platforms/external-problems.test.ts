import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { Column } from '../../lib/model/environment';
import { chart, external } from '../../lib/model/store';
import { defineOnboarding } from '../../lib/platforms/onboarding/chart';
import { onboarding } from '../../lib/platforms/onboarding/config';
import { findProblems as findOnboardingProblems } from '../../lib/platforms/onboarding/problems';
import { defineOrder } from '../../lib/platforms/order/chart';
import { order } from '../../lib/platforms/order/config';
import { findProblems as findOrderProblems } from '../../lib/platforms/order/problems';
import { definePlatform } from '../../lib/platforms/platform';
import { meshed } from './profiles';
import { everywhere } from './row-messages';
import { warehouseWith } from './three-ways';
import { kafka, postgresql, withProvisions, table } from './external-rows';

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

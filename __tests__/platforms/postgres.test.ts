import { Construct } from 'constructs';
import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { column } from '../../lib/model/environment';
import { platformContext } from '../../lib/platforms/context';
import { defineNamespace } from '../../lib/platforms/namespace';
import { scraperOf } from '../../lib/platforms/observability/names';
import { definePostgres, PostgresProps } from '../../lib/platforms/postgres';
import { Telemetry } from '../../lib/platforms/telemetry';
import { wms } from '../../lib/platforms/wms/config';
import { EnvironmentApp } from '../../lib/synth/environment-app';

type Server = Pick<PostgresProps, 'name' | 'row' | 'databases' | 'founded'>;

const orders: Server = { name: 'orders-postgresql', row: 'servers.orders', databases: ['orders'], founded: 'orders' };
const parts: Server = { name: 'parts-postgresql', row: 'servers.parts', databases: ['parts', 'audit'] };

/** A platform that is nothing but these servers, in one namespace. */
function define(servers: readonly Server[], environment: Environment) {
  const app = new EnvironmentApp('dist');
  const telemetry = new Telemetry(scraperOf(environment));
  const scope = new Construct(app, 'shop');
  const context = platformContext(scope, { name: 'shop', table: 'shop.ts' }, environment, telemetry);
  const namespace = defineNamespace(context.component('namespace-shop', 'name'), 'shop', environment);
  const values = column(wms, environment.name).postgresql;
  for (const server of servers) {
    definePostgres(context, { ...server, namespace, values, bundle: 'wms/postgresql' });
  }
  const objects = [...app.renderObjects()];
  const text = (kind: string, name: string): string =>
    JSON.stringify(objects.find(({ manifest }) => manifest.kind === kind && manifest.metadata.name === name)?.manifest);
  return { objects, telemetry, text };
}

test('two servers of one namespace share nothing: each has its Secret, its backup and its restore', () => {
  const { objects, text } = define([orders, parts], environments.prod);
  const namesOf = (kind: string) =>
    objects.filter(({ manifest }) => manifest.kind === kind).map(({ manifest }) => manifest.metadata.name);
  expect(namesOf('StatefulSet').sort()).toEqual(['orders-postgresql', 'parts-postgresql']);
  expect(namesOf('ExternalSecret').sort()).toEqual([
    'orders-postgresql-auth',
    'orders-postgresql-backup-storage',
    'parts-postgresql-auth',
    'parts-postgresql-backup-storage',
  ]);
  expect(namesOf('CronJob').sort()).toEqual([
    'orders-postgresql-backup',
    'orders-postgresql-restore',
    'parts-postgresql-backup',
    'parts-postgresql-restore',
  ]);
  expect(text('StatefulSet', 'orders-postgresql')).toContain('orders-postgresql-auth');
  expect(text('StatefulSet', 'orders-postgresql')).not.toContain('parts');
});

test("a server is founded with the database that is named for it, and with the server's own otherwise", () => {
  const { text } = define([orders, parts], environments.dev);
  expect(text('StatefulSet', 'orders-postgresql')).toContain('{"name":"POSTGRES_DB","value":"orders"}');
  expect(text('StatefulSet', 'parts-postgresql')).toContain('{"name":"POSTGRES_DB","value":"postgres"}');
});

test('all databases of a server are dumped, whoever makes them', () => {
  const { text } = define([parts], environments.prod);
  expect(text('CronJob', 'parts-postgresql-backup')).toContain('{"name":"DATABASES","value":"parts audit"}');
});

test('every object says which row of the table it comes from', () => {
  const { objects } = define([orders], environments.prod);
  const sources = new Set(objects.map(({ source }) => source));
  expect([...sources].sort()).toEqual(['shop.ts name', 'shop.ts servers.orders', 'shop.ts servers.orders.backup']);
});

test('a server is scraped as part of its platform, and its backup is promised', () => {
  const { telemetry } = define([orders], environments.prod);
  expect(telemetry.targets.map(({ platform, workload }) => [platform, workload.name])).toEqual([
    ['shop', 'orders-postgresql'],
  ]);
  expect(telemetry.backups.map(({ namespace, cronJob }) => [namespace, cronJob])).toEqual([
    ['shop', 'orders-postgresql-backup'],
  ]);
});

test('where nothing may be kept outside, nothing is dumped', () => {
  const objectStorage = { ...environments.prod.objectStorage, hasKeys: false };
  const { objects, telemetry } = define([orders], { ...environments.prod, objectStorage });
  expect(objects.filter(({ manifest }) => manifest.kind === 'CronJob')).toEqual([]);
  expect(telemetry.backups).toEqual([]);
});

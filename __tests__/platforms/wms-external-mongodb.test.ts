import { environments } from '../../lib/environments';
import { Environment } from '../../lib/environments/environment';
import { definePlatform } from '../../lib/platforms/platform';
import { defineWms } from '../../lib/platforms/wms/chart';
import { wms } from '../../lib/platforms/wms/config';
import { findProblems } from '../../lib/platforms/wms/problems';
import { WmsRows } from '../../lib/platforms/wms/rows';
import { external, rendered } from '../../lib/model/store';
import { identify } from '../../lib/rules/rendered-object';
import { Any } from '../dist/read-dist';
import { render } from './rendered';
import { everywhere } from './row-messages';
import { withoutWave } from './three-ways';
import { messages } from './wms-messages';

type MongoProvision = WmsRows['mongodb']['provision']['prod'];

const theirsToRun = external({ port: 27018, cidrs: ['10.40.1.0/24', '10.40.2.0/24'] });
const withProvision = (provision: MongoProvision): WmsRows => ({
  ...wms,
  mongodb: { ...wms.mongodb, provision: everywhere(provision) },
});

const platformOf = (rows: WmsRows) =>
  definePlatform({ name: 'wms', table: 'config.ts', rows, findProblems, define: defineWms });

/** Every object of the platform in prod by its id, and the targets that it asks to be scraped. */
function renderProd(provision: MongoProvision) {
  const { objects, faults, telemetry } = render(environments.prod, [platformOf(withProvision(provision))]);
  const byId = objects.map((object): [string, Any] => [identify(object), object]);
  return { objects: new Map(byId), faults, targets: telemetry.targets };
}

const ours = renderProd(rendered);
const theirs = renderProd(theirsToRun);

const egress = (policy: Any) => policy.spec.egress.map(({ to, ports }: Any) => [to[0], ports[0].port]);
test('of an external MongoDB nothing is rendered: no servers, Job, exporter, namespace or scrape', () => {
  expect(theirs.faults).toEqual([]);
  const gone = [...ours.objects].filter(([id]) => !theirs.objects.has(id));
  expect(gone.every(([, { metadata }]) => metadata.namespace === 'mongodb' || metadata.name === 'mongodb')).toBe(true);
  expect([...new Set(gone.map(([, { kind }]) => kind))]).toEqual(
    expect.arrayContaining(['Namespace', 'ResourceQuota', 'StatefulSet', 'Service', 'Job', 'ExternalSecret']),
  );
  expect([...theirs.objects.values()].filter(({ metadata }) => metadata.namespace === 'mongodb')).toEqual([]);
  expect([...theirs.objects.keys()].filter((id) => !ours.objects.has(id))).toEqual([]);
  const scraped = ({ targets }: typeof ours) => targets.map(({ workload }) => workload.name);
  expect(scraped(ours)).toContain('mongodb');
  expect(scraped(theirs)).toEqual(scraped(ours).filter((name) => name !== 'mongodb'));
});

test('services differ in what their policies let out and in nothing else', () => {
  const changed = [...theirs.objects].filter(
    ([id, object]) => withoutWave(object) !== withoutWave(ours.objects.get(id)),
  );
  const services = Object.entries(wms.services).filter(([, { uses }]) => uses.includes('mongodb'));
  expect(services).toHaveLength(9);
  expect(changed.map(([id]) => id).sort()).toEqual(
    [
      'external-secrets.io/ExternalSecret wms-platform/mongodb-credentials',
      ...services.map(([name]) => `networking.k8s.io/NetworkPolicy wms-platform/${name}`),
    ].sort(),
  );
});

test('policies let services out to the external addresses and port, and no longer to pods', () => {
  const id = 'networking.k8s.io/NetworkPolicy wms-platform/routing-service';
  const pods = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'mongodb' } },
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'mongodb' } },
  };
  expect(egress(ours.objects.get(id))).toContainEqual([pods, 27017]);
  const after = egress(theirs.objects.get(id));
  expect(after).toContainEqual([{ ipBlock: { cidr: '10.40.1.0/24' } }, 27018]);
  expect(after).toContainEqual([{ ipBlock: { cidr: '10.40.2.0/24' } }, 27018]);
  expect(after).not.toContainEqual([pods, 27017]);
});

test('the connection string comes whole from the store, under the key that services read', () => {
  const { spec } = theirs.objects.get('external-secrets.io/ExternalSecret wms-platform/mongodb-credentials');
  expect(spec.target.template).toBeUndefined();
  expect(spec.data).toEqual([
    {
      secretKey: 'uri',
      remoteRef: expect.objectContaining({ key: 'prod/wms/mongodb-external', property: 'uri' }),
    },
  ]);
  const deployment = theirs.objects.get('apps/Deployment wms-platform/routing-service');
  expect(deployment.spec.template.spec.containers[0].env).toContainEqual({
    name: 'MONGODB_URI',
    valueFrom: { secretKeyRef: { key: 'uri', name: 'mongodb-credentials' } },
  });
});

test.each<[string, object, string]>([
  ['no port', { port: 0 }, 'mongodb.provision.prod.port: must be from 1 to 65535, got 0'],
  [
    'no address',
    { cidrs: [] },
    'mongodb.provision.prod.cidrs: must name at least one range, got []; without one, nobody may connect',
  ],
  [
    'a host name for an address',
    { cidrs: ['db.example.com'] },
    "mongodb.provision.prod.cidrs: must be IPv4 ranges such as 10.40.0.0/24, got 'db.example.com'",
  ],
  [
    'a part above 255',
    { cidrs: ['10.40.256.0/24'] },
    "mongodb.provision.prod.cidrs: must be IPv4 ranges such as 10.40.0.0/24, got '10.40.256.0/24'",
  ],
  [
    'a prefix above 32',
    { cidrs: ['10.40.0.0/33'] },
    "mongodb.provision.prod.cidrs: must be IPv4 ranges such as 10.40.0.0/24, got '10.40.0.0/33'",
  ],
])('%s is refused', (_, change, message) => {
  expect(messages(withProvision({ ...theirsToRun, ...change }))).toEqual([message]);
});

test('rows of servers that are not rendered are not held against the hosts', () => {
  const { mongodb } = withProvision(theirsToRun);
  expect(messages({ mongodb: { ...mongodb, members: everywhere(9) } })).toEqual([]);
});

test('an external store is refused where secrets are generated', () => {
  const environment: Environment = { ...environments.prod, secretStore: environments.dev.secretStore };
  expect(platformOf(withProvision(theirsToRun)).findProblems(environment)).toEqual([
    "mongodb.provision.prod: must not be external where secrets are generated: a password that nobody supplied lets nobody in, got 'external'; write rendered, or give the environment a store of kind 'aws' or 'vault'",
  ]);
});

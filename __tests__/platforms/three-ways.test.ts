import { chart, external, rendered } from '../../lib/model/store';
import { Any } from '../dist/read-dist';
import { differing, Judged, renderWarehouse, Ways } from './three-ways';

const SERVICES = 'wms-platform';
const POLICY = 'networking.k8s.io/NetworkPolicy';

const cidrs = ['10.40.0.0/24', '10.41.0.0/24'];

/** Each store by those who may run it. */
const ways = {
  mongodb: { rendered, chart, external: external({ port: 27018, cidrs }) },
  kafka: { rendered, chart, external: external({ hosts: ['b-1.example.com', 'b-2.example.com'], port: 9096, cidrs }) },
  temporal: { rendered, chart, external: external({ host: 'temporal.example.com', port: 7234, cidrs }) },
} as const;

type Store = keyof typeof ways;
type Way = keyof (typeof ways)[Store];

const known = new Map<string, Judged>();

/** Prod with one store run by somebody. */
function prod(store: Store, way: Way): Judged {
  const key = `${store} ${way}`;
  const judged = known.get(key) ?? renderWarehouse('prod', { [store]: ways[store][way] } as Ways);
  known.set(key, judged);
  return judged;
}

const others: [Store, Way][] = (Object.keys(ways) as Store[]).flatMap((store) => [
  [store, 'chart'],
  [store, 'external'],
]);
const users: Record<Store, number> = { mongodb: 9, kafka: 10, temporal: 7 };

/** A workload as it is, but for the checksum by which it rolls when its settings change. */
const withoutChecksum = (object: Any): Any =>
  JSON.parse(
    JSON.stringify(object, (key, value) => (key.includes('checksum') || key.endsWith('sync-wave') ? undefined : value)),
  );

const kindOf = (id: string): string => id.split(' ')[0] ?? '';

test.each(others)('%s by way of %s breaks no rule and no construct', (store, way) => {
  const { faults, findings } = prod(store, way);
  expect([faults, findings]).toEqual([[], []]);
});

test('all stores in other hands at once break no rule and no construct', () => {
  for (const way of ['chart', 'external'] as const) {
    const all = { mongodb: ways.mongodb[way], kafka: ways.kafka[way], temporal: ways.temporal[way] };
    const { faults, findings } = renderWarehouse('prod', all);
    expect([faults, findings]).toEqual([[], []]);
  }
});

test('charts stand in an environment of single servers and generated secrets, too', () => {
  const { faults, findings, objects } = renderWarehouse('dev', { mongodb: chart, kafka: chart, temporal: chart });
  expect([faults, findings]).toEqual([[], []]);
  const { values } = kafkaOf(objects);
  expect(values.controller).toMatchObject({ replicaCount: 1, controllerOnly: false });
  expect(values.broker).toEqual({ replicaCount: 0 });
});

const kafkaOf = (objects: Judged['objects']) => {
  const { source } = objects.get('argoproj.io/Application argocd/wms-kafka').spec;
  return { source, values: source.helm.valuesObject };
};

test.each(others)(
  'services of %s by way of %s keep every object but policies, addresses and credentials',
  (store, way) => {
    const [ours, theirs] = [prod(store, 'rendered'), prod(store, way)];
    const changed = differing(ours, theirs, SERVICES);
    const unexpected = changed.filter(
      (id) => ![POLICY, 'ConfigMap', 'apps/Deployment', 'external-secrets.io/ExternalSecret'].includes(kindOf(id)),
    );
    expect(unexpected).toEqual([]);
    expect(changed.filter((id) => kindOf(id) === POLICY)).toHaveLength(users[store]);
    // Deployments roll where an address in their settings changed, and that is all.
    for (const id of changed.filter((each) => kindOf(each) === 'apps/Deployment')) {
      expect(withoutChecksum(theirs.objects.get(id))).toEqual(withoutChecksum(ours.objects.get(id)));
    }
  },
);

test.each(others)('policies of services of %s by way of %s differ in where they let out', (store, way) => {
  const [ours, theirs] = [prod(store, 'rendered'), prod(store, way)];
  const changed = differing(ours, theirs, SERVICES).filter((id) => kindOf(id) === POLICY);
  for (const id of changed) {
    const [{ spec: before }, { spec: after }] = [ours.objects.get(id), theirs.objects.get(id)];
    expect({ ...after, egress: before.egress }).toEqual(before);
    const kept = (rules: Any[]) => rules.filter(({ to }) => !names(to[0], store));
    expect(kept(after.egress)).toEqual(kept(before.egress));
  }
});

/** Whether a peer is a server of the store: pods of its namespace, or its addresses. */
const names = ({ ipBlock, namespaceSelector }: Any, store: Store): boolean =>
  ipBlock ? cidrs.includes(ipBlock.cidr) : namespaceSelector.matchLabels['kubernetes.io/metadata.name'] === store;

/** Settings of all services that are not the same in both. */
function settings(store: Store, way: Way): [string, string][] {
  const read = (judged: Judged): Record<string, string> =>
    judged.objects.get(`ConfigMap ${SERVICES}/platform-config`).data;
  const [before, after] = [read(prod(store, 'rendered')), read(prod(store, way))];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  return Object.entries(after).filter(([key, value]) => before[key] !== value);
}

test('a chart answers under the addresses of the servers that it takes the place of', () => {
  expect((Object.keys(ways) as Store[]).flatMap((store) => settings(store, 'chart'))).toEqual([]);
});

test('an external store changes one address in the settings, or a connection string that nobody sees here', () => {
  expect(settings('mongodb', 'external')).toEqual([]);
  expect(settings('kafka', 'external')).toEqual([['KAFKA_BROKERS', 'b-1.example.com:9096,b-2.example.com:9096']]);
  expect(settings('temporal', 'external')).toEqual([['TEMPORAL_HOST', 'temporal.example.com:7234']]);
});

test('topics and Temporal namespaces are made in whatever servers there are, before the services start', () => {
  const names = ({ objects }: Judged) =>
    [...objects.values()]
      .filter(({ kind }) => kind === 'Job')
      .map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{8}$/, ''));
  for (const way of ['rendered', 'chart', 'external'] as const) {
    expect(names(prod('kafka', way))).toContain('kafka-topics');
    expect(names(prod('temporal', way))).toContain('temporal-namespaces');
  }
  expect(names(prod('mongodb', 'chart'))).toContain('mongodb-replica-set');
  expect(names(prod('mongodb', 'external'))).not.toContain('mongodb-replica-set');
});

test('of external servers nothing is left but what is a client of them', () => {
  const left = (store: Store) =>
    [...prod(store, 'external').objects.values()]
      .filter(
        ({ kind, metadata }) =>
          metadata.namespace === store && ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(kind),
      )
      .map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{8}$/, ''));
  expect(left('mongodb')).toEqual([]);
  expect(left('kafka').sort()).toEqual(['kafka-exporter', 'kafka-topics']);
  expect(left('temporal')).toEqual(['temporal-namespaces']);
});

test('alerts go with the servers that they are about; how far behind consumers are is asked in any case', () => {
  const alerts = (store: Store, way: Way): string[] => {
    const files = [...prod(store, way).objects.values()].filter(
      ({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === 'observability',
    );
    const texts = files.flatMap(({ data }) => Object.values(data as Record<string, string>));
    return texts.flatMap((text) => text.match(/(?<=alert: )Wms(Kafka|Mongo|Temporal)\w+/g) ?? []);
  };
  expect(alerts('kafka', 'rendered').length).toBeGreaterThan(10);
  for (const store of Object.keys(ways) as Store[]) expect(alerts(store, 'chart')).toEqual(alerts(store, 'rendered'));
  const of = (name: string) => (alert: string) => alert.startsWith(`Wms${name}`);
  expect(alerts('mongodb', 'external').filter(of('Mongo'))).toEqual([]);
  expect(alerts('temporal', 'external').filter(of('Temporal'))).toEqual([]);
  expect(alerts('kafka', 'external').filter(of('Kafka'))).toEqual(['WmsKafkaConsumerLag']);
});

import { charts } from '../../lib/platforms/charts';
import { wms } from '../../lib/platforms/wms/config';
import { column } from '../../lib/model/environment';
import { chart } from '../../lib/model/store';
import { renderWarehouse } from './three-ways';

const { objects } = renderWarehouse('prod', { mongodb: chart, kafka: chart, temporal: chart });
const applicationOf = (store: string) => objects.get(`argoproj.io/Application argocd/wms-${store}`).spec;
const valuesOf = (store: string) => applicationOf(store).source.helm.valuesObject;
const stores = ['mongodb', 'kafka', 'temporal'] as const;

test('values of MongoDB follow the rows that the servers rendered here have', () => {
  const { members, storage, resources, replicaSet, rootUser, exporterUser } = column(wms, 'prod').mongodb;
  expect(valuesOf('mongodb')).toMatchObject({
    architecture: 'replicaset',
    replicaCount: members,
    replicaSetName: replicaSet,
    auth: { enabled: true, rootUser, existingSecret: 'mongodb-chart' },
    persistence: { size: storage },
    resources: { requests: resources.requests },
    extraFlags: ['--wiredTigerCacheSizeGB=0.25'],
    metrics: { enabled: true, username: exporterUser },
  });
  const { spec } = objects.get('external-secrets.io/ExternalSecret mongodb/mongodb-chart');
  expect(Object.keys(spec.target.template.data)).toEqual([
    'mongodb-metrics-password',
    'mongodb-replica-set-key',
    'mongodb-root-password',
  ]);
});

test('values of Kafka follow the rows that the servers rendered here have', () => {
  const { brokers, controllers, storage, controllerStorage } = column(wms, 'prod').kafka;
  expect(valuesOf('kafka')).toMatchObject({
    broker: { replicaCount: brokers, persistence: { size: storage }, heapOpts: '-Xms1024m -Xmx1024m' },
    controller: { replicaCount: controllers, controllerOnly: true, persistence: { size: controllerStorage } },
    overrideConfiguration: { 'auto.create.topics.enable': 'false', 'min.insync.replicas': '2' },
    networkPolicy: { enabled: false },
  });
});

test('values of Temporal follow the rows; schemas, namespaces and the web interface are made here', () => {
  const { replicas, numHistoryShards, image } = column(wms, 'prod').temporal;
  const { server, admintools, web } = valuesOf('temporal');
  expect([admintools, web]).toEqual([{ enabled: false }, { enabled: false }]);
  expect(server).toMatchObject({ image: { tag: image.tag }, history: { replicaCount: replicas } });
  expect(server.config.namespaces).toEqual({ create: false });
  const { persistence } = server.config;
  expect(persistence).toMatchObject({ numHistoryShards, defaultStore: 'default', visibilityStore: 'visibility' });
  expect(persistence.datastores.default.sql).toMatchObject({
    createDatabase: false,
    manageSchema: false,
    connectAddr: 'temporal-postgresql.temporal.svc.cluster.local:5432',
    existingSecret: 'temporal-postgresql-auth',
  });
  expect(persistence.datastores.visibility.elasticsearch).toMatchObject({
    manageSchema: false,
    url: { scheme: 'https', host: 'temporal-elasticsearch.temporal.svc.cluster.local:9200' },
  });
});

test('no release is told a password or where its pods run as root', () => {
  for (const store of stores) {
    const text = JSON.stringify(valuesOf(store));
    expect(text).not.toMatch(/"(root)?[pP]assword":/);
    expect(text).not.toMatch(/"runAsUser":0\b|"privileged":true/);
  }
});

test("images of Bitnami's charts are named, since those that the charts name are gone", () => {
  for (const { images, repository } of Object.values(charts)) {
    const expected = repository.endsWith('/bitnamicharts') ? 'docker.io/bitnamilegacy/' : 'none';
    for (const image of Object.values(images)) expect(image.repository.startsWith(expected)).toBe(true);
  }
  for (const store of ['mongodb', 'kafka'] as const) {
    const { global, image } = valuesOf(store);
    const { repository, tag } = charts[store].images.server;
    expect(`${image.registry}/${image.repository}:${image.tag}`).toBe(`${repository}:${tag}`);
    expect(global.security.allowInsecureImages).toBe(true);
  }
});

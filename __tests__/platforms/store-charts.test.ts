import { charts } from '../../lib/platforms/charts';
import { kafkaChartValues } from '../../lib/platforms/kafka-chart-values';
import { wms } from '../../lib/platforms/wms/config';
import { mongodbChartValues } from '../../lib/platforms/wms/mongodb-chart-values';
import { column } from '../../lib/model/environment';
import { bytes } from '../../lib/model/quantity';
import { chart } from '../../lib/model/store';
import { Any } from '../dist/read-dist';
import { waveOf } from '../objects';
import { renderWarehouse } from './three-ways';

const { objects, facts } = renderWarehouse('prod', { mongodb: chart, kafka: chart, temporal: chart });
const all = [...objects.values()];
const applicationOf = (store: string) => objects.get(`argoproj.io/Application argocd/wms-${store}`).spec;
const stores = ['mongodb', 'kafka', 'temporal'] as const;

test.each(stores)('%s is a release of the pinned chart, into the namespace that stands here', (store) => {
  const { chart: name, repository, version } = charts[store];
  const { source, destination, syncPolicy } = applicationOf(store);
  expect(source).toMatchObject({ chart: name, repoURL: repository, targetRevision: version });
  expect(source.helm.releaseName).toBe(store);
  expect(destination.namespace).toBe(wms.namespaces[store]);
  expect(syncPolicy.syncOptions).not.toContain('CreateNamespace=true');
  expect(objects.get(`Namespace ${store}`)).toBeDefined();
});

test.each(stores)('the project of %s admits its repository, its namespace and the kinds of its chart', (store) => {
  const { spec } = objects.get(`argoproj.io/AppProject argocd/wms-${store}`);
  expect(applicationOf(store).project).toBe(`wms-${store}`);
  expect(spec.sourceRepos).toEqual([charts[store].repository]);
  expect(spec.destinations.map(({ namespace }: Any) => namespace)).toEqual([undefined, store]);
  expect(spec.namespaceResourceWhitelist).toEqual(charts[store].namespacedKinds);
  expect(spec.clusterResourceWhitelist).toBeUndefined();
});

test('the project of the platform admits the Applications of its charts, and is there after theirs', () => {
  const { spec } = objects.get('argoproj.io/AppProject argocd/wms');
  expect(spec.namespaceResourceWhitelist).toContainEqual({ group: 'argoproj.io', kind: 'Application' });
  expect(spec.destinations).toContainEqual(expect.objectContaining({ namespace: 'argocd' }));
  const platform = waveOf(objects.get('argoproj.io/Application argocd/wms'));
  for (const store of stores) {
    expect(waveOf(objects.get(`argoproj.io/AppProject argocd/wms-${store}`))).toBeLessThan(platform);
  }
});

test('a release comes after its Secrets, and before the Job that needs it and the services', () => {
  const jobs: Record<(typeof stores)[number], string> = {
    mongodb: 'mongodb-replica-set',
    kafka: 'kafka-topics',
    temporal: 'temporal-namespaces',
  };
  const job = (name: string) =>
    all.find(({ kind, metadata }) => kind === 'Job' && metadata.name.startsWith(`${name}-`));
  for (const store of stores) {
    const release = waveOf(objects.get(`argoproj.io/Application argocd/wms-${store}`));
    expect(release).toBeLessThan(waveOf(job(jobs[store])));
    expect(waveOf(job(jobs[store]))).toBeLessThan(waveOf(objects.get('apps/Deployment wms-platform/order-service')));
  }
  const secret = waveOf(objects.get('external-secrets.io/ExternalSecret mongodb/mongodb-chart'));
  expect(secret).toBeLessThan(waveOf(objects.get('argoproj.io/Application argocd/wms-mongodb')));
  expect(waveOf(job('temporal-schema'))).toBeLessThan(
    waveOf(objects.get('argoproj.io/Application argocd/wms-temporal')),
  );
});

test('the ids of the quorum are the same in each rendering, and none is like another', () => {
  const surroundings = { clusterDomain: 'cluster.local', storageClass: 'ssd', priorityClassName: 'data' };
  const values = column(wms, 'prod').kafka;
  const idsOf = () => {
    const [{ data }] = kafkaChartValues('kafka', values, surroundings).extraDeploy as Any;
    return Object.entries(data as Record<string, string>).map(([key, id]) => [
      key,
      Buffer.from(id, 'base64').toString(),
    ]);
  };
  const ids = idsOf();
  expect(idsOf()).toEqual(ids);
  expect(ids.map(([key]) => key)).toEqual(['cluster-id', 'controller-0-id', 'controller-1-id', 'controller-2-id']);
  expect(ids[0]?.[1]).toBe(values.clusterId);
  for (const [, id] of ids) expect(id).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{21}$/);
  expect(new Set(ids.map(([, id]) => id)).size).toBe(4);
});

test('another number of members is another value and another quota, in no other file', () => {
  const surroundings = {
    clusterDomain: 'cluster.local',
    storageClass: 'ssd',
    priorityClassName: 'data',
    existingSecret: 'auth',
  };
  const row = column(wms, 'prod').mongodb;
  expect(mongodbChartValues({ ...row, members: 5 }, surroundings)).toEqual({
    ...mongodbChartValues(row, surroundings),
    replicaCount: 5,
  });
});

test('pods of a chart are scraped by the labels that they have, under the job that ours have', () => {
  const { data } = all.find(({ kind, data: files }) => kind === 'ConfigMap' && files?.['prometheus.yml']);
  const config: string = data['prometheus.yml'];
  expect(config).toContain('regex: broker;kafka;kafka;5556');
  expect(config).toContain('replacement: kafka-broker');
  expect(config).toContain('regex: mongodb;mongodb;9216');
});

test('the quota of a namespace has room for the pods and volumes of its chart', () => {
  const quota = (judged: ReadonlyMap<string, Any>, name: string) =>
    judged.get(`ResourceQuota ${name}/${name}`).spec.hard;
  const rendered = renderWarehouse('prod', {}).objects;
  for (const store of stores) {
    const [ours, theirs] = [quota(rendered, store), quota(objects, store)];
    for (const resource of ['pods', 'persistentvolumeclaims', 'requests.storage']) {
      expect([resource, theirs[resource]]).toEqual([resource, ours[resource]]);
    }
    // Beside each node of Kafka stands an agent that is a part of ours.
    expect(bytes(theirs['limits.memory'])).toBeGreaterThanOrEqual(bytes(ours['limits.memory']));
  }
});

test('the Services of charts that clients call are told to whoever judges the bundle', () => {
  expect(facts.provided).toEqual(
    expect.arrayContaining([
      'Service kafka/kafka',
      'Service mongodb/mongodb-headless',
      'Service temporal/temporal-frontend',
    ]),
  );
});

test('MongoDB of the chart is backed up as that of ours, from the same addresses', () => {
  const cron = objects.get('batch/CronJob mongodb/mongodb-backup');
  expect(cron).toEqual(expect.objectContaining({ kind: 'CronJob' }));
  const ours = renderWarehouse('prod', {}).objects.get('batch/CronJob mongodb/mongodb-backup');
  expect(cron.spec).toEqual(ours.spec);
});

import { Chart, Testing } from 'cdk8s';
import { ApplicationSource, findArgoApplicationProblems } from '../../lib/gitops/argo-application';
import { SyncSchedule } from '../../lib/model/sync-schedule';
import { AddOn } from '../../lib/gitops/add-on';
import { Delivery, DeliveryRoute } from '../../lib/gitops/delivery';
import { SyncWaves } from '../../lib/gitops/sync-waves';
import { objectsOf } from '../constructs/support';
import { Any } from '../dist/read-dist';

const schedule: SyncSchedule = { automated: true, retry: { limit: 5, after: '10s', factor: 2, most: '300s' } };
const route: DeliveryRoute = {
  namespace: 'argocd',
  repository: 'https://git.example.com/shop.git',
  revision: 'main',
  server: 'https://kubernetes.default.svc',
  schedule,
};
const content = { namespaces: ['shop'], clusterKinds: [], namespacedKinds: [{ group: '', kind: 'Service' }] };

function deliver(overrides: Partial<DeliveryRoute> = {}, exclude?: string) {
  const chart = new Chart(Testing.app(), 'chart');
  const delivery = new Delivery(chart, 'shop', {
    route: { ...route, ...overrides },
    path: 'dist/prod/shop',
    description: 'The shop',
    content,
    ...(exclude !== undefined && { exclude }),
  });
  return { delivery, application: objectsOf(chart)('Application') as Any };
}

test('an Application is synced by itself, tried again, and never emptied by a folder that is gone', () => {
  const { syncPolicy } = deliver().application.spec;
  expect(syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
  expect(syncPolicy.retry).toEqual({ limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '300s' } });
  expect(syncPolicy.syncOptions).toEqual([
    'ServerSideApply=true',
    'FailOnSharedResource=true',
    'SkipDryRunOnMissingResource=true',
    'PruneLast=true',
  ]);
});

test('an Application that is synced by hand says so by leaving it out', () => {
  const { application } = deliver({ schedule: { ...schedule, automated: false } });
  expect(application.spec.syncPolicy).not.toHaveProperty('automated');
});

test('an Application that is deleted leaves what it made', () => {
  expect(deliver().application.metadata).not.toHaveProperty('finalizers');
});

test('a source says nothing that Argo CD would delete again', () => {
  expect(deliver().application.spec.source).toEqual({
    repoURL: 'https://git.example.com/shop.git',
    targetRevision: 'main',
    path: 'dist/prod/shop',
  });
  expect(deliver({}, 'root.yaml').application.spec.source.directory).toEqual({ exclude: 'root.yaml' });
});

test('an Application follows its project', () => {
  const { delivery } = deliver();
  const waves = new SyncWaves();
  const object = delivery.application.node.findChild('Application');
  const project = delivery.node.findChild('Project').node.findChild('AppProject');
  expect([project, object].map((each) => waves.waveOf(each))).toEqual([0, 1]);
});

test('an add-on is a chart in a namespace that Argo CD makes and labels, under a project of its own', () => {
  const chart = new Chart(Testing.app(), 'chart');
  new AddOn(chart, 'proxy', {
    route,
    repository: 'https://charts.example.com',
    version: '1.2.3',
    values: { replicas: 2 },
    home: 'edge',
    homeLabels: { tier: 'edge' },
    guestIn: ['kube-system'],
    clusterKinds: [],
    namespacedKinds: [{ group: 'apps', kind: 'Deployment' }],
  });
  const spec = (objectsOf(chart)('Application') as Any).spec;
  expect(spec.source).toEqual({
    repoURL: 'https://charts.example.com',
    chart: 'proxy',
    targetRevision: '1.2.3',
    helm: { releaseName: 'proxy', valuesObject: { replicas: 2 } },
  });
  expect(spec.destination.namespace).toBe('edge');
  expect(spec.syncPolicy.managedNamespaceMetadata).toEqual({ labels: { tier: 'edge' } });
  expect(spec.syncPolicy.syncOptions).toContain('CreateNamespace=true');
  const project = (objectsOf(chart)('AppProject') as Any).spec;
  expect(project.destinations.map(({ namespace }: Any) => namespace)).toEqual([undefined, 'edge', 'kube-system']);
  expect(project.clusterResourceWhitelist).toEqual([{ group: '', kind: 'Namespace' }]);
});

const chartSource = { repository: 'r', revision: '1.2', chart: 'c', release: 'c', values: {} };

test.each<[Partial<{ source: ApplicationSource; retry: Partial<SyncSchedule['retry']> }>, string]>([
  [
    { source: { repository: 'r', revision: 'HEAD', path: 'p' } },
    "revision must be chosen, got 'HEAD'; name a branch, a tag or a commit",
  ],
  [{ source: chartSource }, "version of a chart must be exact, got '1.2'; write all three numbers"],
  [
    { retry: { limit: 0 } },
    'retry.limit must be a whole number of at least 1, got 0; Argo CD tries a commit only once by itself',
  ],
  [{ retry: { factor: 0.5 } }, 'retry.factor must be a whole number of at least 1, got 0.5'],
])('%j is refused', ({ source = { repository: 'r', revision: 'main', path: 'p' }, retry = {} }, message) => {
  const { delivery } = deliver();
  const project = delivery.node.findChild('Project') as Any;
  const wrong = { ...schedule, retry: { ...schedule.retry, ...retry } };
  expect(
    findArgoApplicationProblems({ name: 'shop', project, namespace: 'argocd', server: 's', source, schedule: wrong }),
  ).toEqual([message]);
});

import { RuleCase } from './rule-case';

/** An Application, by its source and the rest of its spec. */
const application = (source: string, rest = '', project = 'shop') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
spec:
  project: ${project}
  source: { repoURL: 'https://git.example.com/shop.git', ${source} }
  destination: { server: 'https://kubernetes.default.svc', namespace: shop }
  ${rest}
`;

const PLAIN = 'path: deploy/shop, targetRevision: main';

const project = (repository: string, namespace = 'shop') => `---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: shop, namespace: argocd }
spec:
  sourceRepos: ['${repository}']
  destinations: [{ server: 'https://kubernetes.default.svc', namespace: '${namespace}' }]
`;

const LARGE = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: dashboards, namespace: shop }
data: { all: ${'a'.repeat(300_000)} }
`;

export const argoApplicationCases: Readonly<Record<string, RuleCase>> = {
  'argo-cd/existing-projects': {
    wrong: application(PLAIN, '', 'shpo') + project('https://git.example.com/shop.git'),
    right: application(PLAIN) + project('https://git.example.com/shop.git'),
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.project = 'warehouse';
      });
    },
  },
  'argo-cd/admitting-projects': {
    wrong: application(PLAIN) + project('https://git.example.com/other.git'),
    right: application(PLAIN) + project('https://git.example.com/*'),
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ReplicationController',
        metadata: { name: 'order-service-old', namespace: 'wms-platform' },
      });
    },
  },
  'argo-cd/closed-projects': {
    wrong: application(PLAIN, '', 'default'),
    right: application(PLAIN),
    mutate: (bundle) => {
      bundle.edit('AppProject', 'wms', ({ spec }) => {
        spec.sourceRepos.push('*');
      });
    },
  },
  'argo-cd/existing-paths': {
    path: 'deploy/shop/all.yaml',
    wrong: `${application(PLAIN)}---${application('path: deploy/shpo, targetRevision: main')}`,
    right: `${application(PLAIN)}---${application('path: charts/nginx, targetRevision: main')}`,
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.source.path = 'dist/prod/warehouse';
      });
    },
  },
  'argo-cd/one-holder': {
    path: 'deploy/shop/all.yaml',
    wrong: `${application(PLAIN)}---${application(PLAIN).replace('name: shop,', 'name: shop-copy,')}`,
    right: `${application(PLAIN)}---${application(PLAIN.replace('shop', 'web')).replace('name: shop,', 'name: web,')}`,
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ apiVersion, kind, metadata, spec }) => {
        bundle.add('argocd/wms', { apiVersion, kind, metadata: { ...metadata, name: 'warehouse' }, spec });
      });
    },
  },
  'argo-cd/no-skipped-files': {
    path: 'deploy/shop/all.yaml',
    wrong: `${application(PLAIN)}# not with +argocd:skip-file-rendering`,
    right: application(PLAIN),
    mutate: (bundle) => {
      bundle.rewrite('wms/order-service.yaml', (text) => `# +argocd:skip-file-rendering\n${text}`);
    },
  },
  'argo-cd/careful-sync': {
    wrong: application(PLAIN, 'syncPolicy: { automated: { prune: true, allowEmpty: true } }'),
    right: application(PLAIN, 'syncPolicy: { automated: { prune: true }, retry: { limit: 5 } }'),
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.syncPolicy.retry.limit = -1;
      });
    },
  },
  'argo-cd/kept-defaults': {
    path: 'deploy/shop/all.yaml',
    wrong: application(PLAIN, 'syncPolicy: { automated: { prune: true, selfHeal: false } }'),
    right: application(PLAIN, 'syncPolicy: { automated: { prune: true, enabled: false } }'),
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.syncPolicy.automated.allowEmpty = false;
      });
    },
  },
  'argo-cd/chosen-revisions': {
    wrong: application('path: deploy/shop, targetRevision: HEAD'),
    right: application(PLAIN),
    mutate: (bundle) => {
      bundle.edit('Application', 'cert-manager', ({ spec }) => {
        spec.source.targetRevision = '1.x';
      });
    },
  },
  'argo-cd/fitting-objects': {
    path: 'deploy/shop/all.yaml',
    wrong: application(PLAIN) + LARGE,
    right: application(PLAIN, 'syncPolicy: { syncOptions: [ServerSideApply=true] }') + LARGE,
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.syncPolicy.syncOptions.shift();
      });
      bundle.edit('ConfigMap', 'wms/platform-config', ({ data }) => {
        data.NOTES = 'a'.repeat(300_000);
      });
    },
  },
};

import { argoApplicationCases } from './argo-cd-applications';
import { RuleCase } from './rule-case';

const WAVE = 'argocd.argoproj.io/sync-wave';

/** One Deployment that runs one container, with lines of the container's. */
const deployment = (container: string, pod = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }${pod} }
    spec:
      containers:
        - name: api
          image: example.com/api:1.0.0
${container}
`;

const job = (annotations: string, spec: string) => `
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, namespace: shop, annotations: { ${annotations} } }
spec:
  ${spec}
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: migrate, image: example.com/migrate:1.0.0 }]
`;

export const argoCdCases: Readonly<Record<string, RuleCase>> = {
  ...argoApplicationCases,
  'argo-cd/no-forward-references': {
    wrong: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      serviceAccountName: api
      containers: [{ name: api, image: example.com/api:1.0.0 }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
`,
    right: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      serviceAccountName: api
      containers: [{ name: api, image: example.com/api:1.0.0 }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.edit('ServiceAccount', 'order-service', ({ metadata }) => {
        metadata.annotations = { ...metadata.annotations, [WAVE]: '99' };
      });
    },
  },
  'argo-cd/integer-waves': {
    wrong: job("argocd.argoproj.io/sync-wave: 'first'", ''),
    right: job("argocd.argoproj.io/sync-wave: '-1'", ''),
    mutate: (bundle) => {
      bundle.edit('PodDisruptionBudget', 'order-service', ({ metadata }) => {
        metadata.annotations[WAVE] = '1.5';
      });
    },
  },
  'argo-cd/known-hooks': {
    wrong: job('argocd.argoproj.io/hook: Presync', ''),
    right: job("argocd.argoproj.io/hook: 'PreSync,PostSync', argocd.argoproj.io/hook-delete-policy: HookSucceeded", ''),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'wms/platform-config', ({ metadata }) => {
        metadata.annotations['argocd.argoproj.io/hook-delete-policy'] = 'BeforeCreation';
      });
    },
  },
  'argo-cd/known-sync-options': {
    wrong: job('argocd.argoproj.io/sync-options: Prune=no', ''),
    right: job("argocd.argoproj.io/sync-options: 'Prune=confirm, Delete=false'", ''),
    mutate: (bundle) => {
      bundle.edit('Application', 'wms', ({ spec }) => {
        spec.syncPolicy.syncOptions.push('PruneLst=true');
      });
    },
  },
  'argo-cd/agreeing-sync-options': {
    wrong: job("argocd.argoproj.io/sync-options: 'Replace=true,ServerSideApply=true'", ''),
    right: job("argocd.argoproj.io/sync-options: 'Replace=true,Force=true'", ''),
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'mongodb', ({ metadata }) => {
        metadata.annotations['argocd.argoproj.io/sync-options'] = 'Force=true';
      });
    },
  },
  'argo-cd/lasting-hooks': {
    wrong: job('argocd.argoproj.io/hook: Sync', 'ttlSecondsAfterFinished: 60'),
    right: job('argocd.argoproj.io/hook: Sync', 'ttlSecondsAfterFinished: 3600'),
    mutate: (bundle) => {
      bundle.edit('Job', 'wms/kafka-topics-*', ({ metadata, spec }) => {
        metadata.annotations['argocd.argoproj.io/hook'] = 'Sync';
        spec.ttlSecondsAfterFinished = 0;
      });
    },
  },
  'argo-cd/canonical-values': {
    wrong: deployment('          resources: { requests: { cpu: 1000m, memory: 1024Mi } }'),
    right: deployment("          resources: { requests: { cpu: '1', memory: 1Gi } }"),
    mutate: (bundle) => {
      bundle.edit('ExternalSecret', 'mongodb-backup-storage', ({ spec }) => {
        spec.refreshInterval = '1h';
      });
    },
  },
  'argo-cd/unique-merge-keys': {
    wrong: deployment('          ports: [{ name: a, containerPort: 53 }, { name: b, containerPort: 53 }]'),
    right: deployment('          ports: [{ containerPort: 53, protocol: UDP }, { containerPort: 53, protocol: TCP }]'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const [container] = spec.template.spec.containers;
        container.ports.push({ ...container.ports[0], name: 'again' });
      });
    },
  },
  'argo-cd/whole-claim-templates': {
    wrong: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cache, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
spec:
  serviceName: cache
  selector: { matchLabels: { app: cache } }
  template:
    metadata: { labels: { app: cache } }
    spec: { containers: [{ name: cache, image: 'example.com/cache:1.0.0' }] }
  volumeClaimTemplates: [{ metadata: { name: data } }]
`,
    right: `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cache, namespace: shop, annotations: { argocd.argoproj.io/sync-wave: '1' } }
spec:
  serviceName: cache
  selector: { matchLabels: { app: cache } }
  template:
    metadata: { labels: { app: cache } }
    spec: { containers: [{ name: cache, image: 'example.com/cache:1.0.0' }] }
  volumeClaimTemplates: [{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data } }]
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'prometheus', ({ spec }) => {
        delete spec.volumeClaimTemplates[0].kind;
      });
    },
  },
  'argo-cd/rolling-configuration': {
    wrong: `${deployment('          envFrom: [{ configMapRef: { name: settings } }]')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { COLOUR: red }
`,
    right: `${deployment('          envFrom: [{ configMapRef: { name: settings } }]', ', annotations: { checksum/settings: a1b2 }')}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { COLOUR: red }
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.metadata.annotations = {};
      });
    },
  },
};

import { deployment, container, settings, podOf, containerOf } from './references-text';
import { RuleCase } from './rule-case';

export const referencesCases: Readonly<Record<string, RuleCase>> = {
  'references/config-exists': {
    wrong: deployment(container('envFrom: [{ configMapRef: { name: settings } }]')),
    right: deployment(container('envFrom: [{ configMapRef: { name: settings } }]')) + settings,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).envFrom.push({ configMapRef: { name: 'seasons' } });
      });
    },
  },
  'references/secret-exists': {
    wrong: deployment('{ imagePullSecrets: [{ name: registry }], containers: [{ name: api }] }'),
    right: `${deployment('{ imagePullSecrets: [{ name: registry }], containers: [{ name: api }] }')}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: registry-credentials, namespace: shop }
spec: { target: { name: registry }, data: [{ secretKey: .dockerconfigjson, remoteRef: { key: registry } }] }
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).env.push({ name: 'A', valueFrom: { secretKeyRef: { name: 'payments', key: 'a' } } });
      });
    },
  },
  'references/key-exists': {
    wrong:
      deployment(container('env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: SHAPE } } }]')) +
      settings,
    right:
      deployment(container('env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: COLOUR } } }]')) +
      settings,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).env[0].valueFrom.secretKeyRef.key = 'url';
      });
    },
  },
  'references/service-account-exists': {
    wrong: deployment('{ serviceAccountName: api, containers: [{ name: api }] }'),
    right: deployment('{ serviceAccountName: default, containers: [{ name: api }] }'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        podOf(object).serviceAccountName = 'orders';
      });
    },
  },
  'references/claim-exists': {
    wrong: deployment(`
      containers: [{ name: api, volumeMounts: [{ name: data, mountPath: /data }] }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]`),
    right: `${deployment(`
      containers: [{ name: api, volumeMounts: [{ name: data, mountPath: /data }] }]
      volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]`)}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 1Gi } } }
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        podOf(object).volumes = [{ name: 'orders', persistentVolumeClaim: { claimName: 'orders' } }];
        containerOf(object).volumeMounts = [{ name: 'orders', mountPath: '/orders' }];
      });
    },
  },
  'references/role-exists': {
    wrong: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: api, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`,
    right: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: api, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects: [{ kind: ServiceAccount, name: default, namespace: shop }]
`,
    mutate: (bundle) => {
      bundle.edit('ClusterRoleBinding', 'observability-kube-state-metrics', ({ roleRef }) => {
        roleRef.name = 'state-metrics';
      });
    },
  },
  'references/scale-target-exists': {
    wrong: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api } }
`,
    right: `${deployment('{ containers: [{ name: api }] }')}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: api, namespace: shop }
spec: { minReplicas: 2, maxReplicas: 4, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api } }
`,
    mutate: (bundle) => {
      bundle.edit('HorizontalPodAutoscaler', 'order-service', ({ spec }) => {
        spec.scaleTargetRef.name = 'orders';
      });
    },
  },
  'references/class-exists': {
    wrong: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: fast, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
    right: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`,
    facts: { provided: ['StorageClass gp*'] },
    mutate: (bundle) => {
      bundle.edit('Ingress', 'order-service', ({ spec }) => {
        spec.ingressClassName = 'haproxy';
      });
    },
  },
  'references/namespace-exists': {
    wrong: `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shops }
`,
    right: `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: api, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'visitor', namespace: 'warehouse' },
        automountServiceAccountToken: false,
      });
    },
    also: ['argo-cd/admitting-projects'],
  },
};

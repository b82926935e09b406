import { Editable, RuleCase } from './rule-case';

/** A Deployment `api` in the namespace `shop`, with these lines for its pod. */
const deployment = (spec: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: ${spec}
`;

const container = (fields: string) => `{ containers: [{ name: api, image: example.com/api:1.0.0, ${fields} }] }`;

const settings = `
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { COLOUR: red }
`;

const podOf = (object: Editable): Editable => object.spec.template.spec;
const containerOf = (object: Editable): Editable => podOf(object).containers[0];

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
  'references/mount-declared': {
    wrong: deployment(container('volumeMounts: [{ name: tmp, mountPath: /tmp }]')),
    right: deployment(`
      containers: [{ name: api, volumeMounts: [{ name: tmp, mountPath: /tmp }] }]
      volumes: [{ name: tmp, emptyDir: {} }]`),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).volumeMounts = [{ name: 'tmp', mountPath: '/tmp' }];
      });
    },
  },
  'references/volume-mounted': {
    wrong: deployment('{ containers: [{ name: api }], volumes: [{ name: tmp, emptyDir: {} }] }'),
    right: deployment(`
      containers: [{ name: api, volumeMounts: [{ name: tmp, mountPath: /tmp }] }]
      volumes: [{ name: tmp, emptyDir: {} }]`),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        podOf(object).volumes = [{ name: 'tmp', emptyDir: { sizeLimit: '16Mi' } }];
      });
    },
  },
  'references/unique-variables': {
    wrong: deployment(container('env: [{ name: PORT, value: "1" }, { name: PORT, value: "2" }]')),
    right: deployment(container('env: [{ name: PORT, value: "1" }, { name: PORTS, value: "2" }]')),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).env.push(containerOf(object).env[0]);
      });
    },
  },
  'references/variable-defined': {
    wrong: deployment(container('env: [{ name: A, value: $(B) }, { name: B, value: b }]')),
    right: deployment(container('env: [{ name: B, value: b }, { name: A, value: $(B) }]')),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', (object) => {
        containerOf(object).env.push({ name: 'GREETING', value: 'hello $(GUEST)' });
      });
    },
  },
  'references/placeholder-defined': {
    wrong: `${deployment(`
      containers: [{ name: api, volumeMounts: [{ name: config, mountPath: /etc/api }] }]
      volumes: [{ name: config, configMap: { name: config } }]`)}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { api.yaml: 'password: \${PASSWORD}' }
`,
    right: `${deployment(`
      containers: [{ name: api, volumeMounts: [{ name: config, mountPath: /etc/api }] }]
      volumes: [{ name: config, configMap: { name: config } }]`)}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: shop }
data: { api.yaml: 'level: \${LEVEL:info}' }
`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'loki', ({ data }) => {
        data['config.yaml'] += '# end\nextra: ${NOT_SET}\n';
      });
    },
  },
  'references/config-used': {
    wrong: deployment('{ containers: [{ name: api }] }') + settings,
    right: deployment(container('envFrom: [{ configMapRef: { name: settings } }]')) + settings,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'forgotten', namespace: 'wms-platform' },
        data: { COLOUR: 'red' },
      });
    },
  },
  'references/key-used': {
    wrong: `${deployment(container('env: [{ name: A, valueFrom: { configMapKeyRef: { name: x, key: USED } } }]'))}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: x, namespace: shop }
data: { USED: a, FORGOTTEN: b }
`,
    right: `${deployment(container('envFrom: [{ configMapRef: { name: x } }]'))}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: x, namespace: shop }
data: { USED: a, FORGOTTEN: b }
`,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'colours', namespace: 'wms-platform' },
        data: { FRONT: 'red', BACK: 'blue' },
      });
      bundle.edit('Deployment', 'order-service', (object) => {
        const configMapKeyRef = { name: 'colours', key: 'FRONT' };
        containerOf(object).env.push({ name: 'COLOUR', valueFrom: { configMapKeyRef } });
      });
    },
  },
};

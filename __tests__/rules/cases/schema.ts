import { RuleCase } from './rule-case';

export const schemaCases: Readonly<Record<string, RuleCase>> = {
  'schema/unknown-kind': {
    wrong: `
apiVersion: v1
kind: Deployment
metadata: { name: api, namespace: shop }
`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.add('cluster/priority-classes', {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClasses',
        metadata: { name: 'spare' },
      });
    },
    also: ['argo-cd/admitting-projects'],
  },
  'schema/removed-api': {
    wrong: `
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: { name: api, namespace: shop }
`,
    right: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: api, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.edit('PodDisruptionBudget', 'wms/kafka-broker', (object) => {
        object.apiVersion = 'policy/v1beta1';
      });
    },
  },
  'schema/deprecated-api': {
    wrong: `
apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: FlowSchema
metadata: { name: api }
spec:
  priorityLevelConfiguration: { name: exempt }
`,
    right: `
apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata: { name: api }
spec:
  priorityLevelConfiguration: { name: exempt }
`,
    mutate: (bundle) => {
      bundle.add('wms/kafka', { apiVersion: 'v1', kind: 'ComponentStatus', metadata: { name: 'scheduler' } });
    },
    facts: { kubernetes: '1.31' },
    also: ['argo-cd/admitting-projects'],
  },
  'schema/unknown-field': {
    wrong: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers: [{ name: api, image: shop/api:1, comand: [serve] }]
`,
    right: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers: [{ name: api, image: shop/api:1, command: [serve] }]
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => {
        spec.replica = 3;
      });
    },
  },
  'schema/field-choice': {
    wrong: `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: store, namespace: shop }
spec: { provider: { aws: { service: SecretsManager, region: eu-central-1 }, fake: { data: [] } } }
`,
    right: `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: store, namespace: shop }
spec: { provider: { aws: { service: SecretsManager, region: eu-central-1 } } }
`,
    mutate: (bundle) => {
      bundle.edit('ClusterSecretStore', 'platform-secrets', ({ spec }) => {
        spec.provider.fake = { data: [] };
      });
    },
  },
  'schema/wrong-level': {
    wrong: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  securityContext: { readOnlyRootFilesystem: true }
  containers: [{ name: api, image: shop/api:1 }]
`,
    right: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers: [{ name: api, image: shop/api:1, securityContext: { readOnlyRootFilesystem: true } }]
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => {
        spec.template.spec.securityContext.allowPrivilegeEscalation = false;
      });
    },
  },
  'schema/missing-field': {
    wrong: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec:
  rules: [{ http: { paths: [{ path: /, backend: { service: { name: api, port: { number: 80 } } } }] } }]
`,
    right: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec:
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }]
`,
    mutate: (bundle) => {
      bundle.add('cluster/storage-class', {
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: 'sandbox' },
      });
    },
  },
};

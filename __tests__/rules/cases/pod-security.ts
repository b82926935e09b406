import { RuleCase } from './rule-case';

export const podSecurityCases: Readonly<Record<string, RuleCase>> = {
  'pod-security/no-secrets': {
    also: ['argo-cd/admitting-projects'],
    wrong: `
apiVersion: v1
kind: Secret
metadata: { name: database, namespace: shop }
data: { user: YXBp }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: database, namespace: shop }
data: { user: api }
`,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'order-service-signing', namespace: 'wms-platform' },
        type: 'Opaque',
      });
    },
  },
  'pod-security/no-secret-values': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: database, namespace: shop }
data: { uri: 'mongodb://api:hunter2@mongodb/shop' }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: database, namespace: shop }
data: { uri: 'mongodb://mongodb/shop' }
`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'platform-config', ({ data }) => {
        data.API_KEY = 'abcdef';
      });
    },
  },
};

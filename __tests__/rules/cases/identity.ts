import { RuleCase } from './rule-case';

export const identityCases: Readonly<Record<string, RuleCase>> = {
  'identity/unique-objects': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { colour: red }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: other }
`,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'platform-config', namespace: 'wms-platform' },
      });
    },
  },
  'identity/valid-names': {
    wrong: `
apiVersion: v1
kind: Service
metadata: { name: 9lives, namespace: shop }
`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: nine-lives, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'Orders', namespace: 'wms-platform' },
        automountServiceAccountToken: false,
      });
    },
  },
};

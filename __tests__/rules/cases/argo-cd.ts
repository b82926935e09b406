import { RuleCase } from './rule-case';

export const argoCdCases: Readonly<Record<string, RuleCase>> = {
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
        metadata.annotations = { ...metadata.annotations, 'argocd.argoproj.io/sync-wave': '99' };
      });
    },
  },
};

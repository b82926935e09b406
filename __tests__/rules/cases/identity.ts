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
  'identity/own-pods': {
    wrong: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: shop } }
  template:
    metadata: { labels: { app: shop, part: api } }
    spec: { containers: [{ name: api, image: shop/api:1 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker, namespace: shop }
spec:
  selector: { matchLabels: { app: shop, part: worker } }
  template:
    metadata: { labels: { app: shop, part: worker } }
    spec: { containers: [{ name: worker, image: shop/worker:1 }] }
`,
    right: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: shop, part: api } }
  template:
    metadata: { labels: { app: shop, part: api } }
    spec: { containers: [{ name: api, image: shop/api:1 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: worker, namespace: shop }
spec:
  selector: { matchLabels: { app: shop, part: worker } }
  template:
    metadata: { labels: { app: shop, part: worker } }
    spec: { containers: [{ name: worker, image: shop/worker:1 }] }
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const values = ['inventory-service', 'order-service'];
        spec.selector = { matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values }] };
      });
    },
  },
  'identity/one-workload-per-service': {
    wrong: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { release: shop }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { release: shop, app: web } }
spec: { containers: [{ name: web, image: shop/web:1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: cache, namespace: shop, labels: { release: shop, app: cache } }
spec: { containers: [{ name: cache, image: shop/cache:1 }] }
`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { release: shop, app: web }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, labels: { release: shop, app: web } }
spec: { containers: [{ name: web, image: shop/web:1 }] }
---
apiVersion: v1
kind: Pod
metadata: { name: cache, namespace: shop, labels: { release: shop, app: cache } }
spec: { containers: [{ name: cache, image: shop/cache:1 }] }
`,
    mutate: (bundle) => {
      for (const name of ['inventory-service', 'order-service']) {
        bundle.edit('Deployment', name, ({ spec }) => {
          spec.template.metadata.labels['example.com/tier'] = 'core';
        });
      }
      bundle.edit('Service', 'order-service', ({ spec }) => {
        spec.selector = { 'example.com/tier': 'core' };
      });
    },
  },
  'identity/distinct-files': {
    wrong: `
# file: shop/api.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: api, namespace: shop }
# file: shop/API.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
`,
    right: `
# file: shop/api.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: api, namespace: shop }
# file: shop/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.addFile('cluster/Storage-Class.yaml', '# nothing yet\n');
    },
  },
};

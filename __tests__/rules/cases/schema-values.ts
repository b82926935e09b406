import { RuleCase } from './rule-case';

export const schemaValueCases: Readonly<Record<string, RuleCase>> = {
  'schema/wrong-type': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { RETRIES: 5 }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { RETRIES: "5" }
`,
    mutate: (bundle) => {
      bundle.add('cluster/storage-class', {
        apiVersion: 'node.k8s.io/v1',
        kind: 'RuntimeClass',
        metadata: { name: 'sandbox' },
        handler: 5,
      });
    },
  },
  'schema/enum-value': {
    wrong: `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { type: Clusterip, ports: [{ port: 80 }] }
`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { type: ClusterIP, ports: [{ port: 80 }] }
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => {
        spec.podManagementPolicy = 'parallel';
      });
    },
  },
  'schema/quantity': {
    wrong: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers: [{ name: api, image: shop/api:1, resources: { limits: { memory: 512MB } } }]
`,
    right: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  containers: [{ name: api, image: shop/api:1, resources: { limits: { memory: 512M } } }]
`,
    mutate: (bundle) => {
      bundle.add('wms/kafka', {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'claims', namespace: 'wms-platform' },
        spec: { hard: { 'requests.storage': '10 Gi' } },
      });
    },
  },
  'schema/value-range': {
    wrong: `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { ports: [{ port: 80808 }] }
`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { ports: [{ port: 8080 }] }
`,
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => {
        spec.minReadySeconds = -1;
      });
    },
  },
  'schema/label-syntax': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop, labels: { team: "Warehouse & Logistics" } }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop, labels: { team: Warehouse-Logistics } }
`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'wms/platform-config', ({ metadata }) => {
        metadata.annotations = { 'a/b/c': 'x' };
      });
    },
  },
};

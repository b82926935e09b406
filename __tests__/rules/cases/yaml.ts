import { RuleCase } from './rule-case';

/** Appends an object that nothing else has to do with, as text. */
function addRuntimeClass(lines: string): RuleCase['mutate'] {
  return (bundle) => {
    bundle.rewrite(
      'cluster/storage-class.yaml',
      (text) => `${text}---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\n${lines}\n`,
    );
  };
}

export const yamlCases: Readonly<Record<string, RuleCase>> = {
  'yaml/readable': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata:
\tname: settings
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`,
    mutate: addRuntimeClass('metadata:\n\tname: sandbox\nhandler: runc'),
  },
  'yaml/unique-keys': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
  colour: red
  size: large
  colour: blue
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
  colour: red
  size: large
`,
    mutate: addRuntimeClass('metadata:\n  name: sandbox\nhandler: runc\nhandler: runsc'),
  },
  'yaml/one-object': {
    wrong: `
replicaCount: 3
image: { repository: shop/api }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
`,
    mutate: addRuntimeClass('handler: runc'),
  },
  'yaml/quoted-text': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
  MODE: 0o14
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
  MODE: "0o14"
`,
    mutate: addRuntimeClass('metadata:\n  name: sandbox\nhandler: 1234e56'),
    also: ['schema/wrong-type'],
  },
  'yaml/agreed-values': {
    wrong: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  hostNetwork: no
  containers: [{ name: api, image: shop/api:1 }]
`,
    right: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  hostNetwork: false
  containers: [{ name: api, image: shop/api:1 }]
`,
    mutate: addRuntimeClass('metadata:\n  name: sandbox\n  annotations:\n    reviewed: 2027-01-31\nhandler: runc'),
    also: ['argo-cd/admitting-projects'],
  },
  'yaml/no-aliases': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: &name settings, namespace: shop, labels: { app: *name } }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop, labels: { app: settings } }
`,
    mutate: addRuntimeClass('metadata:\n  name: &name sandbox\nhandler: *name'),
    also: ['argo-cd/admitting-projects'],
  },
  'yaml/plain-files': {
    wrong: '\ufeffapiVersion: v1\r\nkind: ConfigMap\r\nmetadata: { name: settings }\r\n',
    right: 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n',
    mutate: (bundle) => {
      bundle.rewrite('cluster/storage-class.yaml', (text) => text.replaceAll('\n', '\r\n'));
    },
  },
  'yaml/printable-text': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { colour: "red\\u202E" }
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data: { colour: "red" }
`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'wms/platform-config', ({ data }) => {
        data.NOTE = 'a\u2028b';
      });
    },
  },
  'yaml/whole-values': {
    wrong: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  activeDeadlineSeconds: 9007199254740993
  containers: [{ name: api, image: shop/api:1 }]
`,
    right: `
apiVersion: v1
kind: Pod
metadata: { name: api, namespace: shop }
spec:
  activeDeadlineSeconds: 900
  containers: [{ name: api, image: shop/api:1 }]
`,
    mutate: addRuntimeClass(
      'metadata:\n  name: sandbox\nhandler: runc\noverhead:\n  podFixed:\n    memory: 9007199254740993',
    ),
    also: ['argo-cd/admitting-projects'],
  },
  'yaml/no-nulls': {
    wrong: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
data:
`,
    right: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: shop }
`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'wms/platform-config', (object) => {
        object.immutable = null;
      });
    },
  },
};

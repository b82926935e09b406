import { RuleCase } from './rule-case';

export const yamlCases: Readonly<Record<string, RuleCase>> = {
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
      bundle.edit('ConfigMap', 'platform-config', ({ data }) => {
        data.NOTE = 'a\u2028b';
      });
    },
  },
  'yaml/whole-values': {
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
      bundle.edit('ConfigMap', 'platform-config', (object) => {
        object.immutable = null;
      });
    },
  },
};

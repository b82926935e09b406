import { deployment, container, settings, podOf, containerOf } from './references-text';
import { RuleCase } from './rule-case';

export const podReferenceCases: Readonly<Record<string, RuleCase>> = {
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

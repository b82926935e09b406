import { podSecurityLevelCases } from './pod-security-levels';
import { containerText, editContainer, editPod, podText } from './pod-text';
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
        metadata: { name: 'mongodb-credentials', namespace: 'wms-platform' },
        type: 'Opaque',
        data: { uri: 'YQ==' },
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
      bundle.edit('ConfigMap', 'wms/platform-config', ({ data }) => {
        data.API_KEY = 'abcdef';
      });
    },
  },
  'pod-security/no-secret-arguments': {
    wrong: containerText('args: [--database-password=hunter2]'),
    right: containerText('args: [--database-password=$(DATABASE_PASSWORD)]'),
    mutate: (bundle) => editContainer(bundle, (container) => (container.args = ['--api-key', 'a1b2c3d4'])),
  },
  'pod-security/read-only-root': {
    wrong: containerText('securityContext: { readOnlyRootFilesystem: false }'),
    right: containerText('securityContext: { readOnlyRootFilesystem: true }'),
    mutate: (bundle) => editContainer(bundle, ({ securityContext }) => delete securityContext.readOnlyRootFilesystem),
  },
  'pod-security/numeric-user': {
    wrong: podText('securityContext: { runAsNonRoot: true }'),
    right: podText('securityContext: { runAsNonRoot: true, runAsUser: 1000 }'),
    mutate: (bundle) => editPod(bundle, ({ securityContext }) => delete securityContext.runAsUser),
  },
  'pod-security/token-mounts': {
    wrong: podText(''),
    right: podText('automountServiceAccountToken: false'),
    mutate: (bundle) => editPod(bundle, (spec) => (spec.automountServiceAccountToken = true)),
  },
  'pod-security/service-links': {
    wrong: `
apiVersion: v1
kind: Service
metadata: { name: kafka, namespace: shop }
spec: { ports: [{ port: 9092 }] }
---${podText('', 'image: apache/kafka:4.1.0')}`,
    right: `
apiVersion: v1
kind: Service
metadata: { name: kafka, namespace: shop }
spec: { ports: [{ port: 9092 }] }
---${podText('enableServiceLinks: false', 'image: apache/kafka:4.1.0')}`,
    mutate: (bundle) =>
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => delete spec.template.spec.enableServiceLinks),
  },
  'pod-security/no-ssh': {
    wrong: containerText('ports: [{ containerPort: 22 }]'),
    right: containerText('ports: [{ containerPort: 2222 }]'),
    mutate: (bundle) => editContainer(bundle, ({ ports }) => ports.push({ containerPort: 22, protocol: 'TCP' })),
  },
  'pod-security/no-host-aliases': {
    wrong: podText('hostAliases: [{ ip: 10.0.0.1, hostnames: [database] }]'),
    right: podText(''),
    mutate: (bundle) => editPod(bundle, (spec) => (spec.hostAliases = [{ ip: '10.0.0.1', hostnames: ['old'] }])),
  },
  'pod-security/image-tags': {
    wrong: podText('', 'image: example.com:5000/api'),
    right: podText('', 'image: example.com:5000/api:1.0.0'),
    mutate: (bundle) =>
      editContainer(bundle, (container) => {
        container.image = 'registry.example.com/wms-platform/order-service:latest';
        container.imagePullPolicy = 'Always';
      }),
  },
  'pod-security/pull-policy': {
    wrong: podText('', 'image: "example.com/api:latest", imagePullPolicy: IfNotPresent'),
    right: podText('', 'image: "example.com/api:latest", imagePullPolicy: Always'),
    mutate: (bundle) => editContainer(bundle, (container) => (container.imagePullPolicy = 'Never')),
  },
  'pod-security/image-gone': {
    wrong: podText('', 'image: "bitnami/redis:7.2"'),
    right: podText('', 'image: "redis:7.2"'),
    mutate: (bundle) => editContainer(bundle, (container) => (container.image = 'docker.io/bitnami/mongodb:7.0.5')),
  },
  'pod-security/image-frozen': {
    wrong: podText('', 'image: "k8s.gcr.io/pause:3.5"'),
    right: podText('', 'image: "registry.k8s.io/pause:3.9"'),
    mutate: (bundle) => editContainer(bundle, (container) => (container.image = 'bitnamilegacy/mongodb:7.0.5')),
  },
  'pod-security/requests': {
    wrong: containerText('resources: { requests: { memory: 1Gi } }'),
    right: containerText('resources: { requests: { memory: 1Gi, cpu: 100m } }'),
    mutate: (bundle) => {
      bundle.remove('LimitRange', 'wms-platform');
      editContainer(bundle, ({ resources }) => {
        delete resources.requests.cpu;
        delete resources.limits.cpu;
      });
    },
    also: ['availability/autoscaler-requests'],
  },
  'pod-security/memory-limits': {
    wrong: containerText('resources: { limits: { cpu: 1 } }'),
    right: containerText('resources: { limits: { memory: 1Gi } }'),
    mutate: (bundle) => {
      bundle.remove('LimitRange', 'wms-platform');
      editContainer(bundle, ({ resources }) => delete resources.limits.memory);
    },
  },
  'pod-security/sized-scratch': {
    wrong: podText('volumes: [{ name: tmp, emptyDir: {} }]'),
    right: podText('volumes: [{ name: tmp, emptyDir: { sizeLimit: 64Mi } }]'),
    mutate: (bundle) =>
      bundle.edit('StatefulSet', 'wms/kafka-broker', ({ spec }) => {
        spec.template.spec.volumes.find(({ name }: { name: string }) => name === 'tmp').emptyDir = {};
      }),
  },
  ...podSecurityLevelCases,
};

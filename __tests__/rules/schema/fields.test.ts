import { findingsIn, pod } from './schema-of';

test('a misspelled field is found, and the right one is named', () => {
  expect(findingsIn(pod('imagePullpolicy: Always\ncomand: [serve]'))).toEqual([
    "unknown-field spec.containers[0].imagePullpolicy: a Container must have fields of its schema only, got 'imagePullpolicy'; did you mean 'imagePullPolicy'?",
    "unknown-field spec.containers[0].comand: a Container must have fields of its schema only, got 'comand'; did you mean 'command'?",
  ]);
});

test('a field that exists nowhere is found without a guess', () => {
  expect(findingsIn(pod('flavour: vanilla'))).toEqual([
    "unknown-field spec.containers[0].flavour: a Container must have fields of its schema only, got 'flavour'",
  ]);
});

const level = (at: string, field: string, home: string, got: string) =>
  `wrong-level ${at}: the field '${field}' must stand in ${home}, got it in ${got}; move it to ${home}`;

test.each([
  [
    'a container setting in the security context of the pod',
    pod('', 'securityContext: { readOnlyRootFilesystem: true }'),
    level(
      'spec.securityContext.readOnlyRootFilesystem',
      'readOnlyRootFilesystem',
      'spec.containers[].securityContext.readOnlyRootFilesystem',
      'a PodSecurityContext',
    ),
  ],
  [
    'a probe of a container in the pod',
    pod('', 'livenessProbe: { tcpSocket: { port: 8080 } }'),
    level('spec.livenessProbe', 'livenessProbe', 'spec.containers[].livenessProbe', 'a PodSpec'),
  ],
  [
    'a field of the pod in a container',
    pod('serviceAccountName: api'),
    level('spec.containers[0].serviceAccountName', 'serviceAccountName', 'spec.serviceAccountName', 'a Container'),
  ],
  [
    'volumes of the pod in a container',
    pod('volumes: [{ name: tmp, emptyDir: {} }]'),
    level('spec.containers[0].volumes', 'volumes', 'spec.volumes', 'a Container'),
  ],
  [
    'runAsNonRoot right in the container',
    pod('runAsNonRoot: true'),
    level(
      'spec.containers[0].runAsNonRoot',
      'runAsNonRoot',
      'spec.containers[0].securityContext.runAsNonRoot',
      'a Container',
    ),
  ],
])('%s is said to be at the wrong level', (_, text, finding) => {
  expect(findingsIn(text)).toEqual([finding]);
});

test('a security context beside the metadata of a template is sent into the spec', () => {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }, securityContext: { runAsNonRoot: true } }
    spec: { containers: [{ name: api, image: shop/api:1 }] }
`;
  expect(findingsIn(text)).toEqual([
    level(
      'spec.template.metadata.securityContext',
      'securityContext',
      'spec.template.spec.securityContext',
      'an ObjectMeta',
    ),
  ]);
});

test('labels beside metadata are sent into it', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\nlabels: { app: a }\n';
  expect(findingsIn(text)).toEqual([level('labels', 'labels', 'metadata.labels', 'a ConfigMap')]);
});

test('a common word in the wrong place is not sent far away', () => {
  expect(findingsIn(pod('ports: [{ port: 8080, containerPort: 8080 }]'))).toEqual([
    "unknown-field spec.containers[0].ports[0].port: a ContainerPort must have fields of its schema only, got 'port'",
  ]);
});

test('a field that must be there is missed where it belongs', () => {
  const text = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec: { rules: [{ http: { paths: [{ backend: { service: { name: api, port: { number: 80 } } } }] } }] }
`;
  expect(findingsIn(text)).toEqual([
    "missing-field spec.rules[0].http.paths[0]: an HTTPIngressPath must have the field 'pathType', got none",
  ]);
});

test('a null counts as missing', () => {
  expect(findingsIn('apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: }\n')).toEqual([
    "missing-field spec: a PodSpec must have the field 'containers', got none",
  ]);
});

test.each([
  ['a StatefulSet without a Service', 'apps/v1', 'StatefulSet', '{ selector: {}, template: {} }'],
  ['a NetworkPolicy without a selector', 'networking.k8s.io/v1', 'NetworkPolicy', '{ policyTypes: [Ingress] }'],
])('%s is what the server takes', (_, apiVersion, kind, spec) => {
  const text = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n`;
  expect(findingsIn(text, { kubernetes: '1.28' })).toEqual([]);
});

test('what a controller wrote is not judged', () => {
  const text = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, creationTimestamp: null, managedFields: [{ manager: kubectl, fieldsV1: { 'f:spec': {} } }] }
spec: { selector: {}, template: {} }
status: { anything: [1, two] }
`;
  expect(findingsIn(text)).toEqual([]);
});

test('fields of a version between two tables are wrong only where both tables refuse them', () => {
  const sidecar = pod(
    '',
    'initContainers: [{ name: proxy, image: shop/proxy:1, restartPolicy: Always }]\nresources: { requests: { cpu: 1 } }',
  );
  expect(findingsIn(sidecar, { kubernetes: '1.28' })).toEqual([
    level('spec.resources', 'resources', 'spec.containers[].resources', 'a PodSpec'),
  ]);
  expect(findingsIn(sidecar, { kubernetes: '1.27' })).toEqual([
    expect.stringMatching(/^wrong-level spec\.initContainers\[0\]\.restartPolicy: /),
    level('spec.resources', 'resources', 'spec.containers[].resources', 'a PodSpec'),
  ]);
  expect(findingsIn(sidecar, { kubernetes: '1.30' })).toEqual([]);
  expect(findingsIn(pod('comand: []'), { kubernetes: '1.30' })).toHaveLength(1);
  expect(findingsIn(sidecar, { kubernetes: '1.36' })).toEqual([]);
});

import { findingsIn, pod } from './schema-of';

const configMap = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: ${data}\n`;
const deployment = (spec: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { selector: {}, template: {}, ${spec} }\n`;
const service = (spec: string) => `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: ${spec}\n`;

test.each([
  [configMap('{ A: 5 }'), 'wrong-type data.A: a value must be a string, got the number 5; quote it: "5"'],
  [configMap('{ A: true }'), 'wrong-type data.A: a value must be a string, got the boolean true; quote it: "true"'],
  [configMap('[a]'), "wrong-type data: a value must be a map, got a list; write 'name: value' without '- '"],
  [
    deployment('replicas: "3"'),
    "wrong-type spec.replicas: a value must be a whole number, got '3'; leave the quotes away: 3",
  ],
  [deployment('replicas: 1.5'), 'wrong-type spec.replicas: a value must be a whole number, got the number 1.5'],
  [
    deployment('paused: "true"'),
    "wrong-type spec.paused: a value must be true or false, got 'true'; leave the quotes away: true",
  ],
  [
    pod('env: { LEVEL: info }'),
    "wrong-type spec.containers[0].env: a value must be a list, got a map; begin each item with '- '",
  ],
  [pod('command: serve'), "wrong-type spec.containers[0].command: a value must be a list, got 'serve'"],
  [pod('args: [a, ]\nenv: [~]'), 'wrong-type spec.containers[0].env[0]: an item must be a map, got nothing'],
  [
    service('{ ports: [{ port: 80, targetPort: 1.5 }] }'),
    'wrong-type spec.ports[0].targetPort: a value must be a whole number or a string, got the number 1.5',
  ],
  [
    pod('resources: { limits: { cpu: true } }'),
    'wrong-type spec.containers[0].resources.limits.cpu: a value must be a quantity, got the boolean true',
  ],
])('the type of a value: %#', (text, finding) => {
  expect(findingsIn(text)).toEqual([finding]);
});

test.each([
  [
    pod('imagePullPolicy: always'),
    "enum-value spec.containers[0].imagePullPolicy: a value must be one of Always, Never, IfNotPresent, got 'always'; did you mean 'Always'?",
  ],
  [
    service('{ type: CLUSTERIP }'),
    "enum-value spec.type: a value must be one of ClusterIP, NodePort, LoadBalancer, ExternalName, got 'CLUSTERIP'; did you mean 'ClusterIP'?",
  ],
  [
    pod('ports: [{ containerPort: 80, protocol: HTTP }]'),
    "enum-value spec.containers[0].ports[0].protocol: a value must be one of TCP, UDP, SCTP, got 'HTTP'; did you mean 'TCP'?",
  ],
  [
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: { podSelector: {}, policyTypes: [ingress] }\n',
    "enum-value spec.policyTypes[0]: a value must be one of Ingress, Egress, got 'ingress'; did you mean 'Ingress'?",
  ],
])('a word of a few: %#', (text, finding) => {
  expect(findingsIn(text)).toEqual([finding]);
});

const memory = (amount: string) => pod(`resources: { limits: { memory: ${amount} } }`);

test.each([
  ['512MB', '; write 512M'],
  ['512 Mi', '; write 512Mi'],
  ['1GiB', '; write 1Gi'],
  ['"1,5Gi"', '; write 1.5Gi'],
  ['1K', '; write 1k'],
  ['lots', ''],
])('%s is no quantity', (amount, cure) => {
  const shown = amount.replaceAll('"', '');
  expect(findingsIn(memory(amount))).toEqual([
    `quantity spec.containers[0].resources.limits.memory: a quantity must be a number with a unit that Kubernetes knows (m, k, M, G, T, Ki, Mi, Gi, Ti), got '${shown}'${cure}`,
  ]);
});

test('an amount is not negative', () => {
  expect(findingsIn(memory('"-1Gi"'))).toEqual([
    "quantity spec.containers[0].resources.limits.memory: a quantity must not be negative, got '-1Gi'",
  ]);
});

test.each(['512Mi', '1', '0.5', '1.5Gi', '100m', '1e3', '1E6', '"1Ei"', '12E', '+5k', '.5', '5.', '0', '250u'])(
  '%s is a quantity',
  (amount) => {
    expect(findingsIn(memory(amount))).toEqual([]);
  },
);

test.each([
  [
    pod('ports: [{ containerPort: 0 }]'),
    'spec.containers[0].ports[0].containerPort: containerPort must be a port (1 to 65535), got 0',
  ],
  [
    pod('ports: [{ containerPort: 80, name: metrics-of-this-pod }]'),
    "spec.containers[0].ports[0].name: name must be the name of a port (at most 15 of a-z, 0-9 and -, with a letter), got 'metrics-of-this-pod'",
  ],
  [deployment('replicas: -1'), 'spec.replicas: replicas must not be negative, got -1'],
  [
    deployment('strategy: { rollingUpdate: { maxSurge: half } }'),
    "spec.strategy.rollingUpdate.maxSurge: maxSurge must be a whole number or a percentage like 25%, got 'half'",
  ],
  [
    pod('', 'volumes: [{ name: files, configMap: { name: files, defaultMode: 755 } }]'),
    'spec.volumes[0].configMap.defaultMode: defaultMode must be a file mode (0 to 0777), got 755; write it in octal with a leading 0, like 0440',
  ],
  [
    pod('', 'volumes: [{ name: My_Files, emptyDir: {} }]'),
    "spec.volumes[0].name: name must be a DNS label (a-z, 0-9, -, at most 63), got 'My_Files'",
  ],
  [
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { password: hunter2! }\n',
    'data.password: a value must be Base64, got 8 characters that are not; encode it, or write it to stringData',
  ],
])('what is out of range: %#', (text, finding) => {
  expect(findingsIn(text)).toEqual([`value-range ${finding}`]);
});

test.each([
  pod(
    'ports: [{ containerPort: 8080, name: http, hostPort: 0 }]\nlivenessProbe: { httpGet: { port: http }, timeoutSeconds: 0 }',
  ),
  deployment('replicas: 0, strategy: { rollingUpdate: { maxSurge: 25%, maxUnavailable: 0 } }'),
  pod('', 'volumes: [{ name: files, configMap: { name: files, defaultMode: 0440 } }]'),
  pod('imagePullPolicy: ""'),
  configMap('{ day: 2027-01-31 }'),
  'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { password: "aHVudGVyMg==", none: "" }\n',
  'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata:\n  cert: |\n    aHVudGVy\n    Mg==\n',
])('what is in range is not found: %#', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

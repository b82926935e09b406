import { keyExists } from '../../../lib/rules/references/keys';
import { placeholderDefined } from '../../../lib/rules/references/placeholders';
import { configUsed, keyUsed } from '../../../lib/rules/references/unused';
import { uniqueVariables, variableDefined } from '../../../lib/rules/references/variables';
import { mountDeclared, volumeMounted } from '../../../lib/rules/references/volumes';
import { judgeYaml, other, owner } from '../judge-yaml';

const pod = (container: string, rest = '') => owner(`{ containers: [{ name: c, ${container} }], ${rest} }`);
const settings = other('v1', 'ConfigMap', 'settings', 'data: { COLOUR: red, a.conf: x }');
const c = 'spec.template.spec.containers[0]';

test('a key is named with those that are there, and a near one is offered', () => {
  const text = pod('env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: COLOR } } }]') + settings;
  expect(judgeYaml(keyExists, text)).toEqual([
    `${c}.env[0].valueFrom.configMapKeyRef.key: key 'COLOR' of ConfigMap settings must exist, got COLOUR, a.conf`,
  ]);
});

test('a file that is mounted by itself is a key', () => {
  const mounted = (subPath: string) =>
    pod(
      `volumeMounts: [{ name: v, mountPath: /a.conf, subPath: ${subPath} }]`,
      'volumes: [{ name: v, configMap: { name: settings } }]',
    );
  expect(judgeYaml(keyExists, mounted('a.conf') + settings)).toEqual([]);
  expect(judgeYaml(keyExists, mounted('b.conf') + settings)).toEqual([
    `${c}.volumeMounts[0].subPath: key 'b.conf' of ConfigMap settings must exist, got COLOUR, a.conf`,
  ]);
});

test.each([
  ['a template', '{ target: { template: { data: { uri: x } } }, data: [{ secretKey: password }] }', 'uri', 'password'],
  ['what is fetched', '{ data: [{ secretKey: password }] }', 'password', 'uri'],
  ['a Certificate', '{ secretName: made }', 'tls.key', 'tls.pem'],
])('keys of a Secret are those of %s', (_, spec, present, absent) => {
  const kind = spec.includes('secretName') ? 'Certificate' : 'ExternalSecret';
  const made = other('example.com/v1', kind, 'made', `spec: ${spec}`);
  const reads = (key: string) => pod(`env: [{ name: A, valueFrom: { secretKeyRef: { name: made, key: ${key} } } }]`);
  expect(judgeYaml(keyExists, reads(present) + made)).toEqual([]);
  expect(judgeYaml(keyExists, reads(absent) + made)).toHaveLength(1);
});

test('keys that cannot be known are not judged', () => {
  const reads = pod('env: [{ name: A, valueFrom: { secretKeyRef: { name: made, key: x } } }]');
  const fetched = other('external-secrets.io/v1', 'ExternalSecret', 'made', 'spec: { dataFrom: [{ find: {} }] }');
  expect(judgeYaml(keyExists, reads + fetched)).toEqual([]);
  expect(judgeYaml(keyExists, reads + other('v1', 'Secret', 'made'))).toEqual([]);
  expect(judgeYaml(keyExists, reads)).toEqual([]);
});

test('a mount needs a volume or a claim template, and a volume a mount', () => {
  expect(judgeYaml(mountDeclared, pod('volumeMounts: [{ name: tmp, mountPath: /tmp }]'))).toEqual([
    `${c}.volumeMounts[0].name: volume 'tmp' that c mounts must be declared, got none`,
  ]);
  const devices = 'volumeClaimTemplates: [{ metadata: { name: disk } }]';
  const raw = '{ containers: [{ name: c, volumeDevices: [{ name: disk, devicePath: /dev/x }] }] }';
  expect(judgeYaml(mountDeclared, owner(raw, 'StatefulSet', devices))).toEqual([]);
  const volumes = 'volumes: [{ name: tmp, emptyDir: {} }]';
  expect(judgeYaml(volumeMounted, pod('', volumes))).toEqual([
    "spec.template.spec.volumes[0].name: volume 'tmp' must be mounted by a container, got no mount",
  ]);
  const init = 'initContainers: [{ name: i, volumeMounts: [{ name: tmp, mountPath: /tmp }] }]';
  expect(judgeYaml(volumeMounted, pod('', `${volumes}, ${init}`))).toEqual([]);
});

test('a variable stands once in a container, and may stand in another one', () => {
  const twice = pod(
    'env: [{ name: A, value: "1" }, { name: A, value: "2" }]',
    'initContainers: [{ name: i, env: [{ name: A }] }]',
  );
  expect(judgeYaml(uniqueVariables, twice)).toEqual([
    `${c}.env[1].name: variable A of c must be set once, got it at env[0] and env[1]`,
  ]);
});

test.each([
  ['is set earlier', 'env: [{ name: B, value: b }, { name: A, value: $(B) }]'],
  ['is escaped', 'env: [{ name: A, value: $$(B) }]'],
  ['is a command of a script', 'args: [sh, -c, echo $(date)]'],
  ['is one that Services give', 'args: [$(DB_SERVICE_HOST), $(KUBERNETES_PORT)]'],
  ['is of a ConfigMap', 'envFrom: [{ configMapRef: { name: settings } }], args: [$(COLOUR)]'],
  [
    'has the prefix of its ConfigMap',
    'envFrom: [{ prefix: X_, configMapRef: { name: settings } }], args: [$(X_COLOUR)]',
  ],
  ['may be of a Secret that nobody knows', 'envFrom: [{ secretRef: { name: unknown } }], args: [$(A)]'],
])('a variable in brackets is fine where it %s', (_, container) => {
  expect(judgeYaml(variableDefined, pod(container) + settings)).toEqual([]);
});

test('arguments may use every variable, and no other', () => {
  expect(judgeYaml(variableDefined, pod('args: [$(A)], env: [{ name: A, value: a }]'))).toEqual([]);
  expect(judgeYaml(variableDefined, pod('args: [--x=$(B)], env: [{ name: A, value: a }]'))).toEqual([
    `${c}.args[0]: $(B) of c must name a variable that is set before, got none of this name`,
  ]);
  expect(judgeYaml(variableDefined, pod('args: [$(DB_SERVICE_HOST)]', 'enableServiceLinks: false'))).toHaveLength(1);
});

const mounts = 'volumeMounts: [{ name: v, mountPath: /etc/v }]';
const volume = 'volumes: [{ name: v, configMap: { name: files } }]';
const files = (key: string, text: string) => other('v1', 'ConfigMap', 'files', `data: { ${key}: '${text}' }`);

test.each([
  ['a.yaml', 'x: ${SET}'],
  ['a.yaml', 'x: ${UNSET:-y}'],
  ['a.yaml', 'x: ${UNSET:y}'],
  ['a.yaml', 'x: $${UNSET}'],
  ['a.yaml', '# ${UNSET}'],
  ['a.yaml', 'x: ${HOSTNAME}'],
  ['a.properties', 'x=${app.name}'],
  ['a.sh', 'echo ${UNSET}'],
  ['a.json', '"${DS_PROMETHEUS}"'],
])('a placeholder in %s is fine: %s', (key, text) => {
  expect(judgeYaml(placeholderDefined, pod(`${mounts}, env: [{ name: SET }]`, volume) + files(key, text))).toEqual([]);
});

test('a placeholder that no container of the pod sets is found', () => {
  expect(judgeYaml(placeholderDefined, pod(mounts, volume) + files('a.conf', 'x ${env:UNSET}'))).toEqual([
    'data["a.conf"]: ${UNSET} must name a variable of api, got none of this name',
  ]);
});

test('a ConfigMap that nobody reads is found, and what makes a Secret for nobody', () => {
  const made = other('external-secrets.io/v1', 'ExternalSecret', 'x', 'spec: { target: { name: spare } }');
  expect(judgeYaml(configUsed, pod('') + settings + made)).toEqual([
    ': ConfigMap settings must be read by something, got no reader',
    ': Secret spare of ExternalSecret x must be read by something, got no reader',
  ]);
});

const bound = (resource: string, subject: string) =>
  other(
    'rbac.authorization.k8s.io/v1',
    'Role',
    'r',
    `rules: [{ apiGroups: [''], resources: [${resource}], verbs: [get] }]`,
  ) +
  other('rbac.authorization.k8s.io/v1', 'RoleBinding', 'r', `roleRef: { kind: Role, name: r }\nsubjects: [${subject}]`);

test.each([
  ['a program is told its name', pod('args: [--config=shop/settings]')],
  ['a custom resource names it', pod('') + other('example.com/v1', 'Thing', 't', 'spec: { from: { name: settings } }')],
  ['a program may read it through the API', pod('') + bound('configmaps', '{ kind: ServiceAccount, name: bot }')],
  ['others run the pods of its namespace', ''],
  ['somebody chooses it by a label', pod('') + other('v1', 'ConfigMap', 'x', '', "labels: { grafana_dashboard: '1' }")],
])('a ConfigMap may be read where %s', (_, objects) => {
  expect(judgeYaml(configUsed, objects + (objects.includes('grafana') ? '' : settings))).toEqual([]);
});

test('people who may read everything are no readers', () => {
  const people = bound('configmaps', '{ kind: Group, name: people }');
  expect(judgeYaml(configUsed, pod('') + people + settings)).toHaveLength(1);
});

test('keys are judged only where all readers name keys', () => {
  const key = 'env: [{ name: A, valueFrom: { configMapKeyRef: { name: settings, key: COLOUR } } }]';
  expect(judgeYaml(keyUsed, pod(key) + settings)).toEqual([
    'data["a.conf"]: key a.conf of ConfigMap settings must be read, got no reader',
  ]);
  expect(judgeYaml(keyUsed, pod(`${key}, envFrom: [{ configMapRef: { name: settings } }]`) + settings)).toEqual([]);
});

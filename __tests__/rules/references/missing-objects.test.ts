import {
  classExists,
  configExists,
  claimExists,
  roleExists,
  secretExists,
  serviceAccountExists,
} from '../../../lib/rules/references/missing-objects';
import { namespaceExists } from '../../../lib/rules/references/namespaces';
import { judgeYaml, other, owner } from '../judge-yaml';

const reader = owner('{ containers: [{ name: api, envFrom: [{ secretRef: { name: main-auth } }] }] }');
const missing =
  "spec.template.spec.containers[0].envFrom[0].secretRef.name: Secret 'main-auth' must exist, got none in namespace shop";

test('a Secret that nothing makes is said once for each reader', () => {
  expect(judgeYaml(secretExists, reader)).toEqual([missing]);
  const twice = '{ secretRef: { name: main-auth } }, { secretRef: { name: main-auth } }';
  expect(judgeYaml(secretExists, owner(`{ containers: [{ name: a, envFrom: [${twice}] }] }`))).toHaveLength(1);
});

test.each([
  ['a Secret', other('v1', 'Secret', 'main-auth')],
  ['an ExternalSecret of that name', other('external-secrets.io/v1', 'ExternalSecret', 'main-auth', 'spec: {}')],
  [
    'an ExternalSecret with that target',
    other('external-secrets.io/v1', 'ExternalSecret', 'x', 'spec: { target: { name: main-auth } }'),
  ],
  ['a Certificate', other('cert-manager.io/v1', 'Certificate', 'x', 'spec: { secretName: main-auth }')],
  [
    'an Ingress with an issuer',
    other(
      'networking.k8s.io/v1',
      'Ingress',
      'x',
      'spec: { tls: [{ secretName: main-auth }] }',
      'annotations: { cert-manager.io/issuer: ca }',
    ),
  ],
  ['a SealedSecret', other('bitnami.com/v1alpha1', 'SealedSecret', 'main-auth', 'spec: { encryptedData: { a: b } }')],
  ['an operator whose resource it is called after', other('postgresql.cnpg.io/v1', 'Cluster', 'main', 'spec: {}')],
  [
    'a program that is told its name',
    owner('{ containers: [{ name: webhook, args: [--tls-secret-name=main-auth] }] }', 'DaemonSet'),
  ],
  [
    'a program that a role lets make it',
    other(
      'rbac.authorization.k8s.io/v1',
      'Role',
      'x',
      `rules:
  - { apiGroups: [''], resources: [secrets], verbs: [create] }
  - { apiGroups: [''], resources: [secrets], resourceNames: [main-auth], verbs: [get] }`,
    ),
  ],
  ['an object that says no namespace', '---\napiVersion: v1\nkind: Secret\nmetadata: { name: main-auth }\n'],
])('a Secret is there where something makes it: %s', (_, maker) => {
  expect(judgeYaml(secretExists, reader + maker)).toEqual([]);
});

test.each([
  [
    'an ExternalSecret that only merges nothing',
    other('external-secrets.io/v1', 'ExternalSecret', 'main-auth', 'spec: { target: { creationPolicy: None } }'),
  ],
  ['an Ingress without an issuer', other('networking.k8s.io/v1', 'Ingress', 'x', 'spec: { ingressClassName: y }')],
  ['a Secret of another namespace', other('v1', 'Secret', 'main-auth').replace('shop', 'other')],
  ['an operator whose resource is called otherwise', other('postgresql.cnpg.io/v1', 'Cluster', 'mai', 'spec: {}')],
])('a Secret is not there because of %s', (_, neighbour) => {
  expect(judgeYaml(secretExists, reader + neighbour)).toContain(missing);
});

test('what is optional, and what others bring, need not be there', () => {
  const optional = owner('{ containers: [{ name: a, envFrom: [{ secretRef: { name: x, optional: true } }] }] }');
  expect(judgeYaml(secretExists, optional)).toEqual([]);
  const provided = (pattern: string) => judgeYaml(secretExists, reader, { provided: [pattern] });
  expect(provided('Secret main-*')).toEqual([]);
  expect(provided('Secret shop/*-auth')).toEqual([]);
  expect(provided('Secret other/*')).toEqual([missing]);
  expect(provided('Secret auth-*')).toEqual([missing]);
});

test('every namespace has a default account and the root certificates of the cluster', () => {
  const files = '{ name: ca, configMap: { name: kube-root-ca.crt } }';
  const pod = owner(`{ serviceAccountName: default, containers: [{ name: api }], volumes: [${files}] }`);
  expect([...judgeYaml(serviceAccountExists, pod), ...judgeYaml(configExists, pod)]).toEqual([]);
});

test('claims of a StatefulSet exist for whoever names one of them, and stand for volumes of their name', () => {
  const claims = 'volumeClaimTemplates: [{ metadata: { name: data } }]';
  const volumes = (name: string, claim: string) =>
    `{ containers: [{ name: a }], volumes: [{ name: ${name}, persistentVolumeClaim: { claimName: ${claim} } }] }`;
  const set = owner(volumes('data', 'placeholder'), 'StatefulSet', claims);
  expect(judgeYaml(claimExists, set + owner(volumes('x', 'data-api-0'), 'Job', 'backoffLimit: 1'))).toEqual([]);
  expect(judgeYaml(claimExists, set + owner(volumes('x', 'logs-api-0'), 'Job', 'backoffLimit: 1'))).toEqual([
    "spec.template.spec.volumes[0].persistentVolumeClaim.claimName: PersistentVolumeClaim 'logs-api-0' must exist, " +
      'got none in namespace shop',
  ]);
});

test('roles of the server exist, and a subject may stand in another namespace', () => {
  const binding = (role: string, subject: string) =>
    other(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'x',
      `roleRef: { kind: ClusterRole, name: '${role}' }\nsubjects: [${subject}, { kind: Group, name: people }]`,
    );
  const account = other('v1', 'ServiceAccount', 'bot').replace('shop', 'robots');
  const bot = '{ kind: ServiceAccount, name: bot, namespace: robots }';
  expect(judgeYaml(roleExists, binding('system:auth-delegator', bot))).toEqual([]);
  expect(judgeYaml(serviceAccountExists, account + binding('view', bot))).toEqual([]);
  expect(judgeYaml(serviceAccountExists, account + binding('view', bot.replace('robots', 'shop')))).toEqual([
    "subjects[0].name: ServiceAccount 'bot' must exist, got none in namespace shop",
  ]);
  expect(judgeYaml(roleExists, binding('readers', bot))).toEqual([
    "roleRef.name: ClusterRole 'readers' must exist, got none in the cluster",
  ]);
});

test('priority classes of the system are there, others must be known', () => {
  const pod = (name: string) => owner(`{ priorityClassName: ${name}, containers: [{ name: api }] }`);
  expect(judgeYaml(classExists, pod('system-node-critical'))).toEqual([]);
  expect(judgeYaml(classExists, pod('urgent'))).toEqual([
    "spec.template.spec.priorityClassName: PriorityClass 'urgent' must exist, got none in the cluster",
  ]);
});

test('namespaces are judged only in a bundle that makes some, each once', () => {
  const accounts = other('v1', 'ServiceAccount', 'a') + other('v1', 'ServiceAccount', 'b');
  expect(judgeYaml(namespaceExists, accounts)).toEqual([]);
  const namespace = '---\napiVersion: v1\nkind: Namespace\nmetadata: { name: elsewhere }\n';
  expect(judgeYaml(namespaceExists, accounts + namespace)).toEqual([
    "metadata.namespace: Namespace 'shop' must exist, got none",
  ]);
  const application = other(
    'argoproj.io/v1alpha1',
    'Application',
    'shop',
    'spec: { destination: { namespace: shop }, syncPolicy: { syncOptions: [CreateNamespace=true] } }',
  );
  expect(judgeYaml(namespaceExists, accounts + namespace + application)).toEqual([]);
});

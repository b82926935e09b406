import { noClusterAdmin, noSystemGroups } from '../../../lib/rules/rbac/bindings';
import { noEscalation, noSecretReading, noWaysIn, noWildcards } from '../../../lib/rules/rbac/roles';
import { messagesOf } from '../messages-of';
import { named } from '../pod';

const role = (rule: Record<string, readonly string[]>) => [named('Role', 'r', { rules: [rule] })];
const core = { apiGroups: [''] };

test('a wildcard is found in each field, and by one rule alone', () => {
  const everything = role({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] });
  expect(messagesOf(noWildcards, everything)).toEqual([
    "rules[0].apiGroups: Role 'r' must name its apiGroups, got '*'",
    "rules[0].resources: Role 'r' must name its resources, got '*'",
    "rules[0].verbs: Role 'r' must name its verbs, got '*'",
  ]);
  expect([noEscalation, noSecretReading, noWaysIn].flatMap((rule) => messagesOf(rule, everything))).toEqual([]);
});

test.each([
  ['escalate', { apiGroups: ['rbac.authorization.k8s.io'], resources: ['clusterroles'], verbs: ['get', 'escalate'] }],
  ['bind', { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], verbs: ['bind'] }],
  ['impersonate', { ...core, resources: ['groups'], verbs: ['impersonate'] }],
])('a role may not %s', (verb, rule) => {
  expect(messagesOf(noEscalation, role(rule))).toEqual([`rules[0].verbs: Role 'r' must not ${verb}, got the verb`]);
});

test.each([
  { apiGroups: ['rbac.authorization.k8s.io'], resources: ['roles'], resourceNames: ['r'], verbs: ['bind'] },
  { apiGroups: ['example.com'], resources: ['roles'], verbs: ['bind'] },
  { nonResourceURLs: ['/metrics'], verbs: ['get'] },
])('%j gives nobody more rights', (rule) => {
  expect(messagesOf(noEscalation, role(rule))).toEqual([]);
});

test('secrets by name and secrets that are only written are not found', () => {
  const secrets = { ...core, resources: ['configmaps', 'secrets'] };
  expect(messagesOf(noSecretReading, role({ ...secrets, verbs: ['list', 'create'] }))).toEqual([
    "rules[0].resources: Role 'r' must not read all secrets, got list",
  ]);
  expect(messagesOf(noSecretReading, role({ ...secrets, verbs: ['get'], resourceNames: ['a'] }))).toEqual([]);
  expect(messagesOf(noSecretReading, role({ ...secrets, verbs: ['create'] }))).toEqual([]);
  expect(messagesOf(noSecretReading, role({ apiGroups: ['x.io'], resources: ['secrets'], verbs: ['get'] }))).toEqual(
    [],
  );
});

test('getting into pods is found, reading their logs is not', () => {
  expect(messagesOf(noWaysIn, role({ ...core, resources: ['pods', 'pods/exec'], verbs: ['create'] }))).toEqual([
    "rules[0].resources: Role 'r' must not get into pods, got pods/exec",
  ]);
  expect(messagesOf(noWaysIn, role({ ...core, resources: ['pods', 'pods/log'], verbs: ['get'] }))).toEqual([]);
});

test('roles are given to somebody, and not all of them', () => {
  const binding = (roleRef: object, ...subjects: object[]) => [named('RoleBinding', 'b', { roleRef, subjects })];
  const everybody = { kind: 'Group', name: 'system:authenticated' };
  expect(messagesOf(noSystemGroups, binding({ name: 'view' }, everybody))).toEqual([
    "subjects[0].name: role 'view' must not be bound to every account and every user of the cluster, got Group 'system:authenticated'",
  ]);
  expect(messagesOf(noSystemGroups, binding({ name: 'system:discovery' }, everybody))).toEqual([]);
  expect(messagesOf(noSystemGroups, binding({ name: 'view' }, { kind: 'Group', name: 'constructor' }))).toEqual([]);
  expect(messagesOf(noClusterAdmin, binding({ kind: 'ClusterRole', name: 'cluster-admin' }))).toEqual([
    "roleRef.name: RoleBinding 'b' must not bind cluster-admin, got it",
  ]);
  expect(messagesOf(noClusterAdmin, binding({ kind: 'Role', name: 'cluster-admin' }))).toEqual([]);
});

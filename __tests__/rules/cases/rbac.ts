import { EditableBundle, RuleCase } from './rule-case';

const role = (rule: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: api, namespace: shop }
rules: [${rule}]
`;

const binding = (name: string, subject: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: api }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${name} }
subjects: [${subject}]
`;

const account = '{ kind: ServiceAccount, name: api, namespace: shop }';

const addRule = (bundle: EditableBundle, rule: object) =>
  bundle.edit('ClusterRole', 'observability-prometheus', ({ rules }) => rules.push(rule));

export const rbacCases: Readonly<Record<string, RuleCase>> = {
  'rbac/no-wildcards': {
    wrong: role('{ apiGroups: [""], resources: ["*"], verbs: [get] }'),
    right: role('{ apiGroups: [""], resources: [configmaps], verbs: [get] }'),
    mutate: (bundle) => addRule(bundle, { apiGroups: ['apps'], resources: ['deployments'], verbs: ['*'] }),
  },
  'rbac/no-escalation': {
    wrong: role('{ apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [escalate] }'),
    right: role('{ apiGroups: [rbac.authorization.k8s.io], resources: [roles], verbs: [get] }'),
    mutate: (bundle) => addRule(bundle, { apiGroups: [''], resources: ['users'], verbs: ['impersonate'] }),
  },
  'rbac/no-secret-reading': {
    wrong: role('{ apiGroups: [""], resources: [secrets], verbs: [list] }'),
    right: role('{ apiGroups: [""], resources: [secrets], resourceNames: [api], verbs: [get] }'),
    mutate: (bundle) => addRule(bundle, { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }),
  },
  'rbac/no-ways-in': {
    wrong: role('{ apiGroups: [""], resources: [pods/exec], verbs: [create] }'),
    right: role('{ apiGroups: [""], resources: [pods/log], verbs: [get] }'),
    mutate: (bundle) => addRule(bundle, { apiGroups: [''], resources: ['nodes/proxy'], verbs: ['get'] }),
  },
  'rbac/no-cluster-admin': {
    wrong: binding('cluster-admin', account),
    right: binding('view', account),
    mutate: (bundle) =>
      bundle.edit('ClusterRoleBinding', 'observability-prometheus', ({ roleRef }) => (roleRef.name = 'cluster-admin')),
  },
  'rbac/no-system-groups': {
    wrong: binding('view', '{ kind: Group, name: "system:authenticated" }'),
    right: binding('system:public-info-viewer', '{ kind: Group, name: "system:authenticated" }'),
    mutate: (bundle) =>
      bundle.edit('ClusterRoleBinding', 'observability-prometheus', ({ subjects }) =>
        subjects.push({ kind: 'Group', name: 'system:unauthenticated', apiGroup: 'rbac.authorization.k8s.io' }),
      ),
  },
};

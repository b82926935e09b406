import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { Subject } from '../views/bound-accounts';

/** Nobody of a bundle may do everything. */
export const noClusterAdmin: Rule = {
  id: 'rbac/no-cluster-admin',
  title: 'Nobody is given cluster-admin',
  severity: 'warning',
  why: 'Whoever gets the token may read every secret and delete every object.',
  cure: 'bind a role that names what is needed',
  sources: ['L28'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('ClusterRoleBinding', 'RoleBinding')) {
      const role = subject.manifest.roleRef as { readonly kind?: string; readonly name?: string } | undefined;
      if (role?.kind !== 'ClusterRole' || role.name !== 'cluster-admin') continue;
      const { kind, metadata } = subject.manifest;
      const message = `${kind} '${metadata.name}' must not bind cluster-admin, got it`;
      yield { subject, at: ['roleRef', 'name'], message };
    }
  },
};

/** Groups that anyone is in, or that no role can be taken from. */
const GROUPS: Readonly<Record<string, string>> = {
  'system:anonymous': 'anyone who reaches the API server',
  'system:unauthenticated': 'anyone who reaches the API server',
  'system:authenticated': 'every account and every user of the cluster',
  'system:masters': 'those whom no role is asked for',
};

/** What Kubernetes itself shows to everyone. */
const PUBLIC_ROLES: readonly string[] = ['system:basic-user', 'system:discovery', 'system:public-info-viewer'];

/** Roles are given to somebody. */
export const noSystemGroups: Rule = {
  id: 'rbac/no-system-groups',
  title: 'Roles are bound to somebody, not to everybody',
  severity: 'error',
  why: 'Everybody who reaches the API server may do what the role says.',
  cure: 'bind it to an account or to a group of your own',
  sources: ['L30'],
  *judge(index: ObjectIndex): Iterable<Finding> {
    for (const subject of index.ofKind('ClusterRoleBinding', 'RoleBinding')) {
      const role = subject.manifest.roleRef as { readonly name?: string } | undefined;
      if (PUBLIC_ROLES.includes(role?.name ?? '')) continue;
      for (const [position, { kind, name }] of ((subject.manifest.subjects ?? []) as readonly Subject[]).entries()) {
        if (kind === 'ServiceAccount' || !Object.hasOwn(GROUPS, name)) continue;
        const message = `role '${role?.name ?? ''}' must not be bound to ${GROUPS[name] ?? ''}, got ${kind} '${name}'`;
        yield { subject, at: ['subjects', position, 'name'], message };
      }
    }
  },
};

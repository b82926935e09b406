import { View } from '../object-index';

/** Accounts that roles are bound to, as `<namespace>/<name>`; `<namespace>/*` for all of a namespace. */
export const boundAccounts: View<ReadonlySet<string>> = (index) => {
  const bound = new Set<string>();
  for (const { manifest } of index.ofKind('RoleBinding', 'ClusterRoleBinding')) {
    for (const { kind, name, namespace } of (manifest.subjects ?? []) as readonly Subject[]) {
      const own = namespace ?? manifest.metadata.namespace ?? '';
      if (kind === 'ServiceAccount') bound.add(`${own}/${name}`);
      if (kind === 'Group' && name === 'system:serviceaccounts') bound.add('*/*');
      const [, group] = /^system:serviceaccounts:(.+)$/.exec(kind === 'Group' ? name : '') ?? [];
      if (group !== undefined) bound.add(`${group}/*`);
    }
  }
  return bound;
};

/** Whom a binding gives a role to. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

import { SecretKey } from '../pods/env';

/** What the holders of a role may do, in Elasticsearch's own words. */
export interface ElasticsearchRole {
  /** Privileges over the cluster as a whole: `monitor`. */
  readonly cluster: readonly string[];

  /** Privileges over indices, by patterns of their names. */
  readonly indices: readonly { readonly names: readonly string[]; readonly privileges: readonly string[] }[];
}

/** Somebody who may log in. */
export interface ElasticsearchUser {
  /** Names of roles, at least one: declared beside the users, or built in (`superuser`, `kibana_system`). */
  readonly roles: readonly string[];

  /** Password, at least 6 characters. It is read when a pod starts: a changed one takes a restart of the nodes. */
  readonly password: SecretKey;
}

/** Roles and users of a cluster, by name. */
export interface ElasticsearchAccess {
  readonly roles: Readonly<Record<string, ElasticsearchRole>>;
  readonly users: Readonly<Record<string, ElasticsearchUser>>;
}

/** Renders `roles.yml`, a line for each role: its reader takes every line that is not indented for a new role. */
export function renderRoles(roles: ElasticsearchAccess['roles']): string {
  return renderEntries(roles);
}

/** Renders the list of users for the init script: a name and its roles a line. */
export function renderUsers(users: ElasticsearchAccess['users']): string {
  return sortedEntries(users)
    .map(([name, { roles }]) => `${name} ${roles.join(',')}\n`)
    .join('');
}

/** Renders a mapping of YAML, a line for each key. */
export function renderEntries(entries: Readonly<Record<string, unknown>>): string {
  return sortedEntries(entries)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('');
}

function sortedEntries<T>(entries: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is wrong with roles and users. Whether an undeclared role is built in, only Elasticsearch knows: at its start. */
export function findAccessProblems({ roles, users }: ElasticsearchAccess): string[] {
  const rule = 'must have only letters, digits, ., _ and -';
  const named = (what: string, names: readonly string[]) =>
    names.filter((name) => !/^\w[\w.-]*$/.test(name)).map((name) => `${what} ${rule}, got '${name}'`);
  const homeless = Object.entries(users).filter((user) => user[1].roles.length === 0);
  return [
    ...named('names of roles', [...Object.keys(roles), ...Object.values(users).flatMap((user) => user.roles)]),
    ...named('names of users', Object.keys(users)),
    ...homeless.map(([name]) => `users.${name}.roles must name at least one role, got none; the user could do nothing`),
    ...(Object.keys(users).length === 0
      ? ['users must name at least one user, got none; there is no built-in one']
      : []),
  ];
}

/** A role that a user has. */
export interface Role {
  readonly role: string;
  readonly db: string;
}

/** A user of a database. */
export interface User {
  pwd: string;
  roles: Role[];
}

/** What a role lets its users do. */
export interface Privilege {
  readonly resource: object;
  readonly actions: readonly string[];
}

/** Roles that a server has by itself, of those that tests grant. */
const BUILT_IN = ['backup', 'clusterMonitor', 'read', 'readWrite', 'root'];

/** A command by its name, its first key. */
export type Command = Readonly<Record<string, unknown>>;

/** Users and roles of a server, and the commands that change them. */
export class FakeAccounts {
  public readonly users = new Map<string, User>();
  public readonly roles = new Map<string, Privilege[]>();

  /** Answers to `usersInfo`. */
  public usersInfo({ user, db }: { user: string; db: string }) {
    const found = this.users.get(`${db}.${user}`);
    return { users: found ? [{ user, db, roles: [...found.roles] }] : [] };
  }

  /** Answers to `rolesInfo`. */
  public rolesInfo(role: string) {
    const privileges = this.roles.get(role);
    return { roles: privileges ? [{ role, db: 'admin', privileges: [...privileges] }] : [] };
  }

  /** Does what a command that makes or widens a role asks for. */
  public changeRole(name: string, command: Command): void {
    const role = command[name] as string;
    const found = this.roles.get(role);
    const privileges = command.privileges as Privilege[];
    if (name === 'createRole' && found) throw failure(51002, 'Location51002', `Role "${role}@admin" already exists`);
    this.roles.set(role, [...(found ?? []), ...privileges]);
  }

  /** Does what a command that makes or changes a user asks for; `id` is the database and the name. */
  public changeUser(name: string, id: string, { pwd, roles = [] }: Command): void {
    const user = this.users.get(id);
    const unknown = (roles as Role[]).find(({ role }) => !BUILT_IN.includes(role) && !this.roles.has(role));
    if (unknown) throw failure(31, 'RoleNotFound', `Could not find role: ${unknown.role}@${unknown.db}`);
    if (name === 'createUser') {
      if (user) throw failure(51003, 'Location51003', `User "${id}" already exists`);
      this.users.set(id, { pwd: pwd as string, roles: [...(roles as Role[])] });
      return;
    }
    if (!user) throw failure(11, 'UserNotFound', `Could not find user "${id}"`);
    if (name === 'grantRolesToUser') user.roles.push(...(roles as Role[]));
    else if (name === 'updateUser') user.pwd = pwd as string;
    else throw failure(59, 'CommandNotFound', `no such command: '${name}'`);
  }
}

/** An error as the server throws it. */
export function failure(code: number, codeName: string, message: string): Error {
  return Object.assign(new Error(message), { code, codeName });
}

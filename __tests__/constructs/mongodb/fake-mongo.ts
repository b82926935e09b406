import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { Command, failure, FakeAccounts, Role } from './fake-accounts';

interface Member {
  _id: number;
  host: string;
}

interface Config {
  _id: string;
  version: number;
  members: Member[];
}

/** Time that an election and a first copy of the data take. */
const ELECTION = 5_000;
const INITIAL_SYNC = 9_000;

/**
 * A replica set as its clients see it: servers that belong to no set, founding, elections, reconfigurations of one vote,
 * members that copy for a while, users. Errors have the names and codes of the real ones.
 */
export class FakeMongo {
  public clock = 0;
  public config: Config | undefined;
  public readonly down = new Set<string>();
  private readonly accounts = new FakeAccounts();
  public readonly users = this.accounts.users;
  public readonly roles = this.accounts.roles;
  public readonly commands: string[] = [];
  public openConnections = 0;

  /** Called before each command: somebody else at work at the same time. */
  public meanwhile: (command: string) => void = () => undefined;
  private readonly inServiceAt = new Map<string, number>();

  constructor(private readonly hosts: readonly string[]) {
    this.users.set('admin.root', { pwd: 'root-password', roles: [{ role: 'root', db: 'admin' }] });
  }

  /** A set that was founded long ago. */
  public found(setName: string, members: readonly string[]): this {
    this.config = { _id: setName, version: 1, members: members.map((host, _id) => ({ _id, host })) };
    members.forEach((host) => this.inServiceAt.set(host, 0));
    return this;
  }

  public addMember(host: string): void {
    this.config?.members.push({ _id: this.config.members.length, host });
    if (this.config) this.config.version += 1;
    this.inServiceAt.set(host, this.clock + INITIAL_SYNC);
  }

  /** Runs scripts as mongosh does, but that nothing has to be awaited. */
  public run(
    scripts: readonly string[],
    env: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
  ) {
    const lines: string[] = [];
    let code: number | undefined;
    const context = createContext({
      connect: (uri: string, name?: string, password?: string) => this.connect(uri, name, password),
      sleep: (milliseconds: number) => (this.clock += milliseconds),
      print: (line: string) => lines.push(line),
      quit: (exitCode: number) => (code = exitCode),
      process: { env },
      fs: { readFileSync: (name: string) => files[name] },
      Date: { now: () => this.clock },
    });
    scripts.forEach((script) => {
      runInContext(readFileSync(script, 'utf8'), context);
    });
    return { code, lines };
  }

  private connect(uri: string, name?: string, password?: string) {
    const { host, pathname } = new URL(uri);
    const database = pathname.slice(1);
    if (this.down.has(host) || !this.hosts.includes(host)) throw new Error(`connect ECONNREFUSED ${host}`);
    if (name !== undefined && this.passwordOf(host, database, name) !== password) throw AUTHENTICATION_FAILED;
    this.openConnections += 1;
    return this.database(host, database, name !== undefined);
  }

  /** The password that a server knows of a user. Before there is a set, only the first member has the root user. */
  public passwordOf(host: string, database: string, name: string): string | undefined {
    return this.config || host === this.hosts[0] ? this.users.get(`${database}.${name}`)?.pwd : undefined;
  }

  private database(host: string, name: string, loggedIn: boolean) {
    const runCommand = (command: Command) => this.answer(host, name, command, loggedIn);
    return {
      runCommand,
      adminCommand: runCommand,
      getSiblingDB: (sibling: string) => this.database(host, sibling, loggedIn),
      getMongo: () => ({ close: () => (this.openConnections -= 1) }),
    };
  }

  /** What a server answers to a command. */
  public answer(host: string, database: string, command: Command, loggedIn: boolean): unknown {
    const name = Object.keys(command)[0] ?? '';
    this.meanwhile(name);
    if (name === 'hello') return this.hello(host);
    if (!loggedIn) throw failure(13, 'Unauthorized', `Command ${name} requires authentication`);
    this.commands.push(name);
    if (name === 'replSetInitiate') return this.initiate(command.replSetInitiate as Config);
    if (!this.config) throw failure(94, 'NotYetInitialized', 'no replset config has been received');
    if (name === 'replSetGetConfig') return { config: structuredClone(this.config) };
    if (name === 'replSetGetStatus') return { members: this.config.members.map((member) => this.status(member)) };
    if (name === 'usersInfo') return this.accounts.usersInfo(command.usersInfo as { user: string; db: string });
    if (name === 'rolesInfo') return this.accounts.rolesInfo((command.rolesInfo as Role).role);
    if (host !== this.primary) throw failure(10107, 'NotWritablePrimary', 'not primary');
    if (name === 'replSetReconfig') return this.reconfigure(command.replSetReconfig as Config, this.config);
    if (name === 'createRole' || name === 'grantPrivilegesToRole') return this.accounts.changeRole(name, command);
    return this.accounts.changeUser(name, `${database}.${String(command[name])}`, command);
  }

  private hello(host: string): unknown {
    if (!this.config?.members.some((member) => member.host === host)) {
      return { isWritablePrimary: false, isreplicaset: true, info: 'Does not have a valid replica set config' };
    }
    const hosts = this.config.members.map((member) => member.host);
    return { setName: this.config._id, hosts, isWritablePrimary: host === this.primary };
  }

  private get primary(): string | undefined {
    return this.config?.members.find(({ host }) => this.isInService(host) && !this.down.has(host))?.host;
  }

  private isInService(host: string): boolean {
    return (this.inServiceAt.get(host) ?? Infinity) <= this.clock;
  }

  private initiate(config: Config): void {
    if (this.config) throw failure(23, 'AlreadyInitialized', 'already initialized');
    this.config = { ...structuredClone(config), version: 1 };
    config.members.forEach(({ host }) => this.inServiceAt.set(host, this.clock + ELECTION));
  }

  private reconfigure(config: Config, current: Config): void {
    const added = config.members.filter(({ host }) => !current.members.some((member) => member.host === host));
    if (config.version <= current.version || added.length > 1) {
      throw failure(103, 'NewReplicaSetConfigurationIncompatible', 'New and old configurations differ');
    }
    this.config = structuredClone(config);
    added.forEach(({ host }) => this.inServiceAt.set(host, this.clock + INITIAL_SYNC));
  }

  private status({ host }: Member) {
    if (this.down.has(host)) return { name: host, stateStr: '(not reachable/healthy)' };
    if (!this.isInService(host)) return { name: host, stateStr: 'STARTUP2' };
    return { name: host, stateStr: host === this.primary ? 'PRIMARY' : 'SECONDARY' };
  }
}

/** The error of a login with a wrong name or password. */
export const AUTHENTICATION_FAILED = failure(18, 'AuthenticationFailed', 'Authentication failed.');

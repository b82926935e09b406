import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { Env, SecretKey } from '../pods/env';
import { Endpoint } from '../workloads/endpoint';
import { ScriptJob, ScriptJobProps } from '../workloads/script-job';

/** Properties for `PostgresDatabasesJob`. */
export interface PostgresDatabasesJobProps extends ScriptJobProps {
  /** The server as somebody to connect to. */
  readonly server: Endpoint;

  /** Host name of the server. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /** A role that may make roles and databases. */
  readonly superuser: string;

  /** Its password. */
  readonly password: SecretKey;

  /** Databases by their names, each with the password of the role of the same name. */
  readonly databases: Readonly<Record<string, SecretKey>>;
}

const SCRIPT = 'postgres-databases-job.sh';
const STATEMENTS = 'postgres-databases-job.sql';
const files = Object.fromEntries(
  [SCRIPT, STATEMENTS].map((name) => [name, readFileSync(join(__dirname, name), 'utf8')]),
);

/**
 * A Job that makes a database for each of several clients, with a role of the same name that owns it and that nobody else
 * may connect to. Passwords follow their Secrets when it runs again; a database that is taken from here stays.
 */
export class PostgresDatabasesJob extends ScriptJob {
  constructor(scope: Construct, id: string, props: PostgresDatabasesJobProps) {
    const { host, port, superuser, password, databases, callTimeout } = props;
    super(scope, id, props, {
      name: SCRIPT,
      shell: 'bash',
      files,
      env: {
        DATABASES: Object.keys(databases).join(' '),
        PGHOST: host,
        PGPORT: String(port),
        PGUSER: superuser,
        PGPASSWORD: password,
        PGCONNECT_TIMEOUT: String(seconds(callTimeout)),
        ...passwordsOf(databases),
      },
    });
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function passwordsOf(databases: Readonly<Record<string, SecretKey>>): Env {
  return Object.fromEntries(Object.values(databases).map((key, index) => [`PASSWORD_${index + 1}`, key]));
}

function findProblems({ databases }: PostgresDatabasesJobProps): string[] {
  const names = Object.keys(databases);
  if (names.length === 0) return ['databases must name at least one database, got none'];
  return names
    .filter((name) => !/^[a-z_][a-z0-9_]{0,62}$/.test(name))
    .map((name) => `databases must be named with lower case, digits and underscores, got '${name}'`);
}

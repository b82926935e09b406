import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { Env, SecretKey } from '../pods/env';
import { Endpoint } from '../workloads/endpoint';
import { ScriptJob, ScriptJobProps } from '../workloads/script-job';

/** A database of one client. */
export interface PostgresDatabase {
  /** Role that owns it and logs in, in lower case, digits and underscores; no superuser, and no other role's. */
  readonly role: string;

  /** Its password. A new one is set when the Job runs again, not when the Secret changes. */
  readonly password: SecretKey;

  /**
   * Names of extensions that it must have.
   *
   * @default - none
   */
  readonly extensions?: readonly string[];
}

/** Properties for `PostgresDatabasesJob`. Its image holds `bash` and `psql` 14 or newer: the server's own. */
export interface PostgresDatabasesJobProps extends ScriptJobProps {
  /** The server as somebody to connect to. The Job runs after it is healthy. */
  readonly server: Endpoint;

  /** Host name of the server. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /** A superuser of the server: only such a one may make roles and add every extension. */
  readonly superuser: string;

  /** Its password. */
  readonly password: SecretKey;

  /** Databases by their names, in lower case, digits and underscores. One that is taken from here stays. */
  readonly databases: Readonly<Record<string, PostgresDatabase>>;
}

const SCRIPT = 'postgres-databases-job.sh';
const files = { [SCRIPT]: readFileSync(join(__dirname, SCRIPT), 'utf8') };
const NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * A Job that makes one or several databases with their extensions, each with a role that owns it and that nobody else may
 * connect to.
 *
 * The image's own folder for such scripts is read only while the volume is empty, and a start that fails halfway counts
 * as done. This converges, and runs again when a database or an extension is added.
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
        ...Object.assign({}, ...Object.values(databases).map(renderDatabase)),
      } as Env,
    });
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function renderDatabase({ role, password, extensions = [] }: PostgresDatabase, index: number): Env {
  const n = index + 1;
  return {
    [`ROLE_${n}`]: role,
    [`PASSWORD_${n}`]: password,
    ...(extensions.length > 0 && { [`EXTENSIONS_${n}`]: extensions.join(' ') }),
  };
}

function findProblems({ databases, superuser }: PostgresDatabasesJobProps): string[] {
  const entries = Object.entries(databases);
  if (entries.length === 0) return ['databases must name at least one database, got none'];
  const roles = entries.map(([, { role }]) => role);
  return entries.flatMap(([name, { role, extensions = [] }], index) => {
    const problems = Object.entries({ [`databases.${name}`]: name, [`databases.${name}.role`]: role })
      .filter(([, word]) => !NAME.test(word))
      .map(([prop, word]) => `${prop} must be named with lower case, digits and underscores, got '${word}'`);
    if (role === superuser) {
      const rule = 'must be another than the superuser of the server';
      problems.push(`databases.${name}.role ${rule}, got ${role}; it would lose its rights`);
    }
    if (roles.indexOf(role) < index) {
      problems.push(`databases.${name}.role must own no other database, got ${role}; its password is set for one`);
    }
    const odd = extensions.filter((extension) => !/^[a-z][a-z0-9_-]*$/.test(extension));
    const words = odd.map((got) => `databases.${name}.extensions must be names such as uuid-ossp, got '${got}'`);
    return [...problems, ...words];
  });
}

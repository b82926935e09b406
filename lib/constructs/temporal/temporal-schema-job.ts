import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { Script, ScriptJob, ScriptJobProps } from '../workloads/script-job';

/** A schema that the tools carry with them. */
export type TemporalSchema = 'temporal' | 'visibility';

/** Properties for `TemporalSchemaJob`. Its image is `temporalio/admin-tools`, of the server's version. */
export interface TemporalSchemaJobProps extends ScriptJobProps {
  /** The PostgreSQL server as somebody to connect to. */
  readonly server: Endpoint;

  /** Host name of the server. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /** Role that will own the databases; it may create them, unless they are there. */
  readonly role: string;

  /** Password of the role. */
  readonly password: SecretKey;

  /** Schema of each database, by the database's name. */
  readonly databases: Readonly<Record<string, TemporalSchema>>;
}

const SCRIPT = 'temporal-schema-job.sh';
const files = { [SCRIPT]: readFileSync(join(__dirname, SCRIPT), 'utf8') };

/**
 * A Job that makes the databases of a Temporal server and brings their schemas to the version of the tools.
 *
 * A server starts only on a schema that is at least its own version, so this Job is raised with it and runs before it.
 */
export class TemporalSchemaJob extends ScriptJob {
  constructor(scope: Construct, id: string, props: TemporalSchemaJobProps) {
    super(scope, id, props, renderScript(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.connectTo(props.server);
  }
}

function renderScript({ host, port, role, password, databases, callTimeout }: TemporalSchemaJobProps): Script {
  const schemas = Object.entries(databases).map(([database, schema]) => `${database}=postgresql/v12/${schema}`);
  return {
    name: SCRIPT,
    shell: 'sh',
    files,
    env: {
      DATABASES: schemas.join(' '),
      SQL_PLUGIN: 'postgres12',
      SQL_HOST: host,
      SQL_PORT: String(port),
      SQL_USER: role,
      SQL_PASSWORD: password,
      SQL_CONNECT_ATTRIBUTES: `connect_timeout=${seconds(callTimeout)}`,
    },
  };
}

function findProblems({ databases }: TemporalSchemaJobProps): string[] {
  const names = Object.keys(databases);
  if (names.length === 0) return ['databases must name at least one database, got none'];
  return names
    .filter((name) => !/^[a-z_][a-z0-9_]{0,62}$/.test(name))
    .map((name) => `databases must be named with lower case, digits and underscores, got '${name}'`);
}

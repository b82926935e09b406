import { Construct } from 'constructs';
import { seconds } from '../../model/duration';
import { ConfigFiles } from '../objects/config-files';
import { Endpoint } from '../workloads/endpoint';
import { SecretKey } from '../pods/env';
import { PreparationJob } from '../workloads/preparation-job';
import { findToolProblems, renderToolJob, scriptData, ScriptProps, TemporalToolProps } from './temporal-tool';

/** A schema that the tools carry with them. */
export type TemporalSchema = 'temporal' | 'visibility';

/** Properties for `TemporalSchemaJob`. */
export interface TemporalSchemaJobProps extends TemporalToolProps {
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

/**
 * A Job that makes the databases of a Temporal server and brings their schemas to the version of the tools.
 *
 * A server starts only on a schema that is at least its own version, so this Job is raised with it and runs before it.
 */
export class TemporalSchemaJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: TemporalSchemaJobProps) {
    const script = renderScript(props);
    super(scope, id, renderToolJob(id, props, script));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: scriptData(script) });
    this.connectTo(props.server);
  }
}

function renderScript({ host, port, role, password, databases, callTimeout }: TemporalSchemaJobProps): ScriptProps {
  const schemas = Object.entries(databases).map(([database, schema]) => `${database}=postgresql/v12/${schema}`);
  return {
    script: 'temporal-schema-job.sh',
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

function findProblems(props: TemporalSchemaJobProps): string[] {
  const names = Object.keys(props.databases);
  const problems = findToolProblems(props);
  if (names.length === 0) problems.push('databases must name at least one database, got none');
  const odd = names.filter((name) => !/^[a-z_][a-z0-9_]{0,62}$/.test(name));
  return [
    ...problems,
    ...odd.map((name) => `databases must be named with lower case, digits and underscores, got '${name}'`),
  ];
}

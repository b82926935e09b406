import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { SecretKey } from '../pods/env';
import { configFiles, scratch } from '../pods/mount';
import { JobTries } from '../workloads/job-spec';
import { PreparationJob, PreparationJobProps } from '../workloads/preparation-job';
import { PostgresAccess } from './postgres';

/** Properties for `PostgresDatabaseJob`. */
export interface PostgresDatabaseJobProps extends JobTries {
  readonly namespace: PlatformNamespace;

  /** Reference of an image with `psql` 14 or newer: the server's own. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** The server. The Job runs after it is healthy, and as its superuser. */
  readonly server: PostgresAccess;

  /** Name of the database, in lower case, digits and underscores. */
  readonly database: string;

  /** Names of extensions that the database must have. */
  readonly extensions: readonly string[];

  /** Role that owns the database, in lower case, digits and underscores; no superuser. */
  readonly role: string;

  /** Its password. A new one is set when the Job runs again, not when the Secret changes. */
  readonly password: SecretKey;
  readonly resources: Resources;

  /** Largest size of the folder for temporary files: here-documents of the script. */
  readonly scratch: Bytes;

  /** Time that the server is waited for, in each try; shorter than `deadline`. */
  readonly wait: Duration;

  /** Time between two questions to a server that does not answer yet. */
  readonly pause: Duration;

  /** Time for one connection. */
  readonly callTimeout: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

const SCRIPT = 'postgres-database-job.sh';
const SCRIPTS = { [SCRIPT]: readFileSync(join(__dirname, SCRIPT), 'utf8') };
const SCRIPT_FOLDER = '/etc/postgres-database';

/**
 * A Job that makes a database with its extensions and the role that owns it.
 *
 * The image's own folder for such scripts is read only while the volume is empty, and a start that fails halfway counts
 * as done. This converges, and runs again when an extension is added.
 */
export class PostgresDatabaseJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: PostgresDatabaseJobProps) {
    super(scope, id, jobProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: SCRIPTS });
    this.connectTo(props.server.endpoint());
  }
}

function jobProps(name: string, props: PostgresDatabaseJobProps): PreparationJobProps {
  const { namespace, image, user, server, database, extensions, role, password, resources } = props;
  const { wait, pause, callTimeout, terminationGrace, priorityClassName, backoffLimit, deadline } = props;
  return {
    namespace,
    component: 'preparation',
    backoffLimit,
    deadline,
    content: SCRIPTS,
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, SCRIPTS),
      containers: [
        {
          name: 'database',
          image,
          resources,
          command: ['sh', `${SCRIPT_FOLDER}/${SCRIPT}`],
          env: {
            DATABASE: database,
            EXTENSIONS: extensions.join(' '),
            ROLE: role,
            ROLE_PASSWORD: password,
            WAIT_SECONDS: String(seconds(wait)),
            PAUSE_SECONDS: String(seconds(pause)),
            PGHOST: server.host,
            PGPORT: String(server.port),
            PGUSER: server.superuser,
            PGPASSWORD: server.password,
            PGCONNECT_TIMEOUT: String(seconds(callTimeout)),
          },
          mounts: [configFiles('script', SCRIPT_FOLDER, name), scratch('tmp', '/tmp', props.scratch)],
        },
      ],
    },
  };
}

function findProblems({ database, role, extensions, wait, deadline, server }: PostgresDatabaseJobProps): string[] {
  const problems = Object.entries({ database, role })
    .filter(([, name]) => !/^[a-z_][a-z0-9_]{0,62}$/.test(name))
    .map(([prop, name]) => `${prop} must be named with lower case, digits and underscores, got '${name}'`);
  if (role === server.superuser) {
    problems.push(`role must be another than the superuser of the server, got ${role}; it would lose its rights`);
  }
  const odd = extensions.filter((name) => !/^[a-z][a-z0-9_-]*$/.test(name));
  problems.push(...odd.map((name) => `extensions must be names such as uuid-ossp, got '${name}'`));
  if (seconds(wait) >= seconds(deadline)) {
    problems.push(`wait must be shorter than deadline ${deadline}, got ${wait}`);
  }
  return problems;
}

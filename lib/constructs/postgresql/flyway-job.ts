import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { configFiles, scratch } from '../pods/mount';
import { Endpoint } from '../workloads/endpoint';
import { JobTries } from '../workloads/job-spec';
import { PreparationJob, PreparationJobProps } from '../workloads/preparation-job';

/** Properties for `FlywayJob`. */
export interface FlywayJobProps extends JobTries {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `flyway/flyway`, 10 or newer, with a shell. */
  readonly image: string;

  /** Where the migrations come from: an image that has `cp`, and the folder in it. Its version names the Job. */
  readonly migrations: { readonly image: string; readonly folder: string };

  /** Numeric user and group; both images can be read by anybody. */
  readonly user: number;

  /** The server, and what must have prepared the database. */
  readonly server: Endpoint;

  /** `jdbc:postgresql://host:port/database`. */
  readonly url: string;

  /** Name of the role that owns the database. */
  readonly role: SecretKey;
  readonly password: SecretKey;

  /** Requests and limits of each of the two containers; the limit of memory is at least 512Mi. */
  readonly resources: Resources;

  /** Largest size of the folder with the migrations, and of the one for temporary files. */
  readonly scratch: Bytes;

  /** Time that the server is waited for, in each try; shorter than `deadline`. */
  readonly wait: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

const SCRIPT = 'flyway-job.sh';
const SCRIPTS = { [SCRIPT]: readFileSync(join(__dirname, SCRIPT), 'utf8') };
const SCRIPT_FOLDER = '/etc/flyway-job';
const MIGRATIONS_FOLDER = '/migrations';

/** Memory that the tool needs. */
const TOOL_MEMORY: Bytes = '512Mi';

/** Longest pause that Flyway makes between two tries to connect. */
const CONNECT_INTERVAL: Duration = '5s';

/**
 * A Job that brings a schema to the version of the migrations that a program's own image carries, before the program.
 *
 * A program that migrates for itself at its start would do so in several pods at once, and be killed by its probes
 * while it does.
 */
export class FlywayJob extends PreparationJob {
  constructor(scope: Construct, id: string, props: FlywayJobProps) {
    super(scope, id, jobProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Script', { namespace: props.namespace.name, name: id, data: SCRIPTS });
    this.connectTo(props.server);
  }
}

function jobProps(name: string, props: FlywayJobProps): PreparationJobProps {
  const { namespace, user, migrations, resources, terminationGrace, priorityClassName, backoffLimit, deadline } = props;
  const folder = scratch('migrations', MIGRATIONS_FOLDER, props.scratch);
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
      initContainers: [
        {
          name: 'migrations',
          image: migrations.image,
          resources,
          command: ['/bin/cp', '-R', `${migrations.folder}/.`, MIGRATIONS_FOLDER],
          mounts: [folder],
        },
      ],
      containers: [
        renderTool(props, [
          { ...folder, readOnly: true },
          configFiles('script', SCRIPT_FOLDER, name),
          scratch('tmp', '/tmp', props.scratch),
        ]),
      ],
    },
  };
}

function renderTool(
  { image, resources, url, role, password, wait }: FlywayJobProps,
  mounts: NonNullable<ContainerProps['mounts']>,
): ContainerProps {
  return {
    name: 'flyway',
    image,
    resources,
    command: ['sh', `${SCRIPT_FOLDER}/${SCRIPT}`],
    env: {
      FLYWAY_URL: url,
      FLYWAY_USER: role,
      FLYWAY_PASSWORD: password,
      FLYWAY_LOCATIONS: `filesystem:${MIGRATIONS_FOLDER}`,
      FLYWAY_CONNECT_RETRIES: String(Math.floor(seconds(wait) / seconds(CONNECT_INTERVAL))),
      FLYWAY_CONNECT_RETRIES_INTERVAL: String(seconds(CONNECT_INTERVAL)),
      // A misspelt file name would be left out in silence.
      FLYWAY_VALIDATE_MIGRATION_NAMING: 'true',
      REDGATE_DISABLE_TELEMETRY: 'true',
      HOME: '/tmp',
    },
    mounts,
  };
}

function findProblems({ url, resources, wait, deadline }: FlywayJobProps): string[] {
  const problems: string[] = [];
  const { memory } = resources.limits;
  if (!/^jdbc:postgresql:\/\/[^/?]+:\d+\/\w+$/.test(url)) {
    problems.push(`url must be jdbc:postgresql://host:port/database, got ${url}`);
  }
  if (bytes(memory) < bytes(TOOL_MEMORY)) {
    problems.push(`resources.limits.memory must be at least ${TOOL_MEMORY}, got ${memory}`);
  }
  if (seconds(wait) >= seconds(deadline)) {
    problems.push(`wait must be shorter than deadline ${deadline}, got ${wait}`);
  }
  return problems;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { ConfigFiles } from '../objects/config-files';
import { Endpoint } from '../workloads/endpoint';
import { Env, SecretKey } from '../pods/env';
import { MongoServers } from './mongo-replica-set';
import { configFiles, scratch } from '../pods/mount';
import { JobTries } from '../workloads/job-spec';
import { PreparationJob, PreparationJobProps } from '../workloads/preparation-job';

/** A user of a replica set. */
export interface MongoUser {
  readonly name: string;

  /** Database that knows the user: `authSource` of its clients. */
  readonly database: string;

  /** What it may do, and where. A role that the user has beyond these is reported and kept. */
  readonly roles: readonly { readonly role: string; readonly db: string }[];

  readonly password: SecretKey;
}

/** A role of the database `admin`, for what no role of the server's own grants. */
export interface MongoRole {
  readonly name: string;

  /** Actions, and on what: `{ anyResource: true }`, `{ db: 'orders', collection: '' }`. What it has beyond is kept. */
  readonly privileges: readonly {
    readonly resource: Readonly<Record<string, string | boolean>>;
    readonly actions: readonly string[];
  }[];
}

/** Properties for `MongoReplicaSetJob`. */
export interface MongoReplicaSetJobProps extends JobTries {
  /** The servers to make a set of; the Job runs in their namespace. */
  readonly replicaSet: MongoServers;

  /** Roles that are made before the users. */
  readonly roles: readonly MongoRole[];

  /** Users of the set, beside its root user. */
  readonly users: readonly MongoUser[];

  /** Reference of an image that holds mongosh 2. */
  readonly image: string;
  readonly resources: Resources;

  /** Numeric user that the script runs as. */
  readonly user: number;

  /** Numeric group that the script runs as. */
  readonly group: number;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** Time that one try waits for members and elections, shorter than `deadline`. */
  readonly wait: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;
}

/** Scripts, in the order in which they run. */
const SCRIPTS = ['mongo-users.mongosh.cjs', 'mongo-replica-set-job.mongosh.cjs'] as const;
const FOLDER = '/opt/replica-set';

/**
 * Founds a replica set, adds members, roles and users, and corrects roles and passwords: whatever is missing, nothing else.
 *
 * It takes nothing away. A member that the table does not have, or a set of another name, is refused.
 */
export class MongoReplicaSetJob extends PreparationJob {
  private readonly replicaSet: MongoServers;

  constructor(scope: Construct, id: string, props: MongoReplicaSetJobProps) {
    super(scope, id, jobProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.replicaSet = props.replicaSet;
    new ConfigFiles(this, 'Files', { namespace: this.namespace.name, name: id, data: files(props) });
    this.connectTo(props.replicaSet.endpoint());
  }

  /** The replica set as its clients see it: they start when it has its members and users. */
  public clientEndpoint(): Endpoint {
    return { ...this.replicaSet.endpoint(), after: [this] };
  }
}

function files({ replicaSet, roles, users }: MongoReplicaSetJobProps): Readonly<Record<string, string>> {
  const desired = {
    replicaSet: replicaSet.replicaSet,
    members: replicaSet.addresses,
    roles,
    users: users.map(({ name, database, roles }, index) => ({ name, database, roles, variable: variable(index) })),
  };
  const scripts = SCRIPTS.map((name) => [name, readFileSync(join(__dirname, name), 'utf8')]);
  return { ...Object.fromEntries(scripts), 'desired.json': `${JSON.stringify(desired, null, 2)}\n` };
}

const variable = (index: number): string => `USER_${index}_PASSWORD`;

function jobProps(name: string, props: MongoReplicaSetJobProps): PreparationJobProps {
  const { replicaSet, users, user, group, priorityClassName, terminationGrace, backoffLimit, deadline } = props;
  const passwords: Env = Object.fromEntries(users.map(({ password }, index) => [variable(index), password]));
  return {
    namespace: replicaSet.namespace,
    component: 'preparation',
    content: files(props),
    backoffLimit,
    deadline,
    pod: {
      user,
      group,
      priorityClassName,
      terminationGrace,
      containers: [
        {
          name: 'mongosh',
          image: props.image,
          resources: props.resources,
          command: [
            'mongosh',
            '--nodb',
            '--norc',
            '--quiet',
            ...SCRIPTS.flatMap((script) => ['--file', `${FOLDER}/${script}`]),
          ],
          env: {
            DESIRED_STATE: `${FOLDER}/desired.json`,
            WAIT_SECONDS: String(seconds(props.wait)),
            ROOT_USERNAME: replicaSet.rootUser,
            ROOT_PASSWORD: replicaSet.rootPassword,
            ...passwords,
            HOME: '/tmp',
          },
          mounts: [configFiles('files', FOLDER, name), scratch('tmp', '/tmp', props.scratch)],
        },
      ],
    },
  };
}

function findProblems({ replicaSet, roles, users, wait, deadline }: MongoReplicaSetJobProps): string[] {
  const problems: string[] = [];
  if (seconds(wait) >= seconds(deadline)) problems.push(`wait must be shorter than deadline ${deadline}, got ${wait}`);
  const names = users.map(({ name, database }) => `${name}@${database}`);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    problems.push(`users must be named once in a database, got ${name} twice`);
  }
  const roleNames = roles.map(({ name }) => name);
  for (const name of new Set(roleNames.filter((name, index) => roleNames.indexOf(name) !== index))) {
    problems.push(`roles must be named once, got ${name} twice`);
  }
  if (names.includes(`${replicaSet.rootUser}@admin`)) {
    problems.push(`users must not hold the root user, got ${replicaSet.rootUser}@admin; the first start makes it`);
  }
  return problems;
}

import { Endpoint } from '../workloads/endpoint';
import { Env, SecretKey } from '../pods/env';
import { memoryScratch, Mount, secretFiles } from '../pods/mount';

/** A program that writes what a server holds into files, and one that reads it back. */
export interface DatabaseArchive {
  /** Reference of an image that holds the tools, of the server's major version or newer. */
  readonly image: string;

  /** The server. */
  readonly server: Endpoint;

  /** File names of the scripts, next to their construct. */
  readonly dumpScript: string;
  readonly restoreScript: string;

  /** Settings and mounts of each. */
  readonly dump: ArchiveAccess;
  readonly restore: ArchiveAccess;
}

/** What a script reads beside its own text. */
export interface ArchiveAccess {
  readonly env: Env;
  readonly mounts: readonly Mount[];
}

/** Properties for `postgresArchive`. */
export interface PostgresArchiveProps {
  /** Reference of an image `postgres`, of the server's major version or newer. */
  readonly image: string;
  readonly server: Endpoint;
  readonly host: string;
  readonly port: number;

  /** A superuser: nobody else may read roles. */
  readonly role: string;
  readonly password: SecretKey;

  /** Names of the databases. */
  readonly databases: readonly string[];

  /** Time to wait for the server to accept, in seconds. */
  readonly connectTimeoutSeconds: number;
}

/** Databases of a PostgreSQL server, each in a file, and the roles. They come back beside those that are there. */
export function postgresArchive(props: PostgresArchiveProps): DatabaseArchive {
  const { image, server, host, port, role, password, databases, connectTimeoutSeconds } = props;
  const access: ArchiveAccess = {
    env: {
      DATABASES: databases.join(' '),
      PGHOST: host,
      PGPORT: String(port),
      PGUSER: role,
      PGPASSWORD: password,
      PGCONNECT_TIMEOUT: String(connectTimeoutSeconds),
    },
    mounts: [],
  };
  const scripts = { dumpScript: 'postgres-dump.sh', restoreScript: 'postgres-restore.sh' } as const;
  return { image, server, ...scripts, dump: access, restore: access };
}

/** A user of the database `admin`. */
export interface MongoLogin {
  readonly name: string;
  readonly password: SecretKey;
}

/** Properties for `mongoArchive`. */
export interface MongoArchiveProps {
  /** Reference of an image `mongo`, which holds the database tools. */
  readonly image: string;
  readonly server: Endpoint;
  readonly replicaSet: string;

  /** `host:port` of every member. */
  readonly addresses: readonly string[];

  /** Has the role `backup`. */
  readonly reader: MongoLogin;

  /** May do anything: a replayed operation may be of any kind. */
  readonly writer: MongoLogin;
}

const SECRET_FOLDER = '/run/secrets/database';
const CONFIG_FOLDER = '/run/database-tools';

/** A whole MongoDB replica set at one instant, in one file. It takes the place of what is there. */
export function mongoArchive(props: MongoArchiveProps): DatabaseArchive {
  const { image, server, replicaSet, addresses, reader, writer } = props;
  const access = ({ name, password }: MongoLogin): ArchiveAccess => ({
    env: {
      HOSTS: `${replicaSet}/${addresses.join(',')}`,
      USERNAME: name,
      PASSWORD_FILE: `${SECRET_FOLDER}/${password.key}`,
      CONFIG_FOLDER,
    },
    mounts: [
      secretFiles('database', SECRET_FOLDER, password.secret, [password.key]),
      memoryScratch('tools', CONFIG_FOLDER, '1Mi'),
    ],
  });
  const scripts = { dumpScript: 'mongo-dump.sh', restoreScript: 'mongo-restore.sh' } as const;
  return { image, server, ...scripts, dump: access(reader), restore: access(writer) };
}

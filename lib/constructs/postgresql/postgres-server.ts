import { Bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { claimed, memoryScratch, scratch, secretFiles } from '../pods/mount';
import { Check, probesOf, Timings } from '../pods/probe';

/** Properties of the server, whatever runs beside it. */
export interface PostgresServerProps {
  /** Reference of an official image `postgres`, 13 to 17, or `postgis/postgis`, Debian variant: 18 keeps its data elsewhere. */
  readonly image: string;
  readonly resources: Resources;

  /** Most connections at a time, three of which are kept for the superuser. */
  readonly maxConnections: number;

  /** Other settings by name, as `postgresql.conf` spells them: `shared_buffers: '256MB'`. */
  readonly settings: Readonly<Record<string, string>>;

  /** Shared memory of parallel queries. Counts against the memory limit. */
  readonly sharedMemory: Bytes;

  /** Largest size of each folder for temporary files and sockets. */
  readonly scratch: Bytes;

  /** Name of the role that may do everything. */
  readonly superuser: string;

  /**
   * Database that the first start founds beside `postgres`.
   *
   * @default - none
   */
  readonly database?: string;

  /** Password of the superuser: set by the first start, and by no later one. */
  readonly password: SecretKey;

  /** How often the server is asked; `startup` includes the recovery after a crash. */
  readonly probes: Timings;
}

/** Port that the server listens on. */
export const POSTGRES_PORT = 5432;

/** Folder of the volume. */
const VOLUME_FOLDER = '/var/lib/postgresql/data';
const SECRET_FOLDER = '/run/secrets/postgresql';

/** Renders the server as a container, on the volume of a claim named `claim`. */
export function renderPostgresServer(props: PostgresServerProps, claim: string): ContainerProps {
  const { image, resources, maxConnections, settings, superuser, password, probes } = props;
  const serves = renderReady(superuser);
  return {
    name: 'postgres',
    image,
    resources,
    args: ['postgres', ...renderSettings({ max_connections: String(maxConnections), ...settings })],
    env: {
      // A folder of the volume, whose root may hold lost+found and belongs to somebody else.
      PGDATA: `${VOLUME_FOLDER}/pgdata`,
      POSTGRES_USER: superuser,
      POSTGRES_DB: props.database ?? 'postgres',
      POSTGRES_PASSWORD_FILE: `${SECRET_FOLDER}/${password.key}`,
      POSTGRES_INITDB_ARGS: '--encoding=UTF8 --locale=C.UTF-8 --data-checksums',
    },
    ports: { postgresql: POSTGRES_PORT },
    // Ends sessions instead of waiting for them, also where the runtime sends SIGTERM in place of the image's SIGINT.
    preStop: ['pg_ctl', 'stop', '--mode=fast', '--no-wait'],
    // A server that recovers from a crashed session refuses clients for a while, and must not be killed for it.
    probes: probesOf(probes, serves, { liveness: { tcp: 'postgresql' } }),
    mounts: [
      claimed(claim, VOLUME_FOLDER),
      secretFiles('password', SECRET_FOLDER, password.secret, [password.key]),
      scratch('sockets', '/var/run/postgresql', props.scratch),
      scratch('tmp', '/tmp', props.scratch),
      memoryScratch('shared-memory', '/dev/shm', props.sharedMemory),
    ],
  };
}

// Not by the socket: while the first start founds the database, a server listens there that nobody may use yet.
// With a role that exists: the name of the system's user would be a line in the log for each question.
function renderReady(superuser: string): Check {
  const connection = ['--host=127.0.0.1', `--port=${POSTGRES_PORT}`, `--username=${superuser}`, '--dbname=postgres'];
  return { exec: ['pg_isready', ...connection, '--quiet'] };
}

function renderSettings(settings: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(settings).sort();
  return names.flatMap((name) => ['-c', `${name}=${settings[name]}`]);
}

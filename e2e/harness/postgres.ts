import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execute, run } from './command';
import { freePort, HOST, makeTempFolder, removeFolder } from './machine';
import { asUser, startServer } from './process';

/** Properties for `startPostgres`. */
export interface PostgresProps {
  /**
   * Major version.
   *
   * @default - the newest one installed, or the one of the Debian package postgresql
   */
  readonly version?: string;

  /**
   * Lines of `postgresql.conf`.
   *
   * @default {}
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL server that asks nobody for a password. */
export interface Postgres {
  /** Address it listens on. */
  readonly host: string;
  /** Port it listens on. */
  readonly port: number;
  /** Name of the role that may do everything. */
  readonly superuser: string;
  /** Folder with `psql`, `pg_dump` and its like of the server's own version. */
  readonly binFolder: string;
  /** Runs SQL as the superuser, stops at the first error, and returns rows as bare text. */
  psql(sql: string, database?: string): Promise<string>;
  /** Everything the server has logged so far. */
  log(): string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';
const SUPERUSER = 'postgres';

/** Starts an empty PostgreSQL server. Installs Debian's package first if it is missing. */
export async function startPostgres({ version, settings = {} }: PostgresProps = {}): Promise<Postgres> {
  const binFolder = findBinFolder(version) ?? (await install(version));
  const folder = makeTempFolder('postgres');
  // The server refuses to run as root.
  const user = process.getuid?.() === 0 ? SUPERUSER : undefined;
  try {
    const data = join(folder, 'data');
    const initdb = [join(binFolder, 'initdb'), '-D', data, '-U', SUPERUSER, '--auth=trust', '--no-sync'];
    const encoding = ['-E', 'UTF8', '--locale=C.UTF-8'];
    if (user !== undefined) await run('chown', [user, folder]);
    await run('setpriv', [...asUser(user), '--', ...initdb, ...encoding], { cwd: folder });

    const port = await freePort();
    const options = { fsync: 'off', unix_socket_directories: folder, ...settings };
    const server = await startServer({
      name: 'postgres',
      command: join(binFolder, 'postgres'),
      args: [
        '-D',
        data,
        '-h',
        HOST,
        '-p',
        String(port),
        ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
      ],
      folder,
      ready: async () =>
        (await execute(join(binFolder, 'pg_isready'), ['-q', '-h', HOST, '-p', String(port)])).code === 0,
      readyWithinMs: 30_000,
      stopSignal: 'SIGINT', // does not wait for clients to leave
      ...(user === undefined ? {} : { user }),
    });
    const connection = ['-h', HOST, '-p', String(port), '-U', SUPERUSER];
    const psql = (sql: string, database = 'postgres') =>
      run(join(binFolder, 'psql'), ['-XAtq', '-v', 'ON_ERROR_STOP=1', ...connection, '-d', database], { input: sql });
    const stop = async () => {
      await server.stop();
      removeFolder(folder);
    };
    return { host: HOST, port, superuser: SUPERUSER, binFolder, psql, log: server.log, stop };
  } catch (error) {
    removeFolder(folder);
    throw error;
  }
}

function findBinFolder(version: string | undefined): string | undefined {
  const installed = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const newest = installed.toSorted((a, b) => Number(b) - Number(a));
  return newest
    .filter((each) => version === undefined || each === version)
    .map((each) => join(INSTALLED, each, 'bin'))
    .find((folder) => existsSync(join(folder, 'postgres')));
}

async function install(version: string | undefined): Promise<string> {
  const name = version === undefined ? 'postgresql' : `postgresql-${version}`;
  if (process.getuid?.() !== 0) throw new Error(`${name} must be installed, got none; apt-get install ${name}`);
  await run('apt-get', ['update', '-q']);
  await run('apt-get', ['install', '-qy', name], { env: { DEBIAN_FRONTEND: 'noninteractive' } });
  const folder = findBinFolder(version);
  if (folder === undefined) throw new Error(`${name} must have bin/postgres in ${INSTALLED}, got none`);
  return folder;
}

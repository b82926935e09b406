import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { resourcesOf } from '../views/container-resources';
import { amountOf, formatSize } from '../views/quantities';
import { PostgresServer, postgresBytes, postgresServers } from './postgres-settings';

/** Sessions of PostgreSQL fit in its container. */
export const postgresMemory: Rule = {
  id: 'runtime-settings/postgres-memory',
  title: 'PostgreSQL is told to use less memory than its container gets, with every session at work',
  severity: 'warning',
  why:
    'Each session takes work_mem for each sort and hash of its query, and workers of autovacuum take theirs. The ' +
    'kernel ends one of them (OOMKilled), and the server restarts with all sessions.',
  cure: 'lower work_mem or max_connections (a pool in front needs fewer), or raise the limit',
  sources: ['K08', 'PostgreSQL: resource consumption', 'pgtune: work_mem', 'postgresqltuner: maximum memory'],
  judge: findGreedy,
};

const PAGE = 8192;
const KIB = 1024;
const MIB = 1024 ** 2;

/** What the server does without being told, in versions since 9.4. */
const DEFAULTS = {
  shared_buffers: '128MB',
  max_connections: '100',
  work_mem: '4MB',
  maintenance_work_mem: '64MB',
  autovacuum_max_workers: '3',
} as const;

const DEFAULT_SESSIONS = Number(DEFAULTS.max_connections);

/** Only what somebody chose is counted: a server that is told nothing rarely needs what it might take. */
function* findGreedy(index: ObjectIndex): Iterable<Finding> {
  for (const server of index.view(postgresServers)) {
    const { placed, settings } = server;
    const limit = amountOf(resourcesOf(index, placed).limits.memory);
    const parts = [sessionsOf(server), workersOf(server)].filter((part) => part !== undefined);
    const [first] = parts;
    const buffers = sizeOf(server, 'shared_buffers', PAGE);
    if (limit === undefined || first === undefined || buffers === undefined) continue;
    const sum = parts.reduce((bytes, part) => bytes + part.count * part.each, buffers);
    const { subject, at } = settings.get(first.setting) ?? { subject: placed.pod.owner, at: placed.at };
    if (sum <= limit) continue;
    const shares = parts.map(({ count, each, what }) => `${count} ${what} of ${formatSize(each)}`);
    const message =
      `memory of PostgreSQL must be at most the limit ${formatSize(limit)} of container '${placed.container.name}', ` +
      `got ${Math.ceil(sum / MIB)}Mi: ${[`shared_buffers of ${formatSize(buffers)}`, ...shares].join(', ')}`;
    yield { subject, at, message };
  }
}

interface Part {
  readonly what: string;
  readonly count: number;
  readonly each: number;

  /** The setting to look at. */
  readonly setting: string;
}

/** Sessions count where work_mem is chosen, or where there may be more of them than by default. */
function sessionsOf(server: PostgresServer): Part | undefined {
  const count = countOf(server, 'max_connections');
  const each = sizeOf(server, 'work_mem', KIB);
  const isChosen = server.settings.has('work_mem') || (count ?? 0) > DEFAULT_SESSIONS;
  if (!isChosen || count === undefined || each === undefined) return undefined;
  const setting = server.settings.has('max_connections') ? 'max_connections' : 'work_mem';
  return { what: 'sessions', count, each, setting };
}

/** Workers of autovacuum count where their memory is chosen. */
function workersOf(server: PostgresServer): Part | undefined {
  const names = ['autovacuum_work_mem', 'maintenance_work_mem'] as const;
  // -1 is the word for: as much as maintenance.
  const setting = names.find((name) => server.settings.has(name) && server.settings.get(name)?.value !== '-1');
  const count = countOf(server, 'autovacuum_max_workers');
  const each = setting === undefined ? undefined : sizeOf(server, setting, KIB);
  if (setting === undefined || count === undefined || each === undefined) return undefined;
  return { what: 'workers', count, each, setting };
}

function sizeOf({ settings }: PostgresServer, name: string, block: number): number | undefined {
  const value = settings.get(name)?.value ?? (DEFAULTS as Readonly<Record<string, string>>)[name];
  return value === undefined ? undefined : postgresBytes(value, block);
}

function countOf({ settings }: PostgresServer, name: 'max_connections' | 'autovacuum_max_workers'): number | undefined {
  const value = settings.get(name)?.value ?? DEFAULTS[name];
  return /^\d+$/.test(value) ? Number(value) : undefined;
}

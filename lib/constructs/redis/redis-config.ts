import { Bytes, bytes } from '../../model/quantity';

/** What Redis does with a write once its memory is full: refuse it, or forget the keys that were used longest ago. */
export type Eviction = 'noeviction' | 'allkeys-lru' | 'volatile-lru';

/** Settings of a server that keeps what it is told. */
export interface RedisSettings {
  /** Memory that keys may take, below the memory limit. */
  readonly maxMemory: Bytes;
  readonly eviction: Eviction;
}

/** Port of the server. */
export const REDIS_PORT = 6379;

/** Folder of the volume. */
export const REDIS_DATA = '/data';

/** Folder of the Secret: `users.conf` holds the one line that must not be read in a ConfigMap. */
export const REDIS_SECRETS = '/run/secrets/redis';

/** Key of the Secret with that line. */
export const REDIS_PASSWORD_FILE = 'users.conf';

/**
 * Renders `redis.conf`: every write goes to an append-only file, which is synced once a second, so that a kill of the
 * process loses none and the loss of the node one second.
 */
export function renderRedisConfig({ maxMemory, eviction }: RedisSettings): string {
  const lines: readonly (readonly [name: string, value: string | number])[] = [
    ['port', REDIS_PORT],
    ['bind', '* -::*'],
    ['dir', REDIS_DATA],
    ['appendonly', 'yes'],
    ['appendfsync', 'everysec'],
    ['aof-use-rdb-preamble', 'yes'],
    // A line that was cut off by a crash is dropped; anything else that is broken stops the start.
    ['aof-load-truncated', 'yes'],
    ['auto-aof-rewrite-percentage', 100],
    ['auto-aof-rewrite-min-size', bytes('64Mi')],
    // No snapshots beside the file: they would be a second copy, older than the first.
    ['save', '""'],
    ['maxmemory', bytes(maxMemory)],
    ['maxmemory-policy', eviction],
    ['tcp-keepalive', 60],
    ['include', `${REDIS_SECRETS}/${REDIS_PASSWORD_FILE}`],
  ];
  return lines.map(([name, value]) => `${name} ${value}\n`).join('');
}

/** Line of `users.conf`, as a template over the property that is the password. */
export const renderPasswordLine = (property: string): string => `requirepass {{ .${property.replaceAll('-', '_')} }}\n`;

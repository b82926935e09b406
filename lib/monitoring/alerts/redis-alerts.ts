import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { AlertScope, critical, PERCENT, warning } from './alert-scope';

/** When a Redis server is not well. */
export interface RedisLimits {
  /** Time that the server may be down: as long as its restart takes. */
  readonly down: Duration;

  /** Share of the memory that keys may take. */
  readonly memory: ShareLimit;

  /** Time that writes may fail to reach the file. */
  readonly notWritten: Duration;
}

/** Alerts of the servers of a namespace, as the exporter beside each sees it. */
export function redisAlerts({ prefix, namespace }: AlertScope, limits: RedisLimits): Alert[] {
  const share = `${select('redis_memory_used_bytes', namespace)} / ${select('redis_memory_max_bytes', namespace)}`;
  return [
    warning({
      name: `${prefix}RedisDown`,
      expr: `${select('redis_up', namespace)} == 0`,
      for: limits.down,
      summary: 'Redis in {{ $labels.pod }} does not answer its exporter',
      description: 'Its clients do without. Look at the log of the server, its volume and its memory.',
    }),
    warning({
      name: `${prefix}RedisMemory`,
      expr: `${share} > ${shareOf(limits.memory)}`,
      for: limits.memory.for,
      summary: `${PERCENT} of the memory for keys of {{ $labels.pod }} is taken`,
      description:
        'Once all is, keys are forgotten or writes refused, as its row says. Look for keys without an end, then raise maxMemory and the limit.',
    }),
    critical({
      name: `${prefix}RedisNotWritten`,
      expr: `${select('redis_aof_last_write_status', namespace)} == 0`,
      for: limits.notWritten,
      summary: 'Redis in {{ $labels.pod }} cannot write its file, and refuses writes',
      description: 'The volume is full or broken. Look at its free space; a restart would lose what was not written.',
    }),
  ];
}

import { AlertCase } from './promtool';
import { CaseScope } from './scoped-cases';

/** A Redis in the first pod of a server of this name, by what its exporter sees. */
export function redisAlertCases({ prefix, namespace }: CaseScope, name: string): Readonly<Record<string, AlertCase>> {
  const labels = { namespace, job: name, pod: `${name}-0` };
  const series = (metric: string) => `${metric}{namespace="${namespace}",job="${name}",pod="${labels.pod}"}`;
  return {
    [`${prefix}RedisDown`]: {
      at: '10m',
      firing: { [series('redis_up')]: '0x20' },
      labels,
      summary: `Redis in ${labels.pod} does not answer its exporter`,
      quiet: { [series('redis_up')]: '0x1 1x20' },
    },
    [`${prefix}RedisMemory`]: {
      at: '20m',
      firing: { [series('redis_memory_used_bytes')]: '91x30', [series('redis_memory_max_bytes')]: '100x30' },
      labels,
      summary: `91% of the memory for keys of ${labels.pod} is taken`,
      quiet: { [series('redis_memory_used_bytes')]: '90x30', [series('redis_memory_max_bytes')]: '100x30' },
    },
    [`${prefix}RedisNotWritten`]: {
      at: '5m',
      firing: { [series('redis_aof_last_write_status')]: '0x10' },
      labels,
      summary: `Redis in ${labels.pod} cannot write its file, and refuses writes`,
      quiet: { [series('redis_aof_last_write_status')]: '1x10' },
    },
  };
}

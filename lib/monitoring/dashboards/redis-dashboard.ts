import { Dashboard } from '../../model/dashboard';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph, number } from './panel';

/** Memory and clients of the Redis servers of one namespace. */
export function redisDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  return {
    uid: `${platform}-redis`,
    title: 'Redis',
    folder: platform,
    panels: [
      number('Servers that answer', 'short', `sum(${series('redis_up')})`),
      graph('Memory for keys that is taken', 'percentunit', [
        `${series('redis_memory_used_bytes')} / ${series('redis_memory_max_bytes')}`,
        '{{pod}}',
      ]),
      graph('Clients', 'short', [series('redis_connected_clients'), '{{pod}}']),
    ],
  };
}

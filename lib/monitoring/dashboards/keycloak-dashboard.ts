import { Dashboard } from '../../model/dashboard';
import { springHttp } from '../alerts/service-alerts';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph, rate } from './panel';

/** What a Keycloak answers, and what it waits for. `job` is the name of its workload. */
export function keycloakDashboard({ platform, namespace, job }: DashboardScope & { readonly job: string }): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, `job="${job}"`, ...matchers);
  const answers = (by: string) => `sum by (${by}) (${rate(series(springHttp.requests))})`;
  const heap = (metric: string) => `sum by (pod) (${series(metric, 'area="heap"')})`;
  return {
    uid: `${platform}-keycloak`,
    title: 'Keycloak',
    folder: platform,
    panels: [
      graph('Answers', 'reqps', [answers('status'), '{{status}}']),
      graph('Requests', 'reqps', [answers('uri'), '{{uri}}']),
      graph(
        'Connections to the database',
        'short',
        [`sum by (pod) (${series('agroal_active_count')})`, '{{pod}} in use'],
        [`sum by (pod) (${series('agroal_available_count')})`, '{{pod}} idle'],
        [`sum by (pod) (${series('agroal_awaiting_count')})`, '{{pod}} waited for'],
      ),
      graph('Heap in use', 'percentunit', [
        `${heap('jvm_memory_used_bytes')} / ${heap('jvm_memory_max_bytes')}`,
        '{{pod}}',
      ]),
    ],
  };
}

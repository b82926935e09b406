import { Dashboard } from '../../model/dashboard';
import { springHttp } from '../alerts/service-alerts';
import { select } from '../select';
import { DashboardScope, httpPanels } from './dashboards';
import { graph } from './panel';

/** Load, errors and times of services on Spring Boot, and what their JVMs and pools hold. */
export function springDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const heap = (metric: string) => `sum by (pod) (${series(metric, 'area="heap"')})`;
  return {
    uid: `${platform}-services`,
    title: 'Services',
    folder: platform,
    panels: [
      ...httpPanels(namespace, springHttp),
      graph(
        'Pods that are ready',
        'short',
        [series('kube_deployment_status_replicas_available'), '{{deployment}}'],
        [series('kube_statefulset_status_replicas_ready'), '{{statefulset}}'],
      ),
      graph('Heap in use', 'percentunit', [
        `${heap('jvm_memory_used_bytes')} / ${heap('jvm_memory_max_bytes')}`,
        '{{pod}}',
      ]),
      graph('Threads', 'short', [series('jvm_threads_live_threads'), '{{pod}}']),
      graph(
        'Connections to the database',
        'short',
        [`sum by (pod) (${series('hikaricp_connections_active')})`, '{{pod}} in use'],
        [`sum by (pod) (${series('hikaricp_connections_pending')})`, '{{pod}} waited for'],
      ),
    ],
  };
}

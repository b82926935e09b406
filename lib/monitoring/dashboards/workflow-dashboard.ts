import { Dashboard } from '../../model/dashboard';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph, number, rate } from './panel';

/** Workflows, their errors, and what the engine uses. */
export function workflowDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const share = (part: string, whole: string) => `${part} / ${whole}`;
  const heap = (metric: string) => `sum by (pod) (${series(metric, 'area="heap"')})`;
  return {
    uid: `${platform}-workflow`,
    title: 'Workflow Engine Overview',
    folder: platform,
    panels: [
      number('Active Instances', 'short', `max(${series('workflow_instances_active')})`),
      graph('State Transitions', 'ops', [
        `sum by (from_state, to_state) (${rate(series('workflow_state_transition_total'))})`,
        '{{from_state}} → {{to_state}}',
      ]),
      graph('Error Rate', 'ops', [`sum by (error_code) (${rate(series('workflow_error_total'))})`, '{{error_code}}']),
      graph('Events that wait to be published', 'short', [
        `max(${series('outbox_event_pending_total')})`,
        'all pods see the same',
      ]),
      graph('Requests', 'reqps', [
        `sum by (status) (${rate(series('http_server_requests_seconds_count'))})`,
        '{{status}}',
      ]),
      graph('Connections to PostgreSQL that are used', 'percentunit', [
        share(series('hikaricp_connections_active'), series('hikaricp_connections_max')),
        '{{pod}}',
      ]),
      graph('Heap', 'percentunit', [share(heap('jvm_memory_used_bytes'), heap('jvm_memory_max_bytes')), '{{pod}}']),
    ],
  };
}

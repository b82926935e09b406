import { Dashboard } from '../../model/dashboard';
import { RATE_WINDOW } from '../alerts/alert-scope';
import { graph, number } from './panel';

/** What the cluster has, what is asked of it and what is used. */
export function capacityDashboard(folder: string): Dashboard {
  const asked = (resource: string) => `sum(kube_pod_container_resource_requests{resource="${resource}"})`;
  const has = (resource: string) => `sum(kube_node_status_allocatable{resource="${resource}"})`;
  const throttled = `rate(container_cpu_cfs_throttled_periods_total[${RATE_WINDOW}])`;
  const periods = `rate(container_cpu_cfs_periods_total[${RATE_WINDOW}])`;
  return {
    uid: 'cluster-capacity',
    title: 'Capacity of the cluster',
    folder,
    panels: [
      number('CPU that is asked for', 'percentunit', `${asked('cpu')} / ${has('cpu')}`),
      number('Memory that is asked for', 'percentunit', `${asked('memory')} / ${has('memory')}`),
      graph('CPU', 'short', [
        `sum by (namespace) (rate(container_cpu_usage_seconds_total{container!=""}[${RATE_WINDOW}]))`,
        '{{namespace}}',
      ]),
      graph('Memory', 'bytes', [
        'sum by (namespace) (container_memory_working_set_bytes{container!=""})',
        '{{namespace}}',
      ]),
      graph('Share of time without CPU', 'percentunit', [
        `sum by (namespace, pod) (${throttled}) / sum by (namespace, pod) (${periods})`,
        '{{namespace}}/{{pod}}',
      ]),
      graph('Volumes that are used', 'percentunit', [
        'kubelet_volume_stats_used_bytes / kubelet_volume_stats_capacity_bytes',
        '{{namespace}}/{{persistentvolumeclaim}}',
      ]),
      graph('Restarts', 'short', [
        'sum by (namespace, pod) (increase(kube_pod_container_status_restarts_total[1h]))',
        '{{namespace}}/{{pod}}',
      ]),
      graph('Targets that answer', 'short', ['sum by (namespace, job) (up)', '{{namespace}}/{{job}}']),
      graph('Series that Prometheus holds', 'short', ['prometheus_tsdb_head_series', '{{pod}}']),
    ],
  };
}

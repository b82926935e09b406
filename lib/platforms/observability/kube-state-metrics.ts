import { KubeStateMetrics } from '../../constructs/observability/kube-state-metrics';
import { toolProps } from '../context';
import { Context } from './context';

const NAME = 'kube-state-metrics';

/** Defines what reports on the cluster's objects. Where an operator runs, its cluster has one already. */
export function defineKubeStateMetrics(context: Context): void {
  const { component, namespace, rows, environment } = context;
  if (environment.monitoring.kind === 'operator') return;
  const metrics = new KubeStateMetrics(component(NAME, 'kubeStateMetrics'), NAME, {
    ...toolProps(rows.kubeStateMetrics, rows.tools),
    namespace,
    reports: rows.kubeStateMetrics.reports,
    apiServer: environment.apiServer,
  });
  context.scrape(metrics.metricsTargets);
}

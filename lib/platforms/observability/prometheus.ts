import { Monitors } from '../../constructs/observability/monitors';
import { Prometheus } from '../../constructs/observability/prometheus';
import { imageReference } from '../../model/image';
import { priority } from '../cluster-facts';
import { Context } from './context';
import { PROMETHEUS } from './names';

/** Defines the server that scrapes and alerts, or nothing where an operator runs one. */
export function definePrometheus(context: Context): Prometheus | undefined {
  const { component, namespace, environment } = context;
  if (environment.monitoring.kind === 'operator') return undefined;
  const { image, user, ...row } = context.rows.prometheus;
  const prometheus = new Prometheus(component(PROMETHEUS, 'prometheus'), PROMETHEUS, {
    ...row,
    namespace,
    image: imageReference(image),
    user,
    group: user,
    storageClassName: environment.storageClass.name,
    priorityClassName: priority.data,
    apiServer: environment.apiServer,
    nodes: environment.nodes.cidrs,
  });
  context.scrape(prometheus.metricsTargets);
  return prometheus;
}

/** Hands over all targets and alerts that the platforms left, so it comes after everything else is defined. */
export function watch(context: Context, prometheus: Prometheus | undefined): void {
  const { environment, telemetry, component, namespace, rows } = context;
  const { targets, alerts } = telemetry;
  if (environment.monitoring.kind === 'operator') {
    const { scrapeInterval, scrapeTimeout, evaluationInterval } = rows.prometheus;
    new Monitors(component('monitors', 'prometheus'), 'Monitors', {
      namespace: namespace.name,
      selectorLabels: environment.monitoring.selectorLabels,
      scrapeInterval,
      scrapeTimeout,
      evaluationInterval,
      jobs: targets,
      groups: alerts,
    });
  }
  targets.forEach((target) => prometheus?.scrape(target));
  alerts.forEach((group) => prometheus?.evaluate(group));
}

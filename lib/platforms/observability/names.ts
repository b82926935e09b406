import { NAME_LABEL, PodPeer } from '../../constructs/workloads/endpoint';
import { Environment } from '../../environments/environment';

/** Namespace of everything that watches. */
export const OBSERVABILITY = 'observability';

/** Workload that takes traces, metrics and logs by OTLP. */
export const COLLECTOR = 'otel-collector';

/** Workload that scrapes and alerts, unless the cluster has one of its own. */
export const PROMETHEUS = 'prometheus';

/** The collector's pods. */
export const collectorPeer: PodPeer = { namespace: OBSERVABILITY, labels: { [NAME_LABEL]: COLLECTOR } };

/** The pods that scrape in an environment. */
export function scraperOf({ monitoring }: Environment): PodPeer {
  if (monitoring.kind === 'operator') return monitoring.prometheus;
  return { namespace: OBSERVABILITY, labels: { [NAME_LABEL]: PROMETHEUS } };
}

import { COLLECTOR_PORTS } from '../../constructs/observability/otel-collector-config';
import { Endpoint, NAME_LABEL, PodPeer } from '../../constructs/workloads/endpoint';
import { Environment } from '../../environments/environment';

/** Namespace of everything that watches. */
export const OBSERVABILITY = 'observability';

/** Workload that takes traces, metrics and logs by OTLP. */
export const COLLECTOR = 'otel-collector';

/** Workload that scrapes and alerts, unless the cluster has one of its own. */
export const PROMETHEUS = 'prometheus';

/** The collector's pods. */
export const collectorPeer: PodPeer = { namespace: OBSERVABILITY, labels: { [NAME_LABEL]: COLLECTOR } };

/** The collector for what sends to it by OTLP over gRPC, in an environment. */
export function otlpOf({ clusterDomain }: Environment): { readonly url: string; readonly endpoint: Endpoint } {
  const port = COLLECTOR_PORTS['otlp-grpc'];
  return {
    url: `http://${COLLECTOR}.${OBSERVABILITY}.svc.${clusterDomain}:${port}`,
    endpoint: { peer: collectorPeer, ports: [{ port }], after: [] },
  };
}

/** The pods that scrape in an environment. */
export function scraperOf({ monitoring }: Environment): PodPeer {
  if (monitoring.kind === 'operator') return monitoring.prometheus;
  return { namespace: OBSERVABILITY, labels: { [NAME_LABEL]: PROMETHEUS } };
}

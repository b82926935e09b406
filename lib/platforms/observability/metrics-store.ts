import { Prometheus, PROMETHEUS_PORT } from '../../constructs/observability/prometheus';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { Environment } from '../../environments/environment';
import { OBSERVABILITY, PROMETHEUS, scraperOf } from './names';

/** Service that an operator defines in front of the Prometheus of a namespace. */
export const OPERATED = 'prometheus-operated';

/** The Prometheus of an environment, as those who ask it or write to it see it. */
export interface MetricsStore {
  /** `http://host:port`. */
  readonly url: string;
  readonly server: Endpoint;
}

/**
 * The Prometheus of an environment.
 *
 * @param prometheus our own, where there is one, so that its side of the connection is opened too
 */
export function metricsStoreOf(environment: Environment, prometheus?: Prometheus): MetricsStore {
  const { monitoring, clusterDomain } = environment;
  const [name, namespace] =
    monitoring.kind === 'operator' ? [OPERATED, monitoring.prometheus.namespace] : [PROMETHEUS, OBSERVABILITY];
  return {
    url: `http://${name}.${namespace}.svc.${clusterDomain}:${PROMETHEUS_PORT}`,
    server: prometheus?.endpoint() ?? { peer: scraperOf(environment), ports: [{ port: PROMETHEUS_PORT }], after: [] },
  };
}

import { Chart, Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { Prometheus, PrometheusProps } from '../../../lib/constructs/observability/prometheus';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { fixed } from '../../../lib/model/scale';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

/** Props of a server in tests. */
export const required: Omit<PrometheusProps, 'namespace'> = {
  image: 'registry.example/prometheus:v3.13.2',
  user: 65_534,
  group: 65_534,
  storage: '10Gi',
  storageClassName: 'ssd',
  resources: SMALL,
  probes: { ...TIMINGS, startup: { period: '10s', timeout: '2s', failures: 90 } },
  terminationGrace: '300s',
  priorityClassName: 'data',
  scrapeInterval: '30s',
  scrapeTimeout: '10s',
  evaluationInterval: '1m',
  reloadInterval: '30s',
  retention: { time: '7d', percent: 80 },
  outOfOrder: '10m',
  samplesOfTarget: 1000,
  kubelet: { cadvisor: ['container_a', 'container_b'], kubelet: ['kubelet_a'] },
  apiServer: { cidrs: ['10.0.0.1/32', '10.0.0.2/32'], port: 6443 },
  nodes: ['10.1.0.0/16'],
};

/** A workload that reports metrics, in a namespace of its own. */
export function workloadIn(chart: Chart, namespace: string, name: string): StatelessWorkload {
  return new StatelessWorkload(chart, name, {
    namespace: namespaceIn(chart, namespace),
    component: 'service',
    scale: fixed(1),
    pod: { containers: [], user: 1000, group: 1000, terminationGrace: '30s', priorityClassName: 'service' },
    minReady: '5s',
    progressDeadline: '60s',
  });
}

/** A server in a chart of its own. */
export function prometheusIn(overrides: Partial<PrometheusProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart, 'watch');
  return { chart, prometheus: new Prometheus(chart, 'prometheus', { namespace, ...required, ...overrides }) };
}

/** Its configuration, as the server reads it. */
export function configOf(chart: Chart): Config {
  const { data } = objectsOf(chart)('ConfigMap') as unknown as { data: Record<string, string> };
  return load(data['prometheus.yml'] ?? '') as Config;
}

/** The part of a configuration that tests ask for. */
export interface Config {
  readonly global: object;
  readonly storage: object;
  readonly rule_files: readonly string[];
  readonly scrape_configs: readonly { readonly job_name: string; readonly relabel_configs: readonly object[] }[];
}

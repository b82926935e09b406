import { load } from 'js-yaml';
import { AlertGroup } from '../../../lib/model/alert';
import { objectsOf } from '../support';
import { configOf, prometheusIn, workloadIn } from './prometheus-support';

const group = (name: string): AlertGroup => ({
  name,
  alerts: [
    {
      name: 'TargetDown',
      expr: 'up == 0',
      for: '5m',
      severity: 'critical',
      summary: '{{ $labels.job }} is down',
      description: 'No answer. Look at its pods.',
    },
  ],
});

function scraping() {
  const { chart, prometheus } = prometheusIn();
  prometheus.scrape({ workload: workloadIn(chart, 'shop', 'cart'), port: 8080, platform: 'shop' });
  return { chart, prometheus };
}

test('times and retention come from the props', () => {
  expect(configOf(prometheusIn().chart)).toMatchObject({
    global: { scrape_interval: '30s', scrape_timeout: '10s', evaluation_interval: '1m', sample_limit: 1000 },
    storage: { tsdb: { retention: { time: '7d', percentage: 80 }, out_of_order_time_window: '10m' } },
  });
});

test('a target is a job of its own: the running pods of its name that declare its port', () => {
  expect(configOf(scraping().chart).scrape_configs[0]).toEqual({
    job_name: 'shop/cart:8080',
    metrics_path: '/metrics',
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['shop'] } }],
    relabel_configs: [
      {
        source_labels: [
          '__meta_kubernetes_pod_label_app_kubernetes_io_name',
          '__meta_kubernetes_pod_container_port_number',
        ],
        regex: 'cart;8080',
        action: 'keep',
      },
      { source_labels: ['__meta_kubernetes_pod_phase'], regex: 'Failed|Succeeded', action: 'drop' },
      { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
      { source_labels: ['__meta_kubernetes_pod_name'], target_label: 'pod' },
      { target_label: 'job', replacement: 'cart' },
      { target_label: 'platform', replacement: 'shop' },
    ],
  });
});

test('a target may have a path of its own, and series that name what they are about', () => {
  const { chart, prometheus } = prometheusIn();
  const workload = workloadIn(chart, 'shop', 'cart');
  prometheus.scrape({ workload, port: 8080, path: '/actuator/prometheus', honorLabels: true, platform: 'shop' });
  expect(configOf(chart).scrape_configs[0]).toMatchObject({ metrics_path: '/actuator/prometheus', honor_labels: true });
});

test('jobs stand in the order of their names, whatever the order of the platforms', () => {
  const { chart, prometheus } = prometheusIn();
  const [b, a] = [workloadIn(chart, 'b', 'one'), workloadIn(chart, 'a', 'two')];
  prometheus.scrape({ workload: b, port: 8080, platform: 'p' });
  prometheus.scrape({ workload: a, port: 8080, platform: 'p' });
  expect(configOf(chart).scrape_configs.map(({ job_name }) => job_name)).toEqual([
    'a/two:8080',
    'b/one:8080',
    'cadvisor',
    'kubelet',
  ]);
});

test('kubelets are read over TLS that is checked, and only the named metrics are kept', () => {
  const [cadvisor, kubelet] = configOf(prometheusIn().chart).scrape_configs;
  const account = '/var/run/secrets/kubernetes.io/serviceaccount';
  const common = {
    scheme: 'https',
    authorization: { credentials_file: `${account}/token` },
    tls_config: { ca_file: `${account}/ca.crt` },
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [{ source_labels: ['__meta_kubernetes_node_name'], target_label: 'node' }],
  };
  const keep = (regex: string) => [{ source_labels: ['__name__'], regex, action: 'keep' }];
  expect(cadvisor).toEqual({
    ...common,
    job_name: 'cadvisor',
    metrics_path: '/metrics/cadvisor',
    track_timestamps_staleness: true,
    metric_relabel_configs: keep('container_a|container_b'),
  });
  expect(kubelet).toEqual({
    ...common,
    job_name: 'kubelet',
    metrics_path: '/metrics',
    metric_relabel_configs: keep('kubelet_a'),
  });
});

test('a group of alerts is a file of rules beside the configuration, which finds it', () => {
  const { chart, prometheus } = scraping();
  prometheus.evaluate(group('shop-cart'));
  const { data } = objectsOf(chart)('ConfigMap') as unknown as { data: Record<string, string> };
  expect(configOf(chart).rule_files).toEqual(['*.rules.yaml']);
  expect(Object.keys(data)).toEqual(['prometheus.yml', 'shop-cart.rules.yaml']);
  expect(load(data['shop-cart.rules.yaml'] ?? '')).toEqual({
    groups: [
      {
        name: 'shop-cart',
        rules: [
          {
            alert: 'TargetDown',
            expr: 'up == 0',
            for: '5m',
            labels: { severity: 'critical' },
            annotations: { summary: '{{ $labels.job }} is down', description: 'No answer. Look at its pods.' },
          },
        ],
      },
    ],
  });
});

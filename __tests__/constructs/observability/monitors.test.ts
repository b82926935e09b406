import { Testing } from 'cdk8s';
import { Monitors } from '../../../lib/constructs/observability/monitors';
import { objectsOf } from '../support';
import { workloadIn } from './prometheus-support';

function define() {
  const chart = Testing.chart();
  const workload = workloadIn(chart, 'shop', 'cart');
  new Monitors(chart, 'Monitors', {
    namespace: 'watch',
    selectorLabels: { release: 'operator' },
    scrapeInterval: '30s',
    scrapeTimeout: '10s',
    evaluationInterval: '1m',
    jobs: [
      { workload, port: 8080, platform: 'shop' },
      { workload, port: 8081, path: '/own', honorLabels: true, platform: 'shop' },
    ],
    groups: [
      {
        name: 'shop-cart',
        alerts: [
          {
            name: 'TargetDown',
            expr: 'up == 0',
            for: '5m',
            severity: 'warning',
            summary: 'down',
            description: 'Look at it.',
          },
        ],
      },
    ],
  });
  return objectsOf(chart);
}

test('a workload is one monitor, with an endpoint for each of its ports, as the server stores it', () => {
  const relabelings = [{ action: 'replace', targetLabel: 'platform', replacement: 'shop' }];
  const times = { interval: '30s', scrapeTimeout: '10s' };
  expect(define()('PodMonitor')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: {
      name: 'shop-cart',
      namespace: 'watch',
      labels: { 'app.kubernetes.io/name': 'shop-cart', release: 'operator' },
    },
    spec: {
      jobLabel: 'app.kubernetes.io/name',
      namespaceSelector: { matchNames: ['shop'] },
      selector: { matchLabels: { 'app.kubernetes.io/name': 'cart' } },
      podMetricsEndpoints: [
        { portNumber: 8080, path: '/metrics', ...times, relabelings },
        { portNumber: 8081, path: '/own', ...times, honorLabels: true, relabelings },
      ],
    },
  });
});

test('a group of alerts is one object with the labels that the operator selects', () => {
  expect(define()('PrometheusRule')).toEqual({
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: 'shop-cart',
      namespace: 'watch',
      labels: { 'app.kubernetes.io/name': 'shop-cart', release: 'operator' },
    },
    spec: {
      groups: [
        {
          name: 'shop-cart',
          interval: '1m',
          rules: [
            {
              alert: 'TargetDown',
              expr: 'up == 0',
              for: '5m',
              labels: { severity: 'warning' },
              annotations: { summary: 'down', description: 'Look at it.' },
            },
          ],
        },
      ],
    },
  });
});

import { observability } from '../../lib/platforms/observability/config';
import { findProblems } from '../../lib/platforms/observability/problems';
import { ObservabilityRows } from '../../lib/platforms/observability/rows';
import { everywhere, messagesOf, resources } from './row-messages';

const messages = messagesOf(observability, findProblems);

const { alerts, prometheus, kubeStateMetrics } = observability;

test('the rows as they are have no problem', () => {
  expect(messages({})).toEqual([]);
});

test.each<[string, Partial<ObservabilityRows>, string]>([
  [
    'storage in decimal units',
    { prometheus: { ...prometheus, storage: everywhere('100G' as '100Gi') } },
    "prometheus.storage.prod: must be an amount of storage such as 50Gi, got '100G'",
  ],
  [
    'requests above limits',
    { prometheus: { ...prometheus, resources: resources('1', '256Mi') } },
    "prometheus.resources.prod.requests.cpu: must be at most limits 500m, got '1'; lower it or raise the limit",
  ],
  [
    'no amount of memory',
    { kubeStateMetrics: { ...kubeStateMetrics, resources: resources('100m', 'much') } },
    "kubeStateMetrics.resources.prod.requests.memory: must be an amount of memory such as 512Mi or 2Gi, got 'much'",
  ],
  [
    'storage without a unit',
    { loki: { ...observability.loki, storage: everywhere('100' as '100Gi') } },
    "loki.storage.prod: must be an amount of storage such as 50Gi, got '100'",
  ],
  [
    'a collector that asks for more than it may have',
    { collector: { ...observability.collector, resources: resources('100m', '1Gi') } },
    "collector.resources.prod.requests.memory: must be at most limits 512Mi, got '1Gi'; lower it or raise the limit",
  ],
  [
    'a Grafana that asks for more than it may have',
    { grafana: { ...observability.grafana, resources: resources('2', '256Mi') } },
    "grafana.resources.prod.requests.cpu: must be at most limits 500m, got '2'; lower it or raise the limit",
  ],
  [
    'an alert that a lost scrape would send',
    { alerts: { ...alerts, scrapes: { ...alerts.scrapes, down: '30s' } } },
    "alerts.scrapes.down: must be a time longer than the 30s between two scrapes, such as '5m', got '30s'; a single value that is lost or late would alert somebody",
  ],
  [
    'a share that is none',
    { alerts: { ...alerts, volumes: { ...alerts.volumes, free: { percent: 0.1, for: '5m' } } } },
    'alerts.volumes.free.percent: must be a whole number from 1 to 99, got 0.1; write 5 for a twentieth',
  ],
])('%s is refused', (_, rows, message) => {
  expect(messages(rows)).toEqual([message]);
});

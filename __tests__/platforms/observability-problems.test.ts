import { environments } from '../../lib/environments';
import { observability } from '../../lib/platforms/observability/config';
import { findProblems } from '../../lib/platforms/observability/problems';
import { ObservabilityRows } from '../../lib/platforms/observability/rows';
import { definePlatform } from '../../lib/platforms/platform';
import { everywhere, resources } from './wms-messages';

/** Messages about the rows of prod, with some of them changed. */
function messages(rows: Partial<ObservabilityRows>): string[] {
  const table = { ...observability, ...rows };
  const platform = definePlatform({
    name: 'observability',
    table: 'config.ts',
    rows: table,
    findProblems,
    define: () => undefined,
  });
  return platform.findProblems(environments.prod);
}

const { prometheus, kubeStateMetrics } = observability;

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
])('%s is refused', (_, rows, message) => {
  expect(messages(rows)).toEqual([message]);
});

import { environments } from '../../lib/environments';
import { observability } from '../../lib/platforms/observability/config';
import { metricsStoreOf } from '../../lib/platforms/observability/metrics-store';
import { ObservabilityRows } from '../../lib/platforms/observability/rows';
import { findSignalProblems } from '../../lib/platforms/observability/signal-problems';
import { definePlatform } from '../../lib/platforms/platform';
import { everywhere, resources } from './wms-messages';

function messages(rows: Partial<ObservabilityRows>): string[] {
  return definePlatform({
    name: 'observability',
    table: 'config.ts',
    rows: { ...observability, ...rows },
    findProblems: findSignalProblems,
    define: () => undefined,
  }).findProblems(environments.prod);
}

test.each<[string, Partial<ObservabilityRows>, string]>([
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

test('the rows as they are have no problem', () => {
  expect(messages({})).toEqual([]);
});

test("an operator's Prometheus is asked by the Service that operators define, and is no pod of ours", () => {
  const prometheus = { namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } };
  const monitoring = { kind: 'operator', prometheus, selectorLabels: {} } as const;
  expect(metricsStoreOf({ ...environments.prod, monitoring })).toEqual({
    url: 'http://prometheus-operated.monitoring.svc.cluster.local:9090',
    server: { peer: prometheus, ports: [{ port: 9090 }], after: [] },
  });
});

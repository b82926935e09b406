import { environments } from '../../lib/environments';
import { metricsStoreOf } from '../../lib/platforms/observability/metrics-store';

test("an operator's Prometheus is asked by the Service that operators define, and is no pod of ours", () => {
  const prometheus = { namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } };
  const monitoring = { kind: 'operator', prometheus, selectorLabels: {} } as const;
  expect(metricsStoreOf({ ...environments.prod, monitoring })).toEqual({
    url: 'http://prometheus-operated.monitoring.svc.cluster.local:9090',
    server: { peer: prometheus, ports: [{ port: 9090 }], after: [] },
  });
});

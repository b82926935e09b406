import { Testing } from 'cdk8s';
import { KubeStateMetrics, KubeStateMetricsProps } from '../../../lib/constructs/observability/kube-state-metrics';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

function define(overrides: Partial<KubeStateMetricsProps> = {}) {
  const chart = Testing.chart();
  const metrics = new KubeStateMetrics(chart, 'kube-state-metrics', {
    namespace: namespaceIn(chart, 'watch'),
    image: 'registry.example/kube-state-metrics:v2.20.0',
    user: 65_534,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'service',
    minReady: '5s',
    progressDeadline: '120s',
    reports: ['pods', 'jobs', 'cronjobs', 'deployments'],
    apiServer: { cidrs: ['10.0.0.1/32'], port: 6443 },
    ...overrides,
  });
  return { chart, metrics };
}

test('one pod reports on exactly the resources that are named', () => {
  expect(objectsOf(define().chart)('Deployment').spec).toMatchObject({
    replicas: 1,
    template: {
      spec: {
        automountServiceAccountToken: true,
        containers: [{ args: ['--port=8080', '--telemetry-port=8081', '--resources=cronjobs,deployments,jobs,pods'] }],
      },
    },
  });
});

test('its account may list and watch these resources in all namespaces, and nothing else', () => {
  const verbs = ['list', 'watch'];
  expect(objectsOf(define().chart)('ClusterRole', 'watch-kube-state-metrics')).toMatchObject({
    rules: [
      { apiGroups: [''], resources: ['pods'], verbs },
      { apiGroups: ['apps'], resources: ['deployments'], verbs },
      { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'], verbs },
    ],
  });
});

test('an API server that does not answer makes it unready, and does not restart it', () => {
  expect(objectsOf(define().chart)('Deployment').spec).toMatchObject({
    template: {
      spec: {
        containers: [
          {
            startupProbe: { httpGet: { path: '/healthz', port: 'metrics' } },
            readinessProbe: { httpGet: { path: '/readyz', port: 'own' } },
            livenessProbe: { httpGet: { path: '/healthz', port: 'metrics' } },
          },
        ],
      },
    },
  });
});

test('it reaches the API server', () => {
  const { spec } = objectsOf(define().chart)('NetworkPolicy', 'kube-state-metrics') as unknown as {
    spec: { egress: object[] };
  };
  expect(spec.egress).toHaveLength(2);
  expect(spec.egress[1]).toEqual({
    to: [{ ipBlock: { cidr: '10.0.0.1/32' } }],
    ports: [{ port: 6443, protocol: 'TCP' }],
  });
});

test('its series name the namespaces and pods that they are about', () => {
  const { metrics } = define();
  expect(metrics.metricsTargets).toEqual([{ workload: metrics, port: 8080, honorLabels: true }]);
});

test('no resource at all is refused: the program would take it for every one, Secrets among them', () => {
  expect(() => objectsOf(define({ reports: [] }).chart)).toThrow(
    '[test/kube-state-metrics] reports must name at least one resource, got none; without, it reports all',
  );
});

import { PrometheusProps } from '../../../lib/constructs/observability/prometheus';
import { objectsOf, TIMINGS } from '../support';
import { prometheusIn, workloadIn } from './prometheus-support';

test('one server runs on a claim, with the token of its account and its data in the claim', () => {
  expect(objectsOf(prometheusIn().chart)('StatefulSet').spec).toMatchObject({
    replicas: 1,
    volumeClaimTemplates: [{ spec: { storageClassName: 'ssd', resources: { requests: { storage: '10Gi' } } } }],
    template: {
      spec: {
        automountServiceAccountToken: true,
        terminationGracePeriodSeconds: 300,
        containers: [
          {
            args: [
              '--config.file=/etc/prometheus/prometheus.yml',
              '--config.auto-reload',
              '--config.auto-reload-interval=30s',
              '--storage.tsdb.path=/prometheus',
              '--web.enable-otlp-receiver',
            ],
            startupProbe: { httpGet: { path: '/-/ready' }, periodSeconds: 10, failureThreshold: 90 },
            readinessProbe: { httpGet: { path: '/-/ready' } },
            livenessProbe: { httpGet: { path: '/-/healthy' } },
          },
        ],
      },
    },
  });
});

test('the configuration is mounted as a folder, so that it changes in a pod that runs', () => {
  const { spec } = objectsOf(prometheusIn().chart)('StatefulSet') as unknown as {
    spec: { template: { spec: { containers: { volumeMounts: object[] }[] } } };
  };
  expect(spec.template.spec.containers[0]?.volumeMounts).toEqual([
    { name: 'data', mountPath: '/prometheus' },
    { name: 'config', mountPath: '/etc/prometheus', readOnly: true },
  ]);
});

test('it may list pods in the namespaces that it scrapes, once for each', () => {
  const { chart, prometheus } = prometheusIn();
  const workload = workloadIn(chart, 'shop', 'cart');
  prometheus.scrape({ workload, port: 8080, platform: 'shop' });
  prometheus.scrape({ workload, port: 9090, platform: 'shop' });
  const find = objectsOf(chart);
  expect(find('Role')).toMatchObject({
    metadata: { name: 'prometheus', namespace: 'shop' },
    rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] }],
  });
  expect(find('RoleBinding')).toMatchObject({
    metadata: { name: 'prometheus', namespace: 'shop' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'prometheus' },
    subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'watch' }],
  });
});

test('of the cluster it may list nodes and read the metrics of their kubelets', () => {
  const find = objectsOf(prometheusIn().chart);
  expect(find('ClusterRole', 'watch-prometheus')).toMatchObject({
    rules: [
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
    ],
  });
  expect(find('ClusterRoleBinding', 'watch-prometheus')).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'watch-prometheus' },
    subjects: [{ kind: 'ServiceAccount', name: 'prometheus', namespace: 'watch' }],
  });
});

test('it reaches its targets, the API server and the kubelets, and nothing else', () => {
  const { chart, prometheus } = prometheusIn();
  prometheus.scrape({ workload: workloadIn(chart, 'shop', 'cart'), port: 8080, platform: 'shop' });
  const { spec } = objectsOf(chart)('NetworkPolicy', 'prometheus') as unknown as {
    spec: { egress: { to: object[]; ports: { port: number }[] }[]; ingress?: object };
  };
  expect(spec.egress.map(({ to, ports }) => [to[0], ports.map(({ port }) => port)])).toEqual([
    [expect.objectContaining({ podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }), [53, 53]],
    [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
        podSelector: { matchLabels: { 'app.kubernetes.io/name': 'cart' } },
      },
      [8080],
    ],
    [{ ipBlock: { cidr: '10.0.0.1/32' } }, [6443]],
    [{ ipBlock: { cidr: '10.0.0.2/32' } }, [6443]],
    [{ ipBlock: { cidr: '10.1.0.0/16' } }, [10_250]],
  ]);
  expect(spec).not.toHaveProperty('ingress');
});

test('a target orders nothing: the server starts whether it is there or not', () => {
  const { chart, prometheus } = prometheusIn();
  prometheus.scrape({ workload: workloadIn(chart, 'shop', 'cart'), port: 8080, platform: 'shop' });
  expect(prometheus.node.dependencies).toEqual([]);
});

test('clients query it by port 9090 after it is healthy', () => {
  const { prometheus } = prometheusIn();
  expect(prometheus.endpoint()).toMatchObject({ ports: [{ port: 9090 }], after: [prometheus] });
});

test.each<[string, Partial<PrometheusProps>, string]>([
  [
    'too short a start',
    { probes: TIMINGS },
    'probes.startup must give at least 15m to read the log of a crash again, got 30s; raise its failures',
  ],
  [
    'too short a grace',
    { terminationGrace: '299s' },
    'terminationGrace must be at least 300s to write what is in memory, got 299s',
  ],
  [
    'a scrape longer than its interval',
    { scrapeTimeout: '31s' },
    'scrapeTimeout must be at most scrapeInterval 30s, got 31s',
  ],
  [
    'a full volume',
    { retention: { time: '7d', percent: 86 } },
    'retention.percent must be from 1 to 85, room for blocks that are written anew, got 86',
  ],
  [
    'no share of the volume, which would mean any',
    { retention: { time: '7d', percent: 0 } },
    'retention.percent must be from 1 to 85, room for blocks that are written anew, got 0',
  ],
  [
    'targets without a limit',
    { samplesOfTarget: 0 },
    'samplesOfTarget must be a whole number from 1, got 0; 0 would be no limit',
  ],
  [
    'no metrics of kubelets',
    { kubelet: { cadvisor: ['container_a'], kubelet: [] } },
    'kubelet.kubelet must name at least one metric, got none; nothing would be kept of what is read',
  ],
])('%s is refused', (_, props, problem) => {
  expect(() => objectsOf(prometheusIn(props).chart)).toThrow(`[test/prometheus] ${problem}`);
});

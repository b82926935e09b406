import { Testing } from 'cdk8s';
import { ConfigFiles } from '../../../lib/constructs/objects/config-files';
import {
  StatefulMicroservice,
  StatefulMicroserviceProps,
} from '../../../lib/constructs/workloads/stateful-microservice';
import { between, fixed } from '../../../lib/model/scale';
import { Any } from '../../dist/read-dist';
import { namespaceIn, objectsOf, SMALL } from '../support';

const check = { path: '/live', period: '5s', timeout: '3s', failures: 3 } as const;

function define(overrides: Partial<StatefulMicroserviceProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const service = new StatefulMicroservice(chart, 'views', {
    namespace,
    image: 'registry.example/views:1.0.0',
    port: 8080,
    scale: between(2, 5),
    autoscaling: {
      cpuPercent: 70,
      up: { window: '0s', percent: 100, period: '15s' },
      down: { window: '300s', percent: 50, period: '60s' },
    },
    resources: SMALL,
    state: { folder: '/state', size: '10Gi', storageClassName: 'ssd' },
    startup: check,
    readiness: { ...check, path: '/ready' },
    liveness: check,
    settings: { NAME: 'views' },
    sharedSettings: new ConfigFiles(chart, 'Shared', { namespace: 'data', name: 'shared', data: {} }),
    secretEnv: {},
    user: 1000,
    terminationGrace: '30s',
    drain: '10s',
    priorityClassName: 'service',
    minReady: '5s',
    ...overrides,
  });
  const find = (kind: string, name?: string): Any => objectsOf(chart)(kind, name);
  return { service, kinds: () => (Testing.synth(chart) as Any[]).map(({ kind }) => kind), find };
}

test('each pod has a volume of its own, up to the most pods, and the quota has room for all of them', () => {
  const { service, find } = define();
  const { volumeClaimTemplates, template } = find('StatefulSet').spec;
  expect(volumeClaimTemplates.map(({ spec }: Any) => [spec.accessModes, spec.resources.requests.storage])).toEqual([
    [['ReadWriteOnce'], '10Gi'],
  ]);
  expect(template.spec.containers[0].volumeMounts).toContainEqual({ name: 'state', mountPath: '/state' });
  expect(service.claims).toEqual([0, 1, 2, 3, 4].map((index) => `state-views-${index}`));
  expect(find('ResourceQuota').spec.hard).toMatchObject({ persistentvolumeclaims: '5', 'requests.storage': '50Gi' });
});

test('a state that is not kept begins empty with every pod, and asks for no volume', () => {
  const { find, service } = define({ state: { folder: '/state', size: '2Gi' } });
  const { spec } = find('StatefulSet');
  expect(spec).not.toHaveProperty('volumeClaimTemplates');
  expect(spec.template.spec.volumes).toEqual([{ name: 'state', emptyDir: { sizeLimit: '2Gi' } }]);
  expect(service.claims).toEqual([]);
  expect(find('ResourceQuota').spec.hard).not.toHaveProperty('persistentvolumeclaims');
});

test('a range of pods has an autoscaler over the StatefulSet, which says no replicas', () => {
  const { find } = define();
  expect(find('StatefulSet').spec).not.toHaveProperty('replicas');
  expect(find('HorizontalPodAutoscaler').spec).toMatchObject({
    minReplicas: 2,
    maxReplicas: 5,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'views' },
  });
  expect(find('HorizontalPodAutoscaler').spec.metrics).toHaveLength(1);
});

test('a fixed number of pods has none, and a single one has no budget and is not spread', () => {
  const { find, kinds } = define({ scale: fixed(1) });
  expect(find('StatefulSet').spec.replicas).toBe(1);
  expect(find('StatefulSet').spec.template.spec).not.toHaveProperty('affinity');
  expect(kinds()).not.toEqual(expect.arrayContaining(['HorizontalPodAutoscaler']));
  expect(kinds()).not.toContain('PodDisruptionBudget');
});

test('two pods may share a host where there is no other: none has what another one needs', () => {
  const { podAntiAffinity } = define().find('StatefulSet').spec.template.spec.affinity;
  expect(Object.keys(podAntiAffinity)).toEqual(['preferredDuringSchedulingIgnoredDuringExecution']);
});

test('clients have one address, whichever pod answers', () => {
  const { find } = define();
  expect(find('Service', 'views').spec).toMatchObject({ type: 'ClusterIP', ports: [{ name: 'http', port: 8080 }] });
  expect(find('Service', 'views').spec).not.toHaveProperty('clusterIP');
  expect(find('StatefulSet').spec.serviceName).toBe('views-headless');
});

test('a drain that outlasts the grace, and one path for two questions, are refused', () => {
  const { service } = define({ drain: '30s', readiness: check });
  expect(service.node.validate()).toEqual([
    'drain must be shorter than terminationGrace 30s, got 30s',
    'readiness.path must differ from liveness.path, got /live for both',
  ]);
});

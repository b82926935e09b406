import { claimOfOne, claimRollout } from '../../../lib/rules/availability/claims';
import { quotaFits } from '../../../lib/rules/availability/quotas';
import { antiAffinityFits, spreadOwnPods } from '../../../lib/rules/availability/scheduling';
import { amountOf } from '../../../lib/rules/views/quantities';
import { judgeYaml, other, owner } from '../judge-yaml';

const plain = '{ containers: [{ name: c }] }';
const scaler = (min: number, max: number, metrics = '[]', name = 'api') =>
  other(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    name,
    `spec: { minReplicas: ${min}, maxReplicas: ${max}, metrics: ${metrics}, scaleTargetRef: { kind: Deployment, name: api } }`,
  );
const nodes = (count: number) => ({ nodes: { count, cpu: '4', memory: '16Gi' } });

const alone = (app: string, required = true) => {
  const term = `{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: ${app} } } }`;
  const rule = required
    ? `requiredDuringSchedulingIgnoredDuringExecution: [${term}]`
    : `preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: ${term} }]`;
  return `{ containers: [{ name: c }], affinity: { podAntiAffinity: { ${rule} } } }`;
};
const termAt = 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]';

test('pods that must be alone need nodes, one more for an update that adds one', () => {
  const judge = (spec: string, count: number, pod = alone('api'), kind = 'Deployment') =>
    judgeYaml(antiAffinityFits, owner(pod, kind, spec), nodes(count));
  expect(judge('replicas: 4', 3)).toEqual([`${termAt}.topologyKey: 4 pods must have a node each, got 3 nodes`]);
  expect(judge('replicas: 3', 3)).toEqual([
    `${termAt}.topologyKey: an update that adds a pod to 3 must find one more node, got 3 nodes`,
  ]);
  expect(judge('replicas: 3', 4)).toEqual([]);
  expect(judge('replicas: 3\n  strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }', 3)).toEqual([]);
  expect(judge('replicas: 3', 3, alone('api'), 'StatefulSet')).toEqual([]);
  expect(judge('replicas: 9', 3, alone('api', false))).toEqual([]);
  expect(judge('replicas: 9', 3, alone('other'))).toEqual([]);
  expect(judgeYaml(antiAffinityFits, owner(alone('api'), 'Deployment', 'replicas: 99'))).toEqual([]);
});

test('pods that must be alone in a zone need zones, where their number is known', () => {
  const pod = alone('api').replace('kubernetes.io/hostname', 'topology.kubernetes.io/zone');
  const judge = (spec: string, zones?: number) =>
    judgeYaml(antiAffinityFits, owner(pod, 'Deployment', spec), {
      nodes: { ...nodes(9).nodes, ...(zones && { zones }) },
    });
  expect(judge('replicas: 4', 3)).toEqual([`${termAt}.topologyKey: 4 pods must have a zone each, got 3 zones`]);
  expect(judge('replicas: 2', 3)).toEqual([]);
  expect(judge('replicas: 4')).toEqual([]);
});

test('pods are spread by a rule about themselves; they may keep away from others', () => {
  const spread = (selector: string) =>
    owner(`{ containers: [{ name: c }], topologySpreadConstraints: [{ maxSkew: 1, topologyKey: z${selector} }] }`);
  const at = 'spec.template.spec.topologySpreadConstraints[0].labelSelector';
  expect(judgeYaml(spreadOwnPods, spread(', labelSelector: { matchLabels: { app: api } }'))).toEqual([]);
  expect(judgeYaml(spreadOwnPods, spread(''))).toEqual([
    `${at}: a spread constraint must select the pods that it is part of, got no selector`,
  ]);
  expect(judgeYaml(spreadOwnPods, spread(', labelSelector: { matchLabels: { app: x } }'))).toEqual([
    `${at}: a spread constraint must select the pods that it is part of, got one of others`,
  ]);
  expect(judgeYaml(spreadOwnPods, owner(alone('x')))).toEqual([
    `${termAt}.labelSelector: a rule of anti-affinity must select pods, got none of the bundle`,
  ]);
  const others = owner(plain).replaceAll('app: api', 'app: x');
  expect(judgeYaml(spreadOwnPods, owner(alone('x')) + others)).toEqual([]);
});

test('a quota holds all pods, the largest update and nothing that is suspended', () => {
  const quota = (hard: string) => other('v1', 'ResourceQuota', 'q', `spec: { hard: { ${hard} } }`);
  const pod = '{ containers: [{ name: c, resources: { requests: { cpu: 500m }, limits: { memory: 1Gi } } }] }';
  const text = owner(pod, 'Deployment', 'replicas: 2') + owner(pod, 'Job', 'suspend: true');
  expect(judgeYaml(quotaFits, text + quota('pods: "3", requests.cpu: 1500m, limits.memory: 3Gi'))).toEqual([]);
  expect(judgeYaml(quotaFits, text + quota('pods: "2", requests.cpu: "1", requests.memory: 2Gi'))).toEqual([
    'spec.hard.pods: pods of the quota must be at least 3, got 2',
    'spec.hard["requests.cpu"]: requests.cpu of the quota must be at least 1500m, got 1',
    'spec.hard["requests.memory"]: requests.memory of the quota must be at least 3072Mi, got 2Gi',
  ]);
  const scoped = other('v1', 'ResourceQuota', 'q', 'spec: { hard: { pods: "1" }, scopes: [BestEffort] }');
  expect(judgeYaml(quotaFits, text + scoped)).toEqual([]);
});

test.each([
  ['250m', 0.25],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['1e3', 1000],
  ['2', 2],
  [3, 3],
  ['1G', 1e9],
  ['lots', undefined],
])('the quantity %s is %s', (written, expected) => {
  expect(amountOf(written)).toBe(expected);
});

const mounts = '{ containers: [{ name: c }], volumes: [{ name: v, persistentVolumeClaim: { claimName: data } }] }';
const claim = (mode: string) => other('v1', 'PersistentVolumeClaim', 'data', `spec: { accessModes: [${mode}] }`);
const claimAt = 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName';

test('a ReadWriteOnce claim is for one pod of one workload', () => {
  const judge = (text: string) => judgeYaml(claimOfOne, text + claim('ReadWriteOnce'));
  expect(judge(owner(mounts, 'Deployment', 'replicas: 2'))).toEqual([
    `${claimAt}: ReadWriteOnce claim data must have one pod, got up to 2`,
  ]);
  expect(judge(owner(mounts) + scaler(1, 3))).toHaveLength(1);
  expect(judge(owner(mounts) + owner(mounts, 'StatefulSet'))).toEqual([
    `${claimAt}: ReadWriteOnce claim data must have one pod, got also those of Deployment api`,
  ]);
  expect(judge(owner(mounts) + owner(mounts, 'Job', 'backoffLimit: 1'))).toEqual([]);
  expect(judgeYaml(claimOfOne, owner(mounts, 'Deployment', 'replicas: 2') + claim('ReadOnlyMany'))).toEqual([]);
  expect(judgeYaml(claimOfOne, owner(mounts, 'Deployment', 'replicas: 2'))).toEqual([]);
});

test('an update lets a ReadWriteOnce claim go before it takes it', () => {
  const judge = (spec: string) => judgeYaml(claimRollout, owner(mounts, 'Deployment', spec) + claim('ReadWriteOnce'));
  expect(judge('replicas: 1')).toEqual([
    'spec.strategy: an update must stop the pod that holds ReadWriteOnce claim data first, got maxSurge 1',
  ]);
  expect(judge('strategy: { type: Recreate }')).toEqual([]);
  expect(judge('strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }')).toEqual([]);
});

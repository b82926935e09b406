import {
  autoscalerBounds,
  autoscalerRequests,
  autoscalerRoom,
  oneAutoscaler,
  oneScale,
} from '../../../lib/rules/availability/autoscalers';
import { budgetLetsDrain, budgetPresent, budgetSelects, oneBudget } from '../../../lib/rules/availability/budgets';
import { judgeYaml, other, owner } from '../judge-yaml';

const plain = '{ containers: [{ name: c }] }';
const replicas = (count: number, kind = 'Deployment') => owner(plain, kind, `replicas: ${count}`);
const budget = (rule: string, name = 'api', app = 'api') =>
  other('policy/v1', 'PodDisruptionBudget', name, `spec: { ${rule}, selector: { matchLabels: { app: ${app} } } }`);
const scaler = (min: number, max: number, metrics = '[]', name = 'api') =>
  other(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    name,
    `spec: { minReplicas: ${min}, maxReplicas: ${max}, metrics: ${metrics}, scaleTargetRef: { kind: Deployment, name: api } }`,
  );
const cpu = '[{ type: Resource, resource: { name: cpu, target: { averageUtilization: 70 } } }]';

test.each([
  ['maxUnavailable: 1', 1],
  ['maxUnavailable: 1%', 3],
  ['minAvailable: 2', 3],
  ['minAvailable: 66%', 3],
  ['minAvailable: 0', 1],
  ['minAvailable: 5', 0],
])('a budget of %s lets one of %d pods go', (rule, count) => {
  expect(judgeYaml(budgetLetsDrain, replicas(count) + budget(rule))).toEqual([]);
});

test.each([
  ['minAvailable: 67%', 3, 'minAvailable: minAvailable must be less than the 3 pods that run at least, got 67%'],
  ['minAvailable: 1', 1, 'minAvailable: minAvailable must be less than the 1 pods that run at least, got 1'],
  ['minAvailable: 100%', 9, 'minAvailable: minAvailable must let one pod go, got 100%'],
  ['maxUnavailable: 0', 9, 'maxUnavailable: maxUnavailable must let one pod go, got 0'],
  ['maxUnavailable: 0%', 9, 'maxUnavailable: maxUnavailable must let one pod go, got 0%'],
])('a budget of %s blocks every drain of %d pods', (rule, count, message) => {
  expect(judgeYaml(budgetLetsDrain, replicas(count) + budget(rule))).toEqual([`spec.${message}`]);
});

test('a budget is compared with the fewest pods of an autoscaler, and with all pods that it selects', () => {
  expect(judgeYaml(budgetLetsDrain, owner(plain) + scaler(2, 9) + budget('minAvailable: 2'))).toHaveLength(1);
  const two = replicas(1) + replicas(1, 'StatefulSet') + budget('minAvailable: 1');
  expect(judgeYaml(budgetLetsDrain, two)).toEqual([]);
});

test('a pod has one budget that selects it, where there are two pods', () => {
  expect(judgeYaml(budgetPresent, replicas(2))).toEqual([
    'spec.replicas: Deployment api must have a disruption budget, got 2 pods and none',
  ]);
  expect(
    judgeYaml(
      budgetPresent,
      replicas(1) + replicas(2).replace('shop', 'other') + budget('maxUnavailable: 1').replace('shop', 'other'),
    ),
  ).toEqual([]);
  expect(judgeYaml(oneBudget, replicas(2) + budget('maxUnavailable: 1') + budget('minAvailable: 1', 'b'))).toEqual([
    'spec.selector: pods of Deployment api must have one budget, got api and b',
  ]);
  expect(judgeYaml(budgetSelects, replicas(2) + budget('maxUnavailable: 1', 'b', 'b'))).toEqual([
    'spec.selector: PodDisruptionBudget b must select pods, got none',
  ]);
  const operated = budget('maxUnavailable: 1', 'b', 'b') + other('kafka.strimzi.io/v1', 'Kafka', 'b');
  expect(judgeYaml(budgetSelects, operated)).toEqual([]);
});

test('an autoscaler is alone, has room, and nothing else says how many pods there are', () => {
  expect(judgeYaml(oneScale, replicas(2) + scaler(2, 4))).toEqual([
    'spec.replicas: replicas must be left to HorizontalPodAutoscaler api, got 2',
  ]);
  expect(judgeYaml(oneScale, replicas(2, 'StatefulSet') + scaler(2, 4))).toEqual([]);
  expect(judgeYaml(autoscalerBounds, scaler(5, 4))).toEqual([
    'spec.minReplicas: fewest replicas must be at most 4, got 5',
  ]);
  expect(judgeYaml(autoscalerRoom, scaler(4, 4))).toEqual([
    'spec.minReplicas: most replicas must be more than the fewest, got 4 for both',
  ]);
  expect(judgeYaml(oneAutoscaler, scaler(1, 2) + scaler(1, 3, '[]', 'b'))).toEqual([
    'spec.scaleTargetRef.name: Deployment api must have one autoscaler, got api and b',
  ]);
  const keda = other('keda.sh/v1alpha1', 'ScaledObject', 'k', 'spec: { scaleTargetRef: { name: api } }');
  expect(judgeYaml(oneScale, replicas(2) + keda)).toHaveLength(1);
});

test('every running container requests what an autoscaler compares with requests', () => {
  const pod = (resources: string) =>
    owner(`{ containers: [{ name: c, resources: ${resources} }], initContainers: [{ name: i }] }`);
  expect(judgeYaml(autoscalerRequests, pod('{ requests: { memory: 1Gi } }') + scaler(1, 2, cpu))).toEqual([
    'spec.template.spec.containers[0]: c must request cpu, which HorizontalPodAutoscaler api measures, got none',
  ]);
  expect(judgeYaml(autoscalerRequests, pod('{ limits: { cpu: 1 } }') + scaler(1, 2, cpu))).toEqual([]);
  const value = cpu.replace('averageUtilization: 70', 'averageValue: 500m');
  expect(judgeYaml(autoscalerRequests, pod('{}') + scaler(1, 2, value))).toEqual([]);
  const defaults = other(
    'v1',
    'LimitRange',
    'l',
    'spec: { limits: [{ type: Container, defaultRequest: { cpu: 1 } }] }',
  );
  expect(judgeYaml(autoscalerRequests, pod('{}') + scaler(1, 2, cpu) + defaults)).toEqual([]);
});

import { api, budget, autoscaler } from './availability-text';
import { RuleCase } from './rule-case';

export const availabilityCases: Readonly<Record<string, RuleCase>> = {
  'availability/budget-lets-drain': {
    wrong: api('replicas: 2') + budget('minAvailable: 60%'),
    right: api('replicas: 3') + budget('minAvailable: 60%'),
    mutate: (bundle) => {
      bundle.edit('PodDisruptionBudget', 'order-service', ({ spec }) => {
        spec.maxUnavailable = 0;
      });
    },
  },
  'availability/budget-selects': {
    wrong: api('replicas: 2') + budget('maxUnavailable: 1', 'apis'),
    right: api('replicas: 2') + budget('maxUnavailable: 1'),
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'orders', namespace: 'wms-platform' },
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: { 'app.kubernetes.io/name': 'orders' } },
          unhealthyPodEvictionPolicy: 'AlwaysAllow',
        },
      });
    },
  },
  'availability/one-budget': {
    wrong: api('replicas: 2') + budget('maxUnavailable: 1') + budget('minAvailable: 1', 'api', 'again'),
    right: api('replicas: 2') + budget('maxUnavailable: 1'),
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'orders', namespace: 'wms-platform' },
        spec: {
          maxUnavailable: 1,
          selector: { matchLabels: { 'app.kubernetes.io/name': 'order-service' } },
          unhealthyPodEvictionPolicy: 'AlwaysAllow',
        },
      });
    },
  },
  'availability/budget-present': {
    wrong: api('replicas: 2'),
    right: api('replicas: 1'),
    mutate: (bundle) => {
      bundle.remove('PodDisruptionBudget', 'order-service');
    },
  },
  'availability/one-scale': {
    wrong: api('replicas: 2') + autoscaler(2, 4),
    right: api('minReadySeconds: 5') + autoscaler(2, 4),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.replicas = 3;
      });
    },
  },
  'availability/autoscaler-bounds': {
    wrong: api('minReadySeconds: 5') + autoscaler(5, 4),
    right: api('minReadySeconds: 5') + autoscaler(2, 4),
    mutate: (bundle) => {
      bundle.edit('HorizontalPodAutoscaler', 'order-service', ({ spec }) => {
        spec.minReplicas = spec.maxReplicas + 1;
      });
    },
  },
  'availability/autoscaler-room': {
    wrong: api('minReadySeconds: 5') + autoscaler(4, 4),
    right: api('minReadySeconds: 5') + autoscaler(2, 4),
    mutate: (bundle) => {
      bundle.edit('HorizontalPodAutoscaler', 'order-service', ({ spec }) => {
        spec.minReplicas = spec.maxReplicas;
      });
    },
  },
  'availability/autoscaler-requests': {
    wrong: api('minReadySeconds: 5') + autoscaler(2, 4),
    right: api('minReadySeconds: 5', '', 'resources: { requests: { cpu: 100m } }') + autoscaler(2, 4),
    mutate: (bundle) => {
      bundle.remove('LimitRange', 'wms-platform');
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const { resources } = spec.template.spec.containers[0];
        delete resources.requests.cpu;
        delete resources.limits.cpu;
      });
    },
    also: ['pod-security/requests'],
  },
  'availability/one-autoscaler': {
    wrong: api('minReadySeconds: 5') + autoscaler(2, 4) + autoscaler(2, 6, 'again'),
    right: api('minReadySeconds: 5') + autoscaler(2, 4),
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: {
          name: 'orders',
          namespace: 'wms-platform',
          annotations: { 'argocd.argoproj.io/sync-wave': '99' },
        },
        spec: {
          minReplicas: 3,
          maxReplicas: 10,
          scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'order-service' },
        },
      });
    },
  },
};

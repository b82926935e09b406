import {
  api,
  alone,
  spread,
  quota,
  mountOrders,
  mounted,
  mounts,
  claim,
  probe,
  voters,
  ordersClaim,
} from './availability-text';
import { RuleCase } from './rule-case';

export const schedulingCases: Readonly<Record<string, RuleCase>> = {
  'availability/anti-affinity-fits': {
    wrong: api('replicas: 3', alone),
    right: api('replicas: 2', alone),
    facts: { nodes: { count: 3, cpu: '4', memory: '16Gi' } },
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const terms = spec.template.spec.affinity.podAntiAffinity;
        const [{ podAffinityTerm }] = terms.preferredDuringSchedulingIgnoredDuringExecution;
        const topologyKey = 'topology.kubernetes.io/zone';
        terms.requiredDuringSchedulingIgnoredDuringExecution = [{ ...podAffinityTerm, topologyKey }];
      });
    },
  },
  'availability/spread-own-pods': {
    wrong: api('replicas: 2', spread('apis')),
    right: api('replicas: 2', spread('api')),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels = { app: 'orders' };
      });
    },
  },
  'availability/quota-fits': {
    wrong: api('replicas: 3') + quota(3),
    right: api('replicas: 3') + quota(4),
    mutate: (bundle) => {
      bundle.edit('ResourceQuota', 'wms-platform', ({ spec }) => {
        spec.hard.pods = '40';
      });
    },
  },
  'availability/object-quota-fits': {
    wrong: `${claim('ReadWriteOnce')}${quota(9, "persistentvolumeclaims: '0'")}`,
    right: `${claim('ReadWriteOnce')}${quota(9, "persistentvolumeclaims: '1'")}`,
    mutate: (bundle) => {
      bundle.edit('ResourceQuota', 'mes-production', ({ spec }) => {
        spec.hard['services.loadbalancers'] = '0';
      });
    },
  },
  'availability/claim-of-one': {
    wrong: api('replicas: 2', mounted, mounts) + claim('ReadWriteOnce'),
    right: api('replicas: 2', mounted, mounts) + claim('ReadWriteMany'),
    mutate: (bundle) => {
      bundle.add('wms/order-service', ordersClaim);
      bundle.edit('Deployment', 'order-service', mountOrders);
    },
    also: ['argo-cd/admitting-projects'],
  },
  'availability/claim-rollout': {
    wrong: api('replicas: 1', mounted, mounts) + claim('ReadWriteOnce'),
    right: api('strategy: { type: Recreate }', mounted, mounts) + claim('ReadWriteOnce'),
    mutate: (bundle) => {
      bundle.add('wms/order-service', { ...ordersClaim, metadata: { name: 'orders', namespace: 'temporal' } });
      bundle.edit('Deployment', 'temporal-web', (object) => {
        mountOrders(object);
        object.spec.strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
      });
    },
    also: ['argo-cd/admitting-projects'],
  },
  'availability/liveness-differs': {
    wrong: api('replicas: 1', '', `livenessProbe: ${probe('/health')}, readinessProbe: ${probe('/health')}`),
    right: api('replicas: 1', '', `livenessProbe: ${probe('/live')}, readinessProbe: ${probe('/ready')}`),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const [container] = spec.template.spec.containers;
        container.livenessProbe.httpGet.path = container.readinessProbe.httpGet.path;
      });
    },
  },
  'availability/start-budget': {
    wrong: api('replicas: 1', '', `livenessProbe: ${probe('/live')}, readinessProbe: ${probe('/ready', 60)}`),
    right: api('replicas: 1', '', `livenessProbe: ${probe('/live', 60)}, readinessProbe: ${probe('/ready', 60)}`),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        const [container] = spec.template.spec.containers;
        delete container.startupProbe;
        container.readinessProbe.initialDelaySeconds = 120;
      });
    },
  },
  'availability/grace-period': {
    wrong: api(
      'replicas: 1',
      'terminationGracePeriodSeconds: 10',
      'lifecycle: { preStop: { sleep: { seconds: 15 } } }',
    ),
    right: api(
      'replicas: 1',
      'terminationGracePeriodSeconds: 30',
      'lifecycle: { preStop: { sleep: { seconds: 15 } } }',
    ),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.spec.terminationGracePeriodSeconds = 10;
      });
    },
  },
  'availability/rollout-deadline': {
    wrong: api('progressDeadlineSeconds: 30', '', `startupProbe: ${probe('/live')}`),
    right: api('progressDeadlineSeconds: 60', '', `startupProbe: ${probe('/live')}`),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.progressDeadlineSeconds = 60;
      });
    },
  },
  'availability/odd-quorum': {
    wrong: voters('0@kafka-0:9093,1@kafka-1:9093'),
    right: voters('0@kafka-0:9093,1@kafka-1:9093,2@kafka-2:9093'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.spec.containers[0].env.push({ name: 'ETCD_INITIAL_CLUSTER', value: 'a=x,b=y' });
      });
    },
  },
};

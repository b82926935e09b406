import { Editable, RuleCase } from './rule-case';

/** A Deployment `api` in the namespace `shop`: fields of its spec, of its pod and of its container. */
const api = (spec: string, pod = '', container = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  ${spec}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      ${pod}
      containers: [{ name: api, ${container} }]
`;

const budget = (rule: string, app = 'api', name = 'api') => `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { ${rule}, selector: { matchLabels: { app: ${app} } } }
`;

const autoscaler = (min: number, max: number, name = 'api') => `
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: ${name}, namespace: shop }
spec:
  minReplicas: ${min}
  maxReplicas: ${max}
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: api }
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }]
`;

const alone = `affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: api } } }`;

const spread = (app: string) => `topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: ${app} } } }`;

const quota = (pods: number, more = '') => `
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: shop, namespace: shop }
spec: { hard: { pods: '${pods}', ${more} } }
`;

const mounted = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';
const mounts = 'volumeMounts: [{ name: data, mountPath: /data }]';
const claim = (mode: string) => `
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { accessModes: [${mode}], resources: { requests: { storage: 1Gi } } }
`;

const probe = (path: string, delay = 0) =>
  `{ httpGet: { path: ${path}, port: 8080 }, initialDelaySeconds: ${delay}, periodSeconds: 10, failureThreshold: 3 }`;

const voters = (list: string) =>
  api('replicas: 1', '', `env: [{ name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "${list}" }]`);

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

const ordersClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'orders', namespace: 'wms-platform' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'ssd', resources: { requests: { storage: '1Gi' } } },
};

function mountOrders({ spec }: Editable): void {
  const pod = spec.template.spec;
  pod.volumes = [...(pod.volumes ?? []), { name: 'orders', persistentVolumeClaim: { claimName: 'orders' } }];
  const [container] = pod.containers;
  container.volumeMounts = [...(container.volumeMounts ?? []), { name: 'orders', mountPath: '/orders' }];
}

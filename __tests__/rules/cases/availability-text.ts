import { Editable } from './rule-case';

/** A Deployment `api` in the namespace `shop`: fields of its spec, of its pod and of its container. */
export const api = (spec: string, pod = '', container = '') => `
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

/** A budget of the pods of an app. */
export const budget = (rule: string, app = 'api', name = 'api') => `
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec: { ${rule}, selector: { matchLabels: { app: ${app} } } }
`;

/** An autoscaler of the Deployment `api`. */
export const autoscaler = (min: number, max: number, name = 'api') => `
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

/** Lines of a pod that shares its node with no other of its kind. */
export const alone = `affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: api } } }`;

/** Lines of a pod that is spread over zones among those of an app. */
export const spread = (app: string) => `topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: ${app} } } }`;

/** A quota of some pods, and of something else. */
export const quota = (pods: number, more = '') => `
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: shop, namespace: shop }
spec: { hard: { pods: '${pods}', ${more} } }
`;

/** A volume of the claim `data`. */
export const mounted = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';

/** Where a container finds it. */
export const mounts = 'volumeMounts: [{ name: data, mountPath: /data }]';

/** The claim itself, by its access mode. */
export const claim = (mode: string) => `
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { accessModes: [${mode}], resources: { requests: { storage: 1Gi } } }
`;

/** A probe of a path, that fails after 30 seconds. */
export const probe = (path: string, delay = 0) =>
  `{ httpGet: { path: ${path}, port: 8080 }, initialDelaySeconds: ${delay}, periodSeconds: 10, failureThreshold: 3 }`;

/** A Kafka with a list of voters. */
export const voters = (list: string) =>
  api('replicas: 1', '', `env: [{ name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "${list}" }]`);

/** A claim of our own bundle that one node may hold. */
export const ordersClaim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'orders', namespace: 'wms-platform' },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'ssd', resources: { requests: { storage: '1Gi' } } },
};

/** Mounts it in the pods of a workload. */
export function mountOrders({ spec }: Editable): void {
  const pod = spec.template.spec;
  pod.volumes = [...(pod.volumes ?? []), { name: 'orders', persistentVolumeClaim: { claimName: 'orders' } }];
  const [container] = pod.containers;
  container.volumeMounts = [...(container.volumeMounts ?? []), { name: 'orders', mountPath: '/orders' }];
}

import { Manifest, RenderedObject } from '../../lib/rules/rendered-object';

/** Versions of kinds that are not of the core group. */
const VERSIONS: Readonly<Record<string, string>> = {
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  ClusterRoleBinding: 'rbac.authorization.k8s.io/v1',
  CronJob: 'batch/v1',
  DaemonSet: 'apps/v1',
  Deployment: 'apps/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
  Ingress: 'networking.k8s.io/v1',
  Job: 'batch/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  StatefulSet: 'apps/v1',
  StorageClass: 'storage.k8s.io/v1',
};

/** A ConfigMap, but for the fields that are given. */
export function object(manifest: Partial<Manifest> & Record<string, unknown>, path = 'wms/api'): RenderedObject {
  const kind = manifest.kind ?? 'ConfigMap';
  const metadata = { name: 'api', namespace: 'a' };
  return { path, manifest: { apiVersion: VERSIONS[kind] ?? 'v1', kind, metadata, ...manifest } };
}

import { GroupKind } from '../../gitops/delivered-content';
import { DeliveryRows } from './rows';

const core = (kind: string): GroupKind => ({ group: '', kind });
const apps = (kind: string): GroupKind => ({ group: 'apps', kind });
const rbac = (kind: string): GroupKind => ({ group: 'rbac.authorization.k8s.io', kind });
const admission = (kind: string): GroupKind => ({ group: 'admissionregistration.k8s.io', kind });
const monitoring = (kind: string): GroupKind => ({ group: 'monitoring.coreos.com', kind });
const crd: GroupKind = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };
const budget: GroupKind = { group: 'policy', kind: 'PodDisruptionBudget' };

// prettier-ignore
export const delivery: DeliveryRows = {
  name: 'argocd',
  root: 'root',
  first: 'cluster',
  addOns: {
    certManager: {
      chart: 'cert-manager', repository: 'quay.io/jetstack/charts', version: 'v1.21.1',
      namespace: 'cert-manager',
      guestIn: [],
      clusterKinds: [crd, rbac('ClusterRole'), rbac('ClusterRoleBinding'), admission('MutatingWebhookConfiguration'), admission('ValidatingWebhookConfiguration')],
      namespacedKinds: [core('Service'), core('ServiceAccount'), apps('Deployment'), budget, rbac('Role'), rbac('RoleBinding')],
      replicas:        { dev: 1, staging: 2, prod: 2 },
      resources:       { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      helperResources: { requests: { cpu: '25m', memory: '128Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
    },
    externalSecrets: {
      chart: 'external-secrets', repository: 'https://charts.external-secrets.io', version: '2.9.0',
      namespace: 'external-secrets',
      guestIn: [],
      clusterKinds: [crd, rbac('ClusterRole'), rbac('ClusterRoleBinding'), admission('ValidatingWebhookConfiguration')],
      namespacedKinds: [core('Secret'), core('Service'), core('ServiceAccount'), apps('Deployment'), budget, rbac('Role'), rbac('RoleBinding')],
      replicas:        { dev: 1, staging: 2, prod: 2 },
      resources:       { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      helperResources: { requests: { cpu: '25m', memory: '128Mi' }, limits: { cpu: '250m', memory: '256Mi' } },
    },
    ingressNginx: {
      chart: 'ingress-nginx', repository: 'https://kubernetes.github.io/ingress-nginx', version: '4.15.1',
      namespace: 'ingress-nginx',
      guestIn: [],
      clusterKinds: [rbac('ClusterRole'), rbac('ClusterRoleBinding'), admission('ValidatingWebhookConfiguration'), { group: 'networking.k8s.io', kind: 'IngressClass' }],
      namespacedKinds: [core('ConfigMap'), core('Service'), core('ServiceAccount'), apps('Deployment'), { group: 'batch', kind: 'Job' }, budget, rbac('Role'), rbac('RoleBinding')],
      replicas:  { dev: 1, staging: 2, prod: 3 },
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
    },
    metricsServer: {
      chart: 'metrics-server', repository: 'https://kubernetes-sigs.github.io/metrics-server', version: '3.13.1',
      namespace: 'metrics-server',
      // Its right to check who calls it is granted by a Role that stands there.
      guestIn: ['kube-system'],
      clusterKinds: [{ group: 'apiregistration.k8s.io', kind: 'APIService' }, rbac('ClusterRole'), rbac('ClusterRoleBinding')],
      namespacedKinds: [core('Service'), core('ServiceAccount'), apps('Deployment'), budget, rbac('RoleBinding')],
      replicas:  { dev: 1, staging: 2, prod: 2 },
      resources: { requests: { cpu: '100m', memory: '200Mi' }, limits: { cpu: '500m', memory: '400Mi' } },
    },
    prometheusStack: {
      chart: 'kube-prometheus-stack', repository: 'ghcr.io/prometheus-community/charts', version: '88.5.3',
      guestIn: [],
      clusterKinds: [crd, rbac('ClusterRole'), rbac('ClusterRoleBinding')],
      namespacedKinds: [core('Service'), core('ServiceAccount'), apps('Deployment'), monitoring('Prometheus'), monitoring('ServiceMonitor')],
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    },
  },
};

import { k8s } from 'cdk8s-plus-27';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { Workload } from './workload';

/** Where servers answer that no pod label names: the API server, kubelets. */
export interface Addresses {
  /** Address ranges, as NetworkPolicies see them: after the translation of a Service. */
  readonly cidrs: readonly string[];
  readonly port: number;
}

/** What an account may do to which resources of which API group. */
export interface AccessRule {
  /** `''` is the group of pods and nodes. */
  readonly apiGroup: string;
  readonly resources: readonly string[];
  readonly verbs: readonly ('get' | 'list' | 'watch')[];
}

const RBAC = 'rbac.authorization.k8s.io';

/** Lets a workload reach addresses. */
export function allowAddresses(workload: Workload, { cidrs, port }: Addresses): void {
  workload.reachAddresses(
    cidrs.map((cidr) => ({ cidr })),
    port,
  );
}

/** Gives the account of a workload rights in one namespace: a Role there, of the workload's name. */
export function grantInNamespace(workload: Workload, namespace: string, rules: readonly AccessRule[]): void {
  const metadata = objectMeta(namespace, workload.name, workload.labels);
  new KubernetesObject(workload, `Role-${namespace}`, k8s.KubeRole, { metadata, rules: rules.map(renderRule) });
  new KubernetesObject(workload, `RoleBinding-${namespace}`, k8s.KubeRoleBinding, {
    metadata,
    roleRef: { apiGroup: RBAC, kind: 'Role', name: workload.name },
    subjects: [accountOf(workload)],
  });
}

/** Gives the account of a workload rights in the whole cluster: a ClusterRole named `<namespace>-<workload>`. */
export function grantInCluster(workload: Workload, rules: readonly AccessRule[]): void {
  const name = `${workload.namespace.name}-${workload.name}`;
  const metadata = { name, labels: { ...workload.labels } };
  new KubernetesObject(workload, 'ClusterRole', k8s.KubeClusterRole, { metadata, rules: rules.map(renderRule) });
  new KubernetesObject(workload, 'ClusterRoleBinding', k8s.KubeClusterRoleBinding, {
    metadata,
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
    subjects: [accountOf(workload)],
  });
}

function accountOf({ name, namespace }: Workload): k8s.Subject {
  return { kind: 'ServiceAccount', name, namespace: namespace.name };
}

function renderRule({ apiGroup, resources, verbs }: AccessRule): k8s.PolicyRule {
  return { apiGroups: [apiGroup], resources: [...resources], verbs: [...verbs] };
}

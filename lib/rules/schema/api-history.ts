/** A version of an API that Kubernetes gives up. */
export interface RetiredApi {
  /** `policy/v1beta1`. */
  readonly api: string;

  /**
   * Kinds that it is about.
   *
   * @default - all of them
   */
  readonly kinds?: readonly string[];

  /** First minor version that warns. */
  readonly deprecated: number;

  /**
   * First minor version that does not serve it.
   *
   * @default - it is still served
   */
  readonly removed?: number;

  /** What to write instead. */
  readonly instead: string;
}

const WORKLOADS = ['DaemonSet', 'Deployment', 'ReplicaSet'];
const RBAC = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];
const FLOW = ['FlowSchema', 'PriorityLevelConfiguration'];

// prettier-ignore
/** From the deprecation guide of Kubernetes. */
export const RETIRED_APIS: readonly RetiredApi[] = [
  { api: 'extensions/v1beta1', kinds: WORKLOADS, deprecated: 8, removed: 16, instead: 'apps/v1' },
  { api: 'extensions/v1beta1', kinds: ['NetworkPolicy'], deprecated: 9, removed: 16, instead: 'networking.k8s.io/v1' },
  { api: 'extensions/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 11, removed: 16, instead: 'Pod Security Admission (labels of the namespace)' },
  { api: 'extensions/v1beta1', kinds: ['Ingress'], deprecated: 14, removed: 22, instead: 'networking.k8s.io/v1' },
  { api: 'apps/v1beta1', deprecated: 9, removed: 16, instead: 'apps/v1' },
  { api: 'apps/v1beta2', deprecated: 9, removed: 16, instead: 'apps/v1' },
  { api: 'networking.k8s.io/v1beta1', kinds: ['Ingress', 'IngressClass'], deprecated: 19, removed: 22, instead: 'networking.k8s.io/v1' },
  { api: 'rbac.authorization.k8s.io/v1alpha1', kinds: RBAC, deprecated: 17, removed: 22, instead: 'rbac.authorization.k8s.io/v1' },
  { api: 'rbac.authorization.k8s.io/v1beta1', kinds: RBAC, deprecated: 17, removed: 22, instead: 'rbac.authorization.k8s.io/v1' },
  { api: 'apiextensions.k8s.io/v1beta1', deprecated: 16, removed: 22, instead: 'apiextensions.k8s.io/v1' },
  { api: 'apiregistration.k8s.io/v1beta1', deprecated: 19, removed: 22, instead: 'apiregistration.k8s.io/v1' },
  { api: 'admissionregistration.k8s.io/v1beta1', kinds: ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'], deprecated: 16, removed: 22, instead: 'admissionregistration.k8s.io/v1' },
  { api: 'admissionregistration.k8s.io/v1beta1', kinds: ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'], deprecated: 31, removed: 34, instead: 'admissionregistration.k8s.io/v1' },
  { api: 'authentication.k8s.io/v1beta1', kinds: ['TokenReview'], deprecated: 19, removed: 22, instead: 'authentication.k8s.io/v1' },
  { api: 'authorization.k8s.io/v1beta1', deprecated: 19, removed: 22, instead: 'authorization.k8s.io/v1' },
  { api: 'certificates.k8s.io/v1beta1', kinds: ['CertificateSigningRequest'], deprecated: 19, removed: 22, instead: 'certificates.k8s.io/v1' },
  { api: 'coordination.k8s.io/v1beta1', kinds: ['Lease'], deprecated: 19, removed: 22, instead: 'coordination.k8s.io/v1' },
  { api: 'scheduling.k8s.io/v1alpha1', kinds: ['PriorityClass'], deprecated: 14, removed: 22, instead: 'scheduling.k8s.io/v1' },
  { api: 'scheduling.k8s.io/v1beta1', kinds: ['PriorityClass'], deprecated: 14, removed: 22, instead: 'scheduling.k8s.io/v1' },
  { api: 'storage.k8s.io/v1beta1', kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'], deprecated: 19, removed: 22, instead: 'storage.k8s.io/v1' },
  { api: 'storage.k8s.io/v1beta1', kinds: ['CSIStorageCapacity'], deprecated: 24, removed: 27, instead: 'storage.k8s.io/v1' },
  { api: 'batch/v2alpha1', kinds: ['CronJob'], deprecated: 8, removed: 21, instead: 'batch/v1' },
  { api: 'batch/v1beta1', kinds: ['CronJob'], deprecated: 21, removed: 25, instead: 'batch/v1' },
  { api: 'discovery.k8s.io/v1beta1', kinds: ['EndpointSlice'], deprecated: 21, removed: 25, instead: 'discovery.k8s.io/v1' },
  { api: 'events.k8s.io/v1beta1', kinds: ['Event'], deprecated: 19, removed: 25, instead: 'events.k8s.io/v1' },
  { api: 'policy/v1beta1', kinds: ['PodDisruptionBudget'], deprecated: 21, removed: 25, instead: 'policy/v1' },
  { api: 'policy/v1beta1', kinds: ['PodSecurityPolicy'], deprecated: 21, removed: 25, instead: 'Pod Security Admission (labels of the namespace)' },
  { api: 'node.k8s.io/v1alpha1', kinds: ['RuntimeClass'], deprecated: 20, removed: 22, instead: 'node.k8s.io/v1' },
  { api: 'node.k8s.io/v1beta1', kinds: ['RuntimeClass'], deprecated: 22, removed: 25, instead: 'node.k8s.io/v1' },
  { api: 'autoscaling/v2beta1', kinds: ['HorizontalPodAutoscaler'], deprecated: 19, removed: 25, instead: 'autoscaling/v2' },
  { api: 'autoscaling/v2beta2', kinds: ['HorizontalPodAutoscaler'], deprecated: 23, removed: 26, instead: 'autoscaling/v2' },
  { api: 'flowcontrol.apiserver.k8s.io/v1alpha1', kinds: FLOW, deprecated: 20, removed: 24, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { api: 'flowcontrol.apiserver.k8s.io/v1beta1', kinds: FLOW, deprecated: 23, removed: 26, instead: 'flowcontrol.apiserver.k8s.io/v1beta3' },
  { api: 'flowcontrol.apiserver.k8s.io/v1beta2', kinds: FLOW, deprecated: 26, removed: 29, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { api: 'flowcontrol.apiserver.k8s.io/v1beta3', kinds: FLOW, deprecated: 29, removed: 32, instead: 'flowcontrol.apiserver.k8s.io/v1' },
  { api: 'v1', kinds: ['ComponentStatus'], deprecated: 19, instead: 'the health endpoints of the components' },
  { api: 'v1', kinds: ['Endpoints'], deprecated: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' },
];

/** What is known of the end of an API; undefined where it goes on. */
export function retirementOf(apiVersion: string, kind: string): RetiredApi | undefined {
  return byApi.get(apiVersion)?.find(({ kinds }) => kinds === undefined || kinds.includes(kind));
}

const byApi = new Map<string, RetiredApi[]>();
for (const retired of RETIRED_APIS) byApi.set(retired.api, [...(byApi.get(retired.api) ?? []), retired]);

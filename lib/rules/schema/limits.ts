/** What the server takes of a field beyond its type. */
export interface Limit {
  /** @default - no smallest number */
  readonly min?: number;

  /** @default - no largest number */
  readonly max?: number;

  /** What text must match. */
  readonly pattern?: RegExp;

  /** The limit in words: `must be a port (1 to 65535)`. */
  readonly rule: string;

  /**
   * What to do.
   *
   * @default - the rule's own cure
   */
  readonly cure?: string;
}

const INT32 = 2147483647;
const DNS_LABEL = /^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE_NAME = /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const PORT_NAME_RULE = 'at most 15 of a-z, 0-9 and -, with a letter';

const port: Limit = { min: 1, max: 65535, rule: 'must be a port (1 to 65535)' };
const portOrZero: Limit = { min: 0, max: 65535, rule: 'must be a port (1 to 65535)' };
const portOrName: Limit = {
  ...port,
  pattern: SERVICE_NAME,
  rule: `must be a port (1 to 65535) or the name of one (${PORT_NAME_RULE})`,
};
const portName: Limit = { pattern: SERVICE_NAME, rule: `must be the name of a port (${PORT_NAME_RULE})` };
const label: Limit = { pattern: DNS_LABEL, rule: 'must be a DNS label (a-z, 0-9, -, at most 63)' };
const count: Limit = { min: 0, rule: 'must not be negative' };
const positive: Limit = { min: 1, rule: 'must be at least 1' };
const weight: Limit = { min: 1, max: 100, rule: 'must be a weight (1 to 100)' };
const user: Limit = { min: 0, max: INT32, rule: 'must be a numeric id (0 to 2147483647)' };
const share: Limit = { min: 0, pattern: /^\d+%$/, rule: 'must be a whole number or a percentage like 25%' };
const mode: Limit = {
  min: 0,
  max: 0o777,
  rule: 'must be a file mode (0 to 0777)',
  cure: 'write it in octal with a leading 0, like 0440',
};

/** Limits by definition and field. */
export const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  'apps.v1.DaemonSetSpec': { minReadySeconds: count, revisionHistoryLimit: count },
  'apps.v1.DeploymentSpec': {
    minReadySeconds: count,
    progressDeadlineSeconds: count,
    replicas: count,
    revisionHistoryLimit: count,
  },
  'apps.v1.ReplicaSetSpec': { minReadySeconds: count, replicas: count },
  'apps.v1.RollingUpdateDaemonSet': { maxSurge: share, maxUnavailable: share },
  'apps.v1.RollingUpdateDeployment': { maxSurge: share, maxUnavailable: share },
  'apps.v1.RollingUpdateStatefulSetStrategy': { maxUnavailable: share, partition: count },
  'apps.v1.StatefulSetSpec': { minReadySeconds: count, replicas: count, revisionHistoryLimit: count },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { maxReplicas: positive, minReplicas: count },
  'batch.v1.CronJobSpec': {
    failedJobsHistoryLimit: count,
    startingDeadlineSeconds: count,
    successfulJobsHistoryLimit: count,
  },
  'batch.v1.JobSpec': {
    activeDeadlineSeconds: count,
    backoffLimit: count,
    completions: count,
    parallelism: count,
    ttlSecondsAfterFinished: count,
  },
  'core.v1.ConfigMapVolumeSource': { defaultMode: mode },
  'core.v1.Container': { name: label },
  'core.v1.ContainerPort': { containerPort: port, hostPort: portOrZero, name: portName },
  'core.v1.DownwardAPIVolumeSource': { defaultMode: mode },
  'core.v1.EnvVar': { name: { pattern: /^[^=]+$/, rule: "must be the name of a variable, without '='" } },
  'core.v1.GRPCAction': { port },
  'core.v1.HTTPGetAction': { port: portOrName },
  'core.v1.KeyToPath': { mode },
  'core.v1.PodSecurityContext': { fsGroup: user, runAsGroup: user, runAsUser: user },
  'core.v1.PodSpec': { activeDeadlineSeconds: positive, terminationGracePeriodSeconds: count },
  'core.v1.PreferredSchedulingTerm': { weight },
  'core.v1.Probe': {
    failureThreshold: count,
    initialDelaySeconds: count,
    periodSeconds: count,
    successThreshold: count,
    timeoutSeconds: count,
  },
  'core.v1.ProjectedVolumeSource': { defaultMode: mode },
  'core.v1.ReplicationControllerSpec': { minReadySeconds: count, replicas: count },
  'core.v1.SecretVolumeSource': { defaultMode: mode },
  'core.v1.SecurityContext': { runAsGroup: user, runAsUser: user },
  'core.v1.ServicePort': { name: label, nodePort: portOrZero, port, targetPort: portOrName },
  'core.v1.TCPSocketAction': { port: portOrName },
  'core.v1.TopologySpreadConstraint': { maxSkew: positive, minDomains: positive },
  'core.v1.Volume': { name: label },
  'core.v1.VolumeMount': { mountPath: { pattern: /^[^:]+$/, rule: "must be a path without ':'" } },
  'core.v1.WeightedPodAffinityTerm': { weight },
  'networking.v1.NetworkPolicyPort': { endPort: port, port: portOrName },
  'policy.v1.PodDisruptionBudgetSpec': { maxUnavailable: share, minAvailable: share },
};

/** Whether a value keeps a limit. Zero values of text mean that nothing is set. */
export function keeps({ min, max, pattern }: Limit, value: unknown): boolean {
  if (typeof value === 'number') return value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  return typeof value !== 'string' || value === '' || pattern === undefined || pattern.test(value);
}

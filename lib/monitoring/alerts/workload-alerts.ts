import { Alert } from '../../model/alert';
import { Duration } from '../../model/duration';
import { critical, warning } from './alert-scope';

/** How long workloads may not be as they are declared. */
export interface WorkloadLimits {
  /** Time that a container may fail again and again. */
  readonly crashLoop: Duration;

  /** Time that pods may be missing: as long as a roll-out takes. */
  readonly replicasMissing: Duration;

  /** Time that a pod may wait for a node. */
  readonly pending: Duration;

  /** Time that an autoscaler may want no more than it may. */
  readonly atMost: Duration;

  /** Time that a Job may lie there failed. */
  readonly jobFailed: Duration;

  /** Time that a node may not be ready. */
  readonly nodeDown: Duration;
}

/** Alerts of all workloads of a cluster, as the API server knows them. */
export function workloadAlerts(limits: WorkloadLimits): Alert[] {
  return [
    warning({
      name: 'PodCrashLooping',
      expr: 'max_over_time(kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"}[5m]) >= 1',
      for: limits.crashLoop,
      summary: '{{ $labels.container }} of {{ $labels.namespace }}/{{ $labels.pod }} fails again and again',
      description: 'Look at the log of its last run (kubectl logs --previous) and at the reason it ended for.',
    }),
    warning({
      name: 'PodPending',
      expr: 'kube_pod_status_phase{phase="Pending"} == 1',
      for: limits.pending,
      summary: '{{ $labels.namespace }}/{{ $labels.pod }} does not start',
      description: 'Look at its events: no node has room, a volume is not there, an image cannot be pulled.',
    }),
    warning({
      name: 'DeploymentReplicasMissing',
      expr: 'kube_deployment_spec_replicas - on (namespace, deployment) kube_deployment_status_replicas_available > 0',
      for: limits.replicasMissing,
      summary: '{{ $value }} pods of {{ $labels.namespace }}/{{ $labels.deployment }} are missing',
      description: 'Look at the pods that are not ready, and at the quota of the namespace.',
    }),
    warning({
      name: 'StatefulSetReplicasMissing',
      expr: 'kube_statefulset_replicas - on (namespace, statefulset) kube_statefulset_status_replicas_ready > 0',
      for: limits.replicasMissing,
      summary: '{{ $value }} pods of {{ $labels.namespace }}/{{ $labels.statefulset }} are missing',
      description: 'Look at the first pod that is not ready: the ones after it may wait for it.',
    }),
    warning({
      name: 'AutoscalerAtMost',
      expr: 'kube_horizontalpodautoscaler_status_desired_replicas == on (namespace, horizontalpodautoscaler) kube_horizontalpodautoscaler_spec_max_replicas',
      for: limits.atMost,
      summary: '{{ $labels.namespace }}/{{ $labels.horizontalpodautoscaler }} runs all the {{ $value }} pods it may',
      description: 'More load would not be answered by more pods. Look at why it is so high; then raise the row scale.',
    }),
    warning({
      name: 'JobFailed',
      expr: 'kube_job_failed{condition="true"} == 1',
      for: limits.jobFailed,
      summary: 'Job {{ $labels.namespace }}/{{ $labels.job_name }} failed',
      description:
        'It is not tried again by itself. Look at the last lines of its log, then delete it to run it again.',
    }),
    critical({
      name: 'NodeNotReady',
      expr: 'kube_node_status_condition{condition="Ready",status="true"} == 0',
      for: limits.nodeDown,
      summary: 'Node {{ $labels.node }} is not ready',
      description: 'Its pods move elsewhere where they can. Look at the machine and its kubelet.',
    }),
  ];
}

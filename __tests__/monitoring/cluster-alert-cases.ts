import { Telemetry } from '../../lib/platforms/telemetry';
import { AlertCase, Series } from './promtool';

const deployment = '{namespace="wms-platform",deployment="order-service"}';
const statefulSet = '{namespace="mongodb",statefulset="mongodb"}';
const autoscaler = '{namespace="wms-platform",horizontalpodautoscaler="order-service"}';
const claim = '{namespace="kafka",persistentvolumeclaim="data-kafka-0"}';
const volume = (available: string): Series => ({
  [`kubelet_volume_stats_available_bytes${claim}`]: available,
  [`kubelet_volume_stats_capacity_bytes${claim}`]: '100x500',
});

/** Cases of what is watched in the whole cluster: `targets` are scraped in it. */
export function clusterAlertCases({ targets }: Telemetry): Readonly<Record<string, AlertCase>> {
  const found = (left: string): Series =>
    Object.fromEntries(
      targets
        .filter(({ workload }) => `${workload.namespace.name}/${workload.name}` !== left)
        .map(({ workload }) => [`up{namespace="${workload.namespace.name}",job="${workload.name}"}`, '1x30']),
    );
  return {
    TargetDown: {
      at: '6m',
      firing: { 'up{namespace="kafka",job="kafka",pod="kafka-0"}': '0x10' },
      labels: { namespace: 'kafka', job: 'kafka', pod: 'kafka-0' },
      summary: 'kafka/kafka-0 (kafka) does not answer Prometheus',
      quiet: { 'up{namespace="kafka",job="kafka",pod="kafka-0"}': '0x3 1x7' },
    },
    TargetMissing: {
      at: '20m',
      firing: found('kafka/kafka-exporter'),
      labels: { namespace: 'kafka', job: 'kafka-exporter' },
      summary: 'Prometheus finds no pod of kafka/kafka-exporter',
      quiet: found('nothing'),
    },
    PodCrashLooping: {
      at: '20m',
      firing: {
        'kube_pod_container_status_waiting_reason{namespace="kafka",pod="kafka-0",container="kafka",reason="CrashLoopBackOff"}':
          '1x3 _ 1x3 _ 1x15',
      },
      labels: { namespace: 'kafka', pod: 'kafka-0', container: 'kafka', reason: 'CrashLoopBackOff' },
      summary: 'kafka of kafka/kafka-0 fails again and again',
      quiet: {
        'kube_pod_container_status_waiting_reason{namespace="kafka",pod="kafka-0",container="kafka",reason="ContainerCreating"}':
          '1x30',
      },
    },
    PodPending: {
      at: '20m',
      firing: { 'kube_pod_status_phase{namespace="kafka",pod="kafka-0",phase="Pending"}': '1x30' },
      labels: { namespace: 'kafka', pod: 'kafka-0', phase: 'Pending' },
      summary: 'kafka/kafka-0 does not start',
      quiet: { 'kube_pod_status_phase{namespace="kafka",pod="kafka-0",phase="Running"}': '1x30' },
    },
    DeploymentReplicasMissing: {
      at: '25m',
      firing: {
        [`kube_deployment_spec_replicas${deployment}`]: '3x30',
        [`kube_deployment_status_replicas_available${deployment}`]: '1x30',
      },
      labels: { namespace: 'wms-platform', deployment: 'order-service' },
      summary: '2 pods of wms-platform/order-service are missing',
      quiet: {
        [`kube_deployment_spec_replicas${deployment}`]: '3x30',
        [`kube_deployment_status_replicas_available${deployment}`]: '3x30',
      },
    },
    StatefulSetReplicasMissing: {
      at: '25m',
      firing: {
        [`kube_statefulset_replicas${statefulSet}`]: '3x30',
        [`kube_statefulset_status_replicas_ready${statefulSet}`]: '2x30',
      },
      labels: { namespace: 'mongodb', statefulset: 'mongodb' },
      summary: '1 pods of mongodb/mongodb are missing',
      quiet: {
        [`kube_statefulset_replicas${statefulSet}`]: '3x30',
        [`kube_statefulset_status_replicas_ready${statefulSet}`]: '3x30',
      },
    },
    AutoscalerAtMost: {
      at: '35m',
      firing: {
        [`kube_horizontalpodautoscaler_status_desired_replicas${autoscaler}`]: '10x40',
        [`kube_horizontalpodautoscaler_spec_max_replicas${autoscaler}`]: '10x40',
      },
      labels: { namespace: 'wms-platform', horizontalpodautoscaler: 'order-service' },
      summary: 'wms-platform/order-service runs all the 10 pods it may',
      quiet: {
        [`kube_horizontalpodautoscaler_status_desired_replicas${autoscaler}`]: '9x40',
        [`kube_horizontalpodautoscaler_spec_max_replicas${autoscaler}`]: '10x40',
      },
    },
    JobFailed: {
      at: '5m',
      firing: { 'kube_job_failed{namespace="kafka",job_name="kafka-topics-1",condition="true"}': '1x10' },
      labels: { namespace: 'kafka', job_name: 'kafka-topics-1', condition: 'true' },
      summary: 'Job kafka/kafka-topics-1 failed',
      quiet: { 'kube_job_failed{namespace="kafka",job_name="kafka-topics-1",condition="true"}': '0x10' },
    },
    NodeNotReady: {
      at: '10m',
      firing: { 'kube_node_status_condition{node="a",condition="Ready",status="true"}': '0x10' },
      labels: { node: 'a', condition: 'Ready', status: 'true' },
      summary: 'Node a is not ready',
      quiet: {
        'kube_node_status_condition{node="a",condition="Ready",status="true"}': '1x10',
        'kube_node_status_condition{node="a",condition="Ready",status="false"}': '0x10',
      },
    },
    VolumeAlmostFull: {
      at: '10m',
      firing: volume('5x20'),
      labels: { namespace: 'kafka', persistentvolumeclaim: 'data-kafka-0' },
      summary: '5% of kafka/data-kafka-0 are free',
      quiet: volume('10x20'),
    },
    VolumeFilling: {
      at: '480m',
      // A thousandth of the volume each minute is full long before four days, a millionth is not.
      firing: volume('100-0.1x480'),
      labels: { namespace: 'kafka', persistentvolumeclaim: 'data-kafka-0' },
      summary: 'kafka/data-kafka-0 will be full within 4d',
      quiet: volume('100-0.0001x480'),
    },
    PrometheusReloadFailed: {
      at: '10m',
      firing: { 'prometheus_config_last_reload_successful{namespace="observability",pod="prometheus-0"}': '0x10' },
      labels: { namespace: 'observability', pod: 'prometheus-0' },
      summary: 'prometheus-0 runs with an old configuration',
      quiet: { 'prometheus_config_last_reload_successful{namespace="observability",pod="prometheus-0"}': '1x10' },
    },
    PrometheusRulesFail: {
      at: '10m',
      firing: {
        'prometheus_rule_evaluation_failures_total{namespace="observability",pod="prometheus-0",rule_group="wms-kafka"}':
          '0+1x20',
      },
      labels: { namespace: 'observability', pod: 'prometheus-0', rule_group: 'wms-kafka' },
      summary: 'prometheus-0 cannot evaluate wms-kafka',
      quiet: {
        'prometheus_rule_evaluation_failures_total{namespace="observability",pod="prometheus-0",rule_group="wms-kafka"}':
          '4x20',
      },
    },
  };
}

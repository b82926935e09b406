import { MetricSource } from './metric-source';

/** What Prometheus knows of every scrape. */
export const scrape: MetricSource = {
  program: 'a scrape',
  makers: 'prometheus/prometheus',
  version: 'v3.13.2',
  comparedBy: 'e2e/prometheus.test.ts',
  reportedBy: 'cluster',
  metrics: { up: [] },
};

/** What Prometheus says of itself. */
export const prometheus: MetricSource = {
  program: 'Prometheus',
  makers: 'prometheus/prometheus',
  version: 'v3.13.2',
  comparedBy: 'e2e/prometheus.test.ts',
  reportedBy: 'cluster',
  metrics: {
    prometheus_config_last_reload_successful: [],
    prometheus_rule_evaluation_failures_total: ['rule_group'],
    prometheus_rule_group_iterations_missed_total: ['rule_group'],
    prometheus_target_scrapes_exceeded_sample_limit_total: [],
    prometheus_tsdb_compactions_failed_total: [],
    prometheus_tsdb_head_series: [],
    prometheus_tsdb_reloads_failures_total: [],
    prometheus_tsdb_wal_corruptions_total: [],
  },
};

/** Objects as the API server knows them. `namespace` and `pod` are the object's, not those of the reporter. */
export const kubeStateMetrics: MetricSource = {
  program: 'kube-state-metrics',
  makers: 'kubernetes/kube-state-metrics',
  version: 'v2.20.0',
  comparedBy: 'e2e/kube-state-metrics.test.ts',
  reportedBy: 'cluster',
  metrics: {
    kube_cronjob_created: ['namespace', 'cronjob'],
    kube_cronjob_status_last_successful_time: ['namespace', 'cronjob'],
    kube_deployment_spec_replicas: ['namespace', 'deployment'],
    kube_deployment_status_replicas_available: ['namespace', 'deployment'],
    kube_horizontalpodautoscaler_spec_max_replicas: ['namespace', 'horizontalpodautoscaler'],
    kube_horizontalpodautoscaler_status_desired_replicas: ['namespace', 'horizontalpodautoscaler'],
    kube_job_failed: ['namespace', 'job_name', 'condition'],
    kube_node_status_allocatable: ['node', 'resource', 'unit'],
    kube_node_status_condition: ['node', 'condition', 'status'],
    kube_pod_container_resource_requests: ['namespace', 'pod', 'container', 'node', 'resource', 'unit'],
    kube_pod_container_status_restarts_total: ['namespace', 'pod', 'container', 'uid'],
    kube_pod_container_status_waiting_reason: ['namespace', 'pod', 'container', 'uid', 'reason'],
    kube_pod_status_phase: ['namespace', 'pod', 'uid', 'phase'],
    kube_statefulset_replicas: ['namespace', 'statefulset'],
    kube_statefulset_status_replicas_ready: ['namespace', 'statefulset'],
  },
};

/** Volumes and containers as the kubelet of their node measures them. */
export const kubelet: MetricSource = {
  program: 'kubelet, with cAdvisor',
  makers: 'kubernetes/kubernetes',
  version: 'v1.28',
  comparedBy: 'source: pkg/kubelet/metrics, pkg/kubelet/server; docs/storage/prometheus.md of google/cadvisor',
  reportedBy: 'cluster',
  metrics: {
    kubelet_volume_stats_available_bytes: ['namespace', 'persistentvolumeclaim'],
    kubelet_volume_stats_capacity_bytes: ['namespace', 'persistentvolumeclaim'],
    kubelet_volume_stats_used_bytes: ['namespace', 'persistentvolumeclaim'],
    container_cpu_usage_seconds_total: ['namespace', 'pod', 'container', 'image'],
    container_memory_working_set_bytes: ['namespace', 'pod', 'container', 'image'],
    container_cpu_cfs_periods_total: ['namespace', 'pod', 'container', 'image'],
    container_cpu_cfs_throttled_periods_total: ['namespace', 'pod', 'container', 'image'],
  },
};

import { Dashboard, Panel } from '../../model/dashboard';
import { goHttp, HttpMetrics } from '../alerts/service-alerts';
import { select } from '../select';
import { graph, number, rate } from './panel';

/** What a dashboard is about. */
export interface DashboardScope {
  /** Name of the platform, in kebab case: the folder, and the begin of `uid`. */
  readonly platform: string;

  /** Namespace of the workloads. */
  readonly namespace: string;
}

/** Load, errors and times of services in Go, and what they use. */
export function servicesDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string) => select(metric, namespace);
  return {
    uid: `${platform}-services`,
    title: 'Services',
    folder: platform,
    panels: [
      ...servicePanels(namespace),
      graph('Goroutines', 'short', [series('go_goroutines'), '{{pod}}']),
      graph('Free places for tasks of Temporal', 'short', [
        `sum by (job, worker_type) (${series('temporal_worker_task_slots_available')})`,
        '{{job}} {{worker_type}}',
      ]),
    ],
  };
}

/** What services answer and take, whatever they are written in, if they report as `httpService` does. */
export function servicePanels(namespace: string): Panel[] {
  const series = (metric: string) => select(metric, namespace);
  return [
    ...httpPanels(namespace, goHttp),
    graph('Pods that are ready', 'short', [series('kube_deployment_status_replicas_available'), '{{deployment}}']),
    graph('Memory', 'bytes', [series('process_resident_memory_bytes'), '{{pod}}']),
  ];
}

/** Requests of services, those that fail, and how long they take. */
export function httpPanels(namespace: string, http: HttpMetrics): Panel[] {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const requests = `sum by (job) (${rate(series(http.requests))})`;
  const errors = `sum by (job) (${rate(series(http.requests, http.failed))})`;
  const buckets = `sum by (job, le) (${rate(series(http.buckets))})`;
  return [
    graph('Requests', 'reqps', [requests, '{{job}}']),
    graph('Share of errors', 'percentunit', [`${errors} / ${requests}`, '{{job}}']),
    graph('Time of 99 of 100 requests', 's', [`histogram_quantile(0.99, ${buckets})`, '{{job}}']),
  ];
}

/** Lag, traffic and the state of partitions. */
export function kafkaDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const sum = (metric: string, by: string) => `sum by (${by}) (${series(metric)})`;
  const traffic = (way: string) =>
    `sum by (topic) (${rate(series(`kafka_server_brokertopicmetrics_bytes${way}_total`, 'topic!=""'))})`;
  return {
    uid: `${platform}-kafka`,
    title: 'Kafka',
    folder: platform,
    panels: [
      number('Brokers', 'short', `max(${series('kafka_brokers')})`),
      number(
        'Partitions without a leader',
        'short',
        `max(${series('kafka_controller_kafkacontroller_offlinepartitionscount')})`,
      ),
      graph('Lag of groups', 'short', [
        sum('kafka_consumergroup_lag', 'consumergroup, topic'),
        '{{consumergroup}} {{topic}}',
      ]),
      graph('Messages written', 'wps', [
        `sum by (topic) (${rate(series('kafka_topic_partition_current_offset'))})`,
        '{{topic}}',
      ]),
      graph('Bytes in', 'Bps', [traffic('in'), '{{topic}}']),
      graph('Bytes out', 'Bps', [traffic('out'), '{{topic}}']),
      graph('Partitions behind', 'short', [series('kafka_server_replicamanager_underreplicatedpartitions'), '{{pod}}']),
      graph('Request handlers idle', 'percentunit', [
        series('kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent'),
        '{{pod}}',
      ]),
      graph('Time of 99 of 100 requests', 'ms', [
        series('kafka_network_requestmetrics_totaltimems', 'quantile="0.99"'),
        '{{pod}} {{request}}',
      ]),
    ],
  };
}

/** Members, operations and lag of a replica set. */
export function mongoDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const lag = series('mongodb_mongod_replset_member_replication_lag');
  return {
    uid: `${platform}-mongodb`,
    title: 'MongoDB',
    folder: platform,
    panels: [
      number('Members that answer', 'short', `sum(${series('mongodb_up')})`),
      graph('State of members (1 primary, 2 secondary)', 'short', [
        series('mongodb_mongod_replset_my_state'),
        '{{pod}}',
      ]),
      graph('Behind the primary', 's', [`max by (name) (${lag})`, '{{name}}']),
      graph('Operations', 'ops', [
        `sum by (legacy_op_type) (${rate(series('mongodb_ss_opcounters'))})`,
        '{{legacy_op_type}}',
      ]),
      graph('Connections', 'short', [series('mongodb_ss_connections', 'conn_type="current"'), '{{pod}}']),
    ],
  };
}

/** Requests, queues and stores of Temporal, with the servers that it keeps its workflows in. */
export function temporalDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const series = (metric: string, ...matchers: string[]) => select(metric, namespace, ...matchers);
  const slowest = (metric: string, ...matchers: string[]) =>
    `histogram_quantile(0.99, sum by (operation, le) (${rate(series(metric, ...matchers))}))`;
  const frontend = 'service_name="frontend"';
  return {
    uid: `${platform}-temporal`,
    title: 'Temporal',
    folder: platform,
    panels: [
      graph('Requests', 'reqps', [
        `sum by (operation) (${rate(series('service_requests', frontend))})`,
        '{{operation}}',
      ]),
      graph('Errors', 'reqps', [
        `sum by (job, operation) (${rate(series('service_errors'))})`,
        '{{job}} {{operation}}',
      ]),
      // A poll waits for work on purpose.
      graph('Time of 99 of 100 requests', 's', [
        slowest('service_latency_bucket', frontend, 'operation!~"Poll.*"'),
        '{{operation}}',
      ]),
      graph('Tasks that wait', 'short', [
        `sum by (taskqueue) (${series('approximate_backlog_count')})`,
        '{{taskqueue}}',
      ]),
      graph('Time of 99 of 100 questions to the stores', 's', [slowest('persistence_latency_bucket'), '{{operation}}']),
      graph('Errors of the stores', 'ops', [`sum by (job) (${rate(series('persistence_errors'))})`, '{{job}}']),
    ],
  };
}

import { dump } from 'js-yaml';
import { AlertGroup } from '../../model/alert';
import { Duration } from '../../model/duration';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderRuleGroup } from './rule-group';

/** A workload to scrape, and the platform that its series are labelled with. */
export interface ScrapeJob extends MetricsTarget {
  readonly platform: string;
}

/** What a server scrapes and keeps, beyond the list of its targets. */
export interface PrometheusSettings {
  /** Time between two scrapes of a target. */
  readonly scrapeInterval: Duration;

  /** Time for one scrape, at most the interval. */
  readonly scrapeTimeout: Duration;

  /** Time between two evaluations of an alert. */
  readonly evaluationInterval: Duration;

  /** What is kept, whichever ends first: the age of samples, and their share of the volume in whole percent. */
  readonly retention: { readonly time: Duration; readonly percent: number };

  /** How late a sample may arrive of those that are sent here. */
  readonly outOfOrder: Duration;

  /** Samples of one scrape: a target that has more is refused whole, and counts as one that does not answer. */
  readonly samplesOfTarget: number;

  /** Names of the metrics of kubelets that are kept, by the path that they are read from. */
  readonly kubelet: Readonly<Record<KubeletJob, readonly string[]>>;
}

/** The two lists of metrics that a kubelet has: its own, and those of the containers that it runs. */
export type KubeletJob = keyof typeof KUBELET_PATHS;

const KUBELET_PATHS = { cadvisor: '/metrics/cadvisor', kubelet: '/metrics' } as const;

/** Folder of the account's token and of the authority of the cluster. */
const ACCOUNT_FOLDER = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Names of the files of rules, relative to the configuration. */
const RULES_SUFFIX = '.rules.yaml';

/** Renders `prometheus.yml`. */
export function renderPrometheusConfig(settings: PrometheusSettings, jobs: readonly ScrapeJob[]): string {
  const { scrapeInterval, scrapeTimeout, evaluationInterval, retention, outOfOrder, samplesOfTarget, kubelet } =
    settings;
  return toYaml({
    global: {
      scrape_interval: scrapeInterval,
      scrape_timeout: scrapeTimeout,
      evaluation_interval: evaluationInterval,
      sample_limit: samplesOfTarget,
    },
    storage: {
      tsdb: {
        retention: { time: retention.time, percentage: retention.percent },
        out_of_order_time_window: outOfOrder,
      },
    },
    rule_files: [`*${RULES_SUFFIX}`],
    scrape_configs: [
      ...jobs.map(renderJob).sort((a, b) => (a.job_name < b.job_name ? -1 : 1)),
      renderKubeletJob('cadvisor', kubelet.cadvisor),
      renderKubeletJob('kubelet', kubelet.kubelet),
    ],
  });
}

/** Renders the files of rules by their names, one for each group. */
export function renderRuleFiles(groups: readonly AlertGroup[]): Record<string, string> {
  const sorted = [...groups].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(
    sorted.map((group) => [`${group.name}${RULES_SUFFIX}`, toYaml({ groups: [renderRuleGroup(group)] })]),
  );
}

/** What tells one job from another: `data/mongodb:9216`. */
export function jobName({ workload, port }: MetricsTarget): string {
  return `${workload.namespace.name}/${workload.name}:${port}`;
}

/** All jobs of a namespace share one watch of its pods: to the server, equal discoveries are one. */
function renderJob(job: ScrapeJob) {
  const { workload, port, path = '/metrics', honorLabels = false, interval, platform } = job;
  const labels = Object.entries(workload.peer.labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    job_name: jobName(job),
    ...(honorLabels && { honor_labels: true }),
    ...(interval !== undefined && { scrape_interval: interval }),
    metrics_path: path,
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: [workload.namespace.name] } }],
    relabel_configs: [
      {
        source_labels: [...labels.map(([name]) => podLabel(`label_${name.replace(/\W/g, '_')}`)), podLabel(PORT)],
        regex: [...labels.map(([, value]) => value), port].join(';'),
        action: 'keep',
      },
      // An evicted pod stays in the list for long, and would count as one that does not answer.
      { source_labels: [podLabel('phase')], regex: 'Failed|Succeeded', action: 'drop' },
      { source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' },
      { source_labels: [podLabel('name')], target_label: 'pod' },
      { target_label: 'job', replacement: workload.name },
      { target_label: 'platform', replacement: platform },
    ],
  };
}

/** A kubelet proves its name by the cluster's authority before it is shown the token. */
function renderKubeletJob(job: KubeletJob, metrics: readonly string[]) {
  return {
    job_name: job,
    scheme: 'https',
    metrics_path: KUBELET_PATHS[job],
    ...(job === 'cadvisor' && { track_timestamps_staleness: true }),
    authorization: { credentials_file: `${ACCOUNT_FOLDER}/token` },
    tls_config: { ca_file: `${ACCOUNT_FOLDER}/ca.crt` },
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [{ source_labels: ['__meta_kubernetes_node_name'], target_label: 'node' }],
    metric_relabel_configs: [{ source_labels: ['__name__'], regex: metrics.join('|'), action: 'keep' }],
  };
}

const PORT = 'container_port_number';
const podLabel = (name: string): string => `__meta_kubernetes_pod_${name}`;

const toYaml = (value: object): string => dump(value, { lineWidth: -1, noRefs: true });

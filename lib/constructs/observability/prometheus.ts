import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { AlertGroup } from '../../model/alert';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { PlatformNamespace } from '../platform-namespace';
import { claimed, configFiles } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { Addresses, allowAddresses, grantInCluster, grantInNamespace } from '../workloads/api-access';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';
import { jobName, PrometheusSettings, renderPrometheusConfig, renderRuleFiles, ScrapeJob } from './prometheus-config';

/** Properties for `Prometheus`. */
export interface PrometheusProps extends PrometheusSettings {
  readonly namespace: PlatformNamespace;

  /** Image reference with an exact tag or a digest. */
  readonly image: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group of the image. */
  readonly group: number;

  /** Size of the volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;
  readonly resources: Resources;

  /** How often it is asked; `startup` includes the time to read the log of a crash again. */
  readonly probes: Timings;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** How often it looks whether its configuration or a rule changed. */
  readonly reloadInterval: Duration;

  /** Where the API server answers. */
  readonly apiServer: Addresses;

  /** Address ranges of the nodes, whose kubelets are scraped. */
  readonly nodes: readonly string[];
}

/** Port of queries, of its own metrics, and of metrics that are sent by OTLP. */
export const PROMETHEUS_PORT = 9090;

/** Port of a kubelet. */
const KUBELET_PORT = 10_250;

const CLAIM = 'data';
const DATA_FOLDER = '/prometheus';
const CONFIG_FOLDER = '/etc/prometheus';

/** Least time in which the log of a crash is read again. */
const LEAST_STARTUP: Duration = '15m';

/** Least time to write what is in memory. */
const LEAST_GRACE: Duration = '300s';

/** Largest share of the volume: blocks are removed only after their successor is written. */
const MOST_PERCENT = 85;

/**
 * One Prometheus on one volume, which scrapes what it is told to and the kubelets, and evaluates alerts.
 *
 * It reads configuration and rules again when they change, so a new target restarts nothing. It may list pods in the
 * namespaces that it scrapes, and in no other.
 */
export class Prometheus extends StatefulWorkload {
  /** The server's own metrics. */
  public readonly metricsTargets: readonly MetricsTarget[] = [{ workload: this, port: PROMETHEUS_PORT }];
  private readonly jobs = new Map<string, ScrapeJob>();
  private readonly groups: AlertGroup[] = [];

  constructor(scope: Construct, id: string, props: PrometheusProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    const metadata = objectMeta(props.namespace.name, configName(id));
    new KubernetesObject(this, 'Config', k8s.KubeConfigMap, { metadata }, () => ({
      data: {
        'prometheus.yml': renderPrometheusConfig(props, [...this.jobs.values()]),
        ...renderRuleFiles(this.groups),
      },
    }));
    grantInCluster(this, [
      { apiGroup: '', resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroup: '', resources: ['nodes/metrics'], verbs: ['get'] },
    ]);
    allowAddresses(this, props.apiServer);
    allowAddresses(this, { cidrs: props.nodes, port: KUBELET_PORT });
  }

  /** The server as somebody to query. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [PROMETHEUS_PORT] : ports));
  }

  /** Scrapes the pods of a workload, whose side must admit it. Orders nothing: a target that is not there yet is down. */
  public scrape(job: ScrapeJob): void {
    const { namespace, peer } = job.workload;
    const namespaces = [...this.jobs.values()].map(({ workload }) => workload.namespace.name);
    if (!namespaces.includes(namespace.name)) {
      grantInNamespace(this, namespace.name, [{ apiGroup: '', resources: ['pods'], verbs: ['get', 'list', 'watch'] }]);
    }
    this.connectTo({ peer, ports: [{ port: job.port }], after: [] });
    this.jobs.set(jobName(job), job);
  }

  /** Evaluates the alerts of a group. */
  public evaluate(group: AlertGroup): void {
    this.groups.push(group);
  }
}

const configName = (name: string): string => `${name}-config`;

function workloadProps(name: string, props: PrometheusProps): StatefulWorkloadProps {
  const { namespace, image, user, group, resources, storage, storageClassName, terminationGrace } = props;
  return {
    namespace,
    component: 'metrics',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports: { http: PROMETHEUS_PORT },
    service: { name, ports: { http: PROMETHEUS_PORT } },
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName: props.priorityClassName,
      apiToken: true,
      containers: [
        {
          name: 'prometheus',
          image,
          resources,
          // They take the place of the image's own, the path of the data among them.
          args: [
            `--config.file=${CONFIG_FOLDER}/prometheus.yml`,
            '--config.auto-reload',
            `--config.auto-reload-interval=${props.reloadInterval}`,
            `--storage.tsdb.path=${DATA_FOLDER}`,
            '--web.enable-otlp-receiver',
          ],
          ports: { http: PROMETHEUS_PORT },
          probes: probesOf(
            props.probes,
            { http: '/-/ready', port: 'http' },
            { liveness: { http: '/-/healthy', port: 'http' } },
          ),
          mounts: [claimed(CLAIM, DATA_FOLDER), configFiles('config', CONFIG_FOLDER, configName(name))],
        },
      ],
    },
  };
}

function findProblems(props: PrometheusProps): string[] {
  const { probes, terminationGrace, scrapeInterval, scrapeTimeout, retention, samplesOfTarget, kubelet } = props;
  const problems = findTimingProblems(probes);
  const startup = seconds(probes.startup.period) * probes.startup.failures;
  if (startup < seconds(LEAST_STARTUP)) {
    const rule = `must give at least ${LEAST_STARTUP} to read the log of a crash again`;
    problems.push(`probes.startup ${rule}, got ${startup}s; raise its failures`);
  }
  if (seconds(terminationGrace) < seconds(LEAST_GRACE)) {
    const rule = `must be at least ${LEAST_GRACE} to write what is in memory`;
    problems.push(`terminationGrace ${rule}, got ${terminationGrace}`);
  }
  if (seconds(scrapeTimeout) > seconds(scrapeInterval)) {
    problems.push(`scrapeTimeout must be at most scrapeInterval ${scrapeInterval}, got ${scrapeTimeout}`);
  }
  if (!(retention.percent >= 1 && retention.percent <= MOST_PERCENT)) {
    const rule = `must be from 1 to ${MOST_PERCENT}, room for blocks that are written anew`;
    problems.push(`retention.percent ${rule}, got ${retention.percent}`);
  }
  if (!Number.isInteger(samplesOfTarget) || samplesOfTarget < 1) {
    problems.push(`samplesOfTarget must be a whole number from 1, got ${samplesOfTarget}; 0 would be no limit`);
  }
  for (const [job, metrics] of Object.entries(kubelet)) {
    const rule = 'must name at least one metric, got none; nothing would be kept of what is read';
    if (metrics.length === 0) problems.push(`kubelet.${job} ${rule}`);
  }
  return problems;
}

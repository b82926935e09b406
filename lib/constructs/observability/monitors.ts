import { Construct } from 'constructs';
import * as operator from '../../../imports/monitoring.coreos.com';
import { AlertGroup } from '../../model/alert';
import { Duration } from '../../model/duration';
import { objectMeta } from '../objects/object-meta';
import { NAME_LABEL } from '../workloads/endpoint';
import { Workload } from '../workloads/workload';
import { renderRuleGroup } from './rule-group';
import { ScrapeJob } from './prometheus-config';

/** Properties for `Monitors`. */
export interface MonitorsProps {
  readonly namespace: string;

  /** Labels by which the operator's Prometheus selects monitors and rules. */
  readonly selectorLabels: Readonly<Record<string, string>>;

  /** Time between two scrapes of a target. */
  readonly scrapeInterval: Duration;

  /** Time for one scrape, at most the interval. */
  readonly scrapeTimeout: Duration;

  /** Time between two evaluations of an alert. */
  readonly evaluationInterval: Duration;

  /** What to scrape. */
  readonly jobs: readonly ScrapeJob[];

  /** What to evaluate. */
  readonly groups: readonly AlertGroup[];
}

/**
 * Targets and alerts for a Prometheus that an operator runs: a PodMonitor for each workload, named
 * `<namespace>-<workload>`, and a PrometheusRule for each group.
 *
 * Series carry the same labels as those of `Prometheus`, so that the same alerts hold. Defaults of the server are
 * written out, so that a stored object equals the rendered one.
 */
export class Monitors extends Construct {
  constructor(scope: Construct, id: string, props: MonitorsProps) {
    super(scope, id);
    const { namespace, selectorLabels, jobs, groups } = props;
    const meta = (name: string) => objectMeta(namespace, name, selectorLabels);
    for (const workload of new Set(jobs.map((job) => job.workload))) {
      const name = `${workload.namespace.name}-${workload.name}`;
      const endpoints = jobs.filter((job) => job.workload === workload).map((job) => renderEndpoint(job, props));
      new operator.PodMonitor(this, `PodMonitor-${name}`, {
        metadata: meta(name),
        spec: { ...selectPods(workload), podMetricsEndpoints: endpoints },
      });
    }
    for (const group of groups) {
      new operator.PrometheusRule(this, `PrometheusRule-${group.name}`, {
        metadata: meta(group.name),
        spec: { groups: [renderGroup(group, props.evaluationInterval)] },
      });
    }
  }
}

/** The label that names a workload becomes the label `job`, where its pods have one of its name. */
function selectPods({ name, namespace, peer }: Workload) {
  return {
    ...(peer.labels[NAME_LABEL] === name && { jobLabel: NAME_LABEL }),
    namespaceSelector: { matchNames: [namespace.name] },
    selector: { matchLabels: { ...peer.labels } },
  };
}

function renderEndpoint(
  { workload, port, path = '/metrics', honorLabels = false, interval, platform }: ScrapeJob,
  { scrapeInterval, scrapeTimeout }: MonitorsProps,
): operator.PodMonitorSpecPodMetricsEndpoints {
  return {
    portNumber: port,
    path,
    interval: interval ?? scrapeInterval,
    scrapeTimeout,
    ...(honorLabels && { honorLabels }),
    relabelings: [
      replaced('platform', platform),
      ...(workload.peer.labels[NAME_LABEL] === workload.name ? [] : [replaced('job', workload.name)]),
    ],
  };
}

function replaced(targetLabel: string, replacement: string): operator.PodMonitorSpecPodMetricsEndpointsRelabelings {
  const action = operator.PodMonitorSpecPodMetricsEndpointsRelabelingsAction.REPLACE;
  return { action, targetLabel, replacement };
}

function renderGroup(group: AlertGroup, interval: Duration): operator.PrometheusRuleSpecGroups {
  const { name, rules } = renderRuleGroup(group);
  return {
    name,
    interval,
    rules: rules.map((rule) => ({ ...rule, expr: operator.PrometheusRuleSpecGroupsRulesExpr.fromString(rule.expr) })),
  };
}

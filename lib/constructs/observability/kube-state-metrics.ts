import { Construct } from 'constructs';
import { findTimingProblems } from '../pods/probe';
import { AccessRule, Addresses, allowAddresses, grantInCluster } from '../workloads/api-access';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload } from '../workloads/stateless-workload';

/** API groups of the resources that can be reported on. Secrets and ConfigMaps are none of them. */
const API_GROUPS = {
  cronjobs: 'batch',
  deployments: 'apps',
  horizontalpodautoscalers: 'autoscaling',
  jobs: 'batch',
  nodes: '',
  persistentvolumeclaims: '',
  pods: '',
  statefulsets: 'apps',
} as const;

/** Resources of the cluster whose state is reported as metrics. */
export type ReportedResource = keyof typeof API_GROUPS;

/** Properties for `KubeStateMetrics`. */
export interface KubeStateMetricsProps extends SinglePodProps {
  /** Resources that it may list and reports on. */
  readonly reports: readonly ReportedResource[];

  /** Where the API server answers. */
  readonly apiServer: Addresses;
}

/** Port of the metrics. */
const METRICS_PORT = 8080;

/** Port of metrics of the program itself, and of its readiness. */
const OWN_PORT = 8081;

/** Reports what the API server knows of the cluster's objects as metrics, in all namespaces. */
export class KubeStateMetrics extends StatelessWorkload {
  /** What a scraper has to reach: its series name the namespace and the pod that they are about. */
  public readonly metricsTargets: readonly MetricsTarget[] = [
    { workload: this, port: METRICS_PORT, honorLabels: true },
  ];

  constructor(scope: Construct, id: string, props: KubeStateMetricsProps) {
    super(scope, id, workloadProps(props));
    this.node.addValidation({ validate: () => findProblems(props) });
    grantInCluster(this, rulesFor(props.reports));
    allowAddresses(this, props.apiServer);
  }
}

function workloadProps(props: KubeStateMetricsProps) {
  return renderSinglePod(props, {
    component: 'exporter',
    name: 'kube-state-metrics',
    ports: { metrics: METRICS_PORT, own: OWN_PORT },
    // `/livez` asks the API server, whose failure must not restart what reports it.
    check: { http: '/healthz', port: 'metrics' },
    checks: { readiness: { http: '/readyz', port: 'own' } },
    apiToken: true,
    args: [
      `--port=${METRICS_PORT}`,
      `--telemetry-port=${OWN_PORT}`,
      `--resources=${[...props.reports].sort().join(',')}`,
    ],
  });
}

/** One rule for each API group, both in the order of their names. */
function rulesFor(reports: readonly ReportedResource[]): AccessRule[] {
  const groups = [...new Set(reports.map((resource) => API_GROUPS[resource]))].sort();
  return groups.map((apiGroup) => ({
    apiGroup,
    resources: reports.filter((resource) => API_GROUPS[resource] === apiGroup).sort(),
    verbs: ['list', 'watch'],
  }));
}

function findProblems({ reports, probes }: KubeStateMetricsProps): string[] {
  const problems = findTimingProblems(probes);
  if (reports.length === 0) problems.push('reports must name at least one resource, got none; without, it reports all');
  return problems;
}

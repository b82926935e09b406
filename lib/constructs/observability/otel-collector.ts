import { Construct } from 'constructs';
import { fixed } from '../../model/scale';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { configFiles } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { PodPeer } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { goMemory } from './go-memory';
import { COLLECTOR_PORTS, OtelBackends, renderCollectorConfig } from './otel-collector-config';

/** Properties for `OtelCollector`. */
export interface OtelCollectorProps extends SinglePodProps {
  /** Reference of an image `otel/opentelemetry-collector-k8s`, 0.144 or newer: older ones name exporters otherwise. */
  readonly image: string;

  /** Pods, which share nothing. */
  readonly replicas: number;
  readonly backends: OtelBackends;

  /** Pods that send by OTLP over gRPC. */
  readonly senders: readonly PodPeer[];
}

const CONFIG_FOLDER = '/etc/otel-collector';
const CONFIG_FILE = 'config.yaml';

/** Takes traces, metrics and logs by OTLP, and hands each to the server that keeps it. Keeps nothing but a queue. */
export class OtelCollector extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: OtelCollectorProps) {
    const data = { [CONFIG_FILE]: yamlFile(renderCollectorConfig(props.backends)) };
    super(scope, id, workloadProps(id, props, data));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.metricsTargets = [{ workload: this, port: COLLECTOR_PORTS.metrics }];
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data });
    const { traces, logs, metrics } = props.backends;
    this.connectTo(traces.server);
    this.connectTo(logs.server);
    if (metrics) this.connectTo(metrics.server);
    props.senders.forEach((sender) => {
      this.admit(sender, { port: COLLECTOR_PORTS['otlp-grpc'] });
    });
  }
}

function workloadProps(
  name: string,
  props: OtelCollectorProps,
  data: Readonly<Record<string, string>>,
): StatelessWorkloadProps {
  const program = renderSinglePod(props, {
    component: 'collector',
    name: 'collector',
    annotations: checksum(name, data),
    ports: COLLECTOR_PORTS,
    check: { http: '/', port: 'health' },
    // The image has no arguments of its own.
    args: [`--config=${CONFIG_FOLDER}/${CONFIG_FILE}`],
    env: goMemory(props.resources),
    mounts: [configFiles('config', CONFIG_FOLDER, name)],
  });
  return { ...program, scale: fixed(props.replicas) };
}

function findProblems({ replicas, probes }: OtelCollectorProps): string[] {
  const problems = findTimingProblems(probes);
  if (!Number.isInteger(replicas) || replicas < 1) {
    problems.push(`replicas must be a whole number from 1, got ${replicas}`);
  }
  return problems;
}

import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Bytes } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { configFiles, scratch } from '../pods/mount';
import { findTimingProblems } from '../pods/probe';
import { allowAddresses } from '../workloads/api-access';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { goMemory } from './go-memory';
import { renderPodLogsConfig } from './pod-logs-config';

/** Properties for `PodLogs`. */
export interface PodLogsProps extends SinglePodProps {
  /** Reference of an image `grafana/alloy`, 1.x. */
  readonly image: string;

  /** Namespaces whose pods are read. They exist, whoever defines them. */
  readonly namespaces: readonly string[];

  /** Loki, by `http://host:port`. */
  readonly loki: { readonly url: string; readonly server: Endpoint };

  /** Where the API server answers, as policies see it. */
  readonly apiServer: { readonly cidrs: readonly string[]; readonly port: number };

  /** Largest size of the folder with the positions that it has read to. */
  readonly scratch: Bytes;
}

/** Port of Alloy's own pages and metrics. */
const PORT = 12345;
const CONFIG_FOLDER = '/etc/alloy';
const CONFIG_FILE = 'config.alloy';
const DATA_FOLDER = '/var/lib/alloy/data';

/**
 * What pods write to their output, by the API server to Loki: without a process on every node, and without the right to
 * look into a node's files.
 *
 * One pod, since two would send everything twice. What a new pod reads again, Loki recognizes and keeps once.
 */
export class PodLogs extends StatelessWorkload {
  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  constructor(scope: Construct, id: string, props: PodLogsProps) {
    const namespaces = [...new Set(props.namespaces)].sort();
    const pushUrl = `${props.loki.url}/loki/api/v1/push`;
    const data = { [CONFIG_FILE]: renderPodLogsConfig({ namespaces, pushUrl }) };
    super(scope, id, workloadProps(id, props, data));
    this.node.addValidation({ validate: () => findProblems(props) });
    this.metricsTargets = [{ workload: this, port: PORT }];
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data });
    namespaces.forEach((namespace) => {
      this.allowReading(namespace);
    });
    this.connectTo(props.loki.server);
    allowAddresses(this, props.apiServer);
  }

  private allowReading(namespace: string): void {
    const metadata = objectMeta(namespace, this.name, this.labels);
    new KubernetesObject(this, `Role-${namespace}`, k8s.KubeRole, {
      metadata,
      rules: [
        { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
      ],
    });
    new KubernetesObject(this, `RoleBinding-${namespace}`, k8s.KubeRoleBinding, {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: this.name },
      subjects: [{ kind: 'ServiceAccount', name: this.name, namespace: this.namespace.name }],
    });
  }
}

function workloadProps(
  name: string,
  props: PodLogsProps,
  data: Readonly<Record<string, string>>,
): StatelessWorkloadProps {
  return renderSinglePod(props, {
    component: 'collector',
    name: 'alloy',
    annotations: checksum(name, data),
    apiToken: true,
    ports: { http: PORT },
    check: { http: '/-/ready', port: 'http' },
    checks: { liveness: { tcp: 'http' } },
    args: [
      'run',
      `${CONFIG_FOLDER}/${CONFIG_FILE}`,
      `--storage.path=${DATA_FOLDER}`,
      `--server.http.listen-addr=0.0.0.0:${PORT}`,
      '--disable-reporting',
    ],
    env: goMemory(props.resources),
    mounts: [configFiles('config', CONFIG_FOLDER, name), scratch('data', DATA_FOLDER, props.scratch)],
  });
}

function findProblems({ namespaces, probes }: PodLogsProps): string[] {
  const problems = findTimingProblems(probes);
  if (namespaces.length === 0) problems.push('namespaces must name at least one, got none; nothing would be read');
  return problems;
}

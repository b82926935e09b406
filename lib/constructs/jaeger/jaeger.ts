import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { goMemory } from '../observability/go-memory';
import { PlatformNamespace } from '../platform-namespace';
import { claimed, configFiles, scratch } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { MetricsTarget } from '../workloads/metrics-target';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';
import { JAEGER_FOLDER, JAEGER_PORTS, renderJaegerConfig } from './jaeger-config';

/** Properties for `Jaeger`. */
export interface JaegerProps {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `jaegertracing/jaeger`, 2: version 1 is no longer maintained and has other settings. */
  readonly image: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group that the mounted volume belongs to. */
  readonly group: number;
  readonly resources: Resources;

  /** Age at which spans are deleted. */
  readonly retention: Duration;

  /** Size of the volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** How often the server is asked. */
  readonly probes: Timings;

  /** Time that a new pod must be ready before the roll-out counts as done. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
}

const CLAIM = 'data';
const CONFIG_FOLDER = '/etc/jaeger';
const CONFIG_FILE = 'config.yaml';

/** One Jaeger server, which takes traces by OTLP, keeps them on its volume, and shows them on pages of its own. */
export class Jaeger extends StatefulWorkload {
  /** `<name>.<namespace>.svc.<domain>`. */
  public readonly host: string;

  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[] = [{ workload: this, port: JAEGER_PORTS.metrics }];

  constructor(scope: Construct, id: string, props: JaegerProps) {
    const data = { [CONFIG_FILE]: yamlFile(renderJaegerConfig(props.retention)) };
    super(scope, id, workloadProps(id, props, data));
    this.node.addValidation({ validate: () => findTimingProblems(props.probes) });
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data });
    this.host = `${id}.${props.namespace.name}.svc.${props.clusterDomain}`;
  }

  /** Address that spans are sent to, by OTLP over gRPC. */
  public get otlpUrl(): string {
    return `http://${this.host}:${JAEGER_PORTS['otlp-grpc']}`;
  }

  /** Who sends spans. A sender starts whether or not they are taken. */
  public get otlpEndpoint(): Endpoint {
    return this.peerEndpoint(JAEGER_PORTS['otlp-grpc']);
  }
}

function workloadProps(
  name: string,
  props: JaegerProps,
  data: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, storage, storageClassName, minReady, user, group, terminationGrace, priorityClassName } = props;
  const { image, resources, probes } = props;
  return {
    namespace,
    component: 'tracing',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports: JAEGER_PORTS,
    service: { name, ports: JAEGER_PORTS },
    minReady,
    claims: [{ name: CLAIM, size: storage, storageClassName }],
    pod: {
      user,
      group,
      terminationGrace,
      priorityClassName,
      annotations: checksum(name, data),
      containers: [
        {
          name: 'jaeger',
          image,
          resources,
          args: [`--config=${CONFIG_FOLDER}/${CONFIG_FILE}`],
          env: goMemory(resources),
          ports: JAEGER_PORTS,
          probes: probesOf(probes, { http: '/status', port: 'health' }, { liveness: { tcp: 'health' } }),
          mounts: [
            claimed(CLAIM, JAEGER_FOLDER),
            configFiles('config', CONFIG_FOLDER, name),
            scratch('tmp', '/tmp', props.scratch),
          ],
        },
      ],
    },
  };
}

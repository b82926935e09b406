import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { claimed, configFiles, scratch } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { PlatformNamespace } from '../platform-namespace';
import { MetricsTarget } from '../workloads/metrics-target';
import { StatefulWorkload, StatefulWorkloadProps } from '../workloads/stateful-workload';
import { goMemory } from './go-memory';

/** Properties of one server that keeps logs or traces on one volume. */
export interface SignalStoreProps {
  readonly namespace: PlatformNamespace;

  /** Image reference with an exact tag or a digest. */
  readonly image: string;

  /** Numeric user of the image. */
  readonly user: number;

  /** Numeric group of the image. */
  readonly group: number;
  readonly resources: Resources;

  /** Size of the volume. */
  readonly storage: Bytes;
  readonly storageClassName: string;

  /** Age at which data are deleted. */
  readonly retention: Duration;

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** How often the server is asked; `startup` includes the replay of its log after a crash. */
  readonly probes: Timings;

  /** Time that a new pod must be ready before the roll-out counts as done. */
  readonly minReady: Duration;

  /** Time from the request to end until the kill, in which what is in memory is written. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Domain of the cluster's own names: `cluster.local`. */
  readonly clusterDomain: string;
}

/** What a product is, beyond where and how it runs. */
export interface SignalServer {
  /** Ports by name; `http` answers `/ready` and `/metrics`. */
  readonly ports: Readonly<Record<string, number>> & { readonly http: number };

  /** Folder of the volume. */
  readonly folder: string;

  /** Configuration, which is given to the server as `-config.file`. */
  readonly config: object;
}

const CLAIM = 'data';
const CONFIG_FOLDER = '/etc/signal-store';
const CONFIG_FILE = 'config.yaml';

/**
 * One server of the family of Loki and Tempo, all of its roles in one process, on one volume.
 *
 * There is no second server: while its pod moves, senders keep what they have and try again.
 */
export abstract class SignalStore extends StatefulWorkload {
  /** `<name>.<namespace>.svc.<domain>`. */
  public readonly host: string;

  /** What a scraper has to reach. */
  public readonly metricsTargets: readonly MetricsTarget[];

  protected constructor(scope: Construct, id: string, props: SignalStoreProps, server: SignalServer) {
    const data = { [CONFIG_FILE]: yamlFile(server.config) };
    super(scope, id, workloadProps(id, props, server, data));
    this.node.addValidation({ validate: () => findTimingProblems(props.probes) });
    this.host = `${id}.${props.namespace.name}.svc.${props.clusterDomain}`;
    this.metricsTargets = [{ workload: this, port: server.ports.http }];
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data });
  }
}

function workloadProps(
  name: string,
  props: SignalStoreProps,
  { ports, folder }: SignalServer,
  data: Readonly<Record<string, string>>,
): StatefulWorkloadProps {
  const { namespace, image, user, group, resources, storage, storageClassName, probes, minReady } = props;
  const { terminationGrace, priorityClassName } = props;
  return {
    namespace,
    component: 'store',
    replicas: 1,
    headlessService: `${name}-headless`,
    ports,
    service: { name, ports },
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
          name,
          image,
          resources,
          args: [`-config.file=${CONFIG_FOLDER}/${CONFIG_FILE}`],
          env: goMemory(resources),
          ports,
          // A server that catches up is not ready, and must not be killed for it.
          probes: probesOf(probes, { http: '/ready', port: 'http' }, { liveness: { tcp: 'http' } }),
          mounts: [
            claimed(CLAIM, folder),
            configFiles('config', CONFIG_FOLDER, name),
            scratch('tmp', '/tmp', props.scratch),
          ],
        },
      ],
    },
  };
}

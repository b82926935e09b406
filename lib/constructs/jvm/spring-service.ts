import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { Scale } from '../../model/scale';
import { checksum, ConfigFiles } from '../objects/config-files';
import { yamlFile } from '../objects/yaml-file';
import { PlatformNamespace } from '../platform-namespace';
import { Env } from '../pods/env';
import { configFiles, Mount, scratch } from '../pods/mount';
import { findTimingProblems, probesOf, Timings } from '../pods/probe';
import { Autoscaling } from '../workloads/autoscaler';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';
import { findJavaProblems, JavaSettings, renderJavaOptions } from './java-options';

/** Ports of a service, by name. */
export interface SpringPorts {
  readonly http: number;

  /** Health and metrics: another port than that of the users, so that nobody outside is led to it. */
  readonly management: number;
}

/** Properties for `SpringService`. */
export interface SpringServiceProps extends JavaSettings {
  readonly namespace: PlatformNamespace;

  /** Whether the internet reaches it. */
  readonly tier: 'public' | 'internal';

  /** Reference of an image of Spring Boot 3 on Java 17 or newer, with `/bin/sleep` for a graceful end. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** Ports that the container listens on. */
  readonly ports: SpringPorts;

  /** Ports of the Service, which lead to those. */
  readonly servicePorts: SpringPorts;
  readonly scale: Scale;
  readonly autoscaling: Autoscaling;
  readonly resources: Resources;

  /** Content of `application.yaml`, beside what follows from the other props. It overrules the image's own. */
  readonly config: Readonly<Record<string, unknown>>;

  /** Names of the profiles of the image that are active. */
  readonly profiles: readonly string[];

  /** Variables: addresses, and references to Secrets. They overrule the file. */
  readonly env: Env;

  /**
   * What it mounts beside its configuration and its folder for temporary files.
   *
   * @default - nothing
   */
  readonly mounts?: readonly Mount[];

  /** Largest size of the folder for temporary files. */
  readonly scratch: Bytes;

  /** How often its health is asked. */
  readonly probes: Timings;

  /** Time that a pod goes on serving after it was told to end, so that no router still sends to it. */
  readonly drain: Duration;

  /** Time that requests and messages in work are given after that. */
  readonly shutdown: Duration;

  /** Time from the request to end until the kill: longer than `drain` and `shutdown` together. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;
}

/** Path of the metrics, on the port `management`. */
export const SPRING_METRICS_PATH = '/actuator/prometheus';

const CONFIG_FOLDER = '/etc/spring';
const CONFIG_FILE = 'application.yaml';
const HEALTH = '/actuator/health';

/**
 * A service of Spring Boot with a port for its users and one for those who watch it.
 *
 * Defines all that `StatelessWorkload` does, and its `application.yaml` as a mounted ConfigMap; a change of it rolls the
 * pods.
 */
export class SpringService extends StatelessWorkload {
  constructor(scope: Construct, id: string, props: SpringServiceProps) {
    const files = { [CONFIG_FILE]: yamlFile(renderConfig(props)) };
    super(scope, id, workloadProps(id, props, files));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Config', { namespace: props.namespace.name, name: id, data: files });
  }
}

/** The file: what the props of the pod rest upon, and then what the caller says. */
function renderConfig({ config, shutdown }: SpringServiceProps): object {
  return {
    ...config,
    server: { shutdown: 'graceful' },
    management: {
      endpoints: { web: { exposure: { include: 'health,metrics,prometheus,info' }, 'base-path': '/actuator' } },
      endpoint: { health: { probes: { enabled: true } } },
      prometheus: { metrics: { export: { enabled: true } } },
      ...(config['management'] as object | undefined),
    },
    spring: {
      lifecycle: { 'timeout-per-shutdown-phase': shutdown },
      ...(config['spring'] as object | undefined),
    },
  };
}

function workloadProps(
  name: string,
  props: SpringServiceProps,
  files: Readonly<Record<string, string>>,
): StatelessWorkloadProps {
  const { namespace, tier, scale, autoscaling, minReady, progressDeadline, ports, servicePorts, user } = props;
  const health = (path: string) => ({ http: `${HEALTH}/${path}`, port: 'management' });
  return {
    namespace,
    component: 'service',
    tier,
    scale,
    autoscaling,
    minReady,
    progressDeadline,
    servicePorts: { ...servicePorts },
    pod: {
      user,
      group: user,
      terminationGrace: props.terminationGrace,
      priorityClassName: props.priorityClassName,
      annotations: checksum(name, files),
      containers: [
        {
          name: 'service',
          image: props.image,
          resources: props.resources,
          ports: { ...ports },
          env: {
            SPRING_PROFILES_ACTIVE: props.profiles.join(','),
            SPRING_CONFIG_ADDITIONAL_LOCATION: `file:${CONFIG_FOLDER}/`,
            SERVER_PORT: String(ports.http),
            MANAGEMENT_SERVER_PORT: String(ports.management),
            JAVA_TOOL_OPTIONS: renderJavaOptions(props),
            ...props.env,
          },
          preStop: ['/bin/sleep', String(seconds(props.drain))],
          probes: probesOf(props.probes, health('liveness'), { readiness: health('readiness') }),
          mounts: [
            configFiles('config', CONFIG_FOLDER, name),
            scratch('tmp', '/tmp', props.scratch),
            ...(props.mounts ?? []),
          ],
        },
      ],
    },
  };
}

function findProblems(props: SpringServiceProps): string[] {
  const { drain, shutdown, terminationGrace, ports, probes } = props;
  const problems = [...findJavaProblems(props), ...findTimingProblems(probes)];
  if (seconds(drain) + seconds(shutdown) >= seconds(terminationGrace)) {
    problems.push(
      `terminationGrace must be longer than drain ${drain} and shutdown ${shutdown}, got ${terminationGrace}`,
    );
  }
  if (ports.http === ports.management) {
    problems.push(`ports.management must differ from ports.http, got ${ports.management} for both`);
  }
  return problems;
}

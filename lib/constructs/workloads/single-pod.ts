import { Duration } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { PlatformNamespace } from '../platform-namespace';
import { ContainerProps } from '../pods/container';
import { Check, Probes, probesOf, Timings } from '../pods/probe';
import { StatelessWorkloadProps } from './stateless-workload';

/** Properties of a program that runs in one pod and keeps nothing: an exporter, a web page. */
export interface SinglePodProps {
  readonly namespace: PlatformNamespace;

  /** Image reference with an exact tag or a digest. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly resources: Resources;

  /** How often the program is asked. */
  readonly probes: Timings;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the old one is ended. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;
}

/** What a program is, beyond where and how it runs. */
export interface Program extends Pick<ContainerProps, 'name' | 'args' | 'env' | 'mounts' | 'preStop'> {
  /** Role in the platform, as the label `app.kubernetes.io/component`. */
  readonly component: string;

  /** Its port by name, of the container and of the Service. */
  readonly ports: Readonly<Record<string, number>>;

  /** What it is asked. */
  readonly check: Check;

  /**
   * What it is asked instead, where one of the questions is another.
   *
   * @default - `check` for all three
   */
  readonly checks?: Partial<Readonly<Record<keyof Probes, Check>>>;

  /**
   * Whether it is given the token of its account, because it asks the API server.
   *
   * @default false
   */
  readonly apiToken?: boolean;

  /**
   * Annotations of its pod: checksums of what it reads at start.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Renders a program as the only container of a single pod, behind a Service. */
export function renderSinglePod(props: SinglePodProps, program: Program): StatelessWorkloadProps {
  const { namespace, minReady, progressDeadline, user, terminationGrace, priorityClassName, image, resources } = props;
  const { component, check, checks, annotations, apiToken = false, ...container } = program;
  return {
    namespace,
    component,
    scale: fixed(1),
    minReady,
    progressDeadline,
    servicePorts: program.ports,
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      apiToken,
      ...(annotations && { annotations }),
      containers: [{ ...container, image, resources, probes: probesOf(props.probes, check, checks) }],
    },
  };
}

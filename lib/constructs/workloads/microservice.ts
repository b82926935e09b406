import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { Scale } from '../../model/scale';
import { Autoscaling } from './autoscaler';
import { checksum, ConfigFiles } from '../objects/config-files';
import { Env } from '../pods/env';
import { PlatformNamespace } from '../platform-namespace';
import { Probe } from '../pods/probe';
import { StatelessWorkload, StatelessWorkloadProps } from './stateless-workload';

/** An HTTP path, how often it is asked and how many failures in a row count. */
export interface HttpCheck {
  readonly path: string;
  readonly period: Duration;
  readonly timeout: Duration;
  readonly failures: number;
}

/** Properties for `Microservice`. */
export interface MicroserviceProps {
  readonly namespace: PlatformNamespace;

  /** Whether the internet reaches it. */
  readonly tier: 'public' | 'internal';

  /** Image reference with an exact tag or a digest. The image holds `/bin/sleep` for a graceful end. */
  readonly image: string;

  /** TCP port that the container listens on and that the Service has. */
  readonly port: number;

  readonly scale: Scale;
  readonly autoscaling: Autoscaling;
  readonly resources: Resources;

  /** Asked until it answers; then `readiness` and `liveness` begin. */
  readonly startup: HttpCheck;

  /** Whether requests may be sent. */
  readonly readiness: HttpCheck;

  /** Whether the process must be restarted. Asks about no other server. */
  readonly liveness: HttpCheck;

  /** Settings of this service alone; they become its ConfigMap. */
  readonly settings: Readonly<Record<string, string>>;

  /** Settings shared by the platform. */
  readonly sharedSettings: ConfigFiles;

  /** Variables that a ConfigMap cannot hold: references to Secrets. */
  readonly secretEnv: Env;

  /** Numeric user and group of the image. */
  readonly user: number;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Time that a pod goes on serving after it was told to end, so that no router still sends to it. */
  readonly drain: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;
}

/**
 * A stateless service over HTTP that keeps answering while nodes are drained and versions change.
 *
 * Defines all that `StatelessWorkload` does, and a ConfigMap of its own settings; a change of what it reads rolls its
 * pods and no others.
 */
export class Microservice extends StatelessWorkload {
  constructor(scope: Construct, id: string, props: MicroserviceProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findProblems(props) });
    new ConfigFiles(this, 'Settings', { namespace: props.namespace.name, name: id, data: props.settings });
  }
}

function workloadProps(name: string, props: MicroserviceProps): StatelessWorkloadProps {
  const { namespace, tier, scale, autoscaling, minReady, progressDeadline, port, settings, sharedSettings } = props;
  return {
    namespace,
    component: 'service',
    tier,
    scale,
    autoscaling,
    minReady,
    progressDeadline,
    servicePorts: { http: port },
    pod: {
      user: props.user,
      group: props.user,
      terminationGrace: props.terminationGrace,
      priorityClassName: props.priorityClassName,
      annotations: { ...checksum(name, settings), ...sharedSettings.checksum },
      containers: [
        {
          name: 'service',
          image: props.image,
          resources: props.resources,
          ports: { http: port },
          envFrom: [sharedSettings.name, name],
          env: props.secretEnv,
          preStop: ['/bin/sleep', String(seconds(props.drain))],
          probes: {
            startup: renderCheck(props.startup),
            readiness: renderCheck(props.readiness),
            liveness: renderCheck(props.liveness),
          },
        },
      ],
    },
  };
}

function renderCheck({ path, ...timing }: HttpCheck): Probe {
  return { check: { http: path, port: 'http' }, ...timing };
}

function findProblems({ terminationGrace, drain, readiness, liveness }: MicroserviceProps): string[] {
  const problems: string[] = [];
  if (seconds(drain) >= seconds(terminationGrace)) {
    problems.push(`drain must be shorter than terminationGrace ${terminationGrace}, got ${drain}`);
  }
  if (readiness.path === liveness.path) {
    problems.push(`readiness.path must differ from liveness.path, got ${readiness.path} for both`);
  }
  return problems;
}

import { Duration, seconds } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { checksum, ConfigFiles } from '../objects/config-files';
import { Env } from '../pods/env';
import { Mount } from '../pods/mount';
import { PodProps } from '../pods/pod';
import { Probe } from '../pods/probe';

/** An HTTP path, how often it is asked and how many failures in a row count. */
export interface HttpCheck {
  readonly path: string;
  readonly period: Duration;
  readonly timeout: Duration;
  readonly failures: number;
}

/** Properties of the pods of a service over HTTP, whatever controls them. */
export interface ServicePodProps {
  /** Image reference with an exact tag or a digest. The image holds `/bin/sleep` for a graceful end. */
  readonly image: string;

  /** TCP port that the container listens on. */
  readonly port: number;

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

  /**
   * Folders and files beyond what the image holds.
   *
   * @default - none
   */
  readonly mounts?: readonly Mount[];

  /** Numeric user and group of the image. */
  readonly user: number;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Time that a pod goes on serving after it was told to end, so that no router still sends to it. */
  readonly drain: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

/** Renders the pods of a service, whose settings are in a ConfigMap of its name. */
export function renderServicePod(name: string, props: ServicePodProps): PodProps {
  const { settings, sharedSettings, mounts } = props;
  return {
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
        ports: { http: props.port },
        envFrom: [sharedSettings.name, name],
        env: props.secretEnv,
        preStop: ['/bin/sleep', String(seconds(props.drain))],
        probes: {
          startup: renderCheck(props.startup),
          readiness: renderCheck(props.readiness),
          liveness: renderCheck(props.liveness),
        },
        ...(mounts && { mounts }),
      },
    ],
  };
}

function renderCheck({ path, ...timing }: HttpCheck): Probe {
  return { check: { http: path, port: 'http' }, ...timing };
}

/** What is wrong with the pods of a service. */
export function findServicePodProblems({ terminationGrace, drain, readiness, liveness }: ServicePodProps): string[] {
  const problems: string[] = [];
  if (seconds(drain) >= seconds(terminationGrace)) {
    problems.push(`drain must be shorter than terminationGrace ${terminationGrace}, got ${drain}`);
  }
  if (readiness.path === liveness.path) {
    problems.push(`readiness.path must differ from liveness.path, got ${readiness.path} for both`);
  }
  return problems;
}

import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Resources } from '../../model/quantity';
import { fixed } from '../../model/scale';
import { Endpoint } from '../workloads/endpoint';
import { PlatformNamespace } from '../platform-namespace';
import { Check, findTimingProblems, Timings } from '../pods/probe';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `TemporalWeb`. */
export interface TemporalWebProps {
  readonly namespace: PlatformNamespace;

  /** Reference of an image `temporalio/ui`, 2.39 or newer: older ones have another user and write their configuration. */
  readonly image: string;

  /** Numeric user and group of the image. */
  readonly user: number;
  readonly resources: Resources;

  /** `host:port` of the frontend. */
  readonly address: string;

  /** The frontend as somebody to connect to. */
  readonly server: Endpoint;

  /** Temporal namespace that is shown first. */
  readonly defaultNamespace: string;

  /** How often the page is asked for. */
  readonly probes: Timings;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Time that a new pod must be ready before the old one ends. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed. */
  readonly progressDeadline: Duration;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;
}

/** Port that the pages are served on. */
export const TEMPORAL_WEB_PORT = 8080;

/**
 * The web pages of a Temporal server, in one pod that keeps nothing.
 *
 * They ask nobody for a password: whoever reaches them may end any workflow. Nothing reaches them until something opens
 * the way.
 */
export class TemporalWeb extends StatelessWorkload {
  constructor(scope: Construct, id: string, props: TemporalWebProps) {
    super(scope, id, workloadProps(props));
    this.node.addValidation({ validate: () => findTimingProblems(props.probes) });
    this.connectTo(props.server);
  }

  /** The pages as somebody to connect to. */
  public override endpoint(...ports: readonly number[]): Endpoint {
    return super.endpoint(...(ports.length === 0 ? [TEMPORAL_WEB_PORT] : ports));
  }
}

// Answers by itself, also while the server is gone.
const check: Check = { http: '/healthz', port: 'http' };

function workloadProps(props: TemporalWebProps): StatelessWorkloadProps {
  const { namespace, user, probes, terminationGrace, minReady, progressDeadline, priorityClassName } = props;
  return {
    namespace,
    component: 'web',
    scale: fixed(1),
    minReady,
    progressDeadline,
    servicePorts: { http: TEMPORAL_WEB_PORT },
    pod: {
      user,
      group: user,
      terminationGrace,
      priorityClassName,
      containers: [
        {
          name: 'web',
          image: props.image,
          resources: props.resources,
          env: {
            TEMPORAL_ADDRESS: props.address,
            TEMPORAL_UI_PORT: String(TEMPORAL_WEB_PORT),
            TEMPORAL_DEFAULT_NAMESPACE: props.defaultNamespace,
            TEMPORAL_NOTIFY_ON_NEW_VERSION: 'false',
          },
          ports: { http: TEMPORAL_WEB_PORT },
          probes: {
            startup: { check, ...probes.startup },
            readiness: { check, ...probes.readiness },
            liveness: { check, ...probes.liveness },
          },
        },
      ],
    },
  };
}

import { Construct } from 'constructs';
import { findTimingProblems } from '../pods/probe';
import { Endpoint } from '../workloads/endpoint';
import { renderSinglePod, SinglePodProps } from '../workloads/single-pod';
import { StatelessWorkload, StatelessWorkloadProps } from '../workloads/stateless-workload';

/** Properties for `TemporalWeb`. */
export interface TemporalWebProps extends SinglePodProps {
  /** Reference of an image `temporalio/ui`, 2.39 or newer: older ones have another user and write their configuration. */
  readonly image: string;

  /** `host:port` of the frontend. */
  readonly address: string;

  /** The frontend as somebody to connect to. */
  readonly server: Endpoint;

  /** Temporal namespace that is shown first. */
  readonly defaultNamespace: string;
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

function workloadProps(props: TemporalWebProps): StatelessWorkloadProps {
  return renderSinglePod(props, {
    component: 'web',
    name: 'web',
    ports: { http: TEMPORAL_WEB_PORT },
    // Answers by itself, also while the server is gone.
    check: { http: '/healthz', port: 'http' },
    env: {
      TEMPORAL_ADDRESS: props.address,
      TEMPORAL_UI_PORT: String(TEMPORAL_WEB_PORT),
      TEMPORAL_DEFAULT_NAMESPACE: props.defaultNamespace,
      TEMPORAL_NOTIFY_ON_NEW_VERSION: 'false',
    },
  });
}

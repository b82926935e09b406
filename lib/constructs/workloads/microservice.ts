import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Scale } from '../../model/scale';
import { ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { Autoscaling } from './autoscaler';
import { findServicePodProblems, renderServicePod, ServicePodProps } from './service-pod';
import { StatelessWorkload, StatelessWorkloadProps } from './stateless-workload';

/** Properties for `Microservice`. */
export interface MicroserviceProps extends ServicePodProps {
  readonly namespace: PlatformNamespace;

  /** Whether the internet reaches it. */
  readonly tier: 'public' | 'internal';

  readonly scale: Scale;
  readonly autoscaling: Autoscaling;

  /**
   * Port of the Service.
   *
   * @default - that of the container
   */
  readonly servicePort?: number;

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
    this.node.addValidation({ validate: () => findServicePodProblems(props) });
    new ConfigFiles(this, 'Settings', { namespace: props.namespace.name, name: id, data: props.settings });
  }
}

function workloadProps(name: string, props: MicroserviceProps): StatelessWorkloadProps {
  const { namespace, tier, scale, autoscaling, minReady, progressDeadline, port, servicePort = port } = props;
  return {
    namespace,
    component: 'service',
    tier,
    scale,
    autoscaling,
    minReady,
    progressDeadline,
    servicePorts: { http: servicePort },
    pod: renderServicePod(name, props),
  };
}

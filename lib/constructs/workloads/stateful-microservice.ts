import { Construct } from 'constructs';
import { Duration } from '../../model/duration';
import { Bytes } from '../../model/quantity';
import { Scale } from '../../model/scale';
import { ConfigFiles } from '../objects/config-files';
import { PlatformNamespace } from '../platform-namespace';
import { claimed, scratch } from '../pods/mount';
import { Autoscaling } from './autoscaler';
import { findServicePodProblems, renderServicePod, ServicePodProps } from './service-pod';
import { StatefulWorkload, StatefulWorkloadProps } from './stateful-workload';

/** What each pod of a service keeps for itself, and can make again. */
export interface ServiceState {
  /** Folder in the container. */
  readonly folder: string;

  /** Largest size. */
  readonly size: Bytes;

  /**
   * Class of a volume that outlives the pod.
   *
   * @default - none: the folder begins empty with every pod
   */
  readonly storageClassName?: string;
}

/** Properties for `StatefulMicroservice`. */
export interface StatefulMicroserviceProps extends ServicePodProps {
  readonly namespace: PlatformNamespace;
  readonly scale: Scale;
  readonly autoscaling: Autoscaling;
  readonly state: ServiceState;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;
}

const VOLUME = 'state';

/**
 * A service over HTTP whose pods keep what they would otherwise read again at every start: a cache, a materialized view.
 *
 * Its clients need no particular pod; its pods need their own folder. So it is a StatefulSet with a volume for each pod
 * (one claim behind several pods would tie them to one node), behind an ordinary Service, and it scales like any other
 * service. The folder has to be one that can be made again: a pod may lose it, and a smaller scale leaves it behind.
 */
export class StatefulMicroservice extends StatefulWorkload {
  constructor(scope: Construct, id: string, props: StatefulMicroserviceProps) {
    super(scope, id, workloadProps(id, props));
    this.node.addValidation({ validate: () => findServicePodProblems(props) });
    new ConfigFiles(this, 'Settings', { namespace: props.namespace.name, name: id, data: props.settings });
  }
}

function workloadProps(name: string, props: StatefulMicroserviceProps): StatefulWorkloadProps {
  const { namespace, scale, autoscaling, minReady, port, state, mounts = [] } = props;
  const { folder, size, storageClassName } = state;
  const kept = storageClassName !== undefined;
  return {
    namespace,
    component: 'service',
    tier: 'internal',
    ...('fixed' in scale
      ? { replicas: scale.fixed }
      : { replicas: scale.min, growth: { ...autoscaling, max: scale.max } }),
    sharesHosts: true,
    claims: kept ? [{ name: VOLUME, size, storageClassName }] : [],
    headlessService: `${name}-headless`,
    ports: { http: port },
    service: { name, ports: { http: port } },
    minReady,
    pod: renderServicePod(name, {
      ...props,
      mounts: [...mounts, kept ? claimed(VOLUME, folder) : scratch(VOLUME, folder, size)],
    }),
  };
}

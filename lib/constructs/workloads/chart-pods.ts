import { Construct } from 'constructs';
import { Bytes, bytes } from '../../model/quantity';
import { footprintOfClaims, footprintOfPods, PodContainers } from './footprint';
import { Workload, WorkloadProps } from './workload';

/** Properties for `ChartPods`. */
export interface ChartPodsProps extends WorkloadProps, PodContainers {
  /** Labels that the chart gives to these pods and to no others of the namespace. */
  readonly selectedBy: Readonly<Record<string, string>>;

  /** Number of pods. */
  readonly replicas: number;

  /**
   * Pods that a roll-out adds for a time.
   *
   * @default 0
   */
  readonly surge?: number;

  /**
   * Size of the volume of each pod.
   *
   * @default - it has none
   */
  readonly storage?: Bytes;
}

/**
 * Pods that a chart makes in one of our namespaces: of ours are their policy, the way to them, and the room that the
 * quota keeps for them. Its id names the policy, and is the label `job` of their metrics.
 */
export class ChartPods extends Workload {
  constructor(scope: Construct, id: string, props: ChartPodsProps) {
    super(scope, id, { tier: 'data', ...props });
    const { namespace, replicas, surge = 0, storage } = props;
    namespace.makeRoomFor(footprintOfPods(replicas + surge, props));
    if (storage !== undefined) namespace.makeRoomFor(footprintOfClaims(replicas, bytes(storage)));
  }
}

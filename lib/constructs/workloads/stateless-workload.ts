import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { maxPods, minPods, Scale } from '../../model/scale';
import { Autoscaler, Autoscaling } from './autoscaler';
import { footprintOfPods } from './footprint';
import { PodProps } from '../pods/pod';
import { Workload, WorkloadProps } from './workload';
import { KubernetesObject } from '../objects/kubernetes-object';

/** Properties for `StatelessWorkload`. */
export interface StatelessWorkloadProps extends WorkloadProps {
  readonly pod: PodProps;
  readonly scale: Scale;

  /**
   * When to grow and shrink; required where `scale` is a range.
   *
   * @default - the number of pods is fixed
   */
  readonly autoscaling?: Autoscaling;

  /**
   * Ports of the Service by name: each leads to the container's port of the same name.
   *
   * @default - no Service
   */
  readonly servicePorts?: Readonly<Record<string, number>>;

  /**
   * Annotations of a Service of type LoadBalancer, to which the cloud gives an address: clients outside the cluster reach
   * the pods without anything between, and the pods see the clients' addresses.
   *
   * @default - the Service has an address inside the cluster only
   */
  readonly loadBalancer?: Readonly<Record<string, string>>;

  /** Time that a new pod must be ready before the next one is replaced. */
  readonly minReady: Duration;

  /** Time after which a roll-out that does not move counts as failed; longer than start-up. */
  readonly progressDeadline: Duration;
}

/** Pods replaced at a time: one more is started before one is ended, so none is missing. */
const SURGE = 1;

/**
 * Interchangeable pods that keep serving while nodes are drained and versions change.
 *
 * Defines a Deployment, a Service, a HorizontalPodAutoscaler where the scale is a range, and a PodDisruptionBudget where
 * more than one pod runs: over a single pod, a budget could only block the drain or protect nothing.
 */
export class StatelessWorkload extends Workload {
  constructor(scope: Construct, id: string, props: StatelessWorkloadProps) {
    super(scope, id, props);
    this.node.addValidation({ validate: () => findProblems(props) });
    const { pod, scale, autoscaling, servicePorts, loadBalancer, minReady, progressDeadline } = props;
    // Late: a scraper in a mesh is admitted after the workload is defined, and its pods have to say so.
    new KubernetesObject(this, 'Deployment', k8s.KubeDeployment, { metadata: this.meta() }, () => ({
      spec: {
        ...('fixed' in scale && { replicas: scale.fixed }),
        revisionHistoryLimit: 3,
        minReadySeconds: seconds(minReady),
        progressDeadlineSeconds: seconds(progressDeadline),
        selector: { matchLabels: { ...this.peer.labels } },
        strategy: { type: 'RollingUpdate', rollingUpdate: rollingUpdate },
        template: this.renderTemplate(pod, {
          name: id,
          labels: this.labels,
          restartPolicy: 'Always',
          spread: maxPods(scale) > 1,
          revisionLabel: 'pod-template-hash',
        }),
      },
    }));
    if (servicePorts) this.defineService(servicePorts, loadBalancer);
    if (autoscaling && 'max' in scale) {
      new Autoscaler(this, 'Autoscaler', { ...autoscaling, ...scale, namespace: this.namespace.name, target: id });
    }
    if (minPods(scale) > 1) this.defineBudget('AlwaysAllow');
    this.namespace.makeRoomFor(footprintOfPods(maxPods(scale) + SURGE, pod));
  }

  private defineService(
    ports: Readonly<Record<string, number>>,
    loadBalancer?: Readonly<Record<string, string>>,
  ): void {
    const type = loadBalancer
      ? { type: 'LoadBalancer', externalTrafficPolicy: 'Local', allocateLoadBalancerNodePorts: true }
      : { type: 'ClusterIP' };
    if (loadBalancer) this.namespace.makeRoomForLoadBalancer(Object.keys(ports).length);
    new KubernetesObject(this, 'Service', k8s.KubeService, {
      metadata: { ...this.meta(), ...(loadBalancer && { annotations: { ...loadBalancer } }) },
      spec: { ...type, selector: { ...this.peer.labels }, ports: renderServicePorts(ports) },
    });
  }
}

const rollingUpdate = { maxSurge: k8s.IntOrString.fromNumber(SURGE), maxUnavailable: k8s.IntOrString.fromNumber(0) };

/** Renders ports of a Service that lead to container ports of the same names. */
export function renderServicePorts(ports: Readonly<Record<string, number>>): k8s.ServicePort[] {
  return Object.entries(ports).map(([name, port]) => ({
    name,
    port,
    protocol: 'TCP',
    targetPort: k8s.IntOrString.fromString(name),
  }));
}

function findProblems({ scale, autoscaling }: StatelessWorkloadProps): string[] {
  return 'max' in scale && !autoscaling
    ? [`autoscaling must be given for a scale from ${scale.min} to ${scale.max}, got nothing`]
    : [];
}

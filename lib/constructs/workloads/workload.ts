import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Endpoint, NAME_LABEL, PodPeer, Port } from './endpoint';
import { NetworkPolicy } from './network-policy';
import { objectMeta } from '../objects/object-meta';
import { PlatformNamespace } from '../platform-namespace';
import { KubernetesObject } from '../objects/kubernetes-object';

/** What a workload is and where it runs. */
export interface WorkloadProps {
  readonly namespace: PlatformNamespace;

  /** Role in the platform, as the label `app.kubernetes.io/component`: `service`, `database`, `broker`. */
  readonly component: string;
}

/**
 * Pods with an identity and with connections: what Deployments, StatefulSets and Jobs have in common.
 *
 * Its id is the name of all its objects. Defines a ServiceAccount without a token and the one NetworkPolicy
 * of its pods, which starts closed in both directions but for name resolution.
 */
export abstract class Workload extends Construct {
  public readonly namespace: PlatformNamespace;
  public readonly labels: Readonly<Record<string, string>>;
  public readonly peer: PodPeer;
  public readonly policy: NetworkPolicy;

  constructor(scope: Construct, id: string, { namespace, component }: WorkloadProps) {
    super(scope, id);
    this.namespace = namespace;
    this.labels = { [NAME_LABEL]: id, 'app.kubernetes.io/component': component };
    this.peer = { namespace: namespace.name, labels: { [NAME_LABEL]: id } };
    new KubernetesObject(this, 'ServiceAccount', k8s.KubeServiceAccount, {
      metadata: objectMeta(namespace.name, id),
      automountServiceAccountToken: false,
    });
    this.policy = new NetworkPolicy(this, 'NetworkPolicy', { namespace: namespace.name, podLabels: this.peer.labels });
    namespace.dns.ports.forEach((port) => this.policy.allowTo(namespace.dns.peer, port));
  }

  /** Name of the workload and of its objects. */
  public get name(): string {
    return this.node.id;
  }

  /** This workload as somebody to connect to. Clients start after it is healthy. */
  public endpoint(...ports: readonly number[]): Endpoint {
    return { peer: this.peer, ports: ports.map((port) => ({ port })), server: this.policy, after: [this] };
  }

  /** This workload as an equal: a connection to it orders nothing. */
  public peerEndpoint(...ports: readonly number[]): Endpoint {
    return { ...this.endpoint(...ports), after: [] };
  }

  /** Opens both ends of a connection, and lets this workload start after what it needs. */
  public connectTo({ peer, ports, server, after }: Endpoint): void {
    for (const port of ports) {
      this.policy.allowTo(peer, port);
      server?.allowFrom(this.peer, port);
    }
    after.filter((producer) => producer !== this).forEach((producer) => this.node.addDependency(producer));
  }

  /** Admits a client that is not part of this bundle: an ingress controller, a scraper. */
  public admit(client: PodPeer, ...ports: readonly Port[]): void {
    ports.forEach((port) => this.policy.allowFrom(client, port));
  }

  /** Metadata of an object that belongs to this workload. */
  protected meta(name: string = this.name) {
    return objectMeta(this.namespace.name, name, this.labels);
  }

  /** Lets a node drain take one pod at a time. */
  protected defineBudget(unhealthyPodEvictionPolicy: 'AlwaysAllow' | 'IfHealthyBudget'): void {
    new KubernetesObject(this, 'Budget', k8s.KubePodDisruptionBudget, {
      metadata: this.meta(),
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        selector: { matchLabels: { ...this.peer.labels } },
        unhealthyPodEvictionPolicy,
      },
    });
  }
}

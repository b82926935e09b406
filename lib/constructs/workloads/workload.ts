import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { declareConnection } from './connection';
import { AddressPeer, Endpoint, INTERNET, NAME_LABEL, Peer, PodPeer, Port } from './endpoint';
import { MESH_CONTROL_PORT, MESH_METRICS, mergedMetricsAnnotations, meshAnnotations } from '../mesh';
import { NetworkPolicy } from './network-policy';
import { objectMeta } from '../objects/object-meta';
import { PlatformNamespace } from '../platform-namespace';
import { PodPlacement, PodProps, renderPod } from '../pods/pod';
import { KubernetesObject } from '../objects/kubernetes-object';

/**
 * Where a workload stands between the internet and the data: `public` answers the internet, `data` keeps state and is
 * reached by those who declare it, `internal` is everything between.
 */
export type Tier = 'public' | 'internal' | 'data';

/** Label of every pod with its tier. Selectors and policies go by names, never by this. */
export const TIER_LABEL = 'platform-manifests/tier';

/** Annotation of a policy that opens the internet: whom for. An address range cannot say it. */
export const REACHES_ANNOTATION = 'platform-manifests/reaches';

/** Where metrics are asked for. */
export interface MetricsPage {
  readonly port: number;

  /** @default '/metrics' */
  readonly path?: string;
}

/** A host outside the cluster. */
export interface OutsideHost {
  /** Its name: `api.example.com`. */
  readonly host: string;

  /** Who is there, for the reader: `carrier APIs`. */
  readonly what: string;
  readonly port: number;
}

/** What a workload is and where it runs. */
export interface WorkloadProps {
  readonly namespace: PlatformNamespace;

  /** Role in the platform, as the label `app.kubernetes.io/component`: `service`, `database`, `broker`. */
  readonly component: string;

  /** @default internal */
  readonly tier?: Tier;

  /**
   * Labels by which its pods are known where somebody else makes them, and their account.
   *
   * @default - its name, which it gives to its pods
   */
  readonly selectedBy?: Readonly<Record<string, string>>;
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
  private readonly merged: MetricsPage[] = [];

  constructor(scope: Construct, id: string, { namespace, component, tier = 'internal', selectedBy }: WorkloadProps) {
    super(scope, id);
    this.namespace = namespace;
    this.labels = { [NAME_LABEL]: id, 'app.kubernetes.io/component': component, [TIER_LABEL]: tier };
    this.peer = { namespace: namespace.name, labels: selectedBy ?? { [NAME_LABEL]: id } };
    if (!selectedBy) {
      new KubernetesObject(this, 'ServiceAccount', k8s.KubeServiceAccount, {
        metadata: objectMeta(namespace.name, id),
        automountServiceAccountToken: false,
      });
    }
    const { name: namespaceName } = namespace;
    const policy = { namespace: namespaceName, name: id, podLabels: this.peer.labels };
    this.policy = new NetworkPolicy(this, 'NetworkPolicy', policy);
    namespace.dns.ports.forEach((port) => this.policy.allowTo(namespace.dns.peer, port));
    if (namespace.mesh) this.openTo(namespace.mesh.controlPlane, { port: MESH_CONTROL_PORT });
    this.node.addValidation({ validate: () => this.findMetricsProblems() });
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
  public connectTo({ peer, also = [], ports, server, after }: Endpoint): void {
    for (const port of ports) {
      [peer, ...also].forEach((each) => {
        this.openTo(each, port);
      });
      server?.allowFrom(this.peer, port);
    }
    after.filter((producer) => producer !== this).forEach((producer) => this.node.addDependency(producer));
  }

  /** Lets this workload reach a host outside the cluster, and says on the policy which one. */
  public reach({ host, what, port }: OutsideHost): void {
    this.openTo(INTERNET, { port });
    this.policy.explain(REACHES_ANNOTATION, `${what}: ${host}:${port}`);
  }

  /** Lets this workload reach servers that have addresses and no pods: the API server, kubelets, an object store. */
  public reachAddresses(peers: readonly AddressPeer[], port: number): void {
    peers.forEach((peer) => {
      this.openTo(peer, { port });
    });
  }

  /** Admits a client that is not part of this bundle: an ingress controller, a scraper. */
  public admit(client: Peer, ...ports: readonly Port[]): void {
    ports.forEach((port) => this.policy.allowFrom(client, port));
    declareConnection(this, { from: client, to: this.peer, ports });
  }

  /**
   * Admits a scraper to metrics of this workload, and says where it finds them: in a mesh at the sidecar, which takes
   * them from the program and is not asked for a certificate.
   */
  public admitScraper(scraper: PodPeer, target: MetricsPage): MetricsPage {
    if (!this.namespace.mesh) {
      this.admit(scraper, { port: target.port });
      return target;
    }
    this.merged.push(target);
    this.admit(scraper, { port: MESH_METRICS.port });
    return MESH_METRICS;
  }

  /** Renders the pods of this workload, with what its mesh has to know of them. */
  protected renderTemplate(pod: PodProps, placement: PodPlacement): k8s.PodTemplateSpec {
    const { mesh } = this.namespace;
    if (!mesh) return renderPod(pod, placement);
    const [target] = this.merged;
    const annotations = {
      ...pod.annotations,
      ...meshAnnotations(mesh),
      ...(target && mergedMetricsAnnotations(target.port, target.path ?? '/metrics')),
    };
    return renderPod({ ...pod, annotations }, placement);
  }

  /** Opens this end and declares the connection: nothing but name resolution is open without having been declared. */
  private openTo(server: Peer, port: Port): void {
    this.policy.allowTo(server, port);
    declareConnection(this, { from: this.peer, to: server, ports: [port] });
  }

  private findMetricsProblems(): string[] {
    if (this.merged.length < 2) return [];
    const ports = this.merged.map(({ port }) => port).join(' and ');
    return [`metrics of ${this.name} must come from one port in a mesh, got ${ports}; a sidecar merges one`];
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

import { k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { Peer, Port, Server } from './endpoint';
import { objectMeta } from '../objects/object-meta';
import { KubernetesObject } from '../objects/kubernetes-object';

/** Properties for `NetworkPolicy`. */
export interface NetworkPolicyProps {
  readonly namespace: string;
  readonly name: string;

  /** Labels of the pods that the policy is about. */
  readonly podLabels: Readonly<Record<string, string>>;
}

/**
 * The connections of one workload: all that may come in, all that may go out, in one object.
 *
 * Rules are collected until the object is rendered, so that a connection is declared once and opens both ends.
 */
export class NetworkPolicy extends Construct implements Server {
  private readonly incoming = new Rules();
  private readonly outgoing = new Rules();
  private readonly explanations = new Map<string, Set<string>>();
  private readonly object: KubernetesObject<k8s.KubeNetworkPolicyProps>;

  constructor(scope: Construct, id: string, { namespace, name, podLabels }: NetworkPolicyProps) {
    super(scope, id);
    this.object = new KubernetesObject(
      this,
      'Policy',
      k8s.KubeNetworkPolicy,
      { metadata: objectMeta(namespace, name) },
      () => ({
        spec: {
          podSelector: { matchLabels: { ...podLabels } },
          policyTypes: ['Ingress', 'Egress'],
          ...this.incoming.render('ingress', 'from'),
          ...this.outgoing.render('egress', 'to'),
        },
      }),
    );
  }

  /** Admits a client. */
  public allowFrom(client: Peer, port: Port): void {
    this.incoming.add(client, port);
  }

  /** Adds what rules cannot say to an annotation; several lines become one, in their order. */
  public explain(annotation: string, text: string): void {
    const known = this.explanations.get(annotation) ?? new Set();
    this.explanations.set(annotation, known.add(text));
    this.object.metadata.addAnnotation(annotation, [...known].sort().join(', '));
  }

  /** Lets the workload reach a server. */
  public allowTo(server: Peer, port: Port): void {
    this.outgoing.add(server, port);
  }
}

/** Rules of one direction: one for each peer, with all its ports, in the order of their names. */
class Rules {
  private readonly byPeer = new Map<string, { peer: Peer; ports: Map<string, Required<Port>> }>();

  public add(peer: Peer, { port, protocol = 'TCP' }: Port): void {
    const key = 'cidr' in peer ? `~${peer.cidr}` : `${peer.namespace}/${JSON.stringify(peer.labels)}`;
    const rule = this.byPeer.get(key) ?? { peer, ports: new Map() };
    rule.ports.set(`${protocol} ${String(port).padStart(5, '0')}`, { port, protocol });
    this.byPeer.set(key, rule);
  }

  /** The field with its rules, or nothing where there are none: the API server does not store an empty list. */
  public render(field: 'ingress' | 'egress', direction: 'from' | 'to') {
    if (this.byPeer.size === 0) return {};
    const rules = sortedValues(this.byPeer).map(({ peer, ports }) => ({
      [direction]: [renderPeer(peer)],
      ports: sortedValues(ports).map(({ port, protocol }) => ({ port: k8s.IntOrString.fromNumber(port), protocol })),
    }));
    return { [field]: rules };
  }
}

function renderPeer(peer: Peer): k8s.NetworkPolicyPeer {
  if ('cidr' in peer) {
    return { ipBlock: { cidr: peer.cidr, ...(peer.except && { except: [...peer.except] }) } };
  }
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } },
    podSelector: { matchLabels: { ...peer.labels } },
  };
}

function sortedValues<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

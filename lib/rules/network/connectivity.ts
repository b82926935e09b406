import { View } from '../object-index';
import { Direction, networkPolicies, PolicyPeer, PolicyPort, PolicyRule } from '../views/network-policies';
import { AddressBlock, addressBlock, covers } from './address-block';
import { cluster, Cluster, namesPods } from './cluster';
import { namedPort, PodGroup } from './pod-group';
import { PortSet } from './port-set';

/** One end of a connection: pods, or addresses outside of the cluster. */
export type Party = PodGroup | AddressBlock;

/** Whether a party is pods. */
export function isPods(party: Party): party is PodGroup {
  return 'labels' in party;
}

/** A rule with its peers found. */
export interface ResolvedRule {
  readonly rule: PolicyRule;

  /** Pods that the policy is about. */
  readonly subjects: readonly PodGroup[];

  /** Undefined: everyone, pods and addresses. */
  readonly peers: readonly ResolvedPeer[] | undefined;
}

/** A peer of a rule, and who that is. */
export interface ResolvedPeer {
  readonly peer: PolicyPeer;
  readonly parties: readonly Party[];
}

/** What the policies that select some pods say of one direction. */
interface Side {
  /** Whether there is any: without one everything is allowed. */
  isolated: boolean;
  readonly rules: { readonly resolved: ResolvedRule; readonly pods: ReadonlySet<PodGroup> }[];
}

const OPEN: Side = { isolated: false, rules: [] };

/** Who may connect to whom, as the API documentation of NetworkPolicy says. */
export class Connectivity {
  private readonly sides = { ingress: new Map<PodGroup, Side>(), egress: new Map<PodGroup, Side>() };

  constructor(
    public readonly cluster: Cluster,
    public readonly rules: readonly ResolvedRule[],
    isolations: readonly { readonly subjects: readonly PodGroup[]; readonly isolates: ReadonlySet<Direction> }[],
  ) {
    for (const { subjects, isolates } of isolations) {
      subjects.forEach((group) => {
        isolates.forEach((direction) => (this.sideOf(direction, group).isolated = true));
      });
    }
    for (const resolved of rules) {
      const pods = new Set((resolved.peers ?? []).flatMap(({ parties }) => parties.filter(isPods)));
      resolved.subjects.forEach((group) => this.sideOf(resolved.rule.direction, group).rules.push({ resolved, pods }));
    }
  }

  /** Whether any policy closes a direction of some pods. */
  public isIsolated(direction: Direction, group: PodGroup): boolean {
    return (this.sides[direction].get(group) ?? OPEN).isolated;
  }

  /** Rules of the policies that select some pods. */
  public rulesOf(direction: Direction, group: PodGroup): readonly ResolvedRule[] {
    return (this.sides[direction].get(group) ?? OPEN).rules.map(({ resolved }) => resolved);
  }

  /** Ports that one end alone allows, whatever the other says. */
  public allowedBy(direction: Direction, from: Party, to: Party): PortSet {
    const [subject, peer] = direction === 'egress' ? [from, to] : [to, from];
    if (!isPods(subject)) return PortSet.ALL;
    const { isolated, rules } = this.sides[direction].get(subject) ?? OPEN;
    if (!isolated) return PortSet.ALL;
    return rules
      .filter(({ resolved, pods }) => (isPods(peer) ? admitsPods(resolved, pods, peer) : admitsBlock(resolved, peer)))
      .reduce((sum, { resolved }) => sum.union(portsAt(resolved.rule, to)), PortSet.NONE);
  }

  /** Ports of `to` that `from` may connect to: both ends allow them. A pod always reaches itself, not its replicas. */
  public allowed(from: Party, to: Party): PortSet {
    const outgoing = this.allowedBy('egress', from, to);
    return outgoing.isEmpty ? outgoing : outgoing.intersect(this.allowedBy('ingress', from, to));
  }

  private sideOf(direction: Direction, group: PodGroup): Side {
    const side = this.sides[direction].get(group) ?? { isolated: false, rules: [] };
    this.sides[direction].set(group, side);
    return side;
  }
}

function admitsPods({ peers }: ResolvedRule, pods: ReadonlySet<PodGroup>, peer: PodGroup): boolean {
  return peers === undefined || pods.has(peer);
}

function admitsBlock({ peers }: ResolvedRule, block: AddressBlock): boolean {
  return peers?.some(({ parties }) => parties.some((party) => !isPods(party) && covers(party, block))) ?? true;
}

/** Ports that a rule opens at a destination; those with numbers where it is not known. */
export function portsAt({ ports }: PolicyRule, to: Party | undefined): PortSet {
  if (ports === undefined) return PortSet.ALL;
  return ports.reduce((sum, port) => sum.union(portAt(port, to)), PortSet.NONE);
}

/** Ports that one line of a rule opens at a destination: a name means what the destination calls so. */
export function portAt({ port, endPort, protocol }: PolicyPort, to: Party | undefined): PortSet {
  if (port === undefined) return PortSet.allOf(protocol);
  if (typeof port === 'number') return PortSet.of(protocol, port, endPort ?? port);
  return to && isPods(to) ? namedPort(to, port, protocol) : PortSet.NONE;
}

/** The connectivity of a bundle. */
export const connectivity: View<Connectivity> = (index) => {
  const world = index.view(cluster);
  const policies = index.view(networkPolicies).map((policy) => {
    return { ...policy, subjects: world.select(policy.namespace, policy.podSelector) };
  });
  const rules = policies.flatMap(({ rules: written, subjects }) =>
    written.map((rule) => ({ rule, subjects, peers: rule.peers?.map((peer) => resolve(world, rule, peer)) })),
  );
  return new Connectivity(world, rules, policies);
};

function resolve(world: Cluster, { policy }: PolicyRule, peer: PolicyPeer): ResolvedPeer {
  if (!namesPods(peer)) {
    const block = peer.ipBlock && addressBlock(peer.ipBlock.cidr, peer.ipBlock.except);
    return { peer, parties: block ? [block] : [] };
  }
  return { peer, parties: world.select(peer.namespaceSelector ?? policy.namespace, peer.podSelector ?? {}) };
}

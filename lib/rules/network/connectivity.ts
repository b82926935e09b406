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
  readonly isolated: boolean;
  readonly rules: PolicyRules[];
}

const OPEN: Side = { isolated: false, rules: [] };

/** The rules of one policy for one direction, by whom they are about. */
class PolicyRules {
  private readonly byPods = new Map<PodGroup, ResolvedRule[]>();
  private readonly ofBlocks: ResolvedRule[] = [];
  private readonly ofEveryone: ResolvedRule[] = [];

  constructor(public readonly all: readonly ResolvedRule[]) {
    for (const rule of all) {
      if (rule.peers === undefined) this.ofEveryone.push(rule);
      const parties = (rule.peers ?? []).flatMap((peer) => peer.parties);
      if (!parties.every(isPods)) this.ofBlocks.push(rule);
      for (const group of new Set(parties.filter(isPods))) {
        const known = this.byPods.get(group);
        if (known) known.push(rule);
        else this.byPods.set(group, [rule]);
      }
    }
  }

  /** Rules that admit a party. */
  public admitting(party: Party): readonly ResolvedRule[] {
    const named = isPods(party)
      ? (this.byPods.get(party) ?? [])
      : this.ofBlocks.filter(({ peers }) => peers?.some(({ parties }) => parties.some((own) => hasBlock(own, party))));
    return this.ofEveryone.length === 0 ? named : [...named, ...this.ofEveryone];
  }
}

function hasBlock(party: Party, block: AddressBlock): boolean {
  return !isPods(party) && covers(party, block);
}

/** A policy with its peers found. */
export interface ResolvedPolicy {
  readonly subjects: readonly PodGroup[];
  readonly isolates: ReadonlySet<Direction>;
  readonly rules: readonly ResolvedRule[];
}

/** Who may connect to whom, as the API documentation of NetworkPolicy says. */
export class Connectivity {
  public readonly rules: readonly ResolvedRule[];
  private readonly sides = { ingress: new Map<PodGroup, Side>(), egress: new Map<PodGroup, Side>() };

  constructor(
    public readonly cluster: Cluster,
    policies: readonly ResolvedPolicy[],
  ) {
    this.rules = policies.flatMap(({ rules }) => rules);
    for (const { subjects, isolates, rules } of policies) {
      for (const direction of isolates) {
        const own = new PolicyRules(rules.filter(({ rule }) => rule.direction === direction));
        subjects.forEach((group) => {
          this.close(direction, group).rules.push(own);
        });
      }
    }
  }

  /** Whether any policy closes a direction of some pods. */
  public isIsolated(direction: Direction, group: PodGroup): boolean {
    return (this.sides[direction].get(group) ?? OPEN).isolated;
  }

  /** Rules of the policies that select some pods. */
  public rulesOf(direction: Direction, group: PodGroup): readonly ResolvedRule[] {
    return (this.sides[direction].get(group) ?? OPEN).rules.flatMap(({ all }) => all);
  }

  /** Ports that one end alone allows, whatever the other says. */
  public allowedBy(direction: Direction, from: Party, to: Party): PortSet {
    const [subject, peer] = direction === 'egress' ? [from, to] : [to, from];
    if (!isPods(subject)) return PortSet.ALL;
    const { isolated, rules } = this.sides[direction].get(subject) ?? OPEN;
    if (!isolated) return PortSet.ALL;
    let ports = PortSet.NONE;
    for (const policy of rules) {
      for (const { rule } of policy.admitting(peer)) ports = ports.union(portsAt(rule, to));
    }
    return ports;
  }

  /** Ports of `to` that `from` may connect to: both ends allow them. A pod always reaches itself, not its replicas. */
  public allowed(from: Party, to: Party): PortSet {
    const outgoing = this.allowedBy('egress', from, to);
    return outgoing.isEmpty ? outgoing : outgoing.intersect(this.allowedBy('ingress', from, to));
  }

  private close(direction: Direction, group: PodGroup): Side {
    const side = this.sides[direction].get(group) ?? { isolated: true, rules: [] };
    this.sides[direction].set(group, side);
    return side;
  }
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
  const policies = index.view(networkPolicies).map(({ namespace, podSelector, isolates, rules }) => {
    const subjects = world.select(namespace, podSelector);
    const resolved = rules.map((rule) => {
      return { rule, subjects, peers: rule.peers?.map((peer) => resolve(world, rule, peer)) };
    });
    return { subjects, isolates, rules: resolved };
  });
  return new Connectivity(world, policies);
};

function resolve(world: Cluster, { policy }: PolicyRule, peer: PolicyPeer): ResolvedPeer {
  if (!namesPods(peer)) {
    const block = peer.ipBlock && addressBlock(peer.ipBlock.cidr, peer.ipBlock.except);
    return { peer, parties: block ? [block] : [] };
  }
  return { peer, parties: world.select(peer.namespaceSelector ?? policy.namespace, peer.podSelector ?? {}) };
}

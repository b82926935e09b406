/* Straight from https://kubernetes.io/docs/concepts/services-networking/network-policies/ and the API reference: loops
over everything, nothing shared with what it checks. */

export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

export interface Port {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: string;
}

export interface Policy {
  readonly namespace: string;
  readonly podSelector: Selector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly { readonly from?: readonly Peer[]; readonly ports?: readonly Port[] }[];
  readonly egress?: readonly { readonly to?: readonly Peer[]; readonly ports?: readonly Port[] }[];
}

export interface Pod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly name: string; readonly containerPort: number; readonly protocol: string }[];
}

export interface World {
  readonly namespaces: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly policies: readonly Policy[];
}

/** A pod, or one IPv4 address. */
export type End = Pod | string;

export function mayConnect(world: World, from: End, to: End, protocol: string, port: number): boolean {
  return (
    sideAllows(world, 'Egress', from, to, protocol, port) && sideAllows(world, 'Ingress', from, to, protocol, port)
  );
}

function sideAllows(
  world: World,
  type: 'Ingress' | 'Egress',
  from: End,
  to: End,
  protocol: string,
  port: number,
): boolean {
  const own = type === 'Egress' ? from : to;
  const other = type === 'Egress' ? to : from;
  if (typeof own === 'string') return true;
  let isolated = false;
  for (const policy of world.policies) {
    if (policy.namespace !== own.namespace) continue;
    if (!matches(policy.podSelector, own.labels)) continue;
    if (!typesOf(policy).includes(type)) continue;
    isolated = true;
    const rules = type === 'Egress' ? (policy.egress ?? []) : (policy.ingress ?? []);
    for (const rule of rules) {
      const peers = ('to' in rule ? rule.to : 'from' in rule ? rule.from : undefined) as readonly Peer[] | undefined;
      if (!peersMatch(world, policy.namespace, peers, other)) continue;
      if (portsMatch(rule.ports, to, protocol, port)) return true;
    }
  }
  return !isolated;
}

/** "If no policyTypes are specified on a NetworkPolicy then by default Ingress will always be set and Egress will be set if the NetworkPolicy has any egress rules." */
function typesOf(policy: Policy): readonly string[] {
  if (policy.policyTypes && policy.policyTypes.length > 0) return policy.policyTypes;
  if (policy.egress && policy.egress.length > 0) return ['Ingress', 'Egress'];
  return ['Ingress'];
}

/** "If this field is empty or missing, this rule matches all sources." */
function peersMatch(world: World, namespace: string, peers: readonly Peer[] | undefined, other: End): boolean {
  if (!peers || peers.length === 0) return true;
  for (const peer of peers) {
    if (peer.ipBlock) {
      if (typeof other !== 'string') continue;
      if (!inCidr(other, peer.ipBlock.cidr)) continue;
      let excepted = false;
      for (const except of peer.ipBlock.except ?? []) if (inCidr(other, except)) excepted = true;
      if (!excepted) return true;
      continue;
    }
    if (typeof other === 'string') continue;
    if (peer.namespaceSelector) {
      const labels = { ...world.namespaces[other.namespace], 'kubernetes.io/metadata.name': other.namespace };
      if (!matches(peer.namespaceSelector, labels)) continue;
    } else if (other.namespace !== namespace) continue;
    if (peer.podSelector && !matches(peer.podSelector, other.labels)) continue;
    return true;
  }
  return false;
}

/** "If this field is empty or missing, this rule matches all ports." */
function portsMatch(ports: readonly Port[] | undefined, to: End, protocol: string, number: number): boolean {
  if (!ports || ports.length === 0) return true;
  for (const { port, endPort, protocol: wanted = 'TCP' } of ports) {
    if (wanted !== protocol) continue;
    if (port === undefined) return true;
    if (typeof port === 'string') {
      if (typeof to === 'string') continue;
      const named = to.ports.find((candidate) => candidate.name === port && candidate.protocol === protocol);
      if (named?.containerPort === number) return true;
    } else if (endPort === undefined ? port === number : port <= number && number <= endPort) return true;
  }
  return false;
}

function matches(selector: Selector, labels: Readonly<Record<string, string>>): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) if (labels[key] !== value) return false;
  for (const { key, operator, values } of selector.matchExpressions ?? []) {
    const has = Object.hasOwn(labels, key);
    const listed = has && (values ?? []).includes(labels[key] ?? '');
    if (operator === 'In' && !listed) return false;
    if (operator === 'NotIn' && listed) return false;
    if (operator === 'Exists' && !has) return false;
    if (operator === 'DoesNotExist' && has) return false;
  }
  return true;
}

/** By the text of the bits. */
function inCidr(address: string, cidr: string): boolean {
  const [network = '', length = '0'] = cidr.split('/');
  const bits = (ip: string) =>
    ip
      .split('.')
      .map((byte) => Number(byte).toString(2).padStart(8, '0'))
      .join('');
  return bits(address).slice(0, Number(length)) === bits(network).slice(0, Number(length));
}

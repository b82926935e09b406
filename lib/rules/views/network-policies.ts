import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { LabelSelector } from './selectors';

/** Which way a connection goes, seen from the pods that a policy is about. */
export type Direction = 'ingress' | 'egress';

/** Both directions. */
export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

const TYPES: Readonly<Record<Direction, string>> = { ingress: 'Ingress', egress: 'Egress' };

/** A NetworkPolicy with the defaults of the API written out. */
export interface Policy {
  readonly object: RenderedObject;
  readonly namespace: string;
  readonly podSelector: LabelSelector;

  /** Directions in which the selected pods are closed but for the rules. */
  readonly isolates: ReadonlySet<Direction>;

  /** Rules of the directions that are isolated; others do nothing. */
  readonly rules: readonly PolicyRule[];
}

/** Peers and ports that one rule opens. */
export interface PolicyRule {
  readonly policy: Policy;
  readonly direction: Direction;

  /** Where the rule stands: `['spec', 'egress', 0]`. */
  readonly at: FieldPath;

  /** Undefined: everyone. */
  readonly peers: readonly PolicyPeer[] | undefined;

  /** Undefined: every port. */
  readonly ports: readonly PolicyPort[] | undefined;
}

/** One peer of a rule, as it is written. */
export interface PolicyPeer {
  readonly at: FieldPath;
  readonly podSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** One port of a rule, as it is written. */
export interface PolicyPort {
  readonly at: FieldPath;

  /** Number, or name at the container that is connected to; undefined: every port of the protocol. */
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol: string;
}

interface Written {
  readonly podSelector?: LabelSelector;
  readonly policyTypes?: readonly string[];
  readonly ingress?: readonly WrittenRule[];
  readonly egress?: readonly WrittenRule[];
}

interface WrittenRule {
  readonly from?: readonly Omit<PolicyPeer, 'at'>[];
  readonly to?: readonly Omit<PolicyPeer, 'at'>[];
  readonly ports?: readonly (Omit<PolicyPort, 'at' | 'protocol'> & { readonly protocol?: string })[];
}

/** The namespace that an object without one is applied to. */
export const DEFAULT_NAMESPACE = 'default';

/** Every NetworkPolicy of Kubernetes itself, in the order of the bundle. */
export const networkPolicies: View<readonly Policy[]> = (index) =>
  index
    .ofKind('NetworkPolicy')
    .filter(({ manifest }) => manifest.apiVersion.startsWith('networking.k8s.io/'))
    .map(readPolicy);

function readPolicy(object: RenderedObject): Policy {
  const spec = (object.manifest['spec'] ?? {}) as Written;
  const rules: PolicyRule[] = [];
  const policy: Policy = {
    object,
    namespace: object.manifest.metadata.namespace ?? DEFAULT_NAMESPACE,
    podSelector: spec.podSelector ?? {},
    isolates: isolationOf(spec),
    rules,
  };
  for (const direction of policy.isolates) {
    (spec[direction] ?? []).forEach((rule, position) => rules.push(readRule(policy, direction, rule, position)));
  }
  return policy;
}

/** Without `policyTypes` a policy isolates incoming connections always, outgoing ones only if it has rules for them. */
function isolationOf({ policyTypes, egress }: Written): Set<Direction> {
  const types = policyTypes?.length ? policyTypes : ['Ingress', ...(egress?.length ? ['Egress'] : [])];
  return new Set(DIRECTIONS.filter((direction) => types.includes(TYPES[direction])));
}

function readRule(policy: Policy, direction: Direction, rule: WrittenRule | null, position: number): PolicyRule {
  const at = ['spec', direction, position];
  const field = direction === 'ingress' ? 'from' : 'to';
  const peers = rule?.[field] ?? [];
  const ports = rule?.ports ?? [];
  return {
    policy,
    direction,
    at,
    peers: peers.length === 0 ? undefined : peers.map((peer, place) => ({ ...peer, at: [...at, field, place] })),
    ports:
      ports.length === 0
        ? undefined
        : ports.map((port, place) => ({ protocol: 'TCP', ...port, at: [...at, 'ports', place] })),
  };
}

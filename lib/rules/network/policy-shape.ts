import { Finding, Rule } from '../rule';
import { Direction, DIRECTIONS, networkPolicies, Policy, PolicyPort, PolicyRule } from '../views/network-policies';
import { addressBlock, isEverywhere } from './address-block';

export const missingPolicyTypes: Rule = {
  id: 'network/missing-policy-types',
  title: 'A NetworkPolicy says which directions it closes',
  severity: 'warning',
  why: 'Without policyTypes incoming connections are always closed, and outgoing ones only if there are rules for them.',
  cure: 'write policyTypes: [Ingress], [Egress] or both',
  sources: ['N01'],
  *judge(index) {
    for (const { object, isolates } of index.view(networkPolicies)) {
      const { policyTypes } = specOf(object.manifest);
      if (policyTypes?.length) continue;
      const closed = [...isolates].join(' and ');
      const message = `policyTypes must say which directions are closed, got nothing, which closes ${closed}`;
      yield { subject: object, at: ['spec'], message };
    }
  },
};

export const idleRules: Rule = {
  id: 'network/idle-rules',
  title: 'Rules of a NetworkPolicy stand in a direction that it closes',
  severity: 'error',
  why: 'Rules of a direction that policyTypes does not name do nothing: the direction stays open to everyone.',
  cure: 'add the direction to policyTypes',
  sources: ['N01'],
  *judge(index) {
    for (const { object, isolates } of index.view(networkPolicies)) {
      const spec = specOf(object.manifest);
      for (const direction of DIRECTIONS) {
        if (spec[direction] === undefined || isolates.has(direction)) continue;
        const types = spec.policyTypes?.length ? spec.policyTypes.join(' and ') : 'neither rules nor policyTypes';
        yield {
          subject: object,
          at: ['spec', direction],
          message: `${direction} must be closed to have rules, got ${types}`,
        };
      }
    }
  },
};

export const openToAll: Rule = {
  id: 'network/open-to-all',
  title: 'A rule of a NetworkPolicy names its peers and its ports',
  severity: 'warning',
  why: 'An empty list of peers means everyone, inside the cluster and outside of it; an empty list of ports means all.',
  cure: 'name the peers and the ports; for the internet name 0.0.0.0/0 except the private ranges',
  sources: ['N03', 'N11'],
  *judge(index) {
    for (const { rules } of index.view(networkPolicies)) for (const rule of rules) yield* findOpenings(rule);
  },
};

function* findOpenings(rule: PolicyRule): Iterable<Finding> {
  const { policy, direction, at, peers, ports } = rule;
  const field = direction === 'ingress' ? 'from' : 'to';
  const subject = policy.object;
  if (ports === undefined) yield { subject, at, message: `ports must be named, got none, which means all` };
  if (ports?.every(isNameResolution)) return;
  if (peers === undefined) yield { subject, at, message: `${field} must be named, got nobody, which means everyone` };
  for (const { ipBlock, at: place } of peers ?? []) {
    const block = ipBlock && addressBlock(ipBlock.cidr, ipBlock.except);
    if (block === undefined || !isEverywhere(block)) continue;
    yield { subject, at: place, message: `ipBlock must leave out private addresses, got ${block.text}` };
  }
}

/** Asking any server for names is a way out for few, and a common rule. */
function isNameResolution({ port, endPort }: PolicyPort): boolean {
  return (port === 53 || port === 5353) && endPort === undefined;
}

function specOf(manifest: Policy['object']['manifest']) {
  return (manifest['spec'] ?? {}) as { readonly policyTypes?: readonly string[] } & Partial<Record<Direction, unknown>>;
}

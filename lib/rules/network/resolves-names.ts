import { Rule } from '../rule';
import { PolicyPort } from '../views/network-policies';
import { connectivity, isPods, ResolvedRule } from './connectivity';

/** Ports that resolvers listen on: everywhere, OpenShift, and CoreDNS without the right to bind the first. */
const DNS_PORTS = [53, 5353, 8053, 1053];

export const noDns: Rule = {
  id: 'network/no-dns',
  title: 'Pods that may connect to pods may also resolve names',
  severity: 'error',
  why: 'Without DNS no Service is found by its name; answers that do not fit into a datagram are asked for again by TCP.',
  cure: 'allow egress to the pods of the DNS server, ports 53/UDP and 53/TCP',
  sources: ['N06', 'N07'],
  *judge(index) {
    const found = index.view(connectivity);
    const said = new Set<unknown>();
    for (const group of found.cluster.workloads) {
      if (!found.isIsolated('egress', group)) continue;
      const rules = found.rulesOf('egress', group);
      const [first] = rules.filter(connectsToPods);
      const missing = (['UDP', 'TCP'] as const).filter((protocol) => !rules.some((rule) => asks(rule, protocol)));
      if (first === undefined || missing.length === 0 || said.has(first.rule.policy)) continue;
      said.add(first.rule.policy);
      const ports = missing.map((protocol) => `53/${protocol}`).join(' and ');
      const message = `pods of ${group.text} must be allowed to resolve names, got egress without ${ports}`;
      yield { subject: first.rule.policy.object, at: ['spec', 'egress'], message };
    }
  },
};

/** Whoever connects only to addresses needs no names. */
function connectsToPods({ peers }: ResolvedRule): boolean {
  return peers === undefined || peers.some(({ peer, parties }) => peer.ipBlock === undefined || parties.some(isPods));
}

function asks({ rule: { ports } }: ResolvedRule, protocol: string): boolean {
  return ports === undefined || ports.some((port) => port.protocol === protocol && isDns(port));
}

function isDns({ port, endPort }: PolicyPort): boolean {
  if (port === undefined) return true;
  if (typeof port === 'string') return /^(?:dns|domain)/.test(port);
  return DNS_PORTS.some((known) => port <= known && known <= (endPort ?? port));
}

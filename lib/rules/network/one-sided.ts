import { Finding, Rule } from '../rule';
import { PolicyPort } from '../views/network-policies';
import { describeConnection } from './allowed-is-declared';
import { Connectivity, connectivity, isPods, portAt, ResolvedPeer, ResolvedRule } from './connectivity';
import { isForeign, PodGroup } from './pod-group';
import { PortSet } from './port-set';

export const oneSided: Rule = {
  id: 'network/one-sided',
  title: 'What one end of a connection allows, the other end does not shut',
  severity: 'error',
  why: 'A connection needs the egress of its client and the ingress of its server: a rule at one end alone does nothing.',
  cure: 'allow the connection at the other end, too, or take the rule away',
  sources: ['N12', 'N13', 'N14'],
  *judge(index) {
    const found = index.view(connectivity);
    for (const resolved of found.rules) {
      const subjects = resolved.subjects.filter((group) => !isForeign(group));
      if (subjects.length === 0) continue;
      for (const peer of resolved.peers ?? []) yield* findShut(found, resolved, subjects, peer);
    }
  },
};

const ANY_PORT: readonly (PolicyPort | undefined)[] = [undefined];

/** Ports of a rule that no pair of its ends can use, where all that the peer selects is known. */
function* findShut(
  found: Connectivity,
  { rule }: ResolvedRule,
  subjects: readonly PodGroup[],
  { peer, parties }: ResolvedPeer,
): Iterable<Finding> {
  const peers = parties.filter(isPods);
  if (peers.length === 0 || peers.length < parties.length || peers.some(isForeign)) return;
  const [from, to] = rule.direction === 'egress' ? [subjects, peers] : [peers, subjects];
  const other = rule.direction === 'egress' ? 'ingress' : 'egress';
  for (const port of rule.ports ?? ANY_PORT) {
    const opened = (server: PodGroup) => (port ? portAt(port, server) : PortSet.ALL);
    const servers = to.filter((server) => !opened(server).isEmpty);
    const [client, server] = [from[0], servers[0]];
    if (client === undefined || server === undefined) continue;
    const works = servers.some((end) =>
      from.some((start) => !found.allowedBy(other, start, end).intersect(opened(end)).isEmpty),
    );
    if (works) continue;
    const shutBy = `the ${other} of ${(other === 'ingress' ? server : client).text}`;
    const message = `${describeConnection(client, server, opened(server))} must be allowed at both ends, got shut by ${shutBy}`;
    yield { subject: rule.policy.object, at: peer.at, message };
  }
}

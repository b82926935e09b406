import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { Direction, DIRECTIONS, PolicyRule } from '../views/network-policies';
import { Connectivity, connectivity, isPods, portsAt, ResolvedRule } from './connectivity';
import { Declared, declared, End, EVERYONE, ResolvedConnection, withoutDns } from './declared';
import { PodGroup } from './pod-group';
import { PortSet } from './port-set';

export const allowedIsDeclared: Rule = {
  id: 'network/allowed-is-declared',
  title: 'Policies allow the connections that are declared, and no others',
  severity: 'error',
  why: 'A connection that is shut hangs until a timeout; one that nobody declared is a way in that nobody knows of.',
  cure: 'declare the connection in environment.yaml, or change the policies',
  sources: ['N12', 'N13', 'N14', 'N16', 'N18', 'N22'],
  *judge(index) {
    const wanted = index.view(declared);
    if (wanted === undefined) return;
    const found = index.view(connectivity);
    for (const connection of wanted.connections) yield* findGaps(index, found, connection);
    const said = new Set<string>();
    for (const finding of findExcess(found, wanted)) {
      if (!said.has(finding.message)) yield finding;
      said.add(finding.message);
    }
  },
};

/** A connection as messages name it. */
export function describeConnection(from: End, to: End, ports: PortSet): string {
  return `${textOf(from)} -> ${textOf(to)}:${ports.toString()}`;
}

function textOf(end: End): string {
  return end === EVERYONE ? EVERYONE : end.text;
}

function* findGaps(index: ObjectIndex, found: Connectivity, connection: ResolvedConnection): Iterable<Finding> {
  const { declared: written, from, to, ports } = connection;
  const file = { path: 'environment.yaml', text: '' };
  const subject = [...from, ...to].map(ownerOf).find((owner) => owner !== undefined) ?? index.files[0] ?? file;
  const texts = `${written.from} -> ${written.to}:${ports.isEmpty ? written.ports.join(',') : ports.toString()}`;
  if (from.length === 0 || to.length === 0) {
    const nobody = from.length === 0 ? written.from : written.to;
    yield { subject, message: `${texts} must be between pods that policies name, got nobody for ${nobody}` };
    return;
  }
  for (const client of from) {
    for (const server of to) {
      for (const [side, allowed] of sides(found, client, server)) {
        const missing = ports.minus(allowed);
        if (missing.isEmpty) continue;
        const shutBy = `got shut by the ${side} of ${textOf(side === 'egress' ? client : server)}`;
        const message = `${describeConnection(client, server, missing)} must be allowed as it is declared, ${shutBy}`;
        yield { subject: ownerOf(side === 'egress' ? client : server) ?? subject, message };
      }
    }
  }
}

/** What each end allows. Everyone is allowed where a rule says so. */
function sides(found: Connectivity, from: End, to: End): [Direction, PortSet][] {
  return DIRECTIONS.map((direction) => {
    if (from !== EVERYONE && to !== EVERYONE) return [direction, found.allowedBy(direction, from, to)];
    const subject = direction === 'egress' ? from : to;
    if (subject === EVERYONE || !isPods(subject) || !found.isIsolated(direction, subject)) {
      return [direction, PortSet.ALL];
    }
    const wide = found.rules.filter(
      ({ rule, subjects, peers }) => rule.direction === direction && peers === undefined && subjects.includes(subject),
    );
    const server = direction === 'egress' ? undefined : subject;
    return [direction, wide.reduce((sum, { rule }) => sum.union(portsAt(rule, server)), PortSet.NONE)];
  });
}

function ownerOf(end: End) {
  return end !== EVERYONE && isPods(end) ? end.pods[0]?.owner : undefined;
}

function* findExcess(found: Connectivity, wanted: Declared): Iterable<Finding> {
  for (const resolved of found.rules) yield* findExcessOfRule(resolved, wanted);
  for (const group of found.cluster.workloads) {
    for (const direction of DIRECTIONS) {
      if (found.isIsolated(direction, group)) continue;
      const [from, to]: readonly [End, End] = direction === 'egress' ? [group, EVERYONE] : [EVERYONE, group];
      yield* findExcessBetween(from, to, PortSet.ALL.minus(wanted.portsOf(from, to)), ownerOf(group));
    }
  }
}

/** Most connections of one peer that are named; who widens a peer opens hundreds. */
const NAMED = 10;

/** What one rule opens and nobody declared, even where the other end is shut: that may change any day. */
function* findExcessOfRule({ rule, subjects, peers }: ResolvedRule, wanted: Declared): Iterable<Finding> {
  const everyone: { at: FieldPath; ends: readonly End[] } = { at: rule.at, ends: [EVERYONE] };
  for (const { at, ends } of peers?.map(({ peer, parties }) => ({ at: peer.at, ends: parties })) ?? [everyone]) {
    const found = ends.flatMap((end) => subjects.flatMap((subject) => findExcessOfEnd(rule, subject, end, at, wanted)));
    yield* found.slice(0, NAMED);
    const more = found.length - NAMED;
    if (more <= 0) continue;
    const message = `${more} more connections of this peer must be declared as they are allowed, got no such connections`;
    yield { subject: rule.policy.object, at, message };
  }
}

function findExcessOfEnd(rule: PolicyRule, subject: PodGroup, end: End, at: FieldPath, wanted: Declared): Finding[] {
  const [from, to]: readonly [End, End] = rule.direction === 'egress' ? [subject, end] : [end, subject];
  const excess = withoutDns(portsAt(rule, to === EVERYONE ? undefined : to), to).minus(wanted.portsOf(from, to));
  return [...findExcessBetween(from, to, excess, rule.policy.object, at)];
}

function* findExcessBetween(
  from: End,
  to: End,
  excess: PortSet,
  subject: Finding['subject'] | undefined,
  at?: FieldPath,
): Iterable<Finding> {
  if (excess.isEmpty || subject === undefined) return;
  const message = `${describeConnection(from, to, excess)} must be declared as it is allowed, got no such connection`;
  yield { subject, message, ...(at && { at }) };
}

import { ObjectIndex, View } from '../object-index';
import { Finding, Rule } from '../rule';
import { DEFAULT_NAMESPACE, PolicyPort } from '../views/network-policies';
import { Service, services } from '../views/services';
import { cluster } from './cluster';
import { connectivity, isPods, ResolvedRule } from './connectivity';
import { isForeign, namedPort, PodGroup } from './pod-group';

export const unknownPort: Rule = {
  id: 'network/unknown-port',
  title: 'Policies name ports of containers',
  severity: 'error',
  why: 'Policies see a connection after its Service: the port of the Service, or a name that no container has, matches nothing.',
  cure: 'write the number of the containerPort',
  sources: ['N08', 'N09'],
  *judge(index) {
    for (const { rule, port, servers } of portsOfOwnPods(index)) {
      const subject = rule.policy.object;
      if (typeof port.port === 'string') {
        const { port: name, protocol } = port;
        if (servers.some((server) => !namedPort(server, name, protocol).isEmpty)) continue;
        const message = `port must be the name of a container's port of ${textOf(servers)}, got ${name}/${protocol}`;
        yield { subject, at: [...port.at, 'port'], message };
      } else if (isUndeclared(port, servers)) {
        yield* findServicePort(index, subject, port, servers);
      }
    }
  },
};

export const undeclaredPort: Rule = {
  id: 'network/undeclared-port',
  title: 'Ports that policies open are ports that containers declare',
  severity: 'warning',
  why: 'A port that no container declares is most often a mistake in the number: what should be open is shut.',
  cure: 'correct the number, or declare it as a containerPort',
  sources: ['N08'],
  *judge(index) {
    for (const { rule, port, servers } of portsOfOwnPods(index)) {
      const listens = servers.every(({ ports }) => ports.length > 0);
      if (!listens || !isUndeclared(port, servers) || serviceWith(index, port, servers) !== undefined) continue;
      const ports = [...new Set(servers.flatMap((server) => server.ports.map(({ containerPort }) => containerPort)))];
      const declared = ports.sort((a, b) => a - b).join(', ');
      const message = `port must be one that a container of ${textOf(servers)} declares (${declared}), got ${port.port ?? ''}/${port.protocol}`;
      yield { subject: rule.policy.object, at: [...port.at, 'port'], message };
    }
  },
};

function textOf(servers: readonly PodGroup[]): string {
  const [first] = servers;
  return servers.length > 1 ? `${first?.text ?? ''} and ${servers.length - 1} more` : (first?.text ?? '');
}

interface UsedPort {
  readonly rule: ResolvedRule['rule'];
  readonly port: PolicyPort;

  /** Pods at the end of the connection where the port is. */
  readonly servers: readonly PodGroup[];
}

/** Ports of rules whose servers are all of the bundle: what others listen on is not known. */
function* portsOfOwnPods(index: ObjectIndex): Iterable<UsedPort> {
  for (const { rule, subjects, peers } of index.view(connectivity).rules) {
    const parties = rule.direction === 'ingress' ? subjects : (peers ?? []).flatMap((peer) => peer.parties);
    const servers = parties.filter(isPods);
    if (servers.length === 0 || servers.length < parties.length || servers.some(isForeign)) continue;
    for (const port of rule.ports ?? []) yield { rule, port, servers };
  }
}

/** Where sidecars of meshes listen; they are added to pods later. */
const MESH_PORTS = new Set([
  15_000, 15_001, 15_006, 15_008, 15_012, 15_014, 15_017, 15_020, 15_021, 15_053, 15_090, 4143, 4190, 4191,
]);

function isUndeclared({ port, endPort, protocol }: PolicyPort, servers: readonly PodGroup[]): boolean {
  if (typeof port !== 'number' || MESH_PORTS.has(port)) return false;
  const last = endPort ?? port;
  return !servers.some(({ ports }) =>
    ports.some((own) => (own.protocol ?? 'TCP') === protocol && port <= own.containerPort && own.containerPort <= last),
  );
}

function* findServicePort(
  index: ObjectIndex,
  subject: Finding['subject'],
  port: PolicyPort,
  servers: readonly PodGroup[],
): Iterable<Finding> {
  const service = serviceWith(index, port, servers);
  if (service === undefined) return;
  const target = service.ports.find((own) => own.port === port.port)?.target ?? '';
  const message = `port must be that of the container, ${target}, got ${port.port ?? ''}/${port.protocol} of Service ${service.name}`;
  yield { subject, at: [...port.at, 'port'], message };
}

/** A Service before the pods that has the port and leads to another one. */
function serviceWith(
  index: ObjectIndex,
  { port, protocol }: PolicyPort,
  servers: readonly PodGroup[],
): Service | undefined {
  const before = index.view(servicesOfGroups);
  return servers
    .flatMap((server) => before.get(server) ?? [])
    .find(({ ports }) => ports.some((own) => own.port === port && own.protocol === protocol && own.target !== port));
}

/** Services that lead to pods. */
const servicesOfGroups: View<ReadonlyMap<PodGroup, readonly Service[]>> = (index) => {
  const world = index.view(cluster);
  const before = new Map<PodGroup, Service[]>();
  for (const service of index.view(services)) {
    if (service.selector === undefined) continue;
    for (const group of world.select(service.namespace ?? DEFAULT_NAMESPACE, { matchLabels: service.selector })) {
      before.set(group, [...(before.get(group) ?? []), service]);
    }
  }
  return before;
};

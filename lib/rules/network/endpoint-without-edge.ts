import { ObjectIndex, View } from '../object-index';
import { Rule } from '../rule';
import { addresses } from '../views/addresses';
import { Host } from '../views/hosts';
import { DEFAULT_NAMESPACE } from '../views/network-policies';
import { PodTemplate } from '../views/pods';
import { Service, serviceOfHost } from '../views/services';
import { cluster } from './cluster';
import { connectivity } from './connectivity';
import { namedPort, PodGroup } from './pod-group';
import { PortSet } from './port-set';

export const endpointWithoutEdge: Rule = {
  id: 'network/endpoint-without-edge',
  title: 'Pods may connect to the Services that their configuration names',
  severity: 'error',
  why: 'A program that is given an address connects to it, and hangs where policies shut the connection.',
  cure: 'allow the connection in the policies of both ends, or take the address away',
  sources: ['N19', 'N26'],
  *judge(index) {
    const groups = index.view(groupsOfPods);
    const said = new Set<string>();
    for (const address of index.view(addresses)) {
      if (address.port === undefined || address.readers.length === 0) continue;
      const clients = [...new Set(address.readers.flatMap((pod) => groups.get(pod) ?? []))];
      const shut = clients.flatMap((client) => shutFor(index, client, address) ?? []);
      const [first] = shut;
      const message = first && `${first} must be allowed for ${address.name}:${address.port}, got shut by policies`;
      // What many pods read need not be used by each of them.
      if (message === undefined || shut.length < clients.length || said.has(message)) continue;
      said.add(message);
      yield { subject: address.subject, at: address.at, message };
    }
  },
};

const groupsOfPods: View<ReadonlyMap<PodTemplate, PodGroup>> = (index) =>
  new Map(index.view(cluster).workloads.flatMap((group) => group.pods.map((pod) => [pod, group] as const)));

/** The connection that is shut, unless there is one open, or nothing to connect to. */
function shutFor(index: ObjectIndex, client: PodGroup, { name, port }: Host): string | undefined {
  const service = serviceOfHost(index, name, client.namespace);
  if (service?.selector === undefined || port === undefined) return undefined;
  const { namespace, selector } = service;
  const servers = index.view(cluster).select(namespace ?? DEFAULT_NAMESPACE, { matchLabels: selector });
  const connections = servers.map((server) => ({ server, ports: targetOf(service, port, server) }));
  const [known] = connections.filter(({ ports }) => !ports.isEmpty);
  if (known === undefined || servers.includes(client)) return undefined;
  const found = index.view(connectivity);
  const open = connections.some(({ server, ports }) => !found.allowed(client, server).intersect(ports).isEmpty);
  return open ? undefined : `${client.text} -> ${known.server.text}:${known.ports.toString()}`;
}

/** The container's port behind a port of a Service. */
function targetOf({ ports, headless }: Service, port: number, server: PodGroup): PortSet {
  if (headless) return PortSet.of('TCP', port);
  const entry = ports.find((own) => own.port === port && own.protocol === 'TCP');
  if (entry === undefined) return PortSet.NONE;
  const { target } = entry;
  return typeof target === 'number' ? PortSet.of('TCP', target) : namedPort(server, target, 'TCP');
}

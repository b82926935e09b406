import { IConstruct } from 'constructs';
import { ChartPods } from '../constructs/workloads/chart-pods';
import { Connection, declaredConnections } from '../constructs/workloads/connection';
import { NAME_LABEL, Peer, Port } from '../constructs/workloads/endpoint';
import { Workload } from '../constructs/workloads/workload';
import { DeclaredConnection } from '../rules/environment-facts';

/** Every connection that an app declares, each pair of ends once, in the order of their names. */
export function connectionsOf(app: IConstruct): DeclaredConnection[] {
  const ours = (construct: IConstruct) => construct instanceof Workload && !(construct instanceof ChartPods);
  const workloads = app.node.findAll().filter((construct): construct is Workload => ours(construct));
  const names = new Set(workloads.map(({ namespace, name }) => `${namespace.name}/${name}`));
  const byEnds = new Map<string, Ends>();
  for (const connection of declaredConnections(app)) {
    const { from, to, ports } = endsOf(connection, names);
    const key = `${from} -> ${to}`;
    const known = byEnds.get(key) ?? { from, to, ports: new Map() };
    ports.forEach((port, text) => known.ports.set(text, port));
    byEnds.set(key, known);
  }
  return [...byEnds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { from, to, ports }]) => ({ from, to, ports: [...ports.values()].sort(byNumber).map(portText) }));
}

interface Ends {
  readonly from: string;
  readonly to: string;
  readonly ports: Map<string, Required<Port>>;
}

function endsOf({ from, to, ports }: Connection, workloads: ReadonlySet<string>): Ends {
  const complete = ports.map(({ port, protocol = 'TCP' }) => ({ port, protocol }));
  return {
    from: peerText(from, workloads),
    to: peerText(to, workloads),
    ports: new Map(complete.map((port) => [portText(port), port])),
  };
}

/** A workload by its name, pods of others by their labels, addresses by their range. */
function peerText(peer: Peer, workloads: ReadonlySet<string>): string {
  if ('cidr' in peer) {
    return peer.except ? `${peer.cidr} except ${[...peer.except].sort().join(', ')}` : peer.cidr;
  }
  const name = `${peer.namespace}/${peer.labels[NAME_LABEL] ?? ''}`;
  if (workloads.has(name) && Object.keys(peer.labels).length === 1) return name;
  const labels = Object.entries(peer.labels).map(([key, value]) => `${key}=${value}`);
  return `${peer.namespace}/${labels.sort().join(',') || '*'}`;
}

function portText({ port, protocol }: Required<Port>): string {
  return `${port}/${protocol}`;
}

function byNumber(a: Required<Port>, b: Required<Port>): number {
  return a.port - b.port || (a.protocol < b.protocol ? -1 : 1);
}

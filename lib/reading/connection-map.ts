import { DeclaredConnection } from '../rules/environment-facts';

/** Connections as a file says them, one line each: client, below it its servers, behind each of these its ports. */
export type ConnectionMap = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** The map of some connections; ports of the same two ends stand together. */
export function mapConnections(connections: readonly DeclaredConnection[]): ConnectionMap {
  const clients: Record<string, Record<string, string>> = {};
  for (const { from, to, ports } of connections) {
    const servers = (clients[from] ??= {});
    servers[to] = [...(to in servers ? [servers[to]] : []), ...ports].join(', ');
  }
  return clients;
}

/** The connections of a map, in its order. */
export function listConnections(map: ConnectionMap): DeclaredConnection[] {
  return Object.entries(map).flatMap(([from, servers]) =>
    Object.entries(servers).map(([to, ports]) => ({ from, to, ports: portsIn(ports) })),
  );
}

/** Ports that stand behind a server: `9092`, `8080/TCP, 53/UDP`. */
export function portsIn(ports: string | number): (string | number)[] {
  return typeof ports === 'number' ? [ports] : ports.split(',').map((port) => port.trim());
}

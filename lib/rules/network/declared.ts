import { DeclaredConnection } from '../environment-facts';
import { View } from '../object-index';
import { nameOf } from '../rendered-object';
import { LabelSelector } from '../views/selectors';
import { AddressBlock, covers, isEverywhere, parseBlock } from './address-block';
import { cluster, Cluster } from './cluster';
import { isPods, Party } from './connectivity';
import { isForeign, PodGroup, workloadName } from './pod-group';
import { PortSet } from './port-set';

/** Everyone: pods of any namespace and all addresses. */
export const EVERYONE = '*';

/** Who may stand at an end of a connection. */
export type End = Party | typeof EVERYONE;

/** A declared connection with its ends found. An end that nobody is has no parties. */
export interface ResolvedConnection {
  readonly declared: DeclaredConnection;
  readonly from: readonly End[];
  readonly to: readonly End[];
  readonly ports: PortSet;
}

/** What is declared, to be asked for two ends. */
export class Declared {
  private readonly pairs = new Map<PodGroup | string, Map<PodGroup | string, PortSet>>();
  private readonly blocks = new Map<string, AddressBlock>();

  constructor(public readonly connections: readonly ResolvedConnection[]) {
    for (const { from, to, ports } of connections) {
      for (const client of from) for (const server of to) this.add(client, server, ports);
    }
  }

  /** Ports that are declared between two ends: as they are, or as part of wider addresses. */
  public portsOf(from: End, to: End): PortSet {
    let sum = PortSet.NONE;
    for (const client of this.keysOf(from)) {
      for (const server of this.keysOf(to)) sum = sum.union(this.pairs.get(client)?.get(server) ?? PortSet.NONE);
    }
    return sum;
  }

  private add(from: End, to: End, ports: PortSet): void {
    [from, to].forEach((end) => {
      if (end !== EVERYONE && !isPods(end)) this.blocks.set(end.text, end);
    });
    const servers = this.pairs.get(keyOf(from)) ?? new Map<PodGroup | string, PortSet>();
    servers.set(keyOf(to), (servers.get(keyOf(to)) ?? PortSet.NONE).union(ports));
    this.pairs.set(keyOf(from), servers);
  }

  private keysOf(end: End): Set<PodGroup | string> {
    if (end === EVERYONE) return new Set([EVERYONE]);
    if (isPods(end)) return new Set([end, EVERYONE]);
    const wider = [...this.blocks.values()].filter((block) => covers(block, end)).map(({ text }) => text);
    return new Set([end.text, ...wider, EVERYONE]);
  }
}

function keyOf(end: End): PodGroup | string {
  return end === EVERYONE || isPods(end) ? end : end.text;
}

/** What the facts of an environment declare; undefined where they declare nothing at all. */
export const declared: View<Declared | undefined> = (index) => {
  if (index.facts.connections === undefined) return undefined;
  const world = index.view(cluster);
  const named = byName(world);
  return new Declared(
    index.facts.connections.map((connection) => ({
      declared: connection,
      from: endsOf(connection.from, world, named),
      to: endsOf(connection.to, world, named),
      ports: connection.ports.reduce<PortSet>(
        (sum, port) => sum.union(PortSet.parse(port) ?? PortSet.NONE),
        PortSet.NONE,
      ),
    })),
  );
};

function endsOf(text: string, world: Cluster, named: ReadonlyMap<string, readonly PodGroup[]>): readonly End[] {
  if (text === EVERYONE) return [EVERYONE];
  const block = parseBlock(text);
  if (block) return [block];
  return named.get(text) ?? labelled(text, world);
}

/** Groups under the names that people give them: that of their object and of their program, the selector of others. */
function byName({ workloads, foreign }: Cluster): Map<string, PodGroup[]> {
  const named = new Map(foreign.map((group) => [group.text, [group]]));
  for (const group of workloads) {
    const names = group.pods.flatMap((pod) => [nameOf(pod.owner.manifest), workloadName(pod)]);
    for (const name of new Set(names)) {
      const key = `${group.namespace}/${name}`;
      named.set(key, [...(named.get(key) ?? []), group]);
    }
  }
  return named;
}

/** Pods of a namespace that have labels: `<namespace>/<key>=<value>,<key>=<value>`. */
function labelled(text: string, world: Cluster): readonly PodGroup[] {
  const slash = text.indexOf('/');
  const terms = text.slice(slash + 1).split(',');
  if (!terms.every((term) => term.includes('='))) return [];
  const selector: LabelSelector = {
    matchLabels: Object.fromEntries(
      terms.map((term) => [term.slice(0, term.indexOf('=')), term.slice(term.indexOf('=') + 1)]),
    ),
  };
  return world.select(text.slice(0, slash), selector);
}

const DNS = PortSet.of('UDP', 53).union(PortSet.of('TCP', 53));

/** Resolving names is never declared, unless it is of anyone there is: whoever connects to anything does. */
export function withoutDns(ports: PortSet, to: End): PortSet {
  if (to === EVERYONE || (isPods(to) ? !isForeign(to) : isEverywhere(to))) return ports;
  return ports.minus(DNS);
}

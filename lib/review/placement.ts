import { ComponentCapacity } from './capacity';
import { shuns } from './node-demands';

/** Equal nodes, and what is left on each for pods. */
export interface Nodes {
  readonly count: number;

  /** Millicores of one node that pods may ask for. */
  readonly cpu: number;

  /** Bytes of one node that pods may ask for. */
  readonly memory: number;

  /** Most pods of one node. */
  readonly pods: number;
}

interface Node {
  cpu: number;
  memory: number;
  pods: number;

  /** How many pods of each workload are on it. */
  readonly held: Map<ComponentCapacity, number>;
}

/**
 * Puts every pod on a node by its requests: first those that have one on each node, then those that must not share one,
 * then the others, the largest first, each on the first node with room that it may share with who is there. Returns the
 * workloads whose pods found none; empty is the proof that all fit.
 */
export function findUnplaced(
  components: readonly ComponentCapacity[],
  scale: 'smallest' | 'largest',
  { count, ...size }: Nodes,
): string[] {
  const nodes = Array.from({ length: count }, (): Node => ({ ...size, held: new Map() }));
  const shunned = shunnedBy(components);
  const rank = ({ onEveryNode, demands }: ComponentCapacity) => (onEveryNode ? 2 : Number(demands.apart));
  const share = ({ each }: ComponentCapacity) =>
    Math.max(each.requestsCpu / size.cpu, each.requestsMemory / size.memory);
  const sorted = [...components].sort((a, b) => rank(b) - rank(a) || share(b) - share(a));
  return sorted.flatMap((component) => {
    const others = shunned.get(component) ?? new Set();
    return Array.from({ length: component[scale].pods }).flatMap(() => {
      const node = nodes.find(
        (candidate) => takes(candidate, component, others) && levels(nodes, candidate, component),
      );
      if (!node) return [`${component.namespace}/${component.name}`];
      put(node, component);
      return [];
    });
  });
}

function takes(node: Node, component: ComponentCapacity, shunned: ReadonlySet<ComponentCapacity>): boolean {
  const { each, demands } = component;
  return (
    node.pods > 0 &&
    node.cpu >= each.requestsCpu &&
    node.memory >= each.requestsMemory &&
    !(demands.apart && node.held.has(component)) &&
    ![...shunned].some((other) => node.held.has(other))
  );
}

/** Whether one more pod on a node leaves all nodes as level as they must be. */
function levels(nodes: readonly Node[], node: Node, component: ComponentCapacity): boolean {
  const { skew } = component.demands;
  if (skew === undefined) return true;
  const countOn = ({ held }: Node) => held.get(component) ?? 0;
  return countOn(node) + 1 - Math.min(...nodes.map(countOn)) <= skew;
}

function put(node: Node, component: ComponentCapacity): void {
  node.pods -= 1;
  node.cpu -= component.each.requestsCpu;
  node.memory -= component.each.requestsMemory;
  node.held.set(component, (node.held.get(component) ?? 0) + 1);
}

/** Workloads that one shuns, and those that shun it: the scheduler keeps such a demand from both sides. */
function shunnedBy(components: readonly ComponentCapacity[]): Map<ComponentCapacity, Set<ComponentCapacity>> {
  const found = new Map(components.map((component) => [component, new Set<ComponentCapacity>()]));
  for (const component of components.filter(({ demands }) => demands.shunned.length > 0)) {
    for (const other of components) {
      const { namespace, demands } = other;
      if (other === component || !component.demands.shunned.some((who) => shuns(who, namespace, demands.labels))) {
        continue;
      }
      found.get(component)?.add(other);
      found.get(other)?.add(component);
    }
  }
  return found;
}

import { ComponentCapacity } from './capacity';

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
  readonly keptApart: Set<string>;
}

/**
 * Puts every pod on a node by its requests, the largest first, each on the first node with room, and pods that must
 * not share a host on different ones. Returns the workloads whose pods found no room; empty is the proof that all fit.
 */
export function findUnplaced(
  components: readonly ComponentCapacity[],
  scale: 'smallest' | 'largest',
  { count, ...size }: Nodes,
): string[] {
  const nodes = Array.from({ length: count }, (): Node => ({ ...size, keptApart: new Set() }));
  const pods = components
    .flatMap((component) => {
      const { each, apart } = component;
      const { requestsCpu: cpu, requestsMemory: memory } = each;
      const id = `${component.namespace}/${component.name}`;
      const pod = { id, cpu, memory, apart, share: Math.max(cpu / size.cpu, memory / size.memory) };
      return Array.from({ length: component[scale].pods }, () => pod);
    })
    .sort((a, b) => Number(b.apart) - Number(a.apart) || b.share - a.share);
  return pods.flatMap(({ id, cpu, memory, apart }) => {
    const node = nodes.find(
      (node) => node.pods > 0 && node.cpu >= cpu && node.memory >= memory && !(apart && node.keptApart.has(id)),
    );
    if (!node) return [id];
    node.pods -= 1;
    node.cpu -= cpu;
    node.memory -= memory;
    if (apart) node.keptApart.add(id);
    return [];
  });
}

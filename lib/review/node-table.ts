import { sumAmounts, timesAmounts } from '../model/amounts';
import { NodeFacts } from '../rules/environment-facts';
import { Manifest } from '../rules/rendered-object';
import { readBytes, readCpu } from './amounts';
import { capacityOf, ComponentCapacity } from './capacity';
import { findUnplaced, Nodes } from './placement';
import { showBytes, showCpu } from './show';

/** Rows of a table: what is gone, what is left, and whether that holds what runs. */
export interface NodeTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];

  /** Which workloads find no room, a line for each cell in which some do not. */
  readonly notes: readonly string[];

  /** Whether everything that must find room does. */
  readonly fits: boolean;
}

/** What the nodes are held against, from the least to the most. */
const SCALES = ['fewest pods', 'most pods', 'most pods, all rolled out'];

/**
 * Whether the nodes hold everything: all of them, without one, and without a zone. All of them must hold a roll-out of the
 * most pods, all but one the most pods, and the zones that are left the fewest; what else finds no room may wait. Pods are
 * counted wherever there is room: those of a store stay with their volumes in their zone.
 */
export function judgeNodes(objects: readonly Manifest[], nodes: NodeFacts): NodeTable {
  const { count, cpu, memory, reserved, zones = 1, pods = 110 } = nodes;
  const size: Omit<Nodes, 'count'> = {
    cpu: readCpu(cpu) - readCpu(reserved?.cpu),
    memory: readBytes(memory) - readBytes(reserved?.memory),
    pods,
  };
  const losses: readonly [what: string, left: number, held: number][] = [
    [`${count} of ${cpu} CPU, ${memory}`, count, SCALES.length],
    ['one of them gone', count - 1, SCALES.indexOf('most pods') + 1],
    // The largest zone, where they do not part evenly.
    [`one of ${zones} zones gone`, zones > 1 ? count - Math.ceil(count / zones) : 0, SCALES.indexOf('fewest pods') + 1],
  ];
  const rows = losses
    .filter(([, left]) => left > 0)
    .map(([what, left, required]) => {
      // A node takes its pods of DaemonSets along.
      const components = capacityOf(objects, left);
      const held = { ...size, count: left };
      const unplaced = [
        findUnplaced(components, 'smallest', held),
        findUnplaced(components, 'largest', held),
        findUnplaced(components.flatMap(rollOut), 'largest', held),
      ];
      const cells = [
        what,
        showCpu(left * size.cpu),
        showBytes(left * size.memory),
        ...unplaced.map((names, i) => describeUnplaced(names, i < required)),
      ];
      const notes = unplaced.flatMap((names, i) =>
        names.length === 0 ? [] : [`${what}, ${SCALES[i] ?? ''}: no room for ${[...new Set(names)].join(', ')}`],
      );
      return { cells, notes, fits: unplaced.slice(0, required).every((names) => names.length === 0) };
    });
  const head = ['nodes', 'CPU for pods', 'memory for pods', ...SCALES];
  return {
    head,
    rows: rows.map(({ cells }) => cells),
    notes: rows.flatMap(({ notes }) => notes),
    fits: rows.every(({ fits }) => fits),
  };
}

/** What runs in the middle of a roll-out. The new pod of a DaemonSet stands beside the old one on its node. */
function rollOut(component: ComponentCapacity): ComponentCapacity[] {
  const { each, largest, surge, onEveryNode } = component;
  const added = timesAmounts(surge, each);
  return onEveryNode
    ? [component, { ...component, demands: { ...component.demands, apart: false }, largest: added }]
    : [{ ...component, largest: sumAmounts([largest, added]) }];
}

function describeUnplaced(pods: readonly string[], isRequired: boolean): string {
  if (pods.length === 0) return 'all fit';
  const count = `${pods.length} ${pods.length === 1 ? 'pod' : 'pods'}`;
  return isRequired ? `NO ROOM for ${count}` : `${count} may wait`;
}

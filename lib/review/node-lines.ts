import { sumAmounts, timesAmounts } from '../model/amounts';
import { NodeFacts } from '../rules/environment-facts';
import { Manifest } from '../rules/rendered-object';
import { readBytes, readCpu } from './amounts';
import { capacityOf, ComponentCapacity } from './capacity';
import { Line } from './line';
import { findUnplaced, Nodes } from './placement';
import { showBytes, showCpu } from './show';
import { table } from './table';

/** What the nodes are held against, from the least to the most. */
const SCALES = ['fewest pods', 'most pods', 'most pods, all rolled out'];

/**
 * Whether the nodes hold everything: all of them, without one, and without a zone. All of them must hold a roll-out of the
 * most pods, all but one the most pods, and the zones that are left the fewest; what else finds no room may wait. Pods are
 * counted wherever there is room: those of a store stay with their volumes in their zone.
 */
export function nodeLines(objects: readonly Manifest[], nodes: NodeFacts): Line {
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
        findUnplaced(components.map(rolledOut), 'largest', held),
      ];
      const cells = [
        what,
        showCpu(left * size.cpu),
        showBytes(left * size.memory),
        ...unplaced.map((names, i) => describeUnplaced(names, i < required)),
      ];
      return { cells, fits: unplaced.slice(0, required).every((names) => names.length === 0) };
    });
  const head = ['nodes', 'CPU for pods', 'memory for pods', ...SCALES];
  return { text: table([head, ...rows.map(({ cells }) => cells)]), fits: rows.every(({ fits }) => fits) };
}

function rolledOut({ each, largest, surge, ...component }: ComponentCapacity): ComponentCapacity {
  return { ...component, each, surge, largest: sumAmounts([largest, timesAmounts(surge, each)]) };
}

function describeUnplaced(pods: readonly string[], isRequired: boolean): string {
  const names = [...new Set(pods)];
  if (names.length === 0) return 'all fit';
  return `${isRequired ? 'NO ROOM for' : 'some wait:'} ${names.join(', ')}`;
}

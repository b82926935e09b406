import { Problem } from '../model/problem';
import { maxPods, Scale } from '../model/scale';

/** Pods that each open a pool of connections. */
export interface Pool {
  /** Where the size stands in the table. */
  readonly row: readonly string[];

  /** Connections of one pod at most. */
  readonly size: number;
  readonly scale: Scale;
}

/** Connections beyond those of pools: of superusers, the exporter, Jobs, the dump, and a person who looks. */
const OTHER_CONNECTIONS = 10;

/** Pods of a roll-out beyond the largest scale. */
const SURGE = 1;

/**
 * What is wrong with the pools of a PostgreSQL server: all of them must fit, filled, at the largest scale, while every
 * service is rolled out.
 *
 * @param server row of the server
 */
export function findPoolProblems(server: string, maxConnections: number, pools: readonly Pool[]): Problem[] {
  const broken = new Map(
    pools
      .filter(({ size }) => !Number.isInteger(size) || size < 1)
      .map(({ row, size }) => [row.join('.'), { row, rule: 'must be a whole number from 1', got: size }]),
  );
  if (broken.size > 0) return [...broken.values()];
  const pods = pools.map(({ scale }) => maxPods(scale) + SURGE);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const connections = sum(pools.map(({ size }, index) => size * (pods[index] ?? 0)));
  const needed = connections + OTHER_CONNECTIONS;
  if (maxConnections >= needed) return [];
  const rule = `must be at least ${needed}, for ${connections} connections of ${sum(pods)} pods and ${OTHER_CONNECTIONS} more`;
  const cure = 'raise it, or lower the pool or the scale';
  return [{ row: [server, 'maxConnections'], rule, got: maxConnections, cure }];
}

import { Problem } from '../model/problem';

/**
 * What is wrong with numbers of servers that vote or hold replicas: each runs on a host of its own, so there must be as
 * many.
 *
 * @param counts servers by their rows: `kafka.brokers`
 * @param hosts nodes of the cluster
 */
export function findHostProblems(counts: Readonly<Record<string, number>>, hosts: number): Problem[] {
  return Object.entries(counts)
    .filter(([, servers]) => servers > hosts)
    .map(([row, servers]) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return { row: row.split('.'), rule: `must be at most the ${hosts} nodes of the cluster`, got: servers, cure };
    });
}

import { trySeconds } from './duration';
import { Column } from './environment';
import { Problem } from './problem';
import { Topics } from './service-connections';
import { Replication } from './topic';

/** Brokers, and how often each record is stored on them. */
export type BrokerFigures = Column<Replication> & { readonly brokers: number };

/** What is wrong with topics, and with their replication over the brokers. */
export function findTopicProblems(topics: Topics, figures: BrokerFigures): Problem[] {
  if (Object.keys(topics).length === 0) {
    return [
      { row: ['topics'], rule: 'must name at least one topic', got: {}, cure: 'leave the Kafka rows out instead' },
    ];
  }
  return [
    ...Object.entries(topics).flatMap(([name, { partitions, retention }]) => [
      ...findTopicNameProblems(name),
      ...(Number.isInteger(partitions) && partitions >= 1
        ? []
        : [{ row: ['topics', name, 'partitions'], rule: 'must be a whole number of at least 1', got: partitions }]),
      ...(trySeconds(retention)
        ? []
        : [{ row: ['topics', name, 'retention'], rule: 'must be a duration such as 7d', got: retention }]),
    ]),
    ...findReplicationProblems(figures),
  ];
}

function findTopicNameProblems(name: string): Problem[] {
  const valid = /^[a-zA-Z0-9._-]{1,249}$/.test(name) && name !== '.' && name !== '..';
  const rule = 'name must have 1 to 249 characters of a-z, A-Z, 0-9, ., _ and -';
  return valid ? [] : [{ row: ['topics', name], rule, got: name }];
}

/** What is wrong with the number of copies, given the number of brokers. */
export function findReplicationProblems(figures: BrokerFigures): Problem[] {
  const { brokers, replicationFactor, minInsyncReplicas } = figures;
  const problems: Problem[] = [];
  if (replicationFactor > brokers) {
    const rule = `must be at most the ${brokers} brokers`;
    problems.push({ row: ['kafka', 'replicationFactor'], rule, got: replicationFactor });
  }
  if (replicationFactor > 1 && minInsyncReplicas >= replicationFactor) {
    const rule = `must be below replicationFactor ${replicationFactor}`;
    const cure = 'with one broker down, nobody could write';
    problems.push({ row: ['kafka', 'minInsyncReplicas'], rule, got: minInsyncReplicas, cure });
  }
  if (minInsyncReplicas < 1) {
    problems.push({ row: ['kafka', 'minInsyncReplicas'], rule: 'must be at least 1', got: minInsyncReplicas });
  }
  return problems;
}

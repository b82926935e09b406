import { Environment } from '../../environments/environment';
import { didYouMean } from '../../model/closest';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { maxPods } from '../../model/scale';
import { findAlertProblems } from '../alert-problems';
import { findAmountProblems } from '../amount-problems';
import { findKafkaProblems } from '../kafka-problems';
import { findPoolProblems } from '../pool-problems';
import { findProvisionProblemsOf } from '../store-provisions';
import { OnboardingRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<OnboardingRows>, environment: Environment): readonly Problem[] {
  const { workflow, postgresql, redis } = rows;
  const pool = { row: ['workflow', 'pool', 'size'], size: workflow.pool.size, scale: workflow.scale };
  return [
    ...findAlertProblems(rows.alerts),
    ...findKafkaProblems(rows, environment),
    ...findProvisionProblemsOf({ postgresql, redis }, environment),
    ...findConsumerProblems(rows),
    ...findPoolProblems('postgresql', postgresql.maxConnections, [pool]),
    ...findExtensionProblems(rows),
    ...findAmountProblems(rows),
  ];
}

/** Threads of one group share the partitions of a topic: one thread more than there are has nothing to do. */
function findConsumerProblems({ workflow, topics }: Column<OnboardingRows>): Problem[] {
  const { commands, others, concurrency } = workflow.consumer;
  const threads = maxPods(workflow.scale) * concurrency;
  const read = { [commands]: 0, ...others };
  return Object.entries(read).flatMap(([topic, surplus]): Problem[] => {
    const at = ['workflow', 'consumer', ...(topic === commands ? ['commands'] : ['others', topic])];
    const partitions = topics[topic]?.partitions;
    if (partitions === undefined) {
      const cure = didYouMean(topic, Object.keys(topics)) ?? 'add it to topics';
      return [{ row: at, rule: 'must be a declared topic', got: topic, cure }];
    }
    const idle = Math.max(0, threads - partitions);
    if (idle === surplus) return [];
    if (topic === commands) {
      const rule = `must have a partition for each of ${threads} threads, ${maxPods(workflow.scale)} pods with ${concurrency} each`;
      const cure = 'add partitions, or lower the scale or the concurrency';
      return [{ row: ['topics', topic, 'partitions'], rule, got: partitions, cure }];
    }
    const rule = `must say ${idle}, the threads without a partition when ${threads} share ${partitions}`;
    return [{ row: at, rule, got: surplus, cure: 'write the figure, or add partitions, or lower the scale' }];
  });
}

const PRELOADED = 'pg_stat_statements';

function findExtensionProblems({ database, postgresql }: Column<OnboardingRows>): Problem[] {
  const loaded = (postgresql.settings['shared_preload_libraries'] ?? '').split(',');
  if (!database.extensions.includes(PRELOADED) || loaded.includes(PRELOADED)) return [];
  const row = ['postgresql', 'settings', 'shared_preload_libraries'];
  const cure = 'the extension counts nothing before the server has loaded it';
  return [{ row, rule: `must hold ${PRELOADED}`, got: postgresql.settings['shared_preload_libraries'], cure }];
}

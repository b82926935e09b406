import { Environment } from '../../environments/environment';
import { didYouMean } from '../../model/closest';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { maxPods } from '../../model/scale';
import { findProvisionProblems, runsHere } from '../../model/store';
import { findTopicProblems } from '../../model/topic-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findPrefixProblems } from '../alert-prefix';
import { findDumpProblems } from '../backup-bounds';
import { brokerFigures, findKafkaProvisionProblems } from '../kafka-problems';
import { observability } from '../observability/config';
import { provisionFacts } from '../provision-facts';
import { OnboardingRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<OnboardingRows>, environment: Environment): readonly Problem[] {
  const { nodes } = environment;
  const { prefix, ...alerts } = rows.alerts;
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], alerts, observability.prometheus.scrapeInterval),
    ...findTopicProblems(rows.topics, brokerFigures(rows.kafka)),
    ...findConsumerProblems(rows),
    ...findConnectionProblems(rows),
    ...findExtensionProblems(rows),
    ...findMirrorProblems(rows),
    ...findStoreProblems(rows),
    ...(['postgresql', 'redis'] as const).flatMap((store) =>
      findProvisionProblems([store, 'provision'], rows[store].provision, provisionFacts(environment)),
    ),
    ...findKafkaProvisionProblems(rows.kafka, environment, { logIn: true }),
    ...findHostProblems(rows, nodes.count),
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

/** Connections that the server keeps for superusers and its exporter, and one for each Job and for the dump. */
const OTHER_CONNECTIONS = 8;

/** Pods of a roll-out beyond the largest scale. */
const SURGE = 1;

function findConnectionProblems({ workflow, postgresql }: Column<OnboardingRows>): Problem[] {
  const pods = maxPods(workflow.scale) + SURGE;
  const needed = pods * workflow.pool.size + OTHER_CONNECTIONS;
  const { maxConnections } = postgresql;
  if (maxConnections >= needed) return [];
  const rule = `must be at least ${needed}, for ${pods} pods with pools of ${workflow.pool.size} and ${OTHER_CONNECTIONS} more`;
  const cure = 'raise it, or lower the pool or the scale';
  return [{ row: ['postgresql', 'maxConnections'], rule, got: maxConnections, cure }];
}

const PRELOADED = 'pg_stat_statements';

function findExtensionProblems({ database, postgresql }: Column<OnboardingRows>): Problem[] {
  const loaded = (postgresql.settings['shared_preload_libraries'] ?? '').split(',');
  if (!database.extensions.includes(PRELOADED) || loaded.includes(PRELOADED)) return [];
  const row = ['postgresql', 'settings', 'shared_preload_libraries'];
  const cure = 'the extension counts nothing before the server has loaded it';
  return [{ row, rule: `must hold ${PRELOADED}`, got: postgresql.settings['shared_preload_libraries'], cure }];
}

function findMirrorProblems({ kafka }: Column<OnboardingRows>): Problem[] {
  if (kafka.mirror === false) return [];
  const cure = 'MirrorMaker has no user of these brokers; give it one first';
  return [{ row: ['kafka', 'mirror'], rule: 'must be false where clients log in', got: 'a mirror', cure }];
}

function findStoreProblems(rows: Column<OnboardingRows>): Problem[] {
  const stores = ['kafka', 'postgresql', 'redis'] as const;
  return [
    ...stores.flatMap((store) => [
      ...findStorageProblems([store, 'storage'], rows[store].storage),
      ...findResourceProblems([store, 'resources'], rows[store].resources),
      ...findResourceProblems([store, 'exporter', 'resources'], rows[store].exporter.resources),
    ]),
    ...findDumpProblems(['postgresql', 'backup', 'dumpSize'], rows.postgresql.backup.dumpSize),
    ...findStorageProblems(['kafka', 'controllerStorage'], rows.kafka.controllerStorage),
    ...findResourceProblems(['kafka', 'controllerResources'], rows.kafka.controllerResources),
    ...findResourceProblems(['workflow', 'resources'], rows.workflow.resources),
    ...findResourceProblems(['jobs', 'resources'], rows.jobs.resources),
  ];
}

/** Servers that vote or hold replicas run on hosts of their own, so there must be as many. */
function findHostProblems({ kafka }: Column<OnboardingRows>, hosts: number): Problem[] {
  return (['brokers', 'controllers'] as const)
    .filter((servers) => runsHere(kafka.provision) && kafka[servers] > hosts)
    .map((servers) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return {
        row: ['kafka', servers],
        rule: `must be at most the ${hosts} nodes of the cluster`,
        got: kafka[servers],
        cure,
      };
    });
}

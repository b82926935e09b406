import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { findMirrorProblems } from '../../model/kafka-mirror';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { findProvisionProblems, runsHere } from '../../model/store';
import { findTopicProblems } from '../../model/topic-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findPrefixProblems } from '../alert-prefix';
import { findDumpProblems } from '../backup-bounds';
import { brokerFigures, findKafkaProvisionProblems } from '../kafka-problems';
import { observability } from '../observability/config';
import { provisionFacts } from '../provision-facts';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>, environment: Environment): readonly Problem[] {
  const { nodes } = environment;
  const { services, topics, kafka } = rows;
  const { prefix, ...alerts } = rows.alerts;
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], alerts, observability.prometheus.scrapeInterval),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, topics),
    ...findTopicProblems(topics, brokerFigures(kafka)),
    ...findStoreProblems(rows),
    ...(['mongodb', 'temporal', 'postgresql'] as const).flatMap((store) =>
      findProvisionProblems([store, 'provision'], rows[store].provision, provisionFacts(environment)),
    ),
    ...findKafkaProvisionProblems(kafka, environment, { logIn: false }),
    ...findMirrorProblems(['kafka', 'mirror'], kafka.mirror, {
      brokers: brokerFigures(kafka).brokers,
      partitions: Object.fromEntries(Object.entries(topics).map(([name, { partitions }]) => [name, partitions])),
      secretsAreGenerated: provisionFacts(environment).secretsAreGenerated,
    }),
    ...findHostProblems(rows, nodes.count),
  ];
}

function findStoreProblems(rows: Column<WmsRows>): Problem[] {
  const stores = ['mongodb', 'kafka', 'postgresql', 'elasticsearch'] as const;
  return [
    ...stores.flatMap((store) => [
      ...findStorageProblems([store, 'storage'], rows[store].storage),
      ...findResourceProblems([store, 'resources'], rows[store].resources),
      ...findResourceProblems([store, 'exporter', 'resources'], rows[store].exporter.resources),
    ]),
    ...findDumpProblems(['mongodb', 'backup', 'dumpSize'], rows.mongodb.backup.dumpSize),
    ...findDumpProblems(['postgresql', 'backup', 'dumpSize'], rows.postgresql.backup.dumpSize),
    ...findStorageProblems(['kafka', 'controllerStorage'], rows.kafka.controllerStorage),
    ...findResourceProblems(['kafka', 'controllerResources'], rows.kafka.controllerResources),
    ...findResourceProblems(['temporal', 'resources'], rows.temporal.resources),
    ...findResourceProblems(['temporal', 'ui', 'resources'], rows.temporal.ui.resources),
    ...findResourceProblems(['jobs', 'resources'], rows.jobs.resources),
  ];
}

/** Servers that vote or hold replicas run on hosts of their own, so there must be as many. */
function findHostProblems({ mongodb, kafka, temporal, elasticsearch }: Column<WmsRows>, hosts: number): Problem[] {
  const counts: readonly (readonly [row: readonly string[], servers: number])[] = [
    [['mongodb', 'members'], runsHere(mongodb.provision) ? mongodb.members : 0],
    [['kafka', 'brokers'], runsHere(kafka.provision) ? kafka.brokers : 0],
    [['kafka', 'controllers'], runsHere(kafka.provision) ? kafka.controllers : 0],
    [['elasticsearch', 'nodes'], runsHere(temporal.provision) ? elasticsearch.nodes : 0],
  ];
  return counts
    .filter(([, servers]) => servers > hosts)
    .map(([row, servers]) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return { row, rule: `must be at most the ${hosts} nodes of the cluster`, got: servers, cure };
    });
}

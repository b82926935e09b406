import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { findMirrorProblems } from '../../model/kafka-mirror';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findLinkProblems } from '../../model/service-connections';
import { findProvisionProblems, runsHere } from '../../model/store';
import { findTopicProblems } from '../../model/topic-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findPrefixProblems } from '../alert-prefix';
import { findDumpProblems } from '../backup-bounds';
import { brokerFigures, findKafkaProvisionProblems } from '../kafka-problems';
import { observability } from '../observability/config';
import { provisionFacts } from '../provision-facts';
import { OrderRows } from './rows';
import { findOwnProblems } from './service-problems';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<OrderRows>, environment: Environment): readonly Problem[] {
  const { nodes } = environment;
  const { services, topics, kafka } = rows;
  const { prefix, ...alerts } = rows.alerts;
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], alerts, observability.prometheus.scrapeInterval),
    ...findOwnProblems(rows),
    ...findLinkProblems(services, topics),
    ...findTopicProblems(topics, brokerFigures(kafka)),
    ...findStoreProblems(rows),
    ...(['postgresql', 'keycloakPostgresql'] as const).flatMap((store) =>
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

function findStoreProblems(rows: Column<OrderRows>): Problem[] {
  const stores = ['kafka', 'postgresql', 'elasticsearch', 'keycloakPostgresql'] as const;
  const databases = ['postgresql', 'keycloakPostgresql'] as const;
  return [
    ...stores.flatMap((store) => [
      ...findStorageProblems([store, 'storage'], rows[store].storage),
      ...findResourceProblems([store, 'resources'], rows[store].resources),
      ...findResourceProblems([store, 'exporter', 'resources'], rows[store].exporter.resources),
    ]),
    ...databases.flatMap((store) => findDumpProblems([store, 'backup', 'dumpSize'], rows[store].backup.dumpSize)),
    ...findStorageProblems(['kafka', 'controllerStorage'], rows.kafka.controllerStorage),
    ...findResourceProblems(['kafka', 'controllerResources'], rows.kafka.controllerResources),
    ...findResourceProblems(['schemaRegistry', 'resources'], rows.schemaRegistry.resources),
    ...findResourceProblems(['keycloak', 'resources'], rows.keycloak.resources),
    ...findResourceProblems(['keycloak', 'buildResources'], rows.keycloak.buildResources),
    ...findResourceProblems(['jobs', 'resources'], rows.jobs.resources),
  ];
}

/** Servers that vote or hold replicas run on hosts of their own, so there must be as many. */
function findHostProblems({ kafka, elasticsearch }: Column<OrderRows>, hosts: number): Problem[] {
  const counts: readonly (readonly [row: readonly string[], servers: number])[] = [
    [['kafka', 'brokers'], runsHere(kafka.provision) ? kafka.brokers : 0],
    [['kafka', 'controllers'], runsHere(kafka.provision) ? kafka.controllers : 0],
    [['elasticsearch', 'nodes'], elasticsearch.nodes],
  ];
  return counts
    .filter(([, servers]) => servers > hosts)
    .map(([row, servers]) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return { row, rule: `must be at most the ${hosts} nodes of the cluster`, got: servers, cure };
    });
}

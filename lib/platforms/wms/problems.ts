import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { findMirrorProblems } from '../../model/kafka-mirror';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { findProvisionProblems } from '../../model/store';
import { findTopicProblems } from '../../model/topic-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findPrefixProblems } from '../alert-prefix';
import { findDumpProblems } from '../backup-bounds';
import { observability } from '../observability/config';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>, { nodes, secretStore }: Environment): readonly Problem[] {
  const { services, topics, kafka } = rows;
  const { prefix, ...alerts } = rows.alerts;
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], alerts, observability.prometheus.scrapeInterval),
    ...findServiceProblems(services),
    ...findConnectionProblems(services, topics),
    ...findTopicProblems(topics, kafka),
    ...findStoreProblems(rows),
    ...findProvisionProblems(['mongodb', 'provision'], rows.mongodb.provision),
    ...findSupplyProblems(rows, secretStore.kind),
    ...findMirrorProblems(['kafka', 'mirror'], kafka.mirror, {
      brokers: kafka.brokers,
      partitions: Object.fromEntries(Object.entries(topics).map(([name, { partitions }]) => [name, partitions])),
      secretsAreGenerated: secretStore.kind === 'generated',
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

/** What somebody else gives us can be read from a store of secrets, and made up by none. */
function findSupplyProblems({ mongodb }: Column<WmsRows>, secrets: Environment['secretStore']['kind']): Problem[] {
  if (mongodb.provision.kind === 'rendered' || secrets !== 'generated') return [];
  const rule = 'must be rendered where secrets are generated: a connection string that nobody supplied leads nowhere';
  const cure = "write rendered, or give the environment a store of kind 'aws' or 'vault'";
  return [{ row: ['mongodb', 'provision'], rule, got: 'managed', cure }];
}

/** Servers that vote or hold replicas run on hosts of their own, so there must be as many. */
function findHostProblems({ mongodb, kafka, elasticsearch }: Column<WmsRows>, hosts: number): Problem[] {
  const counts: readonly (readonly [row: readonly string[], servers: number])[] = [
    [['mongodb', 'members'], mongodb.provision.kind === 'rendered' ? mongodb.members : 0],
    [['kafka', 'brokers'], kafka.brokers],
    [['kafka', 'controllers'], kafka.controllers],
    [['elasticsearch', 'nodes'], elasticsearch.nodes],
  ];
  return counts
    .filter(([, servers]) => servers > hosts)
    .map(([row, servers]) => {
      const cure = 'each runs on a host of its own; add hosts to the environment or lower it';
      return { row, rule: `must be at most the ${hosts} nodes of the cluster`, got: servers, cure };
    });
}

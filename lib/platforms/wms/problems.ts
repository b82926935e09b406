import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findConnectionProblems } from '../../model/service-connections';
import { findServiceProblems } from '../../model/service-problems';
import { findTopicProblems } from '../../model/topic-problems';
import { WmsRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<WmsRows>): readonly Problem[] {
  const { services, topics, kafka } = rows;
  return [
    ...findServiceProblems(services),
    ...findConnectionProblems(services, topics),
    ...findTopicProblems(topics, kafka),
    ...findStoreProblems(rows),
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
    ...findStorageProblems(['kafka', 'controllerStorage'], rows.kafka.controllerStorage),
    ...findResourceProblems(['kafka', 'controllerResources'], rows.kafka.controllerResources),
    ...findResourceProblems(['temporal', 'resources'], rows.temporal.resources),
    ...findResourceProblems(['temporal', 'ui', 'resources'], rows.temporal.ui.resources),
    ...findResourceProblems(['jobs', 'resources'], rows.jobs.resources),
  ];
}

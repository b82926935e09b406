import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { ObservabilityRows } from './rows';

/** What is wrong with the rows of what takes, keeps and shows signals. */
export function findSignalProblems(rows: Column<ObservabilityRows>): Problem[] {
  const stores = ['loki', 'tempo', 'postgresql'] as const;
  const tools = ['collector', 'podLogReader', 'grafana'] as const;
  return [
    ...stores.flatMap((store) => findStorageProblems([store, 'storage'], rows[store].storage)),
    ...[...stores, ...tools].flatMap((name) => findResourceProblems([name, 'resources'], rows[name].resources)),
    ...findResourceProblems(['postgresql', 'exporter', 'resources'], rows.postgresql.exporter.resources),
  ];
}

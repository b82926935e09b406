import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findDumpProblems } from '../backup-bounds';
import { ObservabilityRows } from './rows';
import { findSignalProblems } from './signal-problems';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<ObservabilityRows>): readonly Problem[] {
  const { alerts, prometheus, kubeStateMetrics } = rows;
  return [
    ...findLimitProblems(['alerts'], alerts, prometheus.scrapeInterval),
    ...findSignalProblems(rows),
    ...findDumpProblems(['postgresql', 'backup', 'dumpSize'], rows.postgresql.backup.dumpSize),
    ...findStorageProblems(['prometheus', 'storage'], prometheus.storage),
    ...findResourceProblems(['prometheus', 'resources'], prometheus.resources),
    ...findResourceProblems(['kubeStateMetrics', 'resources'], kubeStateMetrics.resources),
  ];
}

import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findResourceProblems, findStorageProblems } from '../../model/resource-problems';
import { findProvisionProblems } from '../../model/store';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findDumpProblems } from '../backup-bounds';
import { provisionFacts } from '../provision-facts';
import { ObservabilityRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<ObservabilityRows>, environment: Environment): readonly Problem[] {
  const stores = ['prometheus', 'loki', 'tempo', 'postgresql'] as const;
  const tools = ['kubeStateMetrics', 'collector', 'podLogReader', 'grafana'] as const;
  const { backup, exporter, provision } = rows.postgresql;
  return [
    ...findLimitProblems(['alerts'], rows.alerts, rows.prometheus.scrapeInterval),
    ...stores.flatMap((store) => findStorageProblems([store, 'storage'], rows[store].storage)),
    ...[...stores, ...tools].flatMap((name) => findResourceProblems([name, 'resources'], rows[name].resources)),
    ...findResourceProblems(['postgresql', 'exporter', 'resources'], exporter.resources),
    ...findProvisionProblems(['postgresql', 'provision'], provision, provisionFacts(environment)),
    ...findDumpProblems(['postgresql', 'backup', 'dumpSize'], backup.dumpSize),
  ];
}

import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findAmountProblems } from '../amount-problems';
import { findProvisionProblemsOf } from '../store-provisions';
import { ObservabilityRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<ObservabilityRows>, environment: Environment): readonly Problem[] {
  return [
    ...findLimitProblems(['alerts'], rows.alerts, rows.prometheus.scrapeInterval),
    ...findProvisionProblemsOf({ postgresql: rows.postgresql }, environment),
    ...findAmountProblems(rows),
  ];
}

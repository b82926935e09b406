import { Column } from '../../model/environment';
import { Problem } from '../../model/problem';
import { findLimitProblems } from '../../monitoring/limit-problems';
import { findAmountProblems } from '../amount-problems';
import { ObservabilityRows } from './rows';

/** Everything that is wrong with the rows of one environment. */
export function findProblems(rows: Column<ObservabilityRows>): readonly Problem[] {
  return [...findLimitProblems(['alerts'], rows.alerts, rows.prometheus.scrapeInterval), ...findAmountProblems(rows)];
}

import { Problem } from '../model/problem';
import { findLimitProblems } from '../monitoring/limit-problems';
import { observability } from './observability/config';

/** What is wrong with the rows `alerts` of a platform: the begin of the alerts' names, and their limits. */
export function findAlertProblems({ prefix, ...limits }: { readonly prefix: string }): Problem[] {
  return [
    ...findPrefixProblems(prefix),
    ...findLimitProblems(['alerts'], limits, observability.prometheus.scrapeInterval),
  ];
}

function findPrefixProblems(got: string): Problem[] {
  if (/^([A-Z][a-z0-9]+)+$/.test(got)) return [];
  return [{ row: ['alerts', 'prefix'], rule: "must be a name in UpperCamelCase, such as 'Wms'", got }];
}

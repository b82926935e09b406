import { Problem } from '../model/problem';

/** What is wrong with the begin of the names of a platform's alerts. */
export function findPrefixProblems(got: string): Problem[] {
  if (/^([A-Z][a-z0-9]+)+$/.test(got)) return [];
  return [{ row: ['alerts', 'prefix'], rule: "must be a name in UpperCamelCase, such as 'Wms'", got }];
}

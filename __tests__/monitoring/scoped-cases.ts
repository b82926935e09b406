import { AlertCase } from './promtool';

/** What a set of cases is about. */
export interface CaseScope {
  readonly prefix: string;
  readonly namespace: string;
}

/** Cases of one platform as cases of another that has the same product: the limits in both tables are the same. */
export function scopedCases(
  cases: Readonly<Record<string, AlertCase>>,
  from: CaseScope,
  to: CaseScope,
): Readonly<Record<string, AlertCase>> {
  const text = JSON.stringify(cases)
    .replaceAll(`"${from.prefix}`, `"${to.prefix}`)
    .replaceAll(`namespace=\\"${from.namespace}\\"`, `namespace=\\"${to.namespace}\\"`)
    .replaceAll(`"namespace":"${from.namespace}"`, `"namespace":"${to.namespace}"`)
    .replaceAll(` in ${from.namespace} `, ` in ${to.namespace} `);
  return JSON.parse(text) as Readonly<Record<string, AlertCase>>;
}

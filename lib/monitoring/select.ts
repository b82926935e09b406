/** A selector of PromQL: the series of a metric in one namespace, and those only whose labels match `matchers` too. */
export function select(metric: string, namespace: string, ...matchers: readonly string[]): string {
  return `${metric}{${[`namespace="${namespace}"`, ...matchers].join(',')}}`;
}

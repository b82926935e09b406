import { MetricSource } from '../lib/monitoring/metrics/metric-source';

/** The names of the labels of each series of a metric: one list for each combination that there is. */
type Exposed = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads what a program answers under `/metrics`. */
export function parseExposition(text: string): Exposed {
  const found = new Map<string, (readonly string[])[]>();
  for (const line of text.split('\n')) {
    const [, name, labels = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? \S+/.exec(line) ?? [];
    if (name === undefined) continue;
    const names = [...labels.matchAll(/(\w+)="(?:[^"\\]|\\.)*"/g)].map(([, label = '']) => label);
    found.set(name, [...(found.get(name) ?? []), names]);
  }
  return found;
}

/**
 * What a program does not report of what a table says: metrics by name, labels as `metric{label}`.
 *
 * A label counts where any series of the metric has it: a table names all, and some series have fewer. One that the
 * target has, too, is stored as `exported_…`.
 */
export function findUnreported({ metrics }: MetricSource, texts: readonly string[]): string[] {
  const exposed = parseExposition(texts.join('\n'));
  return Object.entries(metrics).flatMap(([name, labels]) => {
    const series = exposed.get(name);
    if (series === undefined) return [name];
    const isReported = (label: string) => series.some((has) => has.includes(label.replace(/^exported_/, '')));
    return labels.filter((label) => !isReported(label)).map((label) => `${name}{${label}}`);
  });
}

/** The metrics of a table whose names begin so. */
export function only(source: MetricSource, begin: RegExp): MetricSource {
  return {
    ...source,
    metrics: Object.fromEntries(Object.entries(source.metrics).filter(([name]) => begin.test(name))),
  };
}

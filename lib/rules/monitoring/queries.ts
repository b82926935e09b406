import { ObjectIndex, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath, Finding, Rule } from '../rule';
import { panelQueries, withoutVariables } from './dashboards';
import { Query, QueryReader } from './promql';
import { isLogQuery, ruleGroups } from './rule-files';

/** A query, where it stands, and what it reads. */
export interface PlacedQuery extends Query {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** As it was parsed. */
  readonly expr: string;

  /** `alert TargetDown`, `panel Kafka / Brokers`. */
  readonly name: string;

  /** Whether variables of Grafana stand in it, whose values nobody knows. */
  readonly templated: boolean;
}

/** What was read once: environments of one run ask much the same. */
const reader = new QueryReader();

/** Every query that Prometheus is asked by rules and dashboards. */
export const queries: View<readonly PlacedQuery[]> = (index) => {
  return [
    ...index.view(ruleGroups).flatMap(({ subject, rules }) =>
      rules.map(({ at, alert, record, expr }) => {
        const name = alert === undefined ? `recording ${record}` : `alert ${alert}`;
        return { subject, at, name, expr, templated: false, ...reader.read(expr) };
      }),
    ),
    ...index.view(panelQueries).flatMap(({ subject, at, title, expr: written }) => {
      if (isLogQuery(written)) return [];
      const { expr, templated } = withoutVariables(written);
      return [{ subject, at, name: `panel ${title}`, expr, templated, ...reader.read(expr) }];
    }),
  ];
};

/** A query is PromQL. */
export const validQueries: Rule = {
  id: 'monitoring/valid-queries',
  title: 'The query of an alert, a recording or a panel is PromQL',
  severity: 'error',
  why: 'Prometheus refuses the whole file and goes on with the rules that it had; a panel stays empty.',
  cure: 'mend the query; promtool check rules says the same',
  sources: ['Prometheus: Querying basics'],
  judge: findBrokenQueries,
};

function* findBrokenQueries(index: ObjectIndex): Iterable<Finding> {
  for (const { subject, at, name, expr, errors, templated } of index.view(queries)) {
    if (errors[0] === undefined || templated) continue;
    const [offset = '', rest = ''] = errors[0].split(/: (.*)/s);
    const before = expr.slice(0, Number(offset)).trimEnd();
    const got = rest.trim() === '' ? `nothing after '${before.slice(-40)}'` : `'${rest}' at character ${offset}`;
    yield { subject, at, message: `query of ${name} must be PromQL, got ${got}` };
  }
}

/** A recorded series is recorded. */
export const recordedSeries: Rule = {
  id: 'monitoring/recorded-series',
  title: 'A series with a recorded name is recorded by some rule',
  severity: 'error',
  why: 'Nothing has colons in its name but what a rule records: the alert never fires, the panel stays empty.',
  cure: 'add the recording, or write the query out',
  sources: ['Prometheus: Recording rules'],
  judge: findUnrecorded,
};

function* findUnrecorded(index: ObjectIndex): Iterable<Finding> {
  const recorded = new Set(
    index
      .view(ruleGroups)
      .flatMap(({ rules }) => rules.flatMap(({ record }) => (record === undefined ? [] : [record]))),
  );
  // Whoever records nothing at all has the recordings of somebody else.
  if (recorded.size === 0) return;
  const families = new Set([...recorded].map(familyOf));
  for (const { subject, at, name, selectors } of index.view(queries)) {
    for (const metric of new Set(selectors.map((selector) => selector.metric))) {
      if (!metric.includes(':') || recorded.has(metric) || !families.has(familyOf(metric))) continue;
      yield { subject, at, message: `series of ${name} must be recorded by a rule, got '${metric}'` };
    }
  }
}

/** The part of a recorded name that says whose it is: of `job:http_requests:rate5m`, all but the last. */
const familyOf = (metric: string): string => metric.slice(0, metric.lastIndexOf(':'));

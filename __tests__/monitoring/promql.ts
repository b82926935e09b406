import { parser } from '@prometheus-io/lezer-promql';

/** A selector of a query: a metric and the labels that it must have, `=` and others. */
export interface Selector {
  readonly metric: string;
  readonly labels: readonly string[];

  /** Value that the label `namespace` must have, if it must have one. */
  readonly namespace: string | undefined;
}

/** What a query of PromQL reads. */
export interface Query {
  /** Places that are no PromQL, with what stands there. */
  readonly errors: readonly string[];
  readonly selectors: readonly Selector[];

  /** Labels that it groups and joins by. */
  readonly grouping: readonly string[];
}

/** Reads a query by the grammar of Prometheus itself. */
export function parseQuery(expr: string): Query {
  const errors: string[] = [];
  const selectors: Selector[] = [];
  const grouping: string[] = [];
  const text = ({ from, to }: { from: number; to: number }) => expr.slice(from, to);
  parser.parse(expr).iterate({
    enter(node) {
      if (node.type.isError) errors.push(`${node.from}: ${text(node)}`);
      if (node.name === 'GroupingLabels') {
        grouping.push(...node.node.getChildren('LabelName').map(text));
      }
      if (node.name === 'VectorSelector') {
        const metric = node.node.getChild('Identifier');
        const matchers = node.node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher').map(text) ?? [];
        selectors.push({
          metric: metric ? text(metric) : '',
          labels: matchers.map((matcher) => /^\w+/.exec(matcher)?.[0] ?? ''),
          namespace: matchers.map((matcher) => /^namespace="(.*)"$/.exec(matcher)?.[1]).find((value) => value),
        });
      }
    },
  });
  return { errors, selectors, grouping };
}

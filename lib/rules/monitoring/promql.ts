import type * as Grammar from '@prometheus-io/lezer-promql';

/** What a label of a series must be. */
export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** A selector of a query: a metric and what its labels must be. */
export interface Selector {
  /** Empty where no name is given. */
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** What a query of PromQL reads. */
export interface Query {
  /** Places that are no PromQL, with what stands there. */
  readonly errors: readonly string[];
  readonly selectors: readonly Selector[];

  /** Labels that it groups and joins by. */
  readonly grouping: readonly string[];
}

/** Queries that were read; dashboards of many services ask the same. */
export class QueryReader {
  private readonly known = new Map<string, Query>();

  /** Reads a query by the grammar of Prometheus itself. */
  public read(expr: string): Query {
    const known = this.known.get(expr);
    if (known) return known;
    const query = parseQuery(expr);
    this.known.set(expr, query);
    return query;
  }
}

let grammar: typeof Grammar | undefined;

/** The grammar is loaded for the first query: most bundles have none. */
function loadParser(): typeof Grammar.parser {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  grammar ??= require('@prometheus-io/lezer-promql') as typeof Grammar;
  return grammar.parser;
}

/** Reads a query by the grammar of Prometheus itself. */
export function parseQuery(expr: string): Query {
  const errors: string[] = [];
  const selectors: Selector[] = [];
  const grouping: string[] = [];
  const text = ({ from, to }: { from: number; to: number }) => expr.slice(from, to);
  loadParser()
    .parse(expr)
    .iterate({
      enter(node) {
        if (node.type.isError) errors.push(`${node.from}: ${text(node)}`);
        if (node.name === 'GroupingLabels') {
          grouping.push(...node.node.getChildren('LabelName').map(text));
        }
        if (node.name === 'VectorSelector') {
          const metric = node.node.getChild('Identifier');
          const matchers = node.node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher').map(text) ?? [];
          selectors.push({ metric: metric ? text(metric) : '', matchers: matchers.flatMap(readMatcher) });
        }
      },
    });
  return { errors, selectors, grouping };
}

function readMatcher(text: string): Matcher[] {
  const [, label, operator, quoted] = /^(\w+)\s*(=~|!~|!=|=)\s*([^]*)$/.exec(text) ?? [];
  if (label === undefined || operator === undefined || quoted === undefined) return [];
  const raw = quoted.slice(1, -1);
  return [{ label, operator, value: quoted.startsWith('`') ? raw : raw.replace(/\\(.)/g, '$1') }];
}

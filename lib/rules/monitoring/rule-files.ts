import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { configFiles, fieldOf, itemsOf, parseFile, textOf } from '../views/config-files';

/** Alerts and recordings that are evaluated together. */
export interface RuleGroup {
  readonly subject: RenderedObject;

  /** Where the file or the group stands. */
  readonly at: FieldPath;
  readonly name: string;
  readonly rules: readonly QueryRule[];
}

/** An alert or a recording. */
export interface QueryRule {
  /** Nearest field of its own. */
  readonly at: FieldPath;
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly annotations: Readonly<Record<string, unknown>>;
}

/** Every group of PrometheusRules and of files that Prometheus reads. Those of Loki have another language. */
export const ruleGroups: View<readonly RuleGroup[]> = (index) => [
  ...index.ofKind('PrometheusRule').flatMap((subject) =>
    itemsOf(fieldOf(subject.manifest['spec'], 'groups')).map((group, i) => {
      const at = ['spec', 'groups', i];
      return groupOf(subject, at, group, (position) => [...at, 'rules', position]);
    }),
  ),
  ...index.view(configFiles).flatMap(({ object, key, text }) => {
    if (!/\bgroups["']?\s*:/.test(text) || !/\bexpr["']?\s*:/.test(text) || isOfLoki(object, key)) return [];
    const at = ['data', key];
    return itemsOf(fieldOf(parseFile(text), 'groups')).map((group) => groupOf(object, at, group, () => at));
  }),
];

function groupOf(subject: RenderedObject, at: FieldPath, group: unknown, place: (i: number) => FieldPath): RuleGroup {
  const rules = itemsOf(fieldOf(group, 'rules')).flatMap((rule, i): QueryRule[] => {
    const [alert, record, wait] = ['alert', 'record', 'for'].map((key) => textOf(fieldOf(rule, key)));
    const expr = fieldOf(rule, 'expr');
    if ((typeof expr !== 'string' && typeof expr !== 'number') || (alert ?? record) === undefined) return [];
    return [
      {
        at: place(i),
        ...(alert !== undefined && { alert }),
        ...(record !== undefined && { record }),
        expr: String(expr),
        ...(wait !== undefined && { for: wait }),
        labels: (fieldOf(rule, 'labels') ?? {}) as QueryRule['labels'],
        annotations: (fieldOf(rule, 'annotations') ?? {}) as QueryRule['annotations'],
      },
    ];
  });
  const ofLoki = rules.some(({ expr }) => isLogQuery(expr));
  return { subject, at, name: textOf(fieldOf(group, 'name')) ?? '', rules: ofLoki ? [] : rules };
}

function isOfLoki({ manifest: { metadata } }: RenderedObject, key: string): boolean {
  return /loki|logql/i.test([metadata.name, key, ...Object.keys(metadata.labels ?? {})].join(' '));
}

/** Whether a query is one of Loki: a selector of logs, and what is done with their lines. */
export function isLogQuery(expr: string): boolean {
  return /\}\s*(?:\|[=~>]?\s*[`"\w]|(?:!=|!~|!>)\s*[`"])/.test(expr);
}

import { createColors } from 'picocolors';
import { Severity } from '../rules/rule';
import { PlacedFinding, Report } from './report';
import { visible, wrap } from './wrap';

/** How text is shown. */
export interface TextStyle {
  readonly isColored: boolean;

  /** Characters of a line. */
  readonly columns: number;
}

type Colors = ReturnType<typeof createColors>;

const MARGIN = '  ';

/** For people: findings by file, each with its place and cure, then how often each rule is broken. */
export function formatText(report: Report, { isColored, columns }: TextStyle): string {
  const colors = createColors(isColored);
  const width = Math.min(Math.max(columns, 40), 120);
  const findings = groupByFile(report.findings).map((group) => formatFile(group, width, colors));
  return `${[...findings, formatSummary(report, width, colors)].join('\n\n')}\n`;
}

function groupByFile(findings: readonly PlacedFinding[]): PlacedFinding[][] {
  const files = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known) known.push(finding);
    else files.set(finding.file, [finding]);
  }
  return [...files.values()];
}

/** Places of one file stand in a column, so that severities and rules do, too. */
function formatFile(findings: readonly PlacedFinding[], width: number, colors: Colors): string {
  const places = findings.map(({ file, line, column }) => visible(`${file}:${line}:${column}`));
  const widest = Math.max(...places.map((place) => place.length));
  return findings
    .map((finding, index) => formatFinding(finding, (places[index] ?? '').padEnd(widest), width, colors))
    .join('\n\n');
}

function formatFinding(finding: PlacedFinding, place: string, width: number, colors: Colors): string {
  const { rule, object, field, message, cure } = finding;
  const subject = [object, field].filter((part) => part !== undefined).join(', ');
  return [
    `${colors.bold(place)}  ${paint(rule.severity, colors)}  ${colors.dim(rule.id)}`,
    ...(subject === '' ? [] : [colors.dim(wrap(visible(subject), width, MARGIN))]),
    wrap(visible(message), width, MARGIN),
    colors.cyan(wrap(visible(cure), width, `${MARGIN}→ `)),
  ].join('\n');
}

function paint(severity: Severity, colors: Colors): string {
  return severity === 'error' ? colors.red('error  ') : colors.yellow('warning');
}

function formatSummary({ findings, waived, files, objects, notJudged }: Report, width: number, colors: Colors): string {
  const read = `${amount(objects, 'object')} in ${amount(files, 'file')}`;
  const errors = findings.filter(({ rule }) => rule.severity === 'error').length;
  const warnings = findings.length - errors;
  const numbers = [
    ...(errors > 0 ? [amount(errors, 'error')] : []),
    ...(warnings > 0 ? [amount(warnings, 'warning')] : []),
  ];
  const title =
    findings.length === 0
      ? colors.green(`✔ ${read}, nothing found`)
      : (errors > 0 ? colors.red : colors.yellow)(`✖ ${numbers.join(', ')}; ${read}`);
  const kinds = notJudged.map(({ kind, count }) => `${count} ${kind}`).join(', ');
  return [
    title,
    ...countRules(findings).map(([id, count]) => `${String(count).padStart(6)}  ${id}`),
    ...(waived.length === 0 ? [] : [wrap(`${amount(waived.length, 'finding')} waived`, width, MARGIN)]),
    ...(kinds === '' ? [] : [wrap(visible(`no schema is known of: ${kinds}`), width, MARGIN)]),
  ].join('\n');
}

/** Rules by how often they are broken. */
function countRules(findings: readonly PlacedFinding[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

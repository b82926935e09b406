import { Rule } from '../rules/rule';
import { PlacedFinding, Report } from './report';

/** For code scanning: SARIF 2.1.0. What is waived is in it as suppressed. */
export function formatSarif({ findings, waived, rules }: Report): string {
  const results = [...findings, ...waived];
  const all = [...new Set([...rules, ...results.map(({ rule }) => rule)])];
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'manifests', rules: all.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: results.map((finding) => describeResult(finding, all)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function describeRule({ id, title, why, cure, severity }: Rule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: cure },
    defaultConfiguration: { level: severity },
  };
}

function describeResult(finding: PlacedFinding, rules: readonly Rule[]) {
  const { rule, file, line, column, object, field, message, cure, waivedBy } = finding;
  const logical = object === undefined ? undefined : [object, ...(field === undefined ? [] : [field])].join(' ');
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: rule.severity,
    message: { text: `${message}; ${cure}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(file) },
          region: { startLine: line, startColumn: column },
        },
        ...(logical !== undefined && { logicalLocations: [{ fullyQualifiedName: logical }] }),
      },
    ],
    ...(waivedBy !== undefined && { suppressions: [{ kind: 'external', justification: waivedBy }] }),
  };
}

/** A path as a reference relative to the folder that was checked from. */
function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

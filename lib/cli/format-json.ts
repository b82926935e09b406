import { PlacedFinding, Report } from './report';

/** For programs: fields are only ever added to it. */
export function formatJson({ findings, waived, files, objects, notJudged }: Report): string {
  const errors = findings.filter(({ rule }) => rule.severity === 'error').length;
  const report = {
    version: 1,
    summary: { files, objects, errors, warnings: findings.length - errors, waived: waived.length },
    findings: findings.map(describe),
    waived: waived.map(describe),
    notJudged,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function describe({ rule, ...finding }: PlacedFinding) {
  return { rule: rule.id, severity: rule.severity, ...finding };
}

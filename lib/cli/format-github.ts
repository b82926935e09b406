import { PlacedFinding, Report } from './report';

/** For GitHub Actions: a workflow command for each finding, which it shows at the line in the pull request. */
export function formatGithub({ findings }: Report): string {
  return findings.map(formatCommand).join('');
}

function formatCommand({ rule, file, line, column, object, field, message, cure }: PlacedFinding): string {
  const place = `file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule.id)}`;
  const subject = [object, field].filter((part) => part !== undefined).join(', ');
  const text = [...(subject === '' ? [] : [subject]), message, `→ ${cure}`].join('\n');
  return `::${rule.severity} ${place}::${escapeData(text)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

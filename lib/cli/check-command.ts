import { families } from '../rules';
import { allowedIsDeclared } from '../rules/network/allowed-is-declared';
import { missingField } from '../rules/schema/fields';
import { wrongType } from '../rules/schema/types';
import { allFamilies, check, chooseRules } from './check';
import { CheckOptions, DEFAULT_LIMITS } from './check-options';
import { connectivityOf } from './connectivity';
import { describeUnknown, explain } from './explain';
import { formatGithub } from './format-github';
import { formatJson } from './format-json';
import { formatSarif } from './format-sarif';
import { formatText, TextStyle } from './format-text';
import { Format } from './formats';
import { EXIT, Io } from './io';
import { Report } from './report';

/** Arguments of `manifests check`, as they were written. */
export interface CheckArguments {
  readonly format: Format;
  readonly kubeVersion?: string;
  readonly schema: readonly string[];
  readonly only: readonly string[];
  readonly connectivity?: boolean;
  readonly explain?: string;
  readonly waivers?: string | boolean;
  readonly strict: boolean;
  readonly maxBytes?: number;
}

/** With the connections: whether they are those that are declared, and whether something could not be read for them. */
const CONNECTIVITY = [missingField, wrongType, allowedIsDeclared];

/** Judges files and tells what it found. Returns the exit code. */
export function runCheck(paths: readonly string[], given: CheckArguments, io: Io): number {
  if (given.explain !== undefined) return runExplain(given.explain, io);
  const { rules, unknown } = chooseRules(given.only);
  if (unknown !== undefined) {
    const names = families.flatMap((family) => [family.name, ...family.rules.map(({ id }) => id)]);
    io.err(`${describeUnknown('--only', unknown, names)}\n`);
    return EXIT.found;
  }
  const options: CheckOptions = {
    paths: paths.length === 0 ? ['.'] : paths,
    rules: given.connectivity ? CONNECTIVITY : rules,
    isPart: given.only.length > 0 || given.connectivity === true,
    schemas: given.schema,
    ...(given.kubeVersion !== undefined && { kubeVersion: given.kubeVersion }),
    ...(given.waivers !== undefined && given.waivers !== true && { waivers: given.waivers }),
    ...(given.maxBytes !== undefined && { limits: { ...DEFAULT_LIMITS, fileBytes: given.maxBytes } }),
  };
  const report = check(options, io);
  if (given.connectivity) io.out(`${report.bundles.map(connectivityOf).join('\n')}\n`);
  io.out(format(report, given.format, io));
  const counts = ({ rule }: Report['findings'][number]) => given.strict || rule.severity === 'error';
  return report.findings.some(counts) ? EXIT.found : EXIT.fine;
}

function runExplain(id: string, io: Io): number {
  const rules = allFamilies.flatMap((family) => family.rules);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule) io.out(explain(rule, io));
  else
    io.err(
      `${describeUnknown(
        '--explain',
        id,
        rules.map((known) => known.id),
      )}\n`,
    );
  return rule ? EXIT.fine : EXIT.found;
}

function format(report: Report, name: Format, style: TextStyle): string {
  switch (name) {
    case 'text':
      return formatText(report, style);
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report);
    case 'github':
      return formatGithub(report);
  }
}

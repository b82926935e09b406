import { didYouMean } from '../model/closest';
import { Verdict } from '../rules/judge';
import { SourceFile } from '../rules/rendered-object';
import { Family, FieldPath, formatField, Rule } from '../rules/rule';
import { findWaiverProblems, Waiver } from '../rules/waivers';
import { Locator } from './locate';
import { parseText } from './parse-text';
import { show } from './read-object';

/** Name of the file of a project that holds its waivers. */
export const WAIVER_FILE = 'waivers.yaml';

/** Rules about the waivers themselves. */
export const waiverRules = {
  valid: {
    id: 'waivers/valid',
    title: 'A waiver names a rule and an object, and says why',
    severity: 'error',
    why: 'What is waived without a reason is waived for ever, as nobody can tell when the reason is gone.',
    cure: 'write rule, target and reason, and a day in expires if it is to end',
    sources: ['EXPERT: waivers'],
    judge: () => [],
  },
  used: {
    id: 'waivers/used',
    title: 'A waiver waives something',
    severity: 'error',
    why: 'What it was for is gone; it would hide the same mistake when somebody makes it again.',
    cure: 'remove it',
    sources: ['EXPERT: waivers'],
    judge: () => [],
  },
  current: {
    id: 'waivers/current',
    title: 'A waiver is younger than its last day',
    severity: 'warning',
    why: 'It counts no more, and what it waived is found again.',
    cure: 'mend what it waived and remove it, or decide anew and give it another day',
    sources: ['EXPERT: waivers'],
    judge: () => [],
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Rules about the waivers themselves, for whoever lists rules. */
export const waiverFamily: Family = {
  name: 'waivers',
  title: 'What is waived is waived for a reason',
  rules: Object.values(waiverRules),
};

/** Waivers of a file. */
export interface ReadWaivers {
  /** Those that are well formed, in the order of the file. */
  readonly waivers: readonly Waiver[];

  /** What is wrong with the file or its rows. */
  readonly problems: readonly Verdict[];

  /** Tells something of a row: a waiver of `waivers`. */
  readonly tell: (rule: keyof typeof waiverRules, waiver: Waiver, message: string) => Verdict;
}

const FIELDS = ['rule', 'target', 'within', 'reason', 'expires'];

/** Reads a list of waivers. `ruleIds` are those of all rules. */
export function readWaivers(file: SourceFile, ruleIds: readonly string[]): ReadWaivers {
  const { documents, problems: unreadable } = parseText(file);
  const [document] = documents;
  const locator = new Locator(file.text);
  const verdict = (rule: keyof typeof waiverRules, at: FieldPath, message: string): Verdict => ({
    rule: waiverRules[rule],
    finding: { subject: file, message, position: locator.find(document?.index ?? 0, at) },
  });
  const value = document?.value ?? [];
  if (!Array.isArray(value)) {
    const message = `waivers must be a list, got ${show(value)}`;
    return {
      waivers: [],
      problems: [...unreadable, verdict('valid', [], message)],
      tell: () => verdict('valid', [], message),
    };
  }
  const problems = value.flatMap((row: unknown, index) => findRowProblems(row, index, ruleIds));
  const wrong = new Set(problems.map(({ at }) => at[0]));
  const waivers = (value as readonly Waiver[]).filter((_, index) => !wrong.has(index));
  return {
    waivers,
    problems: [...unreadable, ...problems.map(({ at, message }) => verdict('valid', at, message))],
    tell: (rule, waiver, message) => verdict(rule, [value.indexOf(waiver)], message),
  };
}

interface RowProblem {
  readonly at: FieldPath;
  readonly message: string;
}

function findRowProblems(row: unknown, index: number, ruleIds: readonly string[]): RowProblem[] {
  const place = (...field: string[]) => `waivers[${index}]${field.map((name) => `.${formatField([name])}`).join('')}`;
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    return [{ at: [index], message: `${place()} must be a map, got ${show(row)}` }];
  }
  const fields = row as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(fields).filter((name) => !FIELDS.includes(name));
  const missing = ['rule', 'target', 'reason'].filter((name) => !(name in fields));
  const notText = FIELDS.filter((name) => name in fields && typeof fields[name] !== 'string');
  const shape = [
    ...unknown.map((name) => {
      const hint = didYouMean(name, FIELDS) ?? `there are ${FIELDS.join(', ')}`;
      return { at: [index, name], message: `${place(name)} must be a field that is known; ${hint}` };
    }),
    ...missing.map((name) => ({ at: [index], message: `${place(name)} must be written, got nothing` })),
    ...notText.map((name) => ({
      at: [index, name],
      message: `${place(name)} must be text, got ${show(fields[name])}`,
    })),
  ];
  if (shape.length > 0) return shape;
  return findWaiverProblems([row as Waiver], ruleIds).map((message) => {
    const [, field = ''] = /^waivers\[0\]\.(\w+)/.exec(message) ?? [];
    return { at: [index, field], message: message.replace('waivers[0]', place()) };
  });
}

import { ObjectIndex } from './object-index';
import { Finding, Rule } from './rule';
import { Waiver, waives } from './waivers';

/** A finding, and the rule that it breaks. */
export interface Verdict {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** What rules say of a bundle. */
export interface Judgement {
  /** In the order of the rules. */
  readonly verdicts: readonly Verdict[];

  /** What would be verdicts without waivers. */
  readonly waived: readonly (Verdict & { readonly waiver: Waiver })[];
}

/** Holds a bundle against rules. */
export function judge(index: ObjectIndex, rules: readonly Rule[], waivers: readonly Waiver[] = []): Judgement {
  const verdicts: Verdict[] = [];
  const waived: (Verdict & { waiver: Waiver })[] = [];
  for (const rule of rules) {
    for (const finding of rule.judge(index)) {
      const waiver = waivers.find((candidate) => waives(candidate, rule.id, finding));
      if (waiver) waived.push({ rule, finding, waiver });
      else verdicts.push({ rule, finding });
    }
  }
  return { verdicts, waived };
}

/** Waivers that waive nothing in any of some judgements: what they were for is gone. */
export function unusedWaivers(waivers: readonly Waiver[], judgements: readonly Judgement[]): Waiver[] {
  const used = new Set(judgements.flatMap(({ waived }) => waived.map(({ waiver }) => waiver)));
  return waivers.filter((waiver) => !used.has(waiver));
}

/** One line without its place: `<what> <rule>, got <value>; <what to do>`. */
export function describe({ rule, finding }: Verdict): string {
  return `${finding.message}; ${finding.cure ?? rule.cure}`;
}

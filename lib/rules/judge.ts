import { ObjectIndex } from './object-index';
import { Finding, Rule } from './rule';
import { shapes } from './schema/shapes';
import { soundObjects } from './sound-objects';
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

  /** Kinds that there is no schema for: of their objects only metadata was looked at. Sorted. */
  readonly notJudged: readonly UnknownKind[];
}

/** A kind without a schema. */
export interface UnknownKind {
  readonly apiVersion: string;
  readonly kind: string;

  /** Objects of it in the bundle. */
  readonly count: number;
}

/**
 * Holds a bundle against rules. What is malformed is kept away from rules that read objects: it is said once, by the rules
 * about schemas.
 */
export function judge(index: ObjectIndex, rules: readonly Rule[], waivers: readonly Waiver[] = []): Judgement {
  const { written, sound } = soundObjects(index);
  const verdicts: Verdict[] = [];
  const waived: (Verdict & { waiver: Waiver })[] = [];
  for (const rule of rules) {
    for (const finding of rule.judge(rule.shapeless ? written : sound)) {
      const waiver = waivers.find((candidate) => waives(candidate, rule.id, finding));
      if (waiver) waived.push({ rule, finding, waiver });
      else verdicts.push({ rule, finding });
    }
  }
  return { verdicts, waived, notJudged: unknownKinds(written) };
}

function unknownKinds(index: ObjectIndex): UnknownKind[] {
  const counts = new Map<string, { apiVersion: string; kind: string; count: number }>();
  for (const [{ manifest }, { known }] of index.view(shapes)) {
    if (known) continue;
    const { apiVersion, kind } = manifest;
    const id = `${apiVersion} ${kind}`;
    const seen = counts.get(id);
    if (seen) seen.count++;
    else counts.set(id, { apiVersion, kind, count: 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
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

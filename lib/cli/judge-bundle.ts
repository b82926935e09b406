import { ReadBundle } from '../reading/read-bundles';
import { readingRules } from '../reading/read-problems';
import { judge, Judgement, Verdict } from '../rules/judge';
import { ObjectIndex } from '../rules/object-index';
import { RenderedObject } from '../rules/rendered-object';
import { Rule } from '../rules/rule';
import { Waiver } from '../rules/waivers';

/**
 * Holds a bundle of anybody's against rules. An object that a rule cannot read is a finding itself, and is judged by no
 * other rule: the rest of the bundle is.
 */
export function judgeBundle(bundle: ReadBundle, rules: readonly Rule[], waivers: readonly Waiver[]): Judgement {
  const { objects, facts, manifests } = bundle;
  try {
    return judge(new ObjectIndex(objects, facts, manifests), rules, waivers);
  } catch (error) {
    const odd = new Map(objects.flatMap((object) => findOddShape(object, bundle, rules)));
    if (odd.size === 0) throw error;
    const rest = { ...bundle, objects: objects.filter((object) => !odd.has(object)) };
    const { verdicts, ...others } = judgeBundle(rest, rules, waivers);
    return { ...others, verdicts: [...odd.values(), ...verdicts] };
  }
}

/** What a rule that fails to read an object says of it, if one does. The object stands alone: it is its own fault. */
function findOddShape(
  object: RenderedObject,
  { facts }: ReadBundle,
  rules: readonly Rule[],
): [RenderedObject, Verdict][] {
  const index = new ObjectIndex([object], facts);
  for (const rule of rules) {
    try {
      judge(index, [rule]);
    } catch (error) {
      const reason = `one that ${rule.id} cannot read: ${(error as Error).message}`;
      const message = `an object must be shaped as its kind says, got ${reason}`;
      return [[object, { rule: readingRules.oddShape, finding: { subject: object, message } }]];
    }
  }
  return [];
}

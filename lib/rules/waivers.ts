import { didYouMean } from '../model/closest';
import { identify } from './rendered-object';
import { Finding } from './rule';

/** A finding that is known and kept, and why. */
export interface Waiver {
  /** Id of the rule: `availability/single-point`. */
  readonly rule: string;

  /** Objects as `<kind> [<namespace>/]<name>`, or files by their paths; `*` stands for anything but a slash. */
  readonly target: string;

  /**
   * Folder or file name that must be part of the path: `dev`.
   *
   * @default - anywhere
   */
  readonly within?: string;

  /** Why what the rule says does not hold here. */
  readonly reason: string;

  /**
   * Day from which it counts no more: `2027-03-31`.
   *
   * @default - it counts until it matches nothing
   */
  readonly expires?: string;
}

/** Whether a waiver is about a finding of a rule. */
export function waives({ rule, target, within }: Waiver, id: string, { subject }: Finding): boolean {
  if (rule !== id) return false;
  if (within !== undefined && !subject.path.split('/').includes(within)) return false;
  return patternOf(target).test('manifest' in subject ? nameOf(identify(subject.manifest)) : subject.path);
}

/** Without the API group, which no reader of a waiver misses. */
function nameOf(identity: string): string {
  const [kind = '', name = ''] = identity.split(' ');
  return `${kind.slice(kind.indexOf('/') + 1)} ${name}`;
}

const patterns = new Map<string, RegExp>();

function patternOf(target: string): RegExp {
  const known = patterns.get(target);
  if (known) return known;
  const source = target.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(target, pattern);
  return pattern;
}

/** What is wrong with waivers themselves: each has a rule that exists, a target, a reason, and a day if any. */
export function findWaiverProblems(waivers: readonly Waiver[], ruleIds: readonly string[]): string[] {
  return waivers.flatMap((waiver, index) => {
    const where = `waivers[${index}]`;
    const { rule, target, reason, expires } = waiver;
    return [
      ...(ruleIds.includes(rule)
        ? []
        : [`${where}.rule must be the id of a rule, got '${rule}'${hint(rule, ruleIds)}`]),
      ...(target.trim() === '' ? [`${where}.target must name an object, got nothing`] : []),
      ...(reason.trim().length < 20
        ? [`${where}.reason must say why in at least 20 characters, got '${reason}'; a reader has to judge it`]
        : []),
      ...(expires === undefined || /^\d{4}-\d\d-\d\d$/.test(expires)
        ? []
        : [`${where}.expires must be a day like 2027-03-31, got '${expires}'`]),
    ];
  });
}

function hint(rule: string, ruleIds: readonly string[]): string {
  const suggestion = didYouMean(rule, ruleIds);
  return suggestion === undefined ? '' : `; ${suggestion}`;
}

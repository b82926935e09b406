import { anchored, Relabeling } from './scrape-configs';

/** Labels of a target; those that only a running cluster knows are undefined, those that are not there are missing. */
export type TargetLabels = ReadonlyMap<string, string | undefined>;

/**
 * Labels of a target after relabeling, or undefined where it is surely dropped. What depends on something unknown is
 * unknown itself, and a target that may be kept is kept.
 */
export function relabel(target: TargetLabels, steps: readonly Relabeling[]): TargetLabels | undefined {
  const labels = new Map(target);
  for (const step of steps) {
    const value = sourceOf(labels, step);
    const pattern = anchored(step.regex);
    const found = value === undefined || pattern === undefined ? undefined : pattern.exec(value);
    switch (step.action) {
      case 'keep':
        if (found === null) return undefined;
        break;
      case 'drop':
        if (found) return undefined;
        break;
      case 'replace':
        replace(labels, step, found);
        break;
      case 'labelmap':
        if (pattern) mapNames(labels, step, pattern);
        break;
      case 'labeldrop':
      case 'labelkeep':
        break;
      default:
        if (step.target !== undefined) labels.set(step.target, undefined);
    }
  }
  return labels;
}

/** Source labels joined; undefined where one of them is unknown. */
function sourceOf(labels: TargetLabels, { sources, separator }: Relabeling): string | undefined {
  const values = sources.map((name) => (labels.has(name) ? labels.get(name) : ''));
  return values.includes(undefined) ? undefined : values.join(separator);
}

function replace(
  labels: Map<string, string | undefined>,
  { target, replacement }: Relabeling,
  found: RegExpExecArray | null | undefined,
): void {
  if (target === undefined || found === null) return;
  const value = found && expand(replacement, found);
  if (target.includes('$')) return;
  if (value === '') labels.delete(target);
  else labels.set(target, value);
}

function mapNames(labels: Map<string, string | undefined>, { replacement }: Relabeling, pattern: RegExp): void {
  for (const [name, value] of [...labels]) {
    const found = pattern.exec(name);
    if (found) labels.set(expand(replacement, found), value);
  }
}

/** A replacement with the groups that it names. */
function expand(replacement: string, found: RegExpExecArray): string {
  return replacement.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced?: string, bare?: string) => {
    const group = braced ?? bare ?? '';
    return (/^\d+$/.test(group) ? found[Number(group)] : found.groups?.[group]) ?? '';
  });
}

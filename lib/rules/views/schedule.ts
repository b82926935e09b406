/** A field of a schedule: its range, and names that numbers have, from the least one on. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly names: readonly string[];
}

/** The five fields of a schedule, in their order. */
export const CRON_FIELDS = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of the month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { name: 'day of the week', min: 0, max: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
] as const satisfies readonly CronField[];

/** What the CronJob controller cannot read in a schedule, or undefined where it reads it. */
export function findScheduleProblem(schedule: string): string | undefined {
  const text = schedule.trim();
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return undefined;
  if (/^@every \d+(\.\d+)?(h|m|s|ms)(\d+(\.\d+)?(h|m|s|ms))*$/.test(text)) return undefined;
  if (/^(CRON_)?TZ=/.test(text)) return 'must have no time zone, which is a field of its own';
  const fields = text.split(/\s+/);
  if (fields.length !== 5) return `must have five fields`;
  for (const [i, field] of CRON_FIELDS.entries()) {
    const written = fields[i] ?? '';
    if (expandField(written, field) === undefined) {
      return `must have a ${field.name} from ${field.min} to ${field.max}`;
    }
  }
  return undefined;
}

/** The numbers that a field stands for: `*`, `5`, `1-5`, either with a step, names, several of them; undefined for others. */
export function expandField(written: string, { min, max, names }: CronField): ReadonlySet<number> | undefined {
  const numbers = new Set<number>();
  const read = (end: string): number => {
    const named = names.indexOf(end.toLowerCase());
    return named >= 0 ? named + min : /^\d+$/.test(end) ? Number(end) : NaN;
  };
  for (const part of written.split(',')) {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const whole = range === '*' || range === '?';
    const ends = range.split('-');
    const [start = '', end] = ends;
    const from = whole ? min : read(start);
    const to = whole || (end === undefined && step !== undefined) ? max : read(end ?? start);
    if (ends.length > 2 || !(from >= min && to <= max && from <= to) || Number(step ?? 1) < 1) return undefined;
    for (let number = from; number <= to; number += Number(step ?? 1)) numbers.add(number);
  }
  return numbers;
}

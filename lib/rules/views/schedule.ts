/** Ranges of the five fields of cron: minute, hour, day of the month, month, day of the week. */
const FIELDS: readonly { name: string; min: number; max: number; names: readonly string[] }[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of the month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { name: 'day of the week', min: 0, max: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
];

/** What the CronJob controller cannot read in a schedule, or undefined where it reads it. */
export function findScheduleProblem(schedule: string): string | undefined {
  const text = schedule.trim();
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return undefined;
  if (/^@every \d+(\.\d+)?(h|m|s|ms)(\d+(\.\d+)?(h|m|s|ms))*$/.test(text)) return undefined;
  if (/^(CRON_)?TZ=/.test(text)) return 'must have no time zone, which is a field of its own';
  const fields = text.split(/\s+/);
  if (fields.length !== 5) return `must have five fields`;
  for (const [i, field] of FIELDS.entries()) {
    const written = fields[i] ?? '';
    if (!written.split(',').every((part) => isPart(part, field))) {
      return `must have a ${field.name} from ${field.min} to ${field.max}`;
    }
  }
  return undefined;
}

/** `*`, `5`, `1-5`, `*` or either with a step, names of months and days. */
function isPart(part: string, { min, max, names }: (typeof FIELDS)[number]): boolean {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  if (range === '' || (step !== undefined && Number(step) < 1)) return false;
  if (range === '*' || range === '?') return true;
  const ends = range.split('-').map((end) => {
    const named = names.indexOf(end.toLowerCase());
    if (named >= 0) return named + min;
    return /^\d+$/.test(end) ? Number(end) : NaN;
  });
  const [from = NaN, to = from] = ends;
  return ends.length <= 2 && from >= min && to <= max && from <= to;
}

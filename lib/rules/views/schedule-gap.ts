import { CRON_FIELDS, expandField } from './schedule';

const MINUTES_PER_DAY = 24 * 60;

/** Long enough to see every pattern of a schedule but those of leap years. */
const DAYS = 800;

const NAMES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};

const [MINUTE, HOUR, DAY, MONTH, WEEKDAY] = CRON_FIELDS;

/** Most minutes from one run of a schedule to the next; undefined where the schedule cannot be read, or has no two runs. */
export function longestGap(schedule: string): number | undefined {
  const fields = (NAMES[schedule.trim()] ?? schedule.trim()).split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = ''] = fields;
  const minutes = expandField(minute, MINUTE);
  const hours = expandField(hour, HOUR);
  const days = expandField(dayOfMonth, DAY);
  const months = expandField(month, MONTH);
  const weekdays = expandField(dayOfWeek, { ...WEEKDAY, max: 7 }); // other crons than Kubernetes' call Sunday 7, too
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;

  const times = [...hours].flatMap((h) => [...minutes].map((m) => h * 60 + m)).sort((a, b) => a - b);
  const either = !/^[*?]/.test(dayOfMonth) && !/^[*?]/.test(dayOfWeek);
  const runsOn = (date: Date): boolean => {
    const weekday = weekdays.has(date.getUTCDay()) || (date.getUTCDay() === 0 && weekdays.has(7));
    const day = days.has(date.getUTCDate());
    return months.has(date.getUTCMonth() + 1) && (either ? weekday || day : weekday && day);
  };
  return longest(times, runsOn);
}

/** Gaps within a day and from day to day, in two years that stand for all. */
function longest(times: readonly number[], runsOn: (date: Date) => boolean): number | undefined {
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? 0;
  let gap = Math.max(0, ...times.slice(1).map((time, i) => time - (times[i] ?? 0)));
  let previous: number | undefined;
  let runs = 0;
  for (let day = 0; day < DAYS; day++) {
    if (!runsOn(new Date(Date.UTC(2023, 0, 1 + day)))) continue;
    runs += times.length;
    const start = day * MINUTES_PER_DAY;
    if (previous !== undefined) gap = Math.max(gap, start + first - previous);
    previous = start + last;
  }
  return runs < 2 ? undefined : gap;
}

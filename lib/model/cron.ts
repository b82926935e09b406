import { Duration, trySeconds } from './duration';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Five fields of cron for a period that divides an hour or a day, or undefined where none are equally far apart. */
export function cronEvery(period: Duration): string | undefined {
  const length = trySeconds(period) ?? 0;
  if (length < MINUTE || length > DAY) return undefined;
  if (length === DAY) return '0 0 * * *';
  if (length === HOUR) return '0 * * * *';
  if (HOUR % length === 0 && length % MINUTE === 0)
    return length === MINUTE ? '* * * * *' : `*/${length / MINUTE} * * * *`;
  if (DAY % length === 0 && length % HOUR === 0) return `0 */${length / HOUR} * * *`;
  return undefined;
}

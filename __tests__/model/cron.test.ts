import { cronEvery } from '../../lib/model/cron';
import { Duration } from '../../lib/model/duration';

test.each<[Duration, string]>([
  ['1m', '* * * * *'],
  ['30m', '*/30 * * * *'],
  ['1800s', '*/30 * * * *'],
  ['1h', '0 * * * *'],
  ['6h', '0 */6 * * *'],
  ['1d', '0 0 * * *'],
])('every %s is %s', (period, schedule) => {
  expect(cronEvery(period)).toBe(schedule);
});

test.each<Duration>(['25m', '7h', '90m', '30s', '2d', '0m'])('%s has no schedule with equal steps', (period) => {
  expect(cronEvery(period)).toBeUndefined();
});

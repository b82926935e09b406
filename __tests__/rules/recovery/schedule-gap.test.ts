import { longestGap } from '../../../lib/rules/views/schedule-gap';

const HOUR = 60;
const DAY = 24 * HOUR;

test.each([
  ['* * * * *', 1],
  ['*/30 * * * *', 30],
  ['0 * * * *', HOUR],
  ['@hourly', HOUR],
  ['0 */6 * * *', 6 * HOUR],
  ['0 */5 * * *', 5 * HOUR],
  ['0 9-17 * * *', 16 * HOUR],
  ['15,45 3 * * *', DAY - 30],
  ['0 0 * * *', DAY],
  ['0 2 * * 1-5', 3 * DAY],
  ['0 2 * * mon,wed,fri', 3 * DAY],
  ['0 2 * * 7', 7 * DAY],
  ['@weekly', 7 * DAY],
  ['0 0 1 * *', 31 * DAY],
  ['0 0 1 1 *', 366 * DAY],
  ['0 0 1,15 * 1', 7 * DAY],
])('%s leaves at most %i minutes', (schedule, minutes) => {
  expect(longestGap(schedule)).toBe(minutes);
});

test.each(['', '* * * *', '60 * * * *', '0 0 30 2 *', '*/0 * * * *', 'H 2 * * *', '@every 1h'])(
  "'%s' says nothing",
  (schedule) => {
    expect(longestGap(schedule)).toBeUndefined();
  },
);

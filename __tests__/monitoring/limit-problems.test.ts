import { findLimitProblems } from '../../lib/monitoring/limit-problems';
import { formatProblem } from '../../lib/model/problem';

const problemsOf = (rows: object) =>
  findLimitProblems(['alerts'], rows, '30s').map((problem) => formatProblem(problem, {}, 'prod'));

test('times, shares and counts of alerts are taken', () => {
  const rows = {
    down: '31s',
    errors: { percent: 1, for: '5m' },
    disk: { percent: 99, for: '1d' },
    lag: { bound: 1, for: '1h' },
  };
  expect(problemsOf(rows)).toEqual([]);
});

test.each(['30s', '0m', '5 minutes', '', 'm', '-5m'])('the time %p is refused', (down) => {
  expect(problemsOf({ kafka: { down } })).toEqual([
    `alerts.kafka.down: must be a time longer than the 30s between two scrapes, such as '5m', got '${down}'; a single value that is lost or late would alert somebody`,
  ]);
});

test.each([0, 100, 0.05, 5.5, -5])('the share %p is refused', (percent) => {
  expect(problemsOf({ kafka: { disk: { percent, for: '5m' } } })).toEqual([
    `alerts.kafka.disk.percent: must be a whole number from 1 to 99, got ${percent}; write 5 for a twentieth`,
  ]);
});

test.each([0, 0.5, -1])('the count %p is refused', (bound) => {
  expect(problemsOf({ kafka: { lag: { bound, for: '5m' } } })).toEqual([
    `alerts.kafka.lag.bound: must be a whole number from 1, got ${bound}`,
  ]);
});

test('every fault is found at once', () => {
  expect(problemsOf({ lag: { bound: 0, for: '1s' }, errors: { percent: 0, for: '1s' } })).toHaveLength(4);
});

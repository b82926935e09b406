import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { findScheduleProblem } from '../views/schedule';
import { tree } from '../views/tree';

/** A schedule can be read. */
export const validSchedule: Rule = {
  id: 'jobs/valid-schedule',
  title: 'A schedule is five fields of cron',
  severity: 'error',
  why: 'The server refuses it, or nothing ever runs.',
  cure: 'write minute, hour, day, month and day of the week; the time zone is `timeZone`',
  sources: ['L58', 'Y15', 'datree: CRONJOB_INVALID_SCHEDULE_VALUE'],
  judge: findWrongSchedules,
};

/** A run that was missed is caught up, or given up, on purpose. */
export const startingDeadline: Rule = {
  id: 'jobs/starting-deadline',
  title: 'A CronJob says how late a run may start',
  severity: 'warning',
  why: 'After 100 missed runs it stops for good; with less than ten seconds it may never start.',
  cure: 'set startingDeadlineSeconds to 60 or more, and to less than the time between two runs',
  sources: ['L58', 'D02', 'Kubernetes: CronJob limitations'],
  judge: findLateRuns,
};

/** Whether two runs may overlap is said. */
export const overlapSaid: Rule = {
  id: 'jobs/overlap-said',
  title: 'A CronJob says whether runs may overlap',
  severity: 'warning',
  why: 'The default lets them: one that hangs is joined by the next, until the node is full.',
  cure: 'set `concurrencyPolicy: Forbid`, or `Allow` on purpose',
  sources: ['L58', 'D02', 'datree: CRONJOB_MISSING_CONCURRENCYPOLICY_KEY'],
  judge: findOverlaps,
};

function* findWrongSchedules(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('CronJob')) {
    const { schedule } = tree(subject.manifest['spec']);
    const written = String(schedule ?? '');
    const problem = findScheduleProblem(written);
    if (problem === undefined) continue;
    yield { subject, at: ['spec', 'schedule'], message: `schedule ${problem}, got '${written}'` };
  }
}

/** The controller looks every ten seconds. */
const LOOK_SECONDS = 10;

function* findLateRuns(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('CronJob')) {
    const { startingDeadlineSeconds: deadline } = tree(subject.manifest['spec']);
    if (typeof deadline === 'number' && deadline >= LOOK_SECONDS) continue;
    const got = deadline === undefined ? 'none' : String(deadline);
    const message = `startingDeadlineSeconds must be ${LOOK_SECONDS} or more, got ${got}`;
    yield { subject, at: ['spec', 'startingDeadlineSeconds'], message };
  }
}

function* findOverlaps(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('CronJob')) {
    if (tree(subject.manifest['spec'])['concurrencyPolicy'] !== undefined) continue;
    yield { subject, at: ['spec'], message: 'a CronJob must say whether runs may overlap, got no concurrencyPolicy' };
  }
}

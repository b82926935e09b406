import { Family } from '../rule';
import { deadlineSaid, restartPolicy, retriesSaid } from './limits';
import { overlapSaid, startingDeadline, validSchedule } from './schedules';
import { failureShown } from './scripts';
import { generatedName, notSuspended, noTtlWhenTracked, stableTemplate } from './templates';

export const jobs: Family = {
  name: 'jobs',
  title: 'What runs once ends, says whether it worked, and runs again when it changes',
  rules: [
    stableTemplate,
    noTtlWhenTracked,
    generatedName,
    notSuspended,
    retriesSaid,
    deadlineSaid,
    restartPolicy,
    validSchedule,
    startingDeadline,
    overlapSaid,
    failureShown,
  ],
};

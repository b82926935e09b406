import { Family } from '../rule';
import { explainedAlerts, patientAlerts, uniqueAlerts } from './alerts';
import { knownJobs } from './known-jobs';
import { annotatedPorts, findingMonitors } from './monitors';
import { recordedSeries, validQueries } from './queries';
import { findingScrapes } from './scrapes';

/** Rules about scrapes, queries and alerts. */
export const monitoring: Family = {
  name: 'monitoring',
  title: 'What is watched is there, and an alert can fire',
  rules: [
    findingScrapes,
    findingMonitors,
    annotatedPorts,
    validQueries,
    knownJobs,
    recordedSeries,
    patientAlerts,
    explainedAlerts,
    uniqueAlerts,
  ],
};

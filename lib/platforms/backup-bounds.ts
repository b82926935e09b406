import { findRestoreProblems } from '../constructs/backup/restore-cron-job';
import { Bytes } from '../model/quantity';
import { Problem } from '../model/problem';
import { images } from './images';

/**
 * When every backup runs, how long it is kept, and what is promised of it: the same on every platform.
 *
 * `restoreRate` is an estimate to be replaced by what a drill measures.
 */
// prettier-ignore
export const backupBounds = {
  restic: images.restic,
  lockWait: '2m',
  connectTimeout: '10s',
  resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1000m', memory: '1Gi' } },
  terminationGrace: '30s',
  startingDeadline: '300s',
  backup: {
    rpo: '1h', every: '30m', deadline: '1500s', // 30 + 5 + 25 minutes
    backoffLimit: 1,
    keep: '2d', keepDaily: '30d',
    checkPercent: 5,
  },
  restore: {
    rto: '15m', handling: '5m', restoreRate: '64Mi',
    backoffLimit: 0, // a second try would meet what the first one left
    deadline: '3600s',
  },
} as const;

/** What is wrong with the size of a dump: it has to be back in time. */
export function findDumpProblems(row: readonly string[], dumpSize: Bytes): Problem[] {
  return findRestoreProblems({ ...backupBounds.restore, dumpSize }).map((problem) => {
    const [, rule = problem, cure] = /^dumpSize (.*), got .*?; (.*)$/.exec(problem) ?? [];
    return { row, rule, got: dumpSize, cure };
  });
}

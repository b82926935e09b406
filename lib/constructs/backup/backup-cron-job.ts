import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { cronEvery } from '../../model/cron';
import { ConfigFiles } from '../objects/config-files';
import { ScheduledJob, ScheduledJobProps } from '../workloads/scheduled-job';
import { archivePod, ArchivePodProps, archiveScripts, databaseContainer, repositoryContainer } from './archive-pod';
import { repositoryPeers } from './backup-repository';

/** Properties for `BackupCronJob`. */
export interface BackupCronJobProps extends ArchivePodProps {
  /** Time from one run to the next: a part of an hour, or of a day. */
  readonly every: Duration;

  /** Most that may be lost: work of this long. */
  readonly rpo: Duration;

  /** Age up to which every snapshot is kept. */
  readonly keep: Duration;

  /** Age up to which one snapshot of each day is kept. */
  readonly keepDaily: Duration;

  /** Share of the repository that each run reads back, in whole percent. */
  readonly checkPercent: number;
}

const SCRIPT = 'restic-backup.sh';

/**
 * Dumps a server at fixed times, and keeps encrypted snapshots of the dumps outside of the cluster.
 *
 * A run has succeeded when its snapshot is in the repository and a part of the repository was read back. What is lost
 * at worst is what was written since the last successful run began: a period, the time to start and the time to run.
 */
export class BackupCronJob extends ScheduledJob {
  /** Most that may be lost. */
  public readonly rpo: Duration;

  constructor(scope: Construct, id: string, props: BackupCronJobProps) {
    super(scope, id, jobProps(id, props));
    this.node.addValidation({ validate: () => findBackupProblems(props) });
    this.rpo = props.rpo;
    const { namespace, archive, repository } = props;
    const data = archiveScripts(archive.dumpScript, SCRIPT);
    new ConfigFiles(this, 'Scripts', { namespace: namespace.name, name: id, data });
    this.connectTo(archive.server);
    this.reachAddresses(repositoryPeers(repository), repository.port);
  }
}

function jobProps(name: string, props: BackupCronJobProps): ScheduledJobProps {
  const { namespace, archive, every, keep, keepDaily, checkPercent, dumpSize } = props;
  const { backoffLimit, deadline, startingDeadline } = props;
  const env = {
    KEEP_WITHIN: resticDuration(keep),
    KEEP_WITHIN_DAILY: resticDuration(keepDaily),
    CHECK_SUBSET: `${checkPercent}%`,
  };
  return {
    namespace,
    component: 'backup',
    schedule: cronEvery(every) ?? '',
    suspended: false,
    backoffLimit,
    deadline,
    startingDeadline,
    keptSuccesses: 0, // each would hold a disk; the log is kept elsewhere, the time in the CronJob's status
    keptFailures: 1,
    claims: [dumpSize],
    pod: archivePod(
      props,
      databaseContainer(props, ['dump', archive.dumpScript], name, archive.dump),
      repositoryContainer(props, ['restic', SCRIPT], name, env),
    ),
  };
}

/** restic has no unit below the hour. */
const resticDuration = (duration: Duration): string => `${Math.ceil(seconds(duration) / 3600)}h`;

/** What is wrong with the times of a backup. */
function findBackupProblems(
  props: Pick<
    BackupCronJobProps,
    'every' | 'rpo' | 'deadline' | 'startingDeadline' | 'keep' | 'keepDaily' | 'checkPercent'
  >,
): string[] {
  const { every, rpo, deadline, startingDeadline, keep, keepDaily, checkPercent } = props;
  const problems: string[] = [];
  if (cronEvery(every) === undefined) problems.push(`every must divide an hour or a day, got ${every}`);
  const lost = seconds(every) + seconds(startingDeadline) + seconds(deadline);
  if (lost > seconds(rpo)) {
    problems.push(
      `every, startingDeadline and deadline together must be at most rpo ${rpo}, got ${lost}s; run more often or allow less time`,
    );
  }
  if (seconds(deadline) >= seconds(every)) {
    problems.push(
      `deadline must be shorter than every ${every}, got ${deadline}; a run that takes longer skips the next`,
    );
  }
  if (seconds(keepDaily) < seconds(keep)) problems.push(`keepDaily must be at least keep ${keep}, got ${keepDaily}`);
  if (seconds(keep) < seconds(rpo)) problems.push(`keep must be at least rpo ${rpo}, got ${keep}`);
  if (!Number.isInteger(checkPercent) || checkPercent < 1 || checkPercent > 100) {
    problems.push(`checkPercent must be a whole number from 1 to 100, got ${checkPercent}`);
  }
  return problems;
}

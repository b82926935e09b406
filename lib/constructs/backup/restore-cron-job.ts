import { Construct } from 'constructs';
import { Duration, seconds } from '../../model/duration';
import { Bytes, bytes } from '../../model/quantity';
import { ConfigFiles } from '../objects/config-files';
import { ScheduledJob, ScheduledJobProps } from '../workloads/scheduled-job';
import { archivePod, ArchivePodProps, archiveScripts, databaseContainer, repositoryContainer } from './archive-pod';
import { repositoryPeers } from './backup-repository';

/** Properties for `RestoreCronJob`; `deadline` is the time that a restore is allowed. */
export interface RestoreCronJobProps extends ArchivePodProps {
  /** Time in which service must be back. */
  readonly rto: Duration;

  /** What a restore reads and writes in a second, as measured. */
  readonly restoreRate: Bytes;

  /** Time of `rto` for people: to decide, to start it, to switch over. */
  readonly handling: Duration;
}

const SCRIPT = 'restic-restore.sh';

/** A date that cron knows; a suspended CronJob never gets there. */
const NEVER = '0 0 1 1 *';

/**
 * Brings a snapshot back. It is suspended and starts only by hand, and then does nothing unless `CONFIRM` names it.
 *
 * A Job that waits would hold up the roll-out of everything after it; a suspended CronJob counts as healthy.
 */
export class RestoreCronJob extends ScheduledJob {
  constructor(scope: Construct, id: string, props: RestoreCronJobProps) {
    super(scope, id, jobProps(id, props));
    this.node.addValidation({ validate: () => findRestoreProblems(props) });
    const { namespace, archive, repository } = props;
    const data = archiveScripts(archive.restoreScript, SCRIPT);
    new ConfigFiles(this, 'Scripts', { namespace: namespace.name, name: id, data });
    this.connectTo(archive.server);
    this.reachAddresses(repositoryPeers(repository), repository.port);
  }
}

function jobProps(name: string, props: RestoreCronJobProps): ScheduledJobProps {
  const { namespace, archive, backupName, dumpSize, backoffLimit, deadline, startingDeadline } = props;
  const confirmation = { CONFIRM: '' };
  return {
    namespace,
    component: 'restore',
    schedule: NEVER,
    suspended: true,
    backoffLimit,
    deadline,
    startingDeadline,
    keptSuccesses: 1,
    keptFailures: 1,
    claims: [dumpSize],
    pod: archivePod(
      props,
      repositoryContainer(props, ['restic', SCRIPT], name, { ...confirmation, SNAPSHOT: 'latest' }),
      databaseContainer(props, ['restore', archive.restoreScript], name, archive.restore, {
        ...confirmation,
        BACKUP_NAME: backupName,
      }),
    ),
  };
}

/** Seconds that the largest dump takes to come back: once from the repository, once into the server. */
export function restoreSeconds({
  dumpSize,
  restoreRate,
}: Pick<RestoreCronJobProps, 'dumpSize' | 'restoreRate'>): number {
  return Math.ceil((2 * bytes(dumpSize)) / bytes(restoreRate));
}

/** What is wrong with the times of a restore. */
export function findRestoreProblems(
  props: Pick<RestoreCronJobProps, 'rto' | 'restoreRate' | 'handling' | 'dumpSize'>,
): string[] {
  const { rto, handling, dumpSize, restoreRate } = props;
  const taken = restoreSeconds(props);
  const left = seconds(rto) - seconds(handling);
  if (taken <= left) return [];
  return [
    `dumpSize must come back within rto ${rto} less handling ${handling}, got ${dumpSize}; at ${restoreRate} a second it takes ${taken}s of ${left}s: restore by other means or promise less`,
  ];
}

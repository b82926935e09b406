import { Alert } from '../../model/alert';
import { bytes, Bytes } from '../../model/quantity';
import { Duration, seconds } from '../../model/duration';
import { select } from '../select';
import { critical, warning } from './alert-scope';

/** A backup that somebody relies on. */
export interface BackupFreshness {
  readonly namespace: string;

  /** CronJob that makes it. */
  readonly cronJob: string;

  /** Most time since the last good one: what may be lost. */
  readonly maxAge: Duration;
}

/** A volume whose content is dumped, and the room that the rows have for the dump. */
export interface RecoverySize {
  readonly namespace: string;

  /** Claim of the volume. */
  readonly claim: string;

  /** Largest dump: it fits on its disk, and is restored within the time that was promised. */
  readonly dumpSize: Bytes;
}

/**
 * Alerts of all backups of a cluster. A schedule that is missed makes no Job that could fail, so the age of the last
 * success is what counts.
 */
export function backupAlerts(backups: readonly BackupFreshness[]): Alert[] {
  if (backups.length === 0) return [];
  const each = (render: (series: (metric: string) => string, maxAge: number) => string) =>
    backups
      .map(({ namespace, cronJob, maxAge }) =>
        render((metric) => select(metric, namespace, `cronjob="${cronJob}"`), seconds(maxAge)),
      )
      .join(' or ');
  const age = (metric: string) => `time() - max by (namespace, cronjob) (${metric})`;
  return [
    critical({
      name: 'BackupTooOld',
      expr: each((series, most) => `${age(series('kube_cronjob_status_last_successful_time'))} > ${most}`),
      for: '1m',
      summary:
        'The last good backup by {{ $labels.namespace }}/{{ $labels.cronjob }} is {{ $value | humanizeDuration }} old',
      description:
        'More than was promised would be lost. Look at the log of its last Job; start one by hand once it is mended.',
    }),
    critical({
      name: 'BackupNeverSucceeded',
      expr: each(
        (series, most) =>
          `(${age(series('kube_cronjob_created'))} > ${most}) unless on (namespace, cronjob) ${series('kube_cronjob_status_last_successful_time')}`,
      ),
      for: '1m',
      summary: '{{ $labels.namespace }}/{{ $labels.cronjob }} has never made a good backup',
      description: 'Everything would be lost. Look at the log of its last Job, and at whether it is suspended.',
    }),
    critical({
      name: 'BackupMissing',
      expr: each((series) => `absent(${series('kube_cronjob_created')})`),
      for: '15m',
      summary: 'There is no CronJob {{ $labels.namespace }}/{{ $labels.cronjob }}',
      description:
        'No backup is made. Look at what the delivery says of it; if it is there, kube-state-metrics is not.',
    }),
  ];
}

/**
 * Alerts of stores that have outgrown what the rows estimate of their dumps. What a volume holds is not what its dump
 * takes, but it is known before the dump fails or a restore takes too long.
 */
export function recoveryAlerts(volumes: readonly RecoverySize[]): Alert[] {
  if (volumes.length === 0) return [];
  const outgrown = volumes.map(({ namespace, claim, dumpSize }) => {
    const used = select('kubelet_volume_stats_used_bytes', namespace, `persistentvolumeclaim="${claim}"`);
    return `max by (namespace, persistentvolumeclaim) (${used}) > ${bytes(dumpSize)}`;
  });
  return [
    warning({
      name: 'BackupOutgrown',
      expr: outgrown.join(' or '),
      for: '1h',
      summary:
        '{{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }} holds {{ $value | humanize1024 }}B, more than its dump may take',
      description:
        'A dump that does not fit fails, and a larger one is not restored in time. Measure a restore; then raise the row dumpSize, keep less, or promise a longer time.',
    }),
  ];
}

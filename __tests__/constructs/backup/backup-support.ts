import { Testing } from 'cdk8s';
import { BackupCronJob, BackupCronJobProps } from '../../../lib/constructs/backup/backup-cron-job';
import { DatabaseArchive, mongoArchive, postgresArchive } from '../../../lib/constructs/backup/database-archive';
import { RestoreCronJob, RestoreCronJobProps } from '../../../lib/constructs/backup/restore-cron-job';
import { PlatformNamespace } from '../../../lib/constructs/platform-namespace';
import { StatelessWorkload } from '../../../lib/constructs/workloads/stateless-workload';
import { renderSinglePod } from '../../../lib/constructs/workloads/single-pod';
import { namespaceIn, SMALL, TIMINGS } from '../support';

export type BackupOverrides = Partial<Omit<BackupCronJobProps, 'archive' | 'namespace'>>;
export type RestoreOverrides = Partial<Omit<RestoreCronJobProps, 'archive' | 'namespace'>>;

const pod = {
  backupName: 'shop',
  user: 999,
  group: 999,
  resources: SMALL,
  dumpSize: '10Gi',
  storageClassName: 'ssd',
  priorityClassName: 'platform',
  terminationGrace: '10s',
  backoffLimit: 1,
  deadline: '1500s',
  startingDeadline: '300s',
  repository: {
    host: 's3.example.com',
    port: 9000,
    region: 'eu-central-1',
    bucket: 'backups',
    folder: 'data/shop',
    cidrs: ['192.0.2.0/24', '198.51.100.0/24'],
    secret: 'storage',
    image: 'restic/restic:0.18.1',
    lockWait: '2m',
  },
} as const;

const password = { secret: 'shop', key: 'backup-password' } as const;

/** A server of a chart in tests. */
function serverIn(chart: ReturnType<typeof Testing.chart>, namespace: PlatformNamespace) {
  const single = {
    namespace,
    image: 'database',
    user: 999,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '10s',
    priorityClassName: 'platform',
    minReady: '1s',
    progressDeadline: '60s',
  } as const;
  const program = { component: 'database', name: 'database', ports: { sql: 5432 }, check: { tcp: 'sql' } } as const;
  return new StatelessWorkload(chart, 'database', renderSinglePod(single, program)).endpoint(5432);
}

/** The two archives that there are. */
export const ARCHIVES = {
  postgres: (server: DatabaseArchive['server']) =>
    postgresArchive({
      image: 'postgres:16.15',
      server,
      host: 'database.data.svc',
      port: 5432,
      role: 'owner',
      password,
      databases: ['orders', 'stock'],
      connectTimeoutSeconds: 10,
    }),
  mongo: (server: DatabaseArchive['server']) =>
    mongoArchive({
      image: 'mongo:8.0.29',
      server,
      replicaSet: 'rs0',
      addresses: ['mongodb-0:27017', 'mongodb-1:27017'],
      reader: { name: 'backup', password },
      writer: { name: 'restore', password: { secret: 'shop', key: 'restore-password' } },
    }),
} as const;

/** A chart with a backup of a server, and its restore. */
export function define(kind: keyof typeof ARCHIVES, backup: BackupOverrides = {}, restore: RestoreOverrides = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const archive = ARCHIVES[kind](serverIn(chart, namespace));
  const times = { every: '30m', rpo: '1h', keep: '2d', keepDaily: '30d', checkPercent: 5 } as const;
  const job = new BackupCronJob(chart, 'shop-backup', { ...pod, namespace, archive, ...times, ...backup });
  const promise = { rto: '15m', handling: '5m', restoreRate: '64Mi' } as const;
  new RestoreCronJob(chart, 'shop-restore', {
    ...pod,
    namespace,
    archive,
    ...promise,
    backoffLimit: 0,
    deadline: '3600s',
    ...restore,
  });
  return { chart, job };
}

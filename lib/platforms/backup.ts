import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { BackupCronJob, BackupCronJobProps } from '../constructs/backup/backup-cron-job';
import { DatabaseArchive } from '../constructs/backup/database-archive';
import { RestoreCronJob, RestoreCronJobProps } from '../constructs/backup/restore-cron-job';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { imageReference } from '../model/image';
import { Bytes } from '../model/quantity';
import { RPO_ANNOTATION } from '../model/rpo-annotation';
import { backupBounds } from './backup-bounds';
import { priority } from './cluster-facts';
import { defineBundle, PlatformContext } from './context';

/** A server that is backed up. */
export interface BackupProps {
  readonly namespace: PlatformNamespace;

  /** The server itself, which is annotated with what may be lost of it. */
  readonly store: Construct;

  /** Name of the server: its backup is `<name>-backup`, its restore `<name>-restore`. */
  readonly name: string;

  /** Row of the table that it comes from. */
  readonly row: string;

  /** Numeric user and group of the tools' image. */
  readonly user: number;

  /** Largest size of a dump. */
  readonly dumpSize: Bytes;

  /** Claims of the server's volumes. */
  readonly claims: readonly string[];
  readonly archive: DatabaseArchive;
}

/** Defines the backup of a server and its restore, where the environment has a bucket to keep it in. */
export function defineBackup(context: PlatformContext, props: BackupProps): void {
  const { environment, telemetry, component } = context;
  const { namespace, store, name, row, user, dumpSize, claims, archive } = props;
  const { host, port, region, bucket, cidrs, hasKeys } = environment.objectStorage;
  const { restic, lockWait, backup, restore, ...common } = backupBounds;
  promise(store, hasKeys ? backup.rpo : 'none');
  if (!hasKeys) return;
  const scope = component(`${name}-backup`, row);
  const secret = defineBundle(scope, `${name}-backup-storage`, namespace, 'backup/object-storage', context);
  const pod = {
    ...common,
    namespace,
    archive,
    backupName: name,
    user,
    group: user,
    dumpSize,
    storageClassName: environment.storageClass.name,
    priorityClassName: priority.job,
    repository: {
      host,
      port,
      region,
      bucket,
      folder: `${namespace.name}/${name}`,
      cidrs,
      secret: `${name}-backup-storage`,
      image: imageReference(restic),
      lockWait,
    },
  };
  const backupProps: BackupCronJobProps = { ...pod, ...backup };
  const restoreProps: RestoreCronJobProps = { ...pod, ...restore };
  const cronJob = new BackupCronJob(scope, `${name}-backup`, backupProps);
  const back = new RestoreCronJob(scope, `${name}-restore`, restoreProps);
  [cronJob, back].forEach((job) => {
    job.node.addDependency(secret);
  });
  telemetry.backups.push({ namespace: namespace.name, cronJob: cronJob.name, rpo: cronJob.rpo, claims, dumpSize });
}

/** Says in the YAML of a server what may be lost, for whoever judges its backups. */
function promise(store: Construct, rpo: string): void {
  for (const object of store.node.findAll()) {
    if (ApiObject.isApiObject(object) && object.kind === 'StatefulSet') {
      object.metadata.addAnnotation(RPO_ANNOTATION, rpo);
    }
  }
}

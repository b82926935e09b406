import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from '../../model/duration';
import { Bytes, Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { Env } from '../pods/env';
import { configFiles, scratchDisk } from '../pods/mount';
import { PodProps } from '../pods/pod';
import { PlatformNamespace } from '../platform-namespace';
import { JobTries } from '../workloads/job-spec';
import { BackupRepository, repositoryEnv, repositoryMounts } from './backup-repository';
import { ArchiveAccess, DatabaseArchive } from './database-archive';

/** Properties of a pod that moves an archive between a server and a repository. */
export interface ArchivePodProps extends JobTries {
  readonly namespace: PlatformNamespace;
  readonly archive: DatabaseArchive;
  readonly repository: BackupRepository;

  /** What the snapshots are of: `orders-postgresql`. Who restores has to say it. */
  readonly backupName: string;

  /** Numeric user that all programs run as; the tools' image must know it. */
  readonly user: number;

  /** Numeric group. */
  readonly group: number;
  readonly resources: Resources;

  /** Largest size of a dump: a disk of this size is made for each run. */
  readonly dumpSize: Bytes;
  readonly storageClassName: string;

  /** Names a PriorityClass. */
  readonly priorityClassName: string;

  /** Time from the request to end until the kill. */
  readonly terminationGrace: Duration;

  /** Time after which a run that could not start is left out. */
  readonly startingDeadline: Duration;
}

/** Folder of the scripts in the container. */
export const BACKUP_SCRIPT_FOLDER = '/opt/backup';

const DISK = '/backup';
const DUMP_FOLDER = `${DISK}/dump`; // a new disk already holds lost+found

/** Files of the ConfigMap of a pod that runs these scripts. */
export function archiveScripts(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(__dirname, name), 'utf8')]));
}

/** The container that talks to the server. */
export function databaseContainer(
  props: ArchivePodProps,
  [name, script]: readonly [name: string, script: string],
  configMap: string,
  access: ArchiveAccess,
  env: Env = {},
): ContainerProps {
  const { resources, archive } = props;
  return {
    name,
    image: archive.image,
    resources,
    command: ['sh', `${BACKUP_SCRIPT_FOLDER}/${script}`],
    env: { DUMP_FOLDER, ...env, ...access.env },
    mounts: [...commonMounts(props, configMap), ...access.mounts],
  };
}

/** The container that talks to the repository. */
export function repositoryContainer(
  props: ArchivePodProps,
  [name, script]: readonly [name: string, script: string],
  configMap: string,
  env: Env,
): ContainerProps {
  const { resources, repository, backupName } = props;
  return {
    name,
    image: repository.image,
    resources,
    command: ['sh', `${BACKUP_SCRIPT_FOLDER}/${script}`],
    env: { DUMP_FOLDER, BACKUP_NAME: backupName, ...env, ...repositoryEnv(repository) },
    mounts: [...commonMounts(props, configMap), ...repositoryMounts(repository)],
  };
}

/** One container after the other. */
export function archivePod(props: ArchivePodProps, first: ContainerProps, second: ContainerProps): PodProps {
  const { user, group, terminationGrace, priorityClassName } = props;
  return { user, group, terminationGrace, priorityClassName, initContainers: [first], containers: [second] };
}

function commonMounts({ dumpSize, storageClassName }: ArchivePodProps, configMap: string) {
  return [
    configFiles('scripts', BACKUP_SCRIPT_FOLDER, configMap),
    scratchDisk('dump', DISK, dumpSize, storageClassName),
  ];
}

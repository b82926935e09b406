import { Duration } from '../../model/duration';
import { Env } from '../pods/env';
import { Mount, scratch, secretFiles } from '../pods/mount';
import { AddressPeer } from '../workloads/endpoint';

/** Where snapshots are kept: a folder of a bucket, encrypted before it leaves the pod. */
export interface BackupRepository {
  /** Host of the object storage, by the S3 protocol. */
  readonly host: string;
  readonly port: number;
  readonly region: string;
  readonly bucket: string;

  /** Folder in the bucket; one repository has one writer. */
  readonly folder: string;

  /** Addresses of the object storage. */
  readonly cidrs: readonly string[];

  /** Name of the Secret with the keys `access-key`, `secret-key` and `repository-password`. */
  readonly secret: string;

  /** Reference of an image `restic/restic`, 0.17 or newer: older ones do not tell a missing repository from no answer. */
  readonly image: string;

  /** Time to wait for somebody else's lock. */
  readonly lockWait: Duration;
}

const SECRET_FOLDER = '/run/secrets/repository';
const PASSWORD = 'repository-password';
const HTTPS = 443;

/** Variables that restic reads. */
export function repositoryEnv({ host, port, region, bucket, folder, secret, lockWait }: BackupRepository): Env {
  const authority = port === HTTPS ? host : `${host}:${port}`;
  return {
    RESTIC_REPOSITORY: `s3:https://${authority}/${bucket}/${folder}`,
    RESTIC_PASSWORD_FILE: `${SECRET_FOLDER}/${PASSWORD}`,
    RESTIC_CACHE_DIR: '/tmp/cache',
    TMPDIR: '/tmp',
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: { secret, key: 'access-key' },
    AWS_SECRET_ACCESS_KEY: { secret, key: 'secret-key' },
    LOCK_WAIT: lockWait,
  };
}

/** What restic mounts: its password, and room for the index of the repository. */
export function repositoryMounts({ secret }: BackupRepository): Mount[] {
  return [secretFiles('repository', SECRET_FOLDER, secret, [PASSWORD]), scratch('tmp', '/tmp', '2Gi')];
}

/** The object storage as somebody to connect to. */
export function repositoryPeers({ cidrs }: BackupRepository): readonly AddressPeer[] {
  return cidrs.map((cidr) => ({ cidr }));
}

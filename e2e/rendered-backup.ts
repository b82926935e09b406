import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Testing } from 'cdk8s';
import { BACKUP_SCRIPT_FOLDER } from '../lib/constructs/backup/archive-pod';
import { BackupCronJob } from '../lib/constructs/backup/backup-cron-job';
import { RestoreCronJob } from '../lib/constructs/backup/restore-cron-job';
import { Manifest } from '../lib/rules/rendered-object';
import { namespaceIn, objectsOf, SMALL } from '../__tests__/constructs/support';
import { postgresArchive } from '../lib/constructs/backup/database-archive';
import { execute, Finished } from './harness/command';
import { goProgram } from './harness/go-program';
import { makeTempFolder, removeFolder } from './harness/machine';
import { Postgres } from './harness/postgres';
import { VERSIONS } from './harness/versions';

/** restic's own program. */
export function resticProgram(): Promise<string> {
  const module = 'github.com/restic/restic';
  return goProgram({ name: 'restic', module, version: VERSIONS.restic, main: `${module}/cmd/restic` });
}

/** What backups of a test share: their repository and the files that pods would mount. */
export interface BackupPlace {
  readonly folder: string;

  /** Path of the repository. */
  readonly repository: string;

  /** Runs restic on the repository. */
  restic(...args: readonly string[]): Promise<Finished>;
  stop(): Promise<void>;
}

/** A folder in the place of a bucket. */
export async function openBackupPlace(): Promise<BackupPlace> {
  const folder = makeTempFolder('backup');
  const repository = join(folder, 'repository');
  const program = await resticProgram();
  writeFileSync(join(folder, 'repository-password'), 'a"b\\c: $(HOME)');
  const env = { RESTIC_REPOSITORY: repository, RESTIC_PASSWORD_FILE: join(folder, 'repository-password') };
  const stop = () => Promise.resolve(removeFolder(folder));
  return { folder, repository, restic: (...args) => execute(program, ['--no-cache', ...args], { env }), stop };
}

/** Runs the rendered backup of a server, container after container, as the kubelet would. */
export function backUp(place: BackupPlace, server: Postgres, databases: readonly string[]): Promise<Finished[]> {
  return runPod(place, server, render(server, databases)('CronJob', 'shop-backup'));
}

/** Runs the rendered restore into a server, with what somebody sets by hand. */
export function restore(
  place: BackupPlace,
  server: Postgres,
  databases: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Finished[]> {
  return runPod(place, server, render(server, databases)('CronJob', 'shop-restore'), env);
}

function render({ host, port, superuser }: Postgres, databases: readonly string[]) {
  const chart = Testing.chart();
  const pod = {
    namespace: namespaceIn(chart),
    archive: postgresArchive({
      image: 'postgres',
      server: { peer: { cidr: '127.0.0.0/8' }, ports: [], after: [] },
      host,
      port,
      role: superuser,
      password: { secret: 'shop', key: 'password' },
      databases,
      connectTimeoutSeconds: 5,
    }),
    backupName: 'shop',
    user: 999,
    group: 999,
    resources: SMALL,
    dumpSize: '1Gi',
    storageClassName: 'ssd',
    priorityClassName: 'platform',
    terminationGrace: '10s',
    backoffLimit: 0,
    deadline: '1500s',
    startingDeadline: '300s',
    repository: {
      host: 'localhost',
      port: 443,
      region: 'here',
      bucket: 'bucket',
      folder: 'shop',
      cidrs: [],
      secret: 'storage',
      image: 'restic',
      lockWait: '2s',
    },
  } as const;
  const keep = { keep: '2d', keepDaily: '30d', checkPercent: 100 } as const;
  new BackupCronJob(chart, 'shop-backup', { ...pod, ...keep, every: '30m', rpo: '1h' });
  new RestoreCronJob(chart, 'shop-restore', { ...pod, rto: '15m', handling: '5m', restoreRate: '64Mi' });
  return objectsOf(chart);
}

interface Container {
  readonly command: string[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
}

interface CronJobSpec {
  readonly jobTemplate: {
    readonly spec: { readonly template: { readonly spec: Record<'initContainers' | 'containers', Container[]> } };
  };
}

const SCRIPTS = join(__dirname, '../lib/constructs/backup');

/** One container after the other, and none after one that failed. The disk is a new one, at the same path. */
async function runPod(
  { folder, repository }: BackupPlace,
  { binFolder }: Postgres,
  { spec }: Manifest,
  byHand: Readonly<Record<string, string>> = {},
): Promise<Finished[]> {
  const pod = (spec as CronJobSpec).jobTemplate.spec.template.spec;
  const disk = join(folder, 'disk');
  removeFolder(disk);
  mkdirSync(disk);
  const mounted = {
    DUMP_FOLDER: join(disk, 'dump'),
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD_FILE: join(folder, 'repository-password'),
    RESTIC_CACHE_DIR: join(disk, 'cache'),
    TMPDIR: disk,
    PATH: `${binFolder}:${dirname(await resticProgram())}:${process.env['PATH']}`,
  };
  const finished: Finished[] = [];
  for (const { command, env } of [...pod.initContainers, ...pod.containers]) {
    const own = Object.fromEntries(env.map(({ name, value = '' }) => [name, value]));
    const [shell = 'sh', ...args] = command.map((word) => word.replace(BACKUP_SCRIPT_FOLDER, SCRIPTS));
    const last = await execute(shell, args, { env: { ...own, ...mounted, ...byHand } });
    finished.push(last);
    if (last.code !== 0) break;
  }
  return finished;
}

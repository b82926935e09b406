import { Testing } from 'cdk8s';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { Any } from '../../dist/read-dist';
import { objectsOf } from '../support';
import { BackupOverrides, define } from './backup-support';

const cronJob = (kind: 'postgres' | 'mongo', overrides: BackupOverrides = {}): Any =>
  objectsOf(define(kind, overrides).chart)('CronJob', 'shop-backup').spec;
const podOf = (spec: Any): Any => spec.jobTemplate.spec.template.spec;
const valueOf = (container: Any, name: string): Any => container.env.find((each: Any) => each.name === name);

test('it runs at fixed times in UTC, one run at a time, and is bounded', () => {
  const spec = cronJob('postgres');
  expect(spec).toMatchObject({
    schedule: '*/30 * * * *',
    timeZone: 'Etc/UTC',
    suspend: false,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 300,
    successfulJobsHistoryLimit: 0,
    failedJobsHistoryLimit: 1,
  });
  expect(spec.jobTemplate.spec).toMatchObject({ activeDeadlineSeconds: 1500, backoffLimit: 1 });
});

test('a refusal is not tried again, and a backup whose node is drained has not failed', () => {
  expect(cronJob('postgres').jobTemplate.spec.podFailurePolicy.rules).toEqual([
    { action: 'FailJob', onExitCodes: { operator: 'In', values: [2] } },
    { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
  ]);
});

test("the server's own tools dump, and restic keeps what they made", () => {
  const { initContainers, containers } = podOf(cronJob('postgres'));
  expect([...initContainers, ...containers].map(({ image, command }: Any) => [image, ...command])).toEqual([
    ['postgres:16.15', 'sh', '/opt/backup/postgres-dump.sh'],
    ['restic/restic:0.18.1', 'sh', '/opt/backup/restic-backup.sh'],
  ]);
  expect(valueOf(initContainers[0], 'DATABASES').value).toBe('orders stock');
  expect(valueOf(initContainers[0], 'DUMP_FOLDER')).toEqual(valueOf(containers[0], 'DUMP_FOLDER'));
});

test('restic reads its password from a file and its keys from a Secret, and has a name for every snapshot', () => {
  const [restic] = podOf(cronJob('postgres')).containers;
  expect(valueOf(restic, 'RESTIC_REPOSITORY').value).toBe('s3:https://s3.example.com:9000/backups/data/shop');
  expect(valueOf(restic, 'RESTIC_PASSWORD_FILE').value).toBe('/run/secrets/repository/repository-password');
  expect(valueOf(restic, 'AWS_SECRET_ACCESS_KEY').valueFrom.secretKeyRef).toEqual({
    name: 'storage',
    key: 'secret-key',
  });
  expect(valueOf(restic, 'BACKUP_NAME').value).toBe('shop');
  expect([valueOf(restic, 'KEEP_WITHIN').value, valueOf(restic, 'KEEP_WITHIN_DAILY').value]).toEqual(['48h', '720h']);
});

test('the port of HTTPS is not part of the address: a signature would not match', () => {
  const repository = { ...basicRepository, port: 443 };
  const [restic] = podOf(cronJob('postgres', { repository })).containers;
  expect(valueOf(restic, 'RESTIC_REPOSITORY').value).toBe('s3:https://s3.example.com/backups/data/shop');
});

const basicRepository = {
  host: 's3.example.com',
  port: 9000,
  region: 'eu-central-1',
  bucket: 'backups',
  folder: 'data/shop',
  cidrs: [],
  secret: 'storage',
  image: 'restic/restic:0.18.1',
  lockWait: '2m',
} as const;

test('a dump has a disk of its own, made for the run', () => {
  expect(podOf(cronJob('mongo')).volumes).toContainEqual({
    name: 'dump',
    ephemeral: {
      volumeClaimTemplate: {
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'ssd',
          volumeMode: 'Filesystem',
          resources: { requests: { storage: '10Gi' } },
        },
      },
    },
  });
});

test('the quota has room for the disks of running and of kept pods', () => {
  // Backup: a run and a failed one, two pods each. Restore: a run, a success and a failure, a pod each.
  const { hard } = objectsOf(define('postgres').chart)('ResourceQuota').spec as Any;
  expect([hard.persistentvolumeclaims, hard['requests.storage']]).toEqual(['7', '70Gi']);
});

test('MongoDB is dumped by a user who may only read, over the whole set, with the password in no argument', () => {
  const pod = podOf(cronJob('mongo'));
  const [dump] = pod.initContainers;
  expect(dump.env).toEqual([
    { name: 'DUMP_FOLDER', value: '/backup/dump' },
    { name: 'HOSTS', value: 'rs0/mongodb-0:27017,mongodb-1:27017' },
    { name: 'USERNAME', value: 'backup' },
    { name: 'PASSWORD_FILE', value: '/run/secrets/database/backup-password' },
    { name: 'CONFIG_FOLDER', value: '/run/database-tools' },
  ]);
  expect(pod.volumes).toContainEqual({ name: 'tools', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } });
});

test('it may reach the server, the object storage and name resolution; nobody may reach it', () => {
  const manifests = objectsOf(define('postgres').chart);
  const { ingress, egress } = manifests('NetworkPolicy', 'shop-backup').spec as Any;
  expect(ingress).toBeUndefined();
  expect(
    egress.map(({ to, ports }: Any) => [
      to[0].ipBlock?.cidr ?? Object.values(to[0].podSelector.matchLabels)[0],
      ports[0].port,
    ]),
  ).toEqual([
    ['database', 5432],
    ['kube-dns', 53],
    ['192.0.2.0/24', 9000],
    ['198.51.100.0/24', 9000],
  ]);
  const admitted = (manifests('NetworkPolicy', 'database').spec as Any).ingress;
  expect(JSON.stringify(admitted)).toContain('shop-backup');
});

test('it starts after the server', () => {
  expect(new SyncWaves().waveOf(define('postgres').job)).toBe(1);
});

test.each<[BackupOverrides, string]>([
  [
    { every: '1h', deadline: '600s' },
    'every, startingDeadline and deadline together must be at most rpo 1h, got 4500s; run more often or allow less time',
  ],
  [
    { deadline: '30m', rpo: '2h' },
    'deadline must be shorter than every 30m, got 30m; a run that takes longer skips the next',
  ],
  [{ every: '25m', deadline: '1000s' }, 'every must divide an hour or a day, got 25m'],
  [{ startingDeadline: '30s' }, 'startingDeadline must be at least 60s, got 30s'],
  [{ keep: '30m' }, 'keep must be at least rpo 1h, got 30m'],
  [{ keepDaily: '1d' }, 'keepDaily must be at least keep 2d, got 1d'],
  [{ checkPercent: 0 }, 'checkPercent must be a whole number from 1 to 100, got 0'],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define('postgres', overrides).chart)).toThrow(problem);
});

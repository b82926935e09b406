import { backedUpStores, keptBackups, punctualBackups } from '../../../lib/rules/recovery/backups';
import { expiringBackups, lastingVolumes } from '../../../lib/rules/recovery/retention';
import { judgeText } from '../judge-text';
import { AT, store, task } from './store-and-task';

const none = (engine: string, name = 'db') =>
  `${engine} in StatefulSet shop/${name} must have a backup that runs on a schedule, got none`;

test.each([
  ['postgres:16', 'PostgreSQL'],
  ['docker.io/bitnami/postgresql:16@sha256:0f', 'PostgreSQL'],
  ['registry.example.com:5000/timescale/timescaledb', 'PostgreSQL'],
  ['mongo:8', 'MongoDB'],
  ['mariadb:11', 'MySQL'],
  ['quay.io/coreos/etcd:v3', 'etcd'],
])('%s is %s, and is to be backed up', (image, engine) => {
  expect(judgeText(backedUpStores, store(image))).toEqual([none(engine)]);
});

test.each([
  'postgres-exporter:1',
  'percona/mongodb_exporter:0.4',
  'redis:7',
  'mongo-express:1',
  'pgbouncer:1',
  'apache/kafka:4',
  'postgres_exporter',
])('%s keeps nothing that only it has', (image) => {
  expect(judgeText(backedUpStores, store(image))).toEqual([]);
});

test('a database without a volume, and one whose data may be lost, need no backup', () => {
  expect(judgeText(backedUpStores, store('postgres:16', { claims: 'replicas: 1' }))).toEqual([]);
  expect(judgeText(backedUpStores, store('postgres:16', { annotations: '{ platform-manifests/rpo: none }' }))).toEqual(
    [],
  );
});

test('a Deployment with a claim is a store, too', () => {
  const deployment = `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: db, namespace: shop }, spec: { template: { spec: { containers: [{ name: db, image: 'mysql:8' }], volumes: [{ name: d, persistentVolumeClaim: { claimName: db } }] } } } }`;
  expect(judgeText(backedUpStores, deployment)).toEqual([
    'MySQL in Deployment shop/db must have a backup that runs on a schedule, got none',
  ]);
});

test.each([
  ['its name', task('pg_dump -h db')],
  ['its address, from another namespace', task('pg_dump -h db.shop.svc', { namespace: 'backup' })],
  ['an address of one pod', task('pg_dump -h db-0.db-headless.shop.svc', { namespace: 'backup' })],
  ['its tool alone, where there is one store', task('pg_dump "$URL"')],
  ['a name for an image of one own', task('run', { name: 'db-backup' })],
  [
    'a server that ships its log',
    `---\n{ apiVersion: apps/v1, kind: Deployment, metadata: { name: archiver, namespace: shop }, spec: { template: { spec: { containers: [{ name: a, image: 'a', args: [wal-g, --host, db] }] } } } }`,
  ],
])('a backup is told by %s', (_, backup) => {
  expect(judgeText(backedUpStores, store('postgres:16') + backup)).toEqual([]);
});

test('a backup of one store is none of another', () => {
  const both = `${store('postgres:16')}---${store('postgres:16', { name: 'other' })}`;
  expect(judgeText(backedUpStores, both + task('pg_dump -h other'))).toEqual([none('PostgreSQL')]);
  expect(judgeText(backedUpStores, store('postgres:16') + task('mongodump'))).toEqual([none('PostgreSQL')]);
  expect(judgeText(backedUpStores, store('postgres:16') + task('pg_dump -h db', { namespace: 'bank' }))).toEqual([
    none('PostgreSQL'),
  ]);
});

test('a backup that names no store is of all of its kind beside it: of shards, behind a router', () => {
  const shards = `${store('mongo:8', { name: 'shard-0' })}---${store('mongo:8', { name: 'shard-1' })}`;
  expect(judgeText(backedUpStores, shards + task('mongodump --host mongos'))).toEqual([]);
});

test('a server that only follows another one is not dumped', () => {
  const pair = `${store('postgresql:16', { name: 'db-primary' })}---${store('postgresql:16', { name: 'db-read' })}`;
  expect(judgeText(backedUpStores, pair + task('pg_dump -h db-primary'))).toEqual([]);
  expect(judgeText(backedUpStores, store('postgresql:16', { name: 'db-read' }))).toEqual([
    none('PostgreSQL', 'db-read'),
  ]);
});

test('a Job dumps once, and a restore does not dump', () => {
  expect(judgeText(backedUpStores, store('postgres:16') + task('pg_dump -h db', { kind: 'Job', spec: '' }))).toEqual([
    'PostgreSQL in StatefulSet shop/db must have a backup that runs on a schedule, got one Job, which runs once',
  ]);
  expect(judgeText(backedUpStores, store('postgres:16') + task('pg_restore -h db', { name: 'db-restore' }))).toEqual([
    none('PostgreSQL'),
  ]);
});

test('others that back up are trusted', () => {
  const velero = '---\n{ apiVersion: velero.io/v1, kind: Schedule, metadata: { name: all, namespace: velero } }';
  expect(judgeText(backedUpStores, store('postgres:16') + velero)).toEqual([]);
  const other = '---\n{ apiVersion: argoproj.io/v1, kind: Schedule, metadata: { name: all, namespace: bank } }';
  expect(judgeText(backedUpStores, store('postgres:16') + other)).toHaveLength(1);
  expect(judgeText(backedUpStores, store('postgres:16', { pod: '{ backup.velero.io/backup-volumes: data }' }))).toEqual(
    [],
  );
  expect(judgeText(backedUpStores, store('postgres:16'), { provided: ['Backup shop/db'] })).toEqual([]);
  expect(judgeText(backedUpStores, store('postgres:16'), { provided: ['Backup shop/other'] })).toHaveLength(1);
});

const kept = (script: string, volumes?: string) =>
  judgeText(keptBackups, store('postgres:16') + task(script, volumes === undefined ? {} : { volumes }));
const LOST = 'CronJob nightly must put its dump where it outlives the pod, got';

test('a dump within the pod is lost with it', () => {
  expect(kept('pg_dump -h db -f /tmp/backup')).toEqual([`${AT}: ${LOST} only the file system of the pod`]);
  expect(kept('pg_dump -h db -f /b/a', '[{ name: b, emptyDir: {} }, { name: s, secret: { secretName: s } }]')).toEqual([
    `${AT}: ${LOST} only the emptyDir b`,
  ]);
});

test('a dump beside the data is lost with it', () => {
  expect(kept('pg_dump -h db -f /b/a', '[{ name: b, persistentVolumeClaim: { claimName: data-db-0 } }]')).toEqual([
    `${AT}: ${LOST} the claim of db itself`,
  ]);
});

test.each([
  ['a claim of its own', 'pg_dump -h db -f /b/a', '[{ name: b, persistentVolumeClaim: { claimName: backups } }]'],
  ['a share', 'pg_dump -h db -f /b/a', '[{ name: b, nfs: { server: nas, path: /b } }]'],
  ['a bucket', 'pg_dump -h db | aws s3 cp - s3://b/a', '[]'],
  ['another server', 'pg_dump -h db | psql -h copy', '[]'],
  ['a script that nobody can read', '/opt/backup.sh db', '[]'],
])('a dump in %s is kept', (_, script, volumes) => {
  expect(kept(script, volumes)).toEqual([]);
});

test('scripts are read from the ConfigMaps that the pod mounts, without their comments', () => {
  const script = (text: string) =>
    `---\n${JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 's', namespace: 'shop' }, data: { 'run.sh': text } })}\n`;
  const mounted = (text: string) =>
    judgeText(
      keptBackups,
      store('postgres:16') + task('sh /s/run.sh', { volumes: '[{ name: s, configMap: { name: s } }]' }) + script(text),
    );
  expect(mounted('pg_dump -h db >/tmp/a\nrclone copy /tmp/a far:')).toEqual([]);
  expect(mounted('pg_dump -h db >/tmp/a\n# rclone copy /tmp/a far:')).toHaveLength(1);
});

const promised = (rpo: string, spec: string) =>
  judgeText(
    punctualBackups,
    store('postgres:16', { annotations: `{ platform-manifests/rpo: ${rpo} }` }) + task('pg_dump -h db', { spec }),
  );

test('what is lost is the time between two runs, the time to start and the time to run', () => {
  expect(promised('1h', "schedule: '0 * * * *'")).toEqual([]);
  expect(promised('1h', "schedule: '0 * * * *', startingDeadlineSeconds: 60")).toEqual([
    'spec.schedule: backup nightly must lose at most 1h of db, got 3660s',
  ]);
  expect(promised('1d', "schedule: '0 2 * * 1-5'")).toHaveLength(1);
});

test('a backup that is suspended makes none, and a schedule that cannot be read is left to others', () => {
  expect(promised('1h', "schedule: '0 * * * *', suspend: true")).toEqual([
    'spec.suspend: backup nightly must run, got suspend: true',
  ]);
  expect(promised('1h', "schedule: 'H * * * *'")).toEqual([]);
});

test('a promise is a duration', () => {
  expect(promised('soon', "schedule: '0 * * * *'")).toEqual([
    `metadata.annotations["platform-manifests/rpo"]: platform-manifests/rpo must be a duration like 1h, or none, got 'soon'`,
  ]);
});

test.each(['find /b -mtime +7 -delete', 'restic forget --keep-daily 7', 'rm -f "$OLD"', 'RETENTION_DAYS=7'])(
  '%s says how long',
  (line) => {
    expect(judgeText(expiringBackups, store('postgres:16') + task(`pg_dump -h db; ${line}`))).toEqual([]);
  },
);

test('a folder is no word for age', () => {
  expect(judgeText(expiringBackups, store('postgres:16') + task('pg_dump -h db >"$FOLDER/a"'))).toEqual([
    `${AT}: backup nightly must say how long it is kept, got nothing of it in what it runs`,
  ]);
});

test('a class that is not in the bundle says nothing of its volumes, and a cache may lose them', () => {
  const fast = (policy: string) =>
    `---\n{ apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: { name: fast }${policy} }`;
  expect(judgeText(lastingVolumes, store('postgres:16'))).toEqual([]);
  expect(judgeText(lastingVolumes, store('redis:7') + fast(''))).toEqual([]);
  expect(judgeText(lastingVolumes, store('postgres:16') + fast(', reclaimPolicy: Delete'))).toEqual([
    'spec.volumeClaimTemplates[0].spec.storageClassName: volumes of StatefulSet db must outlive their claims, got StorageClass fast with reclaimPolicy Delete',
  ]);
});

import { seconds } from '../../lib/model/duration';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { backupBounds } from '../../lib/platforms/backup-bounds';
import { all, Any, find, finderOf } from './read-dist';

// Row 'backup' of the platforms' tables: MongoDB and Temporal's PostgreSQL, RPO 1 h, RTO 15 min; Kafka by replication.
const STORES = [
  ['mongodb', 'mongodb'],
  ['temporal', 'temporal-postgresql'],
] as const;
const KEPT = ['staging', 'prod'] as const;
const cases = KEPT.flatMap((environment) => STORES.map(([namespace, store]) => [environment, namespace, store] as const));

const podOf = ({ spec }: Any): Any => spec.jobTemplate.spec.template.spec;
const valueOf = ({ env }: Any, name: string): Any => env.find((each: Any) => each.name === name)?.value;

test.each(cases)('%s %s: what is lost of %s at worst is an hour: a period, the time to start, the time to run', (environment, namespace, store) => {
  const { metadata, spec } = find(environment, 'CronJob', `${store}-backup`);
  expect(metadata.namespace).toBe(namespace);
  const [, minutes] = /^\*\/(\d+) \* \* \* \*$/.exec(spec.schedule) ?? [];
  const lost = Number(minutes) * 60 + spec.startingDeadlineSeconds + spec.jobTemplate.spec.activeDeadlineSeconds;
  expect(lost).toBeLessThanOrEqual(3600);
  expect(spec).toMatchObject({ suspend: false, concurrencyPolicy: 'Forbid', timeZone: 'Etc/UTC' });
});

test.each(cases)('%s %s: a dump of %s that fills its disk is back within a quarter of an hour, five minutes of it for people', (environment, _, store) => {
  const { volumes } = podOf(find(environment, 'CronJob', `${store}-restore`));
  const { resources } = volumes.find(({ ephemeral }: Any) => ephemeral).ephemeral.volumeClaimTemplate.spec;
  const gibibytes = Number(/^(\d+)Gi$/.exec(resources.requests.storage)?.[1]);
  const mebibytesASecond = Number(/^(\d+)Mi$/.exec(backupBounds.restore.restoreRate)?.[1]);
  expect((2 * gibibytes * 1024) / mebibytesASecond + 300).toBeLessThanOrEqual(900);
  expect(seconds(backupBounds.restore.rto)).toBe(900);
});

test.each(cases)('%s %s: the restore of %s starts by hand alone, and refuses without a confirmation', (environment, _, store) => {
  const restore = find(environment, 'CronJob', `${store}-restore`);
  expect(restore.spec).toMatchObject({ suspend: true, jobTemplate: { spec: { backoffLimit: 0 } } });
  const { initContainers, containers } = podOf(restore);
  const confirmations = [...initContainers, ...containers].flatMap(({ env }) => env.filter(({ name }: Any) => name === 'CONFIRM'));
  expect(confirmations).toEqual([{ name: 'CONFIRM' }, { name: 'CONFIRM' }]);
});

test.each(cases)('%s %s: snapshots of %s leave the cluster, each store in a folder of its own', (environment, namespace, store) => {
  const repository = `s3:https://s3.eu-central-1.amazonaws.com/platform-backups-${environment}/${namespace}/${store}`;
  expect(valueOf(podOf(find(environment, 'CronJob', `${store}-backup`)).containers[0], 'RESTIC_REPOSITORY')).toBe(repository);
  expect(valueOf(podOf(find(environment, 'CronJob', `${store}-restore`)).initContainers[0], 'RESTIC_REPOSITORY')).toBe(repository);
});

test.each(cases)('%s %s: keys and password of the backup of %s come from the store of secrets', (environment, namespace, store) => {
  const { metadata, spec } = find(environment, 'ExternalSecret', `${store}-backup-storage`);
  expect(metadata.namespace).toBe(namespace);
  expect(spec.data.map(({ remoteRef }: Any) => `${remoteRef.key} ${remoteRef.property}`)).toEqual(
    ['access-key', 'secret-key', 'repository-password'].map((property) => `${environment}/backup/object-storage ${property}`),
  );
});

test.each(cases)('%s %s: the pods of %s may reach the server, the object storage and name resolution, and are reached by nobody', (environment, _, store) => {
  for (const name of [`${store}-backup`, `${store}-restore`]) {
    const { ingress, egress } = find(environment, 'NetworkPolicy', name).spec;
    expect(ingress).toBeUndefined();
    const reached = egress.map(({ to, ports }: Any) => `${to[0].ipBlock?.cidr ?? Object.values(to[0].podSelector.matchLabels)[0]}:${ports[0].port}`);
    const port = store === 'mongodb' ? 27017 : 5432;
    expect(reached.sort()).toEqual(['3.5.134.0/23:443', '52.219.0.0/16:443', 'kube-dns:53', `${store}:${port}`]);
    expect(JSON.stringify(find(environment, 'NetworkPolicy', store).spec.ingress)).toContain(`"${name}"`);
  }
});

test.each(KEPT)('%s: the dump of MongoDB holds one instant of the whole set, made by a user who may only read', (environment) => {
  const [dump] = podOf(find(environment, 'CronJob', 'mongodb-backup')).initContainers;
  expect(valueOf(dump, 'HOSTS')).toMatch(/^rs0\/mongodb-0\.[^/]*,mongodb-1\.[^/]*,mongodb-2\.[^/]*$/);
  const { users } = JSON.parse(find(environment, 'ConfigMap', 'mongodb-replica-set').data['desired.json']);
  const roles = Object.fromEntries(users.map(({ name, roles }: Any) => [name, roles]));
  expect(roles[valueOf(dump, 'USERNAME')]).toEqual([{ role: 'backup', db: 'admin' }]);
  expect(find(environment, 'ConfigMap', 'mongodb-backup').data['mongo-dump.sh']).toContain('--oplog');
});

test.each(KEPT)("%s: both of Temporal's databases are dumped, and the roles", (environment) => {
  const [dump] = podOf(find(environment, 'CronJob', 'temporal-postgresql-backup')).initContainers;
  expect(valueOf(dump, 'DATABASES')).toBe('temporal temporal_visibility');
  const { data } = find(environment, 'ConfigMap', 'temporal-postgresql-backup');
  expect(data['postgres-dump.sh']).toContain('pg_dumpall --globals-only');
});

test("dev keeps no backup: nobody prepares a bucket's keys there", () => {
  expect(all('dev', 'CronJob')).toEqual([]);
});

test.each(KEPT)('%s: Kafka loses nothing that it acknowledged while one broker is down', (environment) => {
  const [properties] = Object.entries(finderOf('wms')(environment, 'ConfigMap', 'kafka-broker').data).filter(([name]) => name.endsWith('.properties'));
  const lines = String(properties?.[1]).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'default.replication.factor=3',
      'min.insync.replicas=2',
      'offsets.topic.replication.factor=3',
      'transaction.state.log.min.isr=2',
      'transaction.state.log.replication.factor=3',
      'unclean.leader.election.enable=false',
    ]),
  );
  const apart = finderOf('wms')(environment, 'StatefulSet', 'kafka-broker').spec.template.spec.affinity.podAntiAffinity;
  expect(apart.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey).toBe('kubernetes.io/hostname');
});

test.each(ENVIRONMENTS)('%s: every CronJob says when it starts, how long it may take and what it leaves behind', (environment) => {
  for (const { spec } of all(environment, 'CronJob')) {
    expect(spec.startingDeadlineSeconds).toBeGreaterThanOrEqual(60);
    expect(spec.successfulJobsHistoryLimit + spec.failedJobsHistoryLimit).toBeLessThanOrEqual(2);
    expect(spec.jobTemplate.spec).not.toHaveProperty('ttlSecondsAfterFinished');
    expect(spec.jobTemplate.spec.backoffLimit).toBeLessThanOrEqual(2);
  }
});

test.each(KEPT)('%s: the user that replays an oplog has the role that its makers document, and nobody has __system', (environment) => {
  const { data } = find(environment, 'ConfigMap', 'mongodb-replica-set');
  const { roles, users } = JSON.parse(data['desired.json']);
  expect(roles).toEqual([{ name: 'replayAnything', privileges: [{ resource: { anyResource: true }, actions: ['anyAction'] }] }]);
  const holders = users.filter((user: Any) => user.roles.some(({ role }: Any) => role === 'replayAnything'));
  expect(holders.map(({ name }: Any) => name)).toEqual(['restore']);
  expect(JSON.stringify(users)).not.toContain('__system');
});

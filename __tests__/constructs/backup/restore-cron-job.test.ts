import { Testing } from 'cdk8s';
import { restoreSeconds } from '../../../lib/constructs/backup/restore-cron-job';
import { Any } from '../../dist/read-dist';
import { objectsOf } from '../support';
import { define, RestoreOverrides } from './backup-support';

const cronJob = (kind: 'postgres' | 'mongo'): Any => objectsOf(define(kind).chart)('CronJob', 'shop-restore').spec;
const podOf = (spec: Any): Any => spec.jobTemplate.spec.template.spec;
const valuesOf = (containers: Any[], name: string): Any[] =>
  containers.map(({ env }) => env.find((each: Any) => each.name === name)?.value);

test('it never starts by itself', () => {
  expect(cronJob('postgres')).toMatchObject({ suspend: true, concurrencyPolicy: 'Forbid', schedule: '0 0 1 1 *' });
});

test('unless somebody sets CONFIRM, both of its containers refuse', () => {
  const { initContainers, containers } = podOf(cronJob('mongo'));
  for (const { env } of [...initContainers, ...containers]) expect(env).toContainEqual({ name: 'CONFIRM' });
  expect(valuesOf([...initContainers, ...containers], 'BACKUP_NAME')).toEqual(['shop', 'shop']);
  expect(valuesOf(initContainers, 'SNAPSHOT')).toEqual(['latest']);
});

test('a failed restore is not tried again: it would meet what the first try left', () => {
  expect(cronJob('postgres').jobTemplate.spec.backoffLimit).toBe(0);
});

test('restic fetches, then the tools of the server put it back', () => {
  const { initContainers, containers } = podOf(cronJob('mongo'));
  expect([...initContainers, ...containers].map(({ image, command }: Any) => [image, command[1]])).toEqual([
    ['restic/restic:0.18.1', '/opt/backup/restic-restore.sh'],
    ['mongo:8.0.29', '/opt/backup/mongo-restore.sh'],
  ]);
});

test('MongoDB is restored by a user of its own, whose password the backup does not hold', () => {
  const manifests = objectsOf(define('mongo').chart);
  const secrets = (name: string) => JSON.stringify(podOf(manifests('CronJob', name).spec).volumes);
  expect(valuesOf(podOf(cronJob('mongo')).containers, 'USERNAME')).toEqual(['restore']);
  expect(secrets('shop-backup')).not.toContain('restore-password');
});

test('the largest dump is read and written once each', () => {
  expect(restoreSeconds({ dumpSize: '1Gi', restoreRate: '64Mi' })).toBe(32);
});

test.each<[RestoreOverrides, string]>([
  [
    { dumpSize: '100Gi' },
    'dumpSize must come back within rto 15m less handling 5m, got 100Gi; at 64Mi a second it takes 3200s of 600s: restore by other means or promise less',
  ],
  [{ rto: '5m' }, 'dumpSize must come back within rto 5m less handling 5m, got 10Gi'],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define('postgres', {}, overrides).chart)).toThrow(problem);
});

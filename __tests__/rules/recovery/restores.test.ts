import { preparedRestores, waitingRestores } from '../../../lib/rules/recovery/restores';
import { judgeText } from '../judge-text';
import { store, task } from './store-and-task';

test('a restore that is tried out, suspended, or no restore at all may start by itself', () => {
  const restore = (name: string, script = 'pg_restore -h db', spec?: string) =>
    judgeText(waitingRestores, store('postgres:16') + task(script, { name, ...(spec !== undefined && { spec }) }));
  expect(restore('db-restore')).toEqual([
    'spec: restore db-restore must be started by hand, got a schedule that is not suspended',
  ]);
  expect(restore('db-restore', 'pg_restore -h db', "schedule: '0 0 * * *', suspend: true")).toEqual([]);
  expect(restore('db-restore-test')).toEqual([]);
  expect(restore('db-backup', 'pg_restore --list a')).toEqual([]);
  expect(restore('restore-permissions', 'chown -R 999 /data')).toEqual([]);
});

test('a Job that restores starts as soon as it is applied', () => {
  expect(judgeText(waitingRestores, task('restic restore latest', { kind: 'Job', name: 'restore', spec: '' }))).toEqual(
    ['spec: restore restore must be started by hand, got a Job that runs when it is applied'],
  );
});

test('a backup names no restore, if it is backed up by nothing', () => {
  expect(judgeText(preparedRestores, store('postgres:16'))).toEqual([]);
});

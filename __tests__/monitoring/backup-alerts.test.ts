import { backupAlerts, recoveryAlerts } from '../../lib/monitoring/alerts/backup-alerts';
import { AlertCase, judge } from './promtool';

const alerts = [
  ...backupAlerts([
    { namespace: 'mongodb', cronJob: 'mongodb-backup', maxAge: '1h' },
    { namespace: 'temporal', cronJob: 'postgresql-backup', maxAge: '1d' },
  ]),
  ...recoveryAlerts([{ namespace: 'mongodb', claim: 'data-mongodb-0', dumpSize: '10Gi' }]),
];

const mongodb = '{namespace="mongodb",cronjob="mongodb-backup"}';
const postgresql = '{namespace="temporal",cronjob="postgresql-backup"}';
const labels = { namespace: 'mongodb', cronjob: 'mongodb-backup' };
const used = 'kubelet_volume_stats_used_bytes{namespace="mongodb",persistentvolumeclaim="data-mongodb-0"}';

const cases: Readonly<Record<string, AlertCase>> = {
  BackupTooOld: {
    at: '90m',
    firing: {
      [`kube_cronjob_status_last_successful_time${mongodb}`]: '0x100',
      [`kube_cronjob_status_last_successful_time${postgresql}`]: '0x100',
    },
    labels,
    summary: 'The last good backup by mongodb/mongodb-backup is 1h 30m 0s old',
    quiet: { [`kube_cronjob_status_last_successful_time${mongodb}`]: '0x60 3600x40' },
  },
  BackupNeverSucceeded: {
    at: '90m',
    firing: { [`kube_cronjob_created${mongodb}`]: '0x100' },
    labels,
    summary: 'mongodb/mongodb-backup has never made a good backup',
    quiet: {
      [`kube_cronjob_created${mongodb}`]: '0x100',
      [`kube_cronjob_status_last_successful_time${mongodb}`]: '_x80 4800x20',
    },
  },
  BackupMissing: {
    at: '20m',
    firing: { [`kube_cronjob_created${postgresql}`]: '0x30' },
    labels,
    summary: 'There is no CronJob mongodb/mongodb-backup',
    quiet: { [`kube_cronjob_created${postgresql}`]: '0x30', [`kube_cronjob_created${mongodb}`]: '0x30' },
  },
  BackupOutgrown: {
    at: '70m',
    firing: { [used]: `${11 * 1024 ** 3}x80` },
    labels: { namespace: 'mongodb', persistentvolumeclaim: 'data-mongodb-0' },
    summary: 'mongodb/data-mongodb-0 holds 11GiB, more than its dump may take',
    quiet: { [used]: `${10 * 1024 ** 3}x80` },
  },
};

test('every alert about backups has a case', () => {
  expect(alerts.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort());
});

test.each(Object.entries(cases))(
  '%s fires when it should, says what, and is quiet otherwise',
  async (name, example) => {
    const found = alerts.filter((alert) => alert.name === name);
    expect(await Promise.all(found.map((alert) => judge(alert, example)))).toEqual(['']);
  },
  60_000,
);

test('nothing to watch is no alert', () => {
  expect([...backupAlerts([]), ...recoveryAlerts([])]).toEqual([]);
});

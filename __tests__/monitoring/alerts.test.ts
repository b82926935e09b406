import { ENVIRONMENTS } from '../../lib/model/environment';
import { alertCases } from './alert-cases';
import { clusterAlertCases } from './cluster-alert-cases';
import { AlertCase, judge } from './promtool';
import { signalAlertCases } from './signal-alert-cases';
import { telemetryOf } from './telemetry-of';

const telemetry = telemetryOf('prod');
const alerts = telemetry.alerts.flatMap((group) => group.alerts);
const cases = new Map(Object.entries({ ...alertCases, ...clusterAlertCases(telemetry), ...signalAlertCases }));
/** Shown by a test of their own: what they are about is not the same in every environment. */
const shownElsewhere = ['BackupTooOld', 'BackupNeverSucceeded', 'BackupMissing', 'BackupOutgrown'];

test('every alert of prod is shown to fire and to stay quiet', () => {
  const names = alerts.map(({ name }) => name).filter((name) => !shownElsewhere.includes(name));
  expect([...cases.keys()].sort()).toEqual(names.sort());
});

test.each(
  alerts.flatMap((alert) =>
    [cases.get(alert.name)].flatMap((found): [string, typeof alert, AlertCase][] =>
      found ? [[alert.name, alert, found]] : [],
    ),
  ),
)(
  '%s fires when it should, says what, and is quiet otherwise',
  async (_, alert, example) => {
    expect(await judge(alert, example)).toBe('');
  },
  60_000,
);

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const { alerts: groups, dashboards } = telemetryOf(environment);
  const names = groups.flatMap((group) => group.alerts.map(({ name }) => name));

  test('names are there once', () => {
    const titles = groups.map(({ name }) => name);
    const uids = dashboards.map(({ uid }) => uid);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('alerts, groups and dashboards are named as their readers take them', () => {
    expect(names.filter((name) => !/^([A-Z][a-z0-9]+)+$/.test(name))).toEqual([]);
    expect(groups.filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
    expect(dashboards.filter(({ uid }) => !/^[a-z0-9-]{1,40}$/.test(uid))).toEqual([]);
  });
});

test('a single node of Elasticsearch may be yellow', () => {
  const names = (environment: 'dev' | 'prod') =>
    telemetryOf(environment).alerts.flatMap((group) => group.alerts.map(({ name }) => name));
  expect(names('dev')).not.toContain('WmsElasticsearchYellow');
  expect(names('prod')).toContain('WmsElasticsearchYellow');
});

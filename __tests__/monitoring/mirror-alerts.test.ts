import { mirrorAlerts } from '../../lib/monitoring/alerts/mirror-alerts';
import { kafkaMirror } from '../../lib/monitoring/metrics/kafka';
import { parseQuery } from './promql';
import { AlertCase, judge } from './promtool';

const alerts = mirrorAlerts({ prefix: 'Wms', namespace: 'kafka' }, { late: '2m' });
const tasks = (state: string) =>
  `kafka_mirror_tasks{namespace="kafka",connector="MirrorSourceConnector",state="${state}"}`;
const latency = (pod: string) =>
  `kafka_mirror_replication_latency_max_ms{namespace="kafka",topic="wms.orders.events",partition="0",pod="${pod}"}`;

// Quiet while a roll-out hands over.
const cases: Readonly<Record<string, AlertCase>> = {
  WmsKafkaMirrorStopped: {
    at: '8m',
    firing: { [tasks('running')]: '3x10', [tasks('failed')]: '1x10' },
    labels: { namespace: 'kafka', connector: 'MirrorSourceConnector' },
    summary: '1 tasks of MirrorSourceConnector in kafka copy nothing',
    quiet: { [tasks('failed')]: '0x10', [tasks('unassigned')]: '4x3 0x7', [tasks('paused')]: '1x10' },
  },
  WmsKafkaMirrorLate: {
    at: '8m',
    firing: { [latency('a')]: '120001x10', [latency('b')]: '5x10' },
    labels: { namespace: 'kafka', topic: 'wms.orders.events' },
    summary: 'records of wms.orders.events are copied later than 2m',
    quiet: { [latency('a')]: '120000x10', [latency('b')]: '0x10' },
  },
};

test('every alert has its case, and reads what the agent reports', () => {
  expect(alerts.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort());
  const read = alerts.flatMap(({ expr }) => parseQuery(expr).selectors.map(({ metric }) => metric));
  expect(read.filter((metric) => !(metric in kafkaMirror.metrics))).toEqual([]);
});

test.each(alerts.map((alert) => [alert.name, alert] as const))(
  '%s fires when it should, says what, and is quiet otherwise',
  async (name, alert) => {
    const found = cases[name];
    if (!found) throw new Error(`no case of ${name}`);
    expect(await judge(alert, found)).toBe('');
  },
  60_000,
);

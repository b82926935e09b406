import { mirrorAlerts } from '../../lib/monitoring/alerts/mirror-alerts';
import { kafkaMirror, kafkaNode } from '../../lib/monitoring/metrics/kafka';
import { parseQuery } from '../../lib/rules/monitoring/promql';
import { AlertCase, judge } from './promtool';

const alerts = mirrorAlerts(
  { prefix: 'Wms', namespace: 'kafka' },
  { late: '2m', copied: ['wms.orders.events', 'wms.labor.events'] },
);
const tasks = (state: string) =>
  `kafka_mirror_tasks{namespace="kafka",connector="MirrorSourceConnector",state="${state}"}`;
const taken = (topic: string) => `kafka_server_brokertopicmetrics_bytesin_total{namespace="kafka",topic="${topic}"}`;
const copied = (topic: string) => `kafka_mirror_records_total{namespace="kafka",topic="${topic}",partition="0"}`;
const latency = (pod: string) =>
  `kafka_mirror_replication_latency_max_ms{namespace="kafka",topic="wms.orders.events",partition="0",pod="${pod}"}`;

// Quiet while a roll-out hands over.
const cases: Readonly<Record<string, AlertCase>> = {
  WmsKafkaMirrorSilent: {
    at: '15m',
    firing: { [taken('wms.orders.events')]: '0+100x20', [copied('wms.orders.events')]: '7x20' },
    labels: { namespace: 'kafka' },
    summary: 'brokers in kafka take records, and the mirror copies none',
    quiet: {
      [taken('wms.orders.events')]: '0+100x20',
      [taken('wms.private')]: '0+100x20',
      [copied('wms.orders.events')]: '0+1x20',
    },
  },
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
  expect(read.filter((metric) => !(metric in { ...kafkaMirror.metrics, ...kafkaNode.metrics }))).toEqual([]);
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

test('topics that nobody copies, or no mirror at all, are told apart', async () => {
  const [silent] = alerts;
  const found = cases['WmsKafkaMirrorSilent'];
  if (!silent || !found) throw new Error('the first alert is about silence');
  const noMirror = { [taken('wms.orders.events')]: '0+100x20' };
  const uncopied = { [taken('wms.private')]: '0+100x20' };
  expect(await judge(silent, { ...found, firing: noMirror, quiet: uncopied })).toBe('');
}, 60_000);

test('a mirror towards these brokers is not asked whether it copies what they take', () => {
  const names = mirrorAlerts({ prefix: 'Wms', namespace: 'kafka' }, { late: '2m', copied: [] }).map(({ name }) => name);
  expect(names).toEqual(['WmsKafkaMirrorStopped', 'WmsKafkaMirrorLate']);
});

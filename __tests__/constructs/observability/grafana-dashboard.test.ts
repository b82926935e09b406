import { findDashboardProblems, renderDashboard } from '../../../lib/constructs/observability/grafana-dashboard';
import { Dashboard, Panel } from '../../../lib/model/dashboard';

const panel = (title: string, kind: Panel['kind'] = 'timeseries'): Panel => ({
  title,
  kind,
  unit: 'bytes',
  queries: [
    { expr: 'sum(a) by (topic)', legend: '{{topic}}' },
    { expr: 'sum(b)', legend: 'all' },
  ],
});
const DASHBOARD: Dashboard = {
  uid: 'shop-kafka',
  title: 'Kafka',
  folder: 'shop',
  panels: [panel('first'), panel('second', 'stat'), panel('third', 'table')],
};

interface Rendered {
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly type: string;
    readonly gridPos: object;
    readonly targets: readonly object[];
  }[];
}
const render = () => JSON.parse(renderDashboard(DASHBOARD, 'metrics')) as Rendered;

test('it is a dashboard of the classic schema, kept under its uid and changed only by its file', () => {
  expect(render()).toMatchObject({ id: null, uid: 'shop-kafka', title: 'Kafka', schemaVersion: 39, editable: false });
});

test('panels flow two in a row, and none covers another', () => {
  expect(render().panels.map(({ gridPos }) => gridPos)).toEqual([
    { x: 0, y: 0, w: 12, h: 8 },
    { x: 12, y: 0, w: 12, h: 8 },
    { x: 0, y: 8, w: 12, h: 8 },
  ]);
  expect(render().panels.map(({ id, title, type }) => [id, title, type])).toEqual([
    [1, 'first', 'timeseries'],
    [2, 'second', 'stat'],
    [3, 'third', 'table'],
  ]);
});

test('every query asks the data source by its uid, and has a letter of its own', () => {
  const datasource = { type: 'prometheus', uid: 'metrics' };
  expect(render().panels[0]).toMatchObject({ datasource, fieldConfig: { defaults: { unit: 'bytes' } } });
  expect(render().panels[0]?.targets).toEqual([
    expect.objectContaining({ refId: 'A', datasource, expr: 'sum(a) by (topic)', legendFormat: '{{topic}}' }),
    expect.objectContaining({ refId: 'B', datasource, expr: 'sum(b)', legendFormat: 'all' }),
  ]);
});

test('a graph asks for a range of time, a number and a table for now', () => {
  expect(render().panels.map(({ targets }) => targets[0])).toEqual([
    expect.objectContaining({ range: true, instant: false, format: 'time_series' }),
    expect.objectContaining({ range: false, instant: true, format: 'time_series' }),
    expect.objectContaining({ range: false, instant: true, format: 'table' }),
  ]);
});

test.each<[Partial<Dashboard>, string]>([
  [
    { uid: 'Shop Kafka' },
    "dashboards.Shop Kafka.uid must be in kebab case and at most 40 characters, got 'Shop Kafka'",
  ],
  [
    { uid: 'a'.repeat(41) },
    `dashboards.${'a'.repeat(41)}.uid must be in kebab case and at most 40 characters, got '${'a'.repeat(41)}'`,
  ],
  [{ folder: 'My Shop' }, "dashboards.shop-kafka.folder must be the name of a platform in kebab case, got 'My Shop'"],
  [{ panels: [] }, 'dashboards.shop-kafka.panels must be at least one, got none'],
  [
    { panels: [{ ...panel('empty'), queries: [] }] },
    "dashboards.shop-kafka.panels 'empty' must have 1 to 26 queries, got 0",
  ],
])('refuses %j', (change, message) => {
  expect(findDashboardProblems([{ ...DASHBOARD, ...change }])).toEqual([message]);
});

test('a dashboard as it should be has no problem', () => {
  expect(findDashboardProblems([DASHBOARD])).toEqual([]);
});

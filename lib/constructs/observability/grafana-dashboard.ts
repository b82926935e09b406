import { Dashboard, Panel } from '../../model/dashboard';

/** Version of the classic schema, which Grafana 11 and 12 read as it is. */
const SCHEMA_VERSION = 39;

/** Grafana's grid is 24 wide; two panels stand in a row. */
const PANEL = { width: 12, height: 8, inRow: 2 } as const;

/** Renders a dashboard in Grafana's classic JSON, its queries asked of the data source `uid`. */
export function renderDashboard({ uid, title, folder, panels }: Dashboard, dataSource: string): string {
  const dashboard = {
    // The database gives it one; links go by the uid.
    id: null,
    uid,
    title,
    tags: [folder],
    schemaVersion: SCHEMA_VERSION,
    editable: false,
    timezone: 'browser',
    time: { from: 'now-1h', to: 'now' },
    refresh: '30s',
    templating: { list: [] },
    annotations: { list: [] },
    panels: panels.map((panel, index) => renderPanel(panel, index, dataSource)),
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

function renderPanel({ title, kind, unit, queries }: Panel, index: number, uid: string): object {
  const datasource = { type: 'prometheus', uid };
  const now = kind !== 'timeseries';
  return {
    id: index + 1,
    type: kind,
    title,
    datasource,
    gridPos: {
      x: (index % PANEL.inRow) * PANEL.width,
      y: Math.floor(index / PANEL.inRow) * PANEL.height,
      w: PANEL.width,
      h: PANEL.height,
    },
    fieldConfig: { defaults: { unit }, overrides: [] },
    options: OPTIONS[kind],
    targets: queries.map(({ expr, legend }, query) => ({
      refId: refId(query),
      datasource,
      expr,
      legendFormat: legend,
      instant: now,
      range: !now,
      format: kind === 'table' ? 'table' : 'time_series',
    })),
  };
}

const OPTIONS: Readonly<Record<Panel['kind'], object>> = {
  timeseries: {
    legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
    tooltip: { mode: 'multi', sort: 'desc' },
  },
  stat: { reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false } },
  table: { showHeader: true },
};

const refId = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** Most queries of a panel: each is named by one letter. */
const MOST_QUERIES = 26;

/** What is wrong with dashboards that one Grafana shows. */
export function findDashboardProblems(dashboards: readonly Dashboard[]): string[] {
  return dashboards.flatMap((dashboard, index) => {
    const { uid, folder, panels } = dashboard;
    const what = `dashboards.${uid}`;
    const problems: string[] = [];
    if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(uid)) {
      problems.push(`${what}.uid must be in kebab case and at most 40 characters, got '${uid}'`);
    }
    if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(folder)) {
      problems.push(`${what}.folder must be the name of a platform in kebab case, got '${folder}'`);
    }
    if (dashboards.findIndex((other) => other.uid === uid) < index) {
      problems.push(`${what}.uid must be there once, got it again; Grafana would show one of the two`);
    }
    if (panels.length === 0) problems.push(`${what}.panels must be at least one, got none`);
    return [...problems, ...panels.flatMap((panel) => findPanelProblems(what, panel))];
  });
}

function findPanelProblems(what: string, { title, queries }: Panel): string[] {
  return queries.length > 0 && queries.length <= MOST_QUERIES
    ? []
    : [`${what}.panels '${title}' must have 1 to ${MOST_QUERIES} queries, got ${queries.length}`];
}

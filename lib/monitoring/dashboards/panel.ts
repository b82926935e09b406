import { Panel, PanelQuery } from '../../model/dashboard';
import { RATE_WINDOW } from '../alerts/alert-scope';

/** A query and the name of its series: what a graph shows, one or more of them. */
export type Shown = readonly [expr: string, legend: string];

/** How fast the counters of a selector grow, in a second. */
export const rate = (selector: string): string => `rate(${selector}[${RATE_WINDOW}])`;

/** A graph over time. */
export const graph = (title: string, unit: string, ...shown: readonly Shown[]): Panel => ({
  title,
  kind: 'timeseries',
  unit,
  queries: shown.map(toQuery),
});

/** One number, now. */
export const number = (title: string, unit: string, expr: string): Panel => ({
  title,
  kind: 'stat',
  unit,
  queries: [{ expr, legend: title }],
});

const toQuery = ([expr, legend]: Shown): PanelQuery => ({ expr, legend });

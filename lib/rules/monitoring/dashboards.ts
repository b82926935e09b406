import { View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { configFiles, fieldOf, itemsOf, textOf } from '../views/config-files';

/** A query of a panel. */
export interface PanelQuery {
  readonly subject: RenderedObject;
  readonly at: FieldPath;

  /** Titles of the dashboard and of the panel. */
  readonly title: string;
  readonly expr: string;
}

/** Queries of every dashboard of Grafana that asks Prometheus. */
export const panelQueries: View<readonly PanelQuery[]> = (index) =>
  index.view(configFiles).flatMap(({ object: subject, key, text }) => {
    if (!text.includes('"expr"') || !text.includes('"panels"')) return [];
    const file = parseJson(text);
    const dashboard = fieldOf(file, 'panels') === undefined ? fieldOf(file, 'dashboard') : file;
    const title = textOf(fieldOf(dashboard, 'title')) ?? key;
    return panelsOf(dashboard).flatMap((panel) => {
      const name = `${title} / ${textOf(fieldOf(panel, 'title')) ?? ''}`;
      return itemsOf(fieldOf(panel, 'targets')).flatMap((target) => {
        const expr = textOf(fieldOf(target, 'expr'));
        const source = fieldOf(target, 'datasource') ?? fieldOf(panel, 'datasource');
        if (expr === undefined || expr === '' || !asksPrometheus(source)) return [];
        return [{ subject, at: ['data', key], title: name, expr }];
      });
    });
  });

/** Panels, those within rows and within old rows, too. */
function panelsOf(dashboard: unknown): unknown[] {
  const rows = itemsOf(fieldOf(dashboard, 'rows'));
  const panels = [dashboard, ...rows].flatMap((holder) => itemsOf(fieldOf(holder, 'panels')));
  return panels.flatMap((panel) => [panel, ...itemsOf(fieldOf(panel, 'panels'))]);
}

/** A source is named by its type, in old dashboards by its name alone, and may be a variable. */
function asksPrometheus(source: unknown): boolean {
  if (source === undefined || source === null) return true;
  const type = textOf(fieldOf(source, 'type'));
  return type === undefined
    ? !/loki|tempo|influx|elastic|graphite|mixed/i.test(textOf(source) ?? '')
    : type === 'prometheus';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A query with Grafana's variables replaced by something that could stand there; whether others were in it. */
export function withoutVariables(expr: string): { readonly expr: string; readonly templated: boolean } {
  const plain = expr
    .replace(/\$\{?__(?:interval|range)_(?:ms|s)\}?/g, '60')
    .replace(/\$\{?__(?:rate_interval|interval|range)\}?/g, '5m');
  return { expr: plain, templated: /\$\{?\w|\[\[\w/.test(plain.replace(/\$["'`)]/g, '')) };
}

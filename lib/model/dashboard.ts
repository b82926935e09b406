/** A page of graphs over one subject. */
export interface Dashboard {
  /** Name that links keep, in kebab case, at most 40 characters: `wms-kafka`. */
  readonly uid: string;
  readonly title: string;

  /** Folder that it stands in: the name of a platform. */
  readonly folder: string;
  readonly panels: readonly Panel[];
}

/** One graph. */
export interface Panel {
  readonly title: string;

  /** `timeseries` over time, `stat` for one number now, `table` for a line for each series now. */
  readonly kind: 'timeseries' | 'stat' | 'table';

  /** Unit as Grafana names it: `short`, `bytes`, `s`, `reqps`, `percentunit`. */
  readonly unit: string;
  readonly queries: readonly PanelQuery[];
}

/** A query of Prometheus. */
export interface PanelQuery {
  readonly expr: string;

  /** Name of each series; may name labels: `{{topic}}`. */
  readonly legend: string;
}

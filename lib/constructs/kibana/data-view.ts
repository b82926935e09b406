import { SetupRequest } from '../elasticsearch/elastic-setup-job';

/** A set of indices that people search as one. */
export interface DataView {
  /** Id by which dashboards name it, for ever. */
  readonly id: string;

  /** Indices, as a pattern: `logs-*`. */
  readonly pattern: string;

  /** What people see. */
  readonly name: string;
}

/** The request to Kibana that makes a data view what it is declared. */
export function putDataView({ id, pattern, name }: DataView): SetupRequest {
  return {
    method: 'POST',
    path: '/api/data_views/data_view',
    body: { override: true, data_view: { id, title: pattern, name, timeFieldName: '@timestamp' } },
  };
}

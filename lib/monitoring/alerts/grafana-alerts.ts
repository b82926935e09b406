import { Alert } from '../../model/alert';
import { ShareLimit, shareOf } from '../limit';
import { select } from '../select';
import { PERCENT, RATE_WINDOW, warning } from './alert-scope';

/** When Grafana is not well. */
export interface GrafanaLimits {
  /** Share of its answers that are errors of the server. */
  readonly errors: ShareLimit;
}

/** Alerts of a Grafana about itself. Its database has alerts of its own. */
export function grafanaAlerts(namespace: string, { errors }: GrafanaLimits): Alert[] {
  const answers = (...matchers: string[]) =>
    `sum by (pod) (rate(${select('grafana_http_request_duration_seconds_count', namespace, ...matchers)}[${RATE_WINDOW}]))`;
  return [
    warning({
      name: 'GrafanaErrors',
      expr: `${answers('status_code=~"5.."')} / ${answers()} > ${shareOf(errors)}`,
      for: errors.for,
      summary: `{{ $labels.pod }} answers ${PERCENT} of requests with an error`,
      description:
        'People see no pages or no data. Look at its database first, then at its log: it names the data source that fails.',
    }),
  ];
}

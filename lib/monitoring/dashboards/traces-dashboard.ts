import { Dashboard } from '../../model/dashboard';
import { RATE_WINDOW } from '../alerts/alert-scope';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph } from './panel';

/** Spans on their way into a Jaeger, and those that are lost on it. */
export function tracesDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const rate = (metric: string, by: string) => `sum by (${by}) (rate(${select(metric, namespace)}[${RATE_WINDOW}]))`;
  return {
    uid: `${platform}-traces`,
    title: 'Traces',
    folder: platform,
    panels: [
      graph('Spans taken', 'cps', [rate('otelcol_receiver_accepted_spans_total', 'transport'), '{{transport}}']),
      graph('Spans written', 'cps', [rate('otelcol_exporter_sent_spans_total', 'pod'), '{{pod}}']),
      graph(
        'Spans lost',
        'cps',
        [rate('otelcol_receiver_refused_spans_total', 'pod'), '{{pod}} refused'],
        [rate('otelcol_exporter_send_failed_spans_total', 'pod'), '{{pod}} not written'],
      ),
    ],
  };
}

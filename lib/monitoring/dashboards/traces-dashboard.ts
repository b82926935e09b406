import { Dashboard } from '../../model/dashboard';
import { select } from '../select';
import { DashboardScope } from './dashboards';
import { graph, rate } from './panel';

/** Spans on their way into a Jaeger, and those that are lost on it. */
export function tracesDashboard({ platform, namespace }: DashboardScope): Dashboard {
  const spans = (metric: string, by: string) => `sum by (${by}) (${rate(select(metric, namespace))})`;
  return {
    uid: `${platform}-traces`,
    title: 'Traces',
    folder: platform,
    panels: [
      graph('Spans taken', 'cps', [spans('otelcol_receiver_accepted_spans_total', 'transport'), '{{transport}}']),
      graph('Spans written', 'cps', [spans('otelcol_exporter_sent_spans_total', 'pod'), '{{pod}}']),
      graph(
        'Spans lost',
        'cps',
        [spans('otelcol_receiver_refused_spans_total', 'pod'), '{{pod}} refused'],
        [spans('otelcol_exporter_send_failed_spans_total', 'pod'), '{{pod}} not written'],
      ),
    ],
  };
}

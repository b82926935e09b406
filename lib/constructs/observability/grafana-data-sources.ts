import { yamlFile } from '../objects/yaml-file';
import { Endpoint } from '../workloads/endpoint';

/** A server that Grafana asks. */
export interface GrafanaSource {
  readonly url: string;
  readonly server: Endpoint;
}

/** What Grafana shows: metrics of Prometheus, logs of Loki, traces of Tempo. */
export interface GrafanaSources {
  readonly prometheus: GrafanaSource;
  readonly loki: GrafanaSource;
  readonly tempo: GrafanaSource;
}

/** Names that dashboards and links keep: with another uid under the same name, Grafana would not start reading it. */
export const SOURCE_UIDS = { prometheus: 'prometheus', loki: 'loki', tempo: 'tempo' } as const;

/** Metadata of a log line that names its trace, in Loki and in exemplars of Prometheus. */
const TRACE_ID = 'trace_id';

/** Renders the file that Grafana reads its data sources from. A `$` of Grafana's own is written twice in it. */
export function renderDataSources({ prometheus, loki, tempo }: GrafanaSources): string {
  const source = (name: string, type: keyof GrafanaSources, url: string, jsonData: object) => ({
    name,
    uid: SOURCE_UIDS[type],
    type,
    access: 'proxy',
    url,
    isDefault: type === 'prometheus',
    editable: false,
    jsonData,
  });
  return yamlFile({
    apiVersion: 1,
    // A source that is no longer in this file goes away.
    prune: true,
    datasources: [
      source('Prometheus', 'prometheus', prometheus.url, {
        httpMethod: 'POST',
        exemplarTraceIdDestinations: [{ name: TRACE_ID, datasourceUid: SOURCE_UIDS.tempo }],
      }),
      source('Loki', 'loki', loki.url, { derivedFields: fromLogsToTraces }),
      source('Tempo', 'tempo', tempo.url, { tracesToLogsV2: fromTracesToLogs, nodeGraph: { enabled: true } }),
    ],
  });
}

const fromLogsToTraces = [
  {
    name: 'Trace',
    matcherType: 'label',
    matcherRegex: TRACE_ID,
    datasourceUid: SOURCE_UIDS.tempo,
    url: '$${__value.raw}',
    urlDisplayLabel: 'Trace',
  },
];

const fromTracesToLogs = {
  datasourceUid: SOURCE_UIDS.loki,
  // A service logs a little before and after its span.
  spanStartTimeShift: '-5m',
  spanEndTimeShift: '5m',
  tags: [{ key: 'service.name', value: 'service_name' }],
  filterByTraceID: false,
  filterBySpanID: false,
  customQuery: true,
  query: '{$${__tags}} | trace_id = "$${__trace.traceId}"',
};

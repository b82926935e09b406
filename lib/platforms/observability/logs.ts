import { Loki, LOKI_PORT } from '../../constructs/observability/loki';
import { PodLogs } from '../../constructs/observability/pod-logs';
import { toolProps } from '../context';
import { Context } from './context';

const NAME = 'pod-logs';

/** Defines what reads the output of pods in every namespace that has something to report, where a row asks for it. */
export function definePodLogs(context: Context, loki: Loki): void {
  const { component, environment, namespace, rows, telemetry } = context;
  if (!rows.podLogs) return;
  const namespaces = telemetry.targets.map(({ workload }) => workload.namespace.name);
  const podLogs = new PodLogs(component(NAME, 'podLogs'), NAME, {
    ...toolProps(rows.podLogReader, rows.tools),
    namespace,
    namespaces: [...namespaces, namespace.name],
    loki: { url: loki.url, server: loki.endpoint(LOKI_PORT) },
    apiServer: environment.apiServer,
    scratch: rows.podLogReader.scratch,
  });
  context.scrape(podLogs.metricsTargets);
}

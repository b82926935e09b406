import { Construct } from 'constructs';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { platformContext } from '../context';
import { defineNamespace } from '../namespace';
import { Telemetry } from '../telemetry';
import { defineCollector } from './collector';
import { Context } from './context';
import { defineAlerts, defineDashboards } from './monitoring';
import { defineKubeStateMetrics } from './kube-state-metrics';
import { defineGrafana } from './grafana';
import { defineLoki } from './loki';
import { definePodLogs } from './logs';
import { metricsStoreOf } from './metrics-store';
import { OBSERVABILITY } from './names';
import { definePrometheus, watch } from './prometheus';
import { ObservabilityRows, TABLE } from './rows';
import { defineTempo } from './tempo';

/** Defines what watches all platforms of a cluster, from what they left in `telemetry`. */
export function defineObservability(
  scope: Construct,
  rows: Column<ObservabilityRows>,
  environment: Environment,
  telemetry: Telemetry,
): void {
  const platform = platformContext(scope, { name: rows.name, table: TABLE }, environment, telemetry);
  const namespace = defineNamespace(
    platform.component(`namespace-${OBSERVABILITY}`, 'name'),
    OBSERVABILITY,
    environment,
  );
  const context: Context = { ...platform, rows, namespace };
  defineKubeStateMetrics(context);
  const prometheus = definePrometheus(context);
  const loki = defineLoki(context);
  const signals = { loki, tempo: defineTempo(context), metrics: metricsStoreOf(environment, prometheus) };
  defineCollector(context, signals);
  definePodLogs(context, loki);
  defineDashboards(context);
  defineGrafana(context, signals);
  defineAlerts(context);
  watch(context, prometheus);
}

import { ReportedResource } from '../../constructs/observability/kube-state-metrics';
import { PrometheusSettings } from '../../constructs/observability/prometheus-config';
import { Timings } from '../../constructs/pods/probe';
import { Duration } from '../../model/duration';
import { PerEnv } from '../../model/environment';
import { Bytes, Resources } from '../../model/quantity';
import { CollectorLimits } from '../../monitoring/alerts/collector-alerts';
import { GrafanaLimits } from '../../monitoring/alerts/grafana-alerts';
import { LokiLimits } from '../../monitoring/alerts/loki-alerts';
import { PostgresLimits } from '../../monitoring/alerts/postgres-alerts';
import { PrometheusLimits } from '../../monitoring/alerts/prometheus-alerts';
import { ScrapeLimits } from '../../monitoring/alerts/scrape-alerts';
import { TempoLimits } from '../../monitoring/alerts/tempo-alerts';
import { VolumeLimits } from '../../monitoring/alerts/volume-alerts';
import { WorkloadLimits } from '../../monitoring/alerts/workload-alerts';
import { PostgresRow, RolloutRow, StoreRow, ToolRow, VolumeRow } from '../store-rows';

/** File of the table. */
export const TABLE = 'lib/platforms/observability/config.ts';

/** Everything that watches: what its table must say. */
export interface ObservabilityRows {
  readonly name: string;

  /** Programs that keep nothing. */
  readonly tools: RolloutRow & { readonly probes: Timings };
  readonly prometheus: PrometheusRow;
  readonly kubeStateMetrics: KubeStateMetricsRow;
  readonly alerts: AlertRows;
  readonly loki: SignalStoreRow & {
    /** Largest stream of logs that is taken, in whole megabytes a second. */
    readonly ingestionMegabytes: PerEnv<number>;
  };
  readonly tempo: SignalStoreRow;
  readonly collector: ToolRow & { readonly replicas: PerEnv<number> };

  /** Whether what pods write to their output is kept, and the program that reads it. */
  readonly podLogs: PerEnv<boolean>;
  readonly podLogReader: ToolRow & { readonly scratch: Bytes };
  readonly grafana: GrafanaRow;

  /** What Grafana keeps. */
  readonly postgresql: PostgresRow;
}

/** Prometheus; where an operator runs already, only the times of its scrapes and evaluations count. */
export interface PrometheusRow extends Omit<StoreRow, 'exporter' | 'scratch' | 'minReady'>, PrometheusSettings {
  readonly resources: PerEnv<Resources>;

  /** How often it looks whether its configuration or a rule changed. */
  readonly reloadInterval: Duration;
}

/** What the API server knows of the cluster's objects, as metrics. */
export interface KubeStateMetricsRow extends ToolRow {
  /** Resources that it may list and reports on. */
  readonly reports: readonly ReportedResource[];
}

/** When somebody is told that something in the cluster is not well, whatever the platform. */
export interface AlertRows {
  readonly scrapes: ScrapeLimits;
  readonly workloads: WorkloadLimits;
  readonly volumes: VolumeLimits;
  readonly prometheus: PrometheusLimits;
  readonly loki: LokiLimits;
  readonly tempo: TempoLimits;
  readonly collector: CollectorLimits;
  readonly grafana: GrafanaLimits;

  /** The server that keeps what people saved in Grafana. */
  readonly postgresql: PostgresLimits;
}

/** A server that keeps logs or traces for a time. */
export interface SignalStoreRow extends VolumeRow {
  /** Age at which data are deleted. */
  readonly retention: PerEnv<Duration>;
}

/** Grafana. */
export interface GrafanaRow extends ToolRow {
  readonly scratch: Bytes;

  /** Name of its database. */
  readonly database: string;

  /** Connections to the database that one pod opens at most. */
  readonly maxConnections: number;

  /** How often it is asked; `startup` includes the change of the database to a new version. */
  readonly probes: Timings;
}

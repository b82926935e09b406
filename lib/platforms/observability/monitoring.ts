import { Alert } from '../../model/alert';
import { runsHere } from '../../model/store';
import { backupAlerts, recoveryAlerts } from '../../monitoring/alerts/backup-alerts';
import { collectorAlerts } from '../../monitoring/alerts/collector-alerts';
import { grafanaAlerts } from '../../monitoring/alerts/grafana-alerts';
import { lokiAlerts } from '../../monitoring/alerts/loki-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { prometheusAlerts } from '../../monitoring/alerts/prometheus-alerts';
import { scrapeAlerts } from '../../monitoring/alerts/scrape-alerts';
import { tempoAlerts } from '../../monitoring/alerts/tempo-alerts';
import { volumeAlerts } from '../../monitoring/alerts/volume-alerts';
import { workloadAlerts } from '../../monitoring/alerts/workload-alerts';
import { capacityDashboard } from '../../monitoring/dashboards/capacity-dashboard';
import { Context } from './context';

/** Defines the pages over the whole cluster, before whoever shows them. */
export function defineDashboards({ rows: { name }, telemetry }: Context): void {
  telemetry.dashboards.push(capacityDashboard(name));
}

/** Defines what is watched of the whole cluster, and of the watching itself, after everything that is scraped. */
export function defineAlerts(context: Context): void {
  const { environment, namespace, rows, telemetry } = context;
  const { alerts } = rows;
  const jobs = telemetry.targets.map(({ workload }) => ({ namespace: workload.namespace.name, job: workload.name }));
  telemetry.alert('cluster-scrapes', scrapeAlerts(jobs, alerts.scrapes));
  telemetry.alert('cluster-backups', alertsOfBackups(context));
  telemetry.alert('cluster-workloads', workloadAlerts(alerts.workloads));
  telemetry.alert('cluster-volumes', volumeAlerts(alerts.volumes));
  // Somebody else's Prometheus is watched by those who run it.
  if (environment.monitoring.kind === 'bundled') {
    telemetry.alert('cluster-prometheus', prometheusAlerts(namespace.name, alerts.prometheus));
  }
  telemetry.alert('observability-loki', lokiAlerts(namespace.name, alerts.loki));
  telemetry.alert('observability-tempo', tempoAlerts(namespace.name, alerts.tempo));
  telemetry.alert('observability-collector', collectorAlerts(namespace.name, alerts.collector));
  telemetry.alert('observability-grafana', grafanaAlerts(namespace.name, alerts.grafana));
  if (runsHere(rows.postgresql.provision)) {
    const database = { prefix: 'Grafana', namespace: namespace.name };
    telemetry.alert('observability-postgresql', postgresAlerts(database, alerts.postgresql));
  }
}

function alertsOfBackups({ telemetry: { backups } }: Context): Alert[] {
  return [
    ...backupAlerts(backups.map(({ namespace, cronJob, rpo }) => ({ namespace, cronJob, maxAge: rpo }))),
    ...recoveryAlerts(
      backups.flatMap(({ namespace, claims, dumpSize }) => claims.map((claim) => ({ namespace, claim, dumpSize }))),
    ),
  ];
}

import { backupAlerts } from '../../monitoring/alerts/backup-alerts';
import { prometheusAlerts } from '../../monitoring/alerts/prometheus-alerts';
import { scrapeAlerts } from '../../monitoring/alerts/scrape-alerts';
import { volumeAlerts } from '../../monitoring/alerts/volume-alerts';
import { workloadAlerts } from '../../monitoring/alerts/workload-alerts';
import { capacityDashboard } from '../../monitoring/dashboards/capacity-dashboard';
import { Context } from './context';

/** Defines the pages over the whole cluster, before whoever shows them. */
export function defineDashboards({ rows: { name }, telemetry }: Context): void {
  telemetry.dashboards.push(capacityDashboard(name));
}

/** Defines what is watched of the whole cluster, and of the watching itself, after everything that is scraped. */
export function defineAlerts({ environment, namespace, rows: { alerts }, telemetry }: Context): void {
  const jobs = telemetry.targets.map(({ workload }) => ({ namespace: workload.namespace.name, job: workload.name }));
  telemetry.alert('cluster-scrapes', scrapeAlerts(jobs, alerts.scrapes));
  const backups = telemetry.backups.map(({ rpo, ...backup }) => ({ ...backup, maxAge: rpo }));
  telemetry.alert('cluster-backups', backupAlerts(backups));
  telemetry.alert('cluster-workloads', workloadAlerts(alerts.workloads));
  telemetry.alert('cluster-volumes', volumeAlerts(alerts.volumes));
  // Somebody else's Prometheus is watched by those who run it.
  if (environment.monitoring.kind === 'bundled') {
    telemetry.alert('cluster-prometheus', prometheusAlerts(namespace.name, alerts.prometheus));
  }
}

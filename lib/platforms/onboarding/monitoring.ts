import { kafkaAlerts } from '../../monitoring/alerts/kafka-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { redisAlerts } from '../../monitoring/alerts/redis-alerts';
import { workflowAlerts } from '../../monitoring/alerts/workflow-alerts';
import { kafkaDashboard } from '../../monitoring/dashboards/dashboards';
import { redisDashboard } from '../../monitoring/dashboards/redis-dashboard';
import { postgresDashboard } from '../../monitoring/dashboards/store-dashboards';
import { workflowDashboard } from '../../monitoring/dashboards/workflow-dashboard';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ rows, telemetry }: Context): void {
  const { alerts, name: platform, namespace, redis, workflow } = rows;
  const about = { prefix: alerts.prefix, namespace };
  const groups = {
    workflow: workflowAlerts({ ...about, deployment: workflow.name }, alerts.workflow),
    kafka: kafkaAlerts(about, rows.kafka, alerts.kafka),
    postgresql: postgresAlerts(about, alerts.postgresql),
    redis: redis.enabled ? redisAlerts(about, alerts.redis) : [],
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);
  telemetry.dashboards.push(
    workflowDashboard({ platform, namespace }),
    kafkaDashboard({ platform, namespace }),
    postgresDashboard({ platform, namespace }),
    ...(redis.enabled ? [redisDashboard({ platform, namespace })] : []),
  );
}

import { kafkaAlerts, kafkaLagAlerts } from '../../monitoring/alerts/kafka-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { redisAlerts } from '../../monitoring/alerts/redis-alerts';
import { workflowAlerts } from '../../monitoring/alerts/workflow-alerts';
import { kafkaDashboard } from '../../monitoring/dashboards/dashboards';
import { redisDashboard } from '../../monitoring/dashboards/redis-dashboard';
import { postgresDashboard } from '../../monitoring/dashboards/store-dashboards';
import { workflowDashboard } from '../../monitoring/dashboards/workflow-dashboard';
import { runsHere } from '../../model/store';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ rows, telemetry }: Context): void {
  const { alerts, name: platform, namespace, redis, workflow } = rows;
  const about = { prefix: alerts.prefix, namespace };
  // Servers of somebody else are watched by those who run them.
  const hasKafka = runsHere(rows.kafka.provision);
  const hasPostgresql = runsHere(rows.postgresql.provision);
  const hasRedis = redis.enabled && runsHere(redis.provision);
  const groups = {
    workflow: workflowAlerts({ ...about, deployment: workflow.name }, alerts.workflow),
    kafka: hasKafka ? kafkaAlerts(about, rows.kafka, alerts.kafka) : kafkaLagAlerts(about, alerts.kafka),
    postgresql: hasPostgresql ? postgresAlerts(about, alerts.postgresql) : [],
    redis: hasRedis ? redisAlerts(about, alerts.redis) : [],
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);
  telemetry.dashboards.push(
    workflowDashboard({ platform, namespace }),
    ...(hasKafka ? [kafkaDashboard({ platform, namespace })] : []),
    ...(hasPostgresql ? [postgresDashboard({ platform, namespace })] : []),
    ...(hasRedis ? [redisDashboard({ platform, namespace })] : []),
  );
}

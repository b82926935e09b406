import { elasticsearchAlerts } from '../../monitoring/alerts/elasticsearch-alerts';
import { gatewayAlerts } from '../../monitoring/alerts/gateway-alerts';
import { kafkaAlerts } from '../../monitoring/alerts/kafka-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { redisAlerts } from '../../monitoring/alerts/redis-alerts';
import { serviceAlerts } from '../../monitoring/alerts/service-alerts';
import { kafkaDashboard, storesDashboard } from '../../monitoring/dashboards/dashboards';
import { gatewayDashboard, nodeServicesDashboard } from '../../monitoring/dashboards/gateway-dashboards';
import { redisDashboard } from '../../monitoring/dashboards/redis-dashboard';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ namespace, rows, telemetry }: Context): void {
  const { alerts, name: platform } = rows;
  const about = { prefix: alerts.prefix, namespace: namespace.name };
  const groups = {
    services: serviceAlerts(about, alerts.services),
    gateway: gatewayAlerts(about, alerts.gateway),
    kafka: kafkaAlerts(about, rows.kafka, alerts.kafka),
    postgresql: postgresAlerts(about, alerts.postgresql),
    redis: redisAlerts(about, alerts.redis),
    elasticsearch: elasticsearchAlerts(about, rows.elasticsearch, alerts.elasticsearch),
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);

  const shown = { platform, namespace: namespace.name };
  telemetry.dashboards.push(
    nodeServicesDashboard(shown),
    gatewayDashboard(shown),
    kafkaDashboard(shown),
    storesDashboard(shown),
    redisDashboard(shown),
  );
}

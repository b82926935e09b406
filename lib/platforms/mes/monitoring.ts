import { elasticsearchAlerts } from '../../monitoring/alerts/elasticsearch-alerts';
import { gatewayAlerts } from '../../monitoring/alerts/gateway-alerts';
import { kafkaAlerts, kafkaLagAlerts } from '../../monitoring/alerts/kafka-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { redisAlerts } from '../../monitoring/alerts/redis-alerts';
import { serviceAlerts } from '../../monitoring/alerts/service-alerts';
import { kafkaDashboard, storesDashboard } from '../../monitoring/dashboards/dashboards';
import { gatewayDashboard, nodeServicesDashboard } from '../../monitoring/dashboards/gateway-dashboards';
import { redisDashboard } from '../../monitoring/dashboards/redis-dashboard';
import { runsHere } from '../../model/store';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ namespace, rows, telemetry }: Context): void {
  const { alerts, name: platform } = rows;
  const about = { prefix: alerts.prefix, namespace: namespace.name };
  // Servers of somebody else are watched by those who run them.
  const hasKafka = runsHere(rows.kafka.provision);
  const hasRedis = runsHere(rows.redis.provision);
  const groups = {
    services: serviceAlerts(about, alerts.services),
    gateway: gatewayAlerts(about, alerts.gateway),
    kafka: hasKafka ? kafkaAlerts(about, rows.kafka, alerts.kafka) : kafkaLagAlerts(about, alerts.kafka),
    postgresql: runsHere(rows.postgresql.provision) ? postgresAlerts(about, alerts.postgresql) : [],
    redis: hasRedis ? redisAlerts(about, alerts.redis) : [],
    elasticsearch: elasticsearchAlerts(about, rows.elasticsearch, alerts.elasticsearch),
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);

  const shown = { platform, namespace: namespace.name };
  telemetry.dashboards.push(
    nodeServicesDashboard(shown),
    gatewayDashboard(shown),
    ...(hasKafka ? [kafkaDashboard(shown)] : []),
    storesDashboard(shown),
    ...(hasRedis ? [redisDashboard(shown)] : []),
  );
}

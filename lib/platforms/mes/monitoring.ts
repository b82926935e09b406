import { elasticsearchAlerts } from '../../monitoring/alerts/elasticsearch-alerts';
import { Programs } from '../../monitoring/alerts/availability';
import { gatewayAlerts } from '../../monitoring/alerts/gateway-alerts';
import { jaegerAlerts } from '../../monitoring/alerts/jaeger-alerts';
import { kafkaAlerts, kafkaLagAlerts } from '../../monitoring/alerts/kafka-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { programAlerts } from '../../monitoring/alerts/program-alerts';
import { redisAlerts } from '../../monitoring/alerts/redis-alerts';
import { serviceAlerts } from '../../monitoring/alerts/service-alerts';
import { kafkaDashboard } from '../../monitoring/dashboards/dashboards';
import { gatewayDashboard, nodeServicesDashboard } from '../../monitoring/dashboards/gateway-dashboards';
import { redisDashboard } from '../../monitoring/dashboards/redis-dashboard';
import { tracesDashboard } from '../../monitoring/dashboards/traces-dashboard';
import { storesDashboard } from '../../monitoring/dashboards/store-dashboards';
import { runsHere } from '../../model/store';
import { Context } from './context';

/** What runs, by who notices that it does not. */
export interface MesPrograms {
  readonly services: Programs;

  /** The way in: without it nobody reaches a service. */
  readonly needed: Programs;

  /** Where traces and logs go, and pages for people. */
  readonly helpful: Programs;
}

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ namespace, rows, telemetry }: Context, programs: MesPrograms): void {
  const { alerts, name: platform } = rows;
  const about = { prefix: alerts.prefix, namespace: namespace.name };
  // Servers of somebody else are watched by those who run them.
  const hasKafka = runsHere(rows.kafka.provision);
  const hasRedis = runsHere(rows.redis.provision);
  const groups = {
    services: serviceAlerts(about, alerts.services, programs.services),
    programs: programAlerts(about, alerts.programs, programs),
    gateway: gatewayAlerts(about, alerts.gateway),
    kafka: hasKafka ? kafkaAlerts(about, rows.kafka, alerts.kafka) : kafkaLagAlerts(about, alerts.kafka),
    postgresql: runsHere(rows.postgresql.provision) ? postgresAlerts(about, alerts.postgresql) : [],
    redis: hasRedis ? redisAlerts(about, alerts.redis) : [],
    jaeger: jaegerAlerts(about, alerts.jaeger),
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
    tracesDashboard(shown),
  );
}

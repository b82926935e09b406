import { Workload } from '../../constructs/workloads/workload';
import { elasticsearchAlerts } from '../../monitoring/alerts/elasticsearch-alerts';
import { kafkaAlerts, kafkaLagAlerts } from '../../monitoring/alerts/kafka-alerts';
import { keycloakAlerts } from '../../monitoring/alerts/keycloak-alerts';
import { mirrorAlerts } from '../../monitoring/alerts/mirror-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { programAlerts } from '../../monitoring/alerts/program-alerts';
import { serviceAlerts, springHttp } from '../../monitoring/alerts/service-alerts';
import { kafkaDashboard } from '../../monitoring/dashboards/dashboards';
import { keycloakDashboard } from '../../monitoring/dashboards/keycloak-dashboard';
import { springDashboard } from '../../monitoring/dashboards/spring-dashboard';
import { storesDashboard } from '../../monitoring/dashboards/store-dashboards';
import { runsHere } from '../../model/store';
import { programsOf } from '../programs';
import { Backends } from './backends';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring(
  { namespace, rows, telemetry }: Context,
  services: Iterable<Workload>,
  { keycloak: { keycloak }, schemaRegistry }: Backends,
): void {
  const { alerts, kafka, name: platform } = rows;
  const scope = { prefix: alerts.prefix, namespace: namespace.name };
  // Servers of somebody else are watched by those who run them.
  const hasKafka = runsHere(kafka.provision);
  const hasPostgresql = [rows.postgresql, rows.keycloakPostgresql].some(({ provision }) => runsHere(provision));
  const { mirror } = kafka;
  const copied = mirror && mirror.source.kind === 'own' ? mirror.topics : [];
  const groups = {
    services: serviceAlerts(scope, alerts.services, programsOf(services), springHttp),
    programs: programAlerts(scope, alerts.programs, { needed: programsOf([keycloak, schemaRegistry]) }),
    keycloak: keycloakAlerts(scope, alerts.keycloak),
    kafka: [
      ...(hasKafka ? kafkaAlerts(scope, kafka, alerts.kafka) : kafkaLagAlerts(scope, alerts.kafka)),
      ...(mirror ? mirrorAlerts(scope, { late: mirror.late, copied }) : []),
    ],
    postgresql: hasPostgresql ? postgresAlerts(scope, alerts.postgresql) : [],
    elasticsearch: elasticsearchAlerts(scope, rows.elasticsearch, alerts.elasticsearch),
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);

  const shown = { platform, namespace: namespace.name };
  telemetry.dashboards.push(
    springDashboard(shown),
    ...(hasKafka ? [kafkaDashboard(shown)] : []),
    storesDashboard(shown),
    keycloakDashboard({ ...shown, job: keycloak.name }),
  );
}

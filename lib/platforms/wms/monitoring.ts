import { Workload } from '../../constructs/workloads/workload';
import { MirrorRow } from '../../model/kafka-mirror';
import { runsHere } from '../../model/store';
import { elasticsearchAlerts } from '../../monitoring/alerts/elasticsearch-alerts';
import { kafkaAlerts, kafkaLagAlerts } from '../../monitoring/alerts/kafka-alerts';
import { mirrorAlerts } from '../../monitoring/alerts/mirror-alerts';
import { mongoAlerts } from '../../monitoring/alerts/mongo-alerts';
import { postgresAlerts } from '../../monitoring/alerts/postgres-alerts';
import { serviceAlerts } from '../../monitoring/alerts/service-alerts';
import { temporalAlerts } from '../../monitoring/alerts/temporal-alerts';
import {
  kafkaDashboard,
  mongoDashboard,
  servicesDashboard,
  temporalDashboard,
} from '../../monitoring/dashboards/dashboards';
import { storesDashboard } from '../../monitoring/dashboards/store-dashboards';
import { programsOf } from '../programs';
import { Context } from './context';

/** Defines what is watched of the platform, from the limits in its rows. */
export function defineMonitoring({ namespaces, rows, telemetry }: Context, services: Iterable<Workload>): void {
  const { alerts, name: platform } = rows;
  const about = (layer: keyof typeof namespaces) => ({ prefix: alerts.prefix, namespace: namespaces[layer].name });
  // Servers of somebody else are watched by those who run them.
  const hasMongodb = runsHere(rows.mongodb.provision);
  const hasKafka = runsHere(rows.kafka.provision);
  const hasTemporal = runsHere(rows.temporal.provision);
  const hasPostgresql = hasTemporal && runsHere(rows.postgresql.provision);
  const { mirror } = rows.kafka;
  const groups = {
    services: serviceAlerts(about('services'), alerts.services, programsOf(services)),
    mongodb: hasMongodb ? mongoAlerts(about('mongodb'), alerts.mongodb) : [],
    kafka: [
      ...(hasKafka
        ? kafkaAlerts(about('kafka'), rows.kafka, alerts.kafka)
        : kafkaLagAlerts(about('kafka'), alerts.kafka)),
      ...(mirror ? mirrorAlerts(about('kafka'), { late: mirror.late, copied: copiedTopics(mirror) }) : []),
    ],
    temporal: hasTemporal ? temporalAlerts(about('temporal'), alerts.temporal) : [],
    postgresql: hasPostgresql ? postgresAlerts(about('temporal'), alerts.postgresql) : [],
    elasticsearch: hasTemporal ? elasticsearchAlerts(about('temporal'), rows.elasticsearch, alerts.elasticsearch) : [],
  };
  for (const [subject, group] of Object.entries(groups)) telemetry.alert(`${platform}-${subject}`, group);

  telemetry.dashboards.push(
    servicesDashboard({ platform, namespace: namespaces.services.name }),
    ...(hasKafka ? [kafkaDashboard({ platform, namespace: namespaces.kafka.name })] : []),
    ...(hasMongodb ? [mongoDashboard({ platform, namespace: namespaces.mongodb.name })] : []),
    ...(hasTemporal
      ? [
          temporalDashboard({ platform, namespace: namespaces.temporal.name }),
          storesDashboard({ platform, namespace: namespaces.temporal.name }),
        ]
      : []),
  );
}

/** Topics that a mirror takes from our own brokers. */
const copiedTopics = ({ source, topics }: MirrorRow) => (source.kind === 'own' ? topics : []);

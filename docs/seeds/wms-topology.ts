import { clusters, dev, differs, everywhere, gone, prod, resources, same, SeedDocument, staging } from './figure';
import { wmsLeftOpen } from './wms-left-open';

const services = [
  'order-service',
  'waving-service',
  'routing-service',
  'picking-service',
  'consolidation-service',
  'packing-service',
  'shipping-service',
  'inventory-service',
  'labor-service',
] as const;
const roles = ['frontend', 'history', 'matching', 'worker'] as const;
const mongodb = 'mongodb/StatefulSet/mongodb';
const brokers = 'kafka/StatefulSet/kafka-broker';
const claims = 'spec.volumeClaimTemplates';
const volume = (size: string) => new RegExp(`"storage":"(${size})"`);
const observability = (name: string) => `observability/StatefulSet/${name}`;
const reaches = (service: string, peer: string, port: number) =>
  everywhere(`NetworkPolicy/${service}`, 'spec.egress', new RegExp(`"port":(${port}),[^[]*\\[[^[]*"${peer}"`));
const tier = 'spec.template.metadata.labels[platform-manifests/tier]';
const noZookeeper = ['Kafka 4 has no ZooKeeper', 13] as const;
const smallDev = ['one node in dev, where nothing is kept twice', 2] as const;

/** A dump may fill this disk, which is what could be read back in time (decision 40). */
const restorable = (cronJob: string) => {
  const disk =
    'spec.jobTemplate.spec.template.spec.volumes[dump].ephemeral.volumeClaimTemplate.spec.resources.requests.storage';
  return [staging(cronJob, disk, '8Gi'), prod(cronJob, disk, '16Gi')];
};

/** The row of a service: the document's replicas are the fewest of staging. */
const row = (name: string, amounts: readonly [string, string, string, string]) =>
  same(
    `${name}: requests and limits`,
    amounts.join(', '),
    ...resources(clusters, `Deployment/${name}`, 'service', amounts),
  );

// prettier-ignore
export const wmsTopology: SeedDocument = {
  number: '001',
  title: 'Infrastructure Topology',
  namespace: 'wms-platform',
  sections: [
    { heading: 'Infrastructure Overview', figures: [
      same('namespace of the services', 'wms-platform', ...services.map((name) => everywhere(`Deployment/${name}`, 'metadata.namespace')), everywhere('Deployment/orchestrator', 'metadata.namespace')),
      same('namespace of Temporal', 'temporal', ...roles.map((role) => everywhere(`temporal/Deployment/temporal-${role}`, 'metadata.namespace'))),
      same('namespace of Kafka', 'kafka', everywhere(brokers, 'metadata.namespace')),
      same('brokers', 3, clusters(brokers, 'spec.replicas')),
      differs('brokers in dev', 3, smallDev, dev(brokers, 'spec.replicas', 1)),
      differs('ZooKeeper', 'in kafka', noZookeeper, everywhere('kafka/StatefulSet/zookeeper', 'kind', gone)),
      same('namespace of MongoDB', 'mongodb', everywhere(mongodb, 'metadata.namespace')),
      same('MongoDB', 'a primary and two secondaries', clusters(mongodb, 'spec.replicas', 3)),
      same('namespace observability', 'Prometheus, Grafana, Tempo, Loki, OTel Collector', ...['prometheus', 'tempo', 'loki'].map((name) => everywhere(observability(name), 'metadata.namespace', 'observability')), ...['grafana', 'otel-collector'].map((name) => everywhere(`observability/Deployment/${name}`, 'metadata.namespace', 'observability'))),
      same('WAF', 'before the services', ...['order-service', 'waving-service'].map((name) => everywhere(`Ingress/${name}`, 'metadata.annotations[nginx.ingress.kubernetes.io/enable-modsecurity]', 'true'))),
      same('public: order and waving', 'behind the WAF', everywhere('Ingress/order-service', 'kind', 'Ingress'), everywhere('Ingress/waving-service', 'kind', 'Ingress')),
      differs('public: picking', 'behind the WAF', ['internal in the diagram that is about the network', 16], everywhere('Ingress/picking-service', 'kind', gone)),
      same('order to Kafka', 'drawn', reaches('order-service', 'kafka-broker', 9092)),
      same('order to MongoDB', 'drawn', reaches('order-service', 'mongodb', 27017)),
      same('orchestrator to Temporal', 'drawn', reaches('orchestrator', 'temporal-frontend', 7233)),
      same('shipping to the carriers', 'drawn', everywhere('NetworkPolicy/shipping-service', 'metadata.annotations[platform-manifests/reaches]', /^carrier APIs: \S+:443$/)),
      same('order to the collector', 'drawn', reaches('order-service', 'otel-collector', 4317)),
      same('collector to Tempo and Loki', 'drawn', everywhere('observability/ConfigMap/otel-collector', 'data[config.yaml].exporters', /tempo\.observability/), everywhere('observability/ConfigMap/otel-collector', 'data[config.yaml].exporters', /loki\.observability/)),
      same('Prometheus to Grafana', 'drawn', everywhere('observability/ConfigMap/grafana-datasources', 'data[datasources.yaml].datasources[Prometheus].url', /^http:\/\/prometheus\.observability/)),
    ] },
    { heading: 'Network Architecture', figures: [
      same('public services', 'Order API, Waving API', ...['order-service', 'waving-service'].map((name) => everywhere(`Deployment/${name}`, tier, 'public'))),
      same('internal services', 'orchestrator, picking, packing', ...['orchestrator', 'picking-service', 'packing-service'].map((name) => everywhere(`Deployment/${name}`, tier, 'internal'))),
      same('data network', 'MongoDB, Kafka, Temporal', everywhere(mongodb, tier, 'data'), everywhere(brokers, tier, 'data'), everywhere('temporal/Deployment/temporal-frontend', tier, 'data')),
      same('order to orchestrator', 'drawn', reaches('order-service', 'orchestrator', 8080)),
      same('orchestrator to picking', 'drawn', reaches('orchestrator', 'picking-service', 8004)),
      differs('load balancer', 'AWS ALB or GCP LB', ['that of the controller; ALB is another profile of the edge', 34], everywhere('Ingress/order-service', 'spec.ingressClassName', 'nginx')),
    ] },
    { heading: 'Application Services', figures: [
      ...services.map((name) => same(`${name}: replicas`, 2, staging(`HorizontalPodAutoscaler/${name}`, 'spec.minReplicas'))),
      differs('orchestrator: replicas', 3, ['the fewest in prod; two in staging, as everything', 17], staging('HorizontalPodAutoscaler/orchestrator', 'spec.minReplicas', 2), prod('HorizontalPodAutoscaler/orchestrator', 'spec.minReplicas', 3)),
      ...services.map((name) => row(name, ['100m', '128Mi', '500m', '512Mi'])),
      row('orchestrator', ['200m', '256Mi', '1000m', '1Gi']),
    ] },
    { heading: 'Infrastructure Components', figures: [
      same('MongoDB', '3-node ReplicaSet, 100Gi SSD', prod(mongodb, 'spec.replicas', 3), prod(mongodb, claims, volume('100Gi')), prod(mongodb, claims, /"storageClassName":"(ssd)"/)),
      differs('MongoDB in staging', '100Gi SSD', ['50Gi in the other document', 14], staging(mongodb, claims, volume('50Gi'))),
      same('Kafka', '3 brokers, 50Gi SSD each, replication factor 3', clusters(brokers, 'spec.replicas', 3), clusters(brokers, claims, volume('50Gi')), clusters(brokers, claims, /"storageClassName":"(ssd)"/), clusters('kafka/ConfigMap/kafka-broker', 'data[server.properties][default.replication.factor]', 3)),
      differs('ZooKeeper', '3 nodes, 10Gi SSD, quorum', [`${noZookeeper[0]}; three controllers of 20Gi are the quorum`, 13], clusters('kafka/StatefulSet/kafka-controller', 'spec.replicas', 3), clusters('kafka/StatefulSet/kafka-controller', claims, volume('20Gi'))),
      same('Temporal', '4 services', ...roles.map((role) => everywhere(`temporal/Deployment/temporal-${role}`, 'kind', 'Deployment'))),
      same('Temporal', '20Gi SSD', everywhere('temporal/StatefulSet/temporal-postgresql', claims, volume('20Gi'))),
      same('Temporal', 'multi-replica', prod('temporal/Deployment/temporal-frontend', 'spec.replicas', 3), staging('temporal/Deployment/temporal-frontend', 'spec.replicas', 2)),
      same('Prometheus', '1 replica, 100Gi', prod(observability('prometheus'), 'spec.replicas', 1), prod(observability('prometheus'), claims, volume('100Gi'))),
      same('Tempo', '1 replica, 100Gi', prod(observability('tempo'), 'spec.replicas', 1), prod(observability('tempo'), claims, volume('100Gi'))),
      differs('Prometheus, Tempo in staging', '100Gi', 'half of it for fewer pods', staging(observability('prometheus'), claims, volume('50Gi')), staging(observability('tempo'), claims, volume('50Gi'))),
    ] },
    { heading: 'Service Mesh', figures: [
      differs('Istio', 'optional', ['a row of the environment, off', 37], everywhere('/Namespace/wms-platform', 'metadata.labels[istio.io/rev]', gone)),
    ] },
    { heading: 'Storage Architecture', figures: [
      same('MongoDB', '3 × 100Gi', prod(mongodb, 'spec.replicas', 3), prod(mongodb, claims, volume('100Gi'))),
      same('Kafka', '3 × 50Gi', clusters(brokers, 'spec.replicas', 3), clusters(brokers, claims, volume('50Gi'))),
      same('Prometheus, Tempo, Loki', '100Gi each', ...['prometheus', 'tempo', 'loki'].map((name) => prod(observability(name), claims, volume('100Gi')))),
      same('storage class', 'SSD, gp3 or pd-ssd', everywhere('/StorageClass/ssd', 'parameters.type', 'gp3')),
    ] },
    { heading: 'Security Architecture', figures: [
      same('network policies', 'drawn', ...['wms-platform', 'mongodb', 'kafka', 'temporal'].map((name) => everywhere(`${name}/NetworkPolicy/default-deny`, 'spec.policyTypes', '["Ingress","Egress"]'))),
      same('pod security standards', 'drawn', ...['wms-platform', 'mongodb', 'kafka', 'temporal'].map((name) => everywhere(`/Namespace/${name}`, 'metadata.labels[pod-security.kubernetes.io/enforce]', 'restricted'))),
      differs('OIDC provider', 'drawn', 'of the cluster: the groups of its users are the row `readers`', everywhere('RoleBinding/readers', 'subjects', /"kind":"(Group)"/)),
      same('service accounts (their tokens are mounted)', 'drawn', ...services.map((name) => everywhere(`ServiceAccount/${name}`, 'automountServiceAccountToken', false))),
      same('RBAC', 'drawn', everywhere('RoleBinding/readers', 'roleRef.kind', 'ClusterRole')),
      same('external secrets', 'Vault or AWS SM', everywhere('ExternalSecret/mongodb-credentials', 'spec.secretStoreRef.kind', 'ClusterSecretStore'), clusters('/ClusterSecretStore/platform-secrets', 'spec.provider', /"(aws)"/)),
      differs('mutual TLS', 'drawn', ['with a mesh, which is a row of the environment, off', 37], everywhere('PeerAuthentication/default', 'kind', gone)),
      same('cert-manager', 'drawn', everywhere('Ingress/order-service', 'metadata.annotations[cert-manager.io/cluster-issuer]', /^letsencrypt/)),
    ] },
    { heading: 'High Availability', figures: [
      same('MongoDB: members, and how many may be away at once', 'a primary, two secondaries, failover', clusters(mongodb, 'spec.replicas', 3), clusters('mongodb/PodDisruptionBudget/mongodb', 'spec.maxUnavailable', 1)),
      same('Kafka', '3 brokers', clusters(brokers, 'spec.replicas', 3)),
      differs('wms.orders.events', '3 partitions', 'a sketch of how copies lie; the other document creates the topic with 6', everywhere('kafka/ConfigMap/kafka-topics', 'data[topics.txt][wms.orders.events]', /^(6) /)),
    ] },
    { heading: 'Disaster Recovery', figures: [
      same('MongoDB: RPO', '1 hour', clusters(mongodb, 'metadata.annotations[platform-manifests/rpo]', '1h')),
      same('MongoDB: RTO (the disk that a dump may fill)', '15 min', ...restorable('mongodb/CronJob/mongodb-restore')),
      differs('MongoDB: strategy', 'continuous backup and snapshots', ['dumps every half hour keep the same promise on any kind of disk', 38], clusters('mongodb/CronJob/mongodb-backup', 'spec.schedule', '*/30 * * * *')),
      same('Kafka: RPO (copies, and copies in sync)', '0, by replication', clusters('kafka/ConfigMap/kafka-broker', 'data[server.properties][default.replication.factor]', 3), clusters('kafka/ConfigMap/kafka-broker', 'data[server.properties][min.insync.replicas]', 2)),
      same('Kafka: RTO (brokers that may be away at once)', '5 min', clusters('kafka/PodDisruptionBudget/kafka-broker', 'spec.maxUnavailable', 1)),
      same('Temporal: RPO', '1 hour', clusters('temporal/StatefulSet/temporal-postgresql', 'metadata.annotations[platform-manifests/rpo]', '1h')),
      same('Temporal: RTO (the disk that a dump may fill)', '15 min', ...restorable('temporal/CronJob/temporal-postgresql-restore')),
      same('Temporal: strategy', 'database backup', clusters('temporal/CronJob/temporal-postgresql-backup', 'spec.schedule', '*/30 * * * *')),
      same('configuration: RPO (Argo CD heals)', 'real-time', everywhere('argocd/Application/wms', 'spec.syncPolicy.automated.selfHeal', true)),
      differs('configuration: RTO', '5 min', 'Argo CD asks Git every three minutes by itself; docs/recovery.md promises the five', everywhere('argocd/Application/wms', 'spec.source.path', /^dist\/(\w+)\/wms$/)),
    ] },
    { heading: 'Related Diagrams', silent: 'links' },
    wmsLeftOpen,
  ],
};

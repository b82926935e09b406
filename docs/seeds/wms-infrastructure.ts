import { SeedFigures, seedMinimum, seedProduction, SeedRow } from '../seed-capacity';
import {
  clusters,
  dev,
  differs,
  everywhere,
  Figure,
  gone,
  prod,
  resources,
  same,
  SeedDocument,
  staging,
} from './figure';

const mongodb = 'mongodb/StatefulSet/mongodb';
const brokers = 'kafka/StatefulSet/kafka-broker';
const controllers = 'kafka/StatefulSet/kafka-controller';
const brokerFile = 'kafka/ConfigMap/kafka-broker';
const property = (name: string) => `data[server.properties][${name}]`;
const roles = ['frontend', 'history', 'matching', 'worker'] as const;
const temporal = 'temporal/ConfigMap/temporal';
const temporalFile = (name: string) => `data[config.yaml][${name}]`;
const postgresql = 'temporal/StatefulSet/temporal-postgresql';
const elasticsearch = 'temporal/StatefulSet/temporal-elasticsearch';
const credentials = 'ExternalSecret/mongodb-credentials';
const namespaces = 'temporal/ConfigMap/temporal-namespaces';
const volume = (size: string) => new RegExp(`"storage":"(${size})"`);
const claims = 'spec.volumeClaimTemplates';
const wave = 'metadata.annotations[argocd.argoproj.io/sync-wave]';
const scrape = (job: string) => `data[prometheus.yml].scrape_configs[job_name=${job}]`;
const prometheus = 'observability/ConfigMap/prometheus-config';

const layered = ['layered, as the later document draws it', 12] as const;
const charts = ['the makers’ own images', 4] as const;
const smallDev = ['one node in dev, where nothing is kept twice', 2] as const;
const disk = ['100Gi in the later document, which stands for prod', 14] as const;

/** A topic; the document gives `retention.ms` and the compression to the first one alone. */
const topic = (name: string, partitions: number, settings = '') =>
  same(
    `topic ${name}`,
    `${partitions} partitions, replication factor 3${settings === '' ? '' : ', retention.ms 604800000, gzip'}`,
    clusters(
      'kafka/ConfigMap/kafka-topics',
      `data[topics.txt][${name}]`,
      new RegExp(`^${partitions} 3 - ${settings}.*retention\\.ms=604800000$`),
    ),
  );

const amounts = ({ cpu, memory, storage }: SeedFigures) =>
  [cpu, memory, storage].filter((amount) => amount !== '0').join(', ');

/** Lines of a table of sums, which docs/capacity.md computes again. */
const sums = (rows: readonly SeedRow[]): Figure[] =>
  rows.map(({ name, says, why }) => differs(name, amounts(says), `${why}; computed again in docs/capacity.md`));

// prettier-ignore
export const wmsInfrastructure: SeedDocument = {
  number: '000',
  title: 'WMS Platform - Infrastructure Deployment',
  namespace: 'wms-platform',
  sections: [
    { heading: 'Overview', figures: [
      same('components', 'MongoDB, Kafka, Temporal', everywhere(mongodb, 'metadata.name', 'mongodb'), everywhere(brokers, 'metadata.name', 'kafka-broker'), everywhere('temporal/Deployment/temporal-frontend', 'metadata.name', 'temporal-frontend')),
    ] },
    { heading: 'MongoDB Deployment: Installation', figures: [
      differs('chart', 'bitnami/mongodb', charts, everywhere(mongodb, 'spec.template.spec.containers[mongod].image', /library\/mongo:\S+/)),
      differs('namespace', 'wms-platform', layered, everywhere('/Namespace/mongodb', 'metadata.name', 'mongodb')),
      same('architecture', 'replicaset', everywhere(mongodb, 'spec.template.spec.containers[mongod].env[REPLICA_SET].value', 'rs0')),
    ] },
    { heading: 'MongoDB Deployment: Values File', figures: [
      same('replicaCount', 3, clusters(mongodb, 'spec.replicas')),
      differs('replicaCount in dev', 3, smallDev, dev(mongodb, 'spec.replicas', 1)),
      differs('auth.rootPassword, auth.password', 'in the values', ['out of the store of secrets', 7], everywhere('mongodb/ExternalSecret/mongodb-auth', 'spec.data', /"property":"(root-password)"/), everywhere('mongodb/ExternalSecret/mongodb-auth', 'spec.data', /"property":"(wmsuser-password)"/)),
      same('auth.username', 'wmsuser', everywhere('mongodb/ConfigMap/mongodb-replica-set', 'data[desired.json]', /"(wmsuser)"/)),
      same('auth.database', 'wms', everywhere(credentials, 'spec.target.template.data.uri', /:27017\/(wms)\?/)),
      same('auth.enabled', 'true', everywhere('mongodb/ConfigMap/mongodb', 'data[mongod.sh]', /--(keyFile)/)),
      same('persistence.size', '50Gi', staging(mongodb, claims, volume('50Gi'))),
      differs('persistence.size in prod', '50Gi', disk, prod(mongodb, claims, volume('100Gi'))),
      differs('persistence.size in dev', '50Gi', smallDev, dev(mongodb, claims, volume('10Gi'))),
      differs('storageClass', 'the default one', 'the later document asks for SSD', everywhere(mongodb, claims, /"storageClassName":"(ssd)"/)),
      same('resources', '250m, 512Mi, 1000m, 1Gi', ...resources(everywhere, mongodb, 'mongod', ['250m', '512Mi', '1000m', '1Gi'])),
      same('arbiter', 'none', everywhere('mongodb/StatefulSet/mongodb-arbiter', 'kind', gone)),
      same('metrics', 'on', everywhere(mongodb, 'spec.template.spec.containers[exporter].ports[metrics].containerPort', 9216)),
      differs('serviceMonitor.namespace', 'wms-platform', ['Prometheus finds pods; an operator gets monitors where an environment has one', 26], everywhere(prometheus, `${scrape('mongodb/mongodb:9216')}.job_name`, 'mongodb/mongodb:9216')),
      differs('backup.enabled', 'false, "configure if needed"', ['the later document promises an hour', 38], clusters('mongodb/CronJob/mongodb-backup', 'spec.schedule', '*/30 * * * *')),
    ] },
    { heading: 'MongoDB Deployment: Connection String', figures: [
      same('Secret', 'mongodb-credentials, key uri', everywhere(credentials, 'spec.target.name', 'mongodb-credentials'), everywhere(credentials, 'spec.target.template.data', /"(uri)":/)),
      differs('members', 'mongodb-0 to -2.mongodb-headless.wms-platform.svc.cluster.local:27017', layered, clusters(credentials, 'spec.target.template.data.uri', /(?:mongodb-[0-2]\.(mongodb-headless\.mongodb\.svc\.cluster\.local:27017),?){3}\//)),
      same('replicaSet', 'rs0', everywhere(credentials, 'spec.target.template.data.uri', /replicaSet=(rs0)/)),
      same('user and database', 'wmsuser, wms', everywhere(credentials, 'spec.target.template.data.uri', /^mongodb:\/\/(wmsuser):/), everywhere(credentials, 'spec.target.template.data.uri', /\/(wms)\?/)),
    ] },
    { heading: 'Kafka Deployment: Installation', figures: [
      differs('chart', 'bitnami/kafka', charts, everywhere(brokers, 'spec.template.spec.containers[kafka].image', /apache\/kafka:\S+/)),
      differs('namespace', 'wms-platform', layered, everywhere('/Namespace/kafka', 'metadata.name', 'kafka')),
      same('KRaft', 'on, no Zookeeper', dev(brokerFile, property('process.roles'), 'broker,controller'), clusters(brokerFile, property('process.roles'), 'broker')),
    ] },
    { heading: 'Kafka Deployment: Values File', figures: [
      same('controller.replicaCount', 3, clusters(controllers, 'spec.replicas')),
      differs('controller.replicaCount in dev', 3, ['one node is broker and controller', 13], dev(controllers, 'spec.replicas', gone)),
      same('controller: size', '20Gi', clusters(controllers, claims, volume('20Gi'))),
      same('broker.replicaCount', 3, clusters(brokers, 'spec.replicas')),
      differs('broker.replicaCount in dev', 3, smallDev, dev(brokers, 'spec.replicas', 1)),
      same('broker: size', '50Gi', everywhere(brokers, claims, volume('50Gi'))),
      same('broker: resources', '500m, 1Gi, 2000m, 2Gi', ...resources(everywhere, brokers, 'kafka', ['500m', '1Gi', '2000m', '2Gi'])),
      same('controller: resources, by the command line', '500m, 1Gi, 2000m, 2Gi', ...resources(clusters, controllers, 'kafka', ['500m', '1Gi', '2000m', '2Gi'])),
      same('listener of clients', 'PLAINTEXT', everywhere(brokerFile, property('listener.security.protocol.map'), /CLIENT:(PLAINTEXT)/)),
      same('listener of controllers', 'PLAINTEXT', everywhere(brokerFile, property('listener.security.protocol.map'), /CONTROLLER:(PLAINTEXT)/)),
      same('listener between brokers', 'PLAINTEXT', everywhere(brokerFile, property('listener.security.protocol.map'), /REPLICATION:(PLAINTEXT)/)),
      differs('listener for the outside', 'PLAINTEXT', 'nobody outside of the cluster is a client', everywhere(brokerFile, property('listener.security.protocol.map'), /^(?!.*EXTERNAL)(.*)$/)),
      same('defaultReplicationFactor', 3, clusters(brokerFile, property('default.replication.factor'))),
      same('offsetsTopicReplicationFactor', 3, clusters(brokerFile, property('offsets.topic.replication.factor'))),
      same('transactionStateLogReplicationFactor', 3, clusters(brokerFile, property('transaction.state.log.replication.factor'))),
      same('transactionStateLogMinIsr', 2, clusters(brokerFile, property('transaction.state.log.min.isr'))),
      differs('replication factors in dev', 3, smallDev, dev(brokerFile, property('default.replication.factor'), 1), dev(brokerFile, property('transaction.state.log.min.isr'), 1)),
      same('metrics.kafka', 'on', everywhere('kafka/Deployment/kafka-exporter', 'spec.template.spec.containers[exporter].ports', /"containerPort":(9308)/)),
      same('metrics.jmx', 'on', everywhere(brokers, 'spec.template.spec.containers[kafka].ports[jmx].containerPort', 9404)),
      same('logRetentionHours', 168, everywhere(brokerFile, property('log.retention.hours'))),
      same('logSegmentBytes', 1073741824, everywhere(brokerFile, property('log.segment.bytes'))),
    ] },
    { heading: 'Kafka Deployment: Create Topics', figures: [
      topic('wms.orders.events', 6, 'compression\\.type=gzip '),
      topic('wms.waves.events', 6), topic('wms.routing.events', 6), topic('wms.picking.events', 6),
      topic('wms.consolidation.events', 4), topic('wms.packing.events', 4), topic('wms.shipping.events', 4),
      topic('wms.inventory.events', 6), topic('wms.labor.events', 4),
      differs('replication factor in dev', 3, smallDev, dev('kafka/ConfigMap/kafka-topics', 'data[topics.txt][wms.orders.events]', /^6 (1) /)),
      differs('kafka-topics.sh --create', 'by hand', ['a Job that converges', 8], everywhere('kafka/Job/kafka-topics-*', 'spec.template.spec.containers[topics].env[CATALOGUE].value', '/etc/kafka-topics/topics.txt')),
    ] },
    { heading: 'Temporal Deployment: Installation', figures: [
      differs('chart', 'temporalio/temporal', charts, everywhere('temporal/Deployment/temporal-frontend', 'spec.template.spec.containers[frontend].image', /temporalio\/server:\S+/)),
      differs('namespace', 'wms-platform', layered, everywhere('/Namespace/temporal', 'metadata.name', 'temporal')),
    ] },
    { heading: 'Temporal Deployment: Values File', figures: [
      ...roles.map((role) => same(`server.replicaCount, ${role}`, 3, prod(`temporal/Deployment/temporal-${role}`, 'spec.replicas'))),
      differs('server.replicaCount in staging and dev', 3, ['fewer of each role', 2], staging('temporal/Deployment/temporal-frontend', 'spec.replicas', 2), dev('temporal/Deployment/temporal-frontend', 'spec.replicas', 1)),
      ...roles.map((role) => same(`server.resources, ${role}`, '200m, 512Mi, 1000m, 1Gi', ...resources(everywhere, `temporal/Deployment/temporal-${role}`, role, ['200m', '512Mi', '1000m', '1Gi']))),
      same('default store', 'sql, postgres', everywhere(temporal, temporalFile('pluginName'), 'postgres12')),
      same('host and port', 'temporal-postgresql:5432', everywhere(temporal, temporalFile('connectAddr'), /temporal-postgresql\.temporal\S+:5432/)),
      same('database', 'temporal', everywhere(temporal, temporalFile('databaseName'), /^"(temporal)"$/)),
      same('user', 'temporal', everywhere(temporal, temporalFile('user'), /^"(temporal)"$/)),
      same('maxConns', 20, everywhere(temporal, temporalFile('maxConns'))),
      same('maxIdleConns', 20, everywhere(temporal, temporalFile('maxIdleConns'))),
      differs('visibility', 'sql, temporal_visibility', ['a server has one primary store of it, and the document enables Elasticsearch for it, too; the database is kept at the current schema', 15],
        everywhere(temporal, temporalFile('visibilityStore'), 'visibility'), everywhere(temporal, 'data[config.yaml]', /visibility:\s+(elasticsearch):/), everywhere('temporal/Job/temporal-schema-*', 'spec.template.spec.containers[job].env[DATABASES].value', /(temporal_visibility)=postgresql/)),
      same('postgresql: size', '20Gi', everywhere(postgresql, claims, volume('20Gi'))),
      same('postgresql: resources', '250m, 512Mi, 1000m, 1Gi', ...resources(everywhere, postgresql, 'postgres', ['250m', '512Mi', '1000m', '1Gi'])),
      same('cassandra', 'off', everywhere('temporal/StatefulSet/cassandra', 'kind', gone)),
      same('elasticsearch: replicas', 3, clusters(elasticsearch, 'spec.replicas')),
      differs('elasticsearch: replicas in dev', 3, smallDev, dev(elasticsearch, 'spec.replicas', 1)),
      differs('elasticsearch: minimumMasterNodes', 2, ['Elasticsearch 7 and newer count their quorum themselves', 23], everywhere('temporal/ConfigMap/temporal-elasticsearch', 'data[elasticsearch.yml][discovery.zen.minimum_master_nodes]', gone), clusters(elasticsearch, 'spec.replicas', 3)),
      same('elasticsearch: size', '30Gi', everywhere(elasticsearch, claims, volume('30Gi'))),
      same('elasticsearch: resources', '500m, 1Gi, 2000m, 2Gi', ...resources(everywhere, elasticsearch, 'elasticsearch', ['500m', '1Gi', '2000m', '2Gi'])),
      same('web: replicaCount', 1, everywhere('temporal/Deployment/temporal-web', 'spec.replicas')),
      same('web: service', 'ClusterIP, 8080', everywhere('temporal/Service/temporal-web', 'spec.type', 'ClusterIP'), everywhere('temporal/Service/temporal-web', 'spec.ports[http].port', 8080)),
      same('web: ingress', 'off', everywhere('temporal/Ingress/temporal-web', 'kind', gone)),
      differs('prometheus, grafana', 'on, of the chart', ['the shared ones', 25], everywhere('observability/StatefulSet/prometheus', 'metadata.name', 'prometheus'), everywhere('observability/Deployment/grafana', 'metadata.name', 'grafana')),
    ] },
    { heading: 'Temporal Deployment: Create Namespace', figures: [
      same('frontend', 7233, everywhere('temporal/Service/temporal-frontend', 'spec.ports', /"port":(7233)/)),
      same('namespace of Temporal', 'wms-platform', everywhere(namespaces, 'data[namespaces.tsv]', /^(wms-platform)\t/), everywhere('ConfigMap/platform-config', 'data.TEMPORAL_NAMESPACE')),
      differs('registered with', 'tctl', ['deprecated, and no longer in the image of the tools', 18], everywhere(namespaces, 'data[namespace-registration-job.sh]', /(temporal operator) "\$@"/)),
    ] },
    { heading: 'Complete Deployment Order', figures: [
      same('1. MongoDB, Kafka, topics, Temporal, its namespace: waves', 'in this order', clusters(mongodb, wave, 1), clusters(brokers, wave, gone), clusters('kafka/Job/kafka-topics-*', wave, 1), clusters('temporal/Deployment/temporal-frontend', wave, 6), clusters('temporal/Job/temporal-namespaces-*', wave, 7)),
      differs('2. Secrets', 'after the stores', ['before those that read them', 11], everywhere('mongodb/ExternalSecret/mongodb-auth', wave, gone), everywhere(credentials, wave, gone)),
      same('3. services: waves', 'at last', ...['order-service', 'orchestrator', 'waving-service'].map((name) => clusters(`Deployment/${name}`, wave, /^([89]|1\d)$/))),
      differs('waits', '300s, 600s', ['Argo CD waits for every wave until it is healthy', 11]),
      same('4. Test', 'order-service, 8001, /health', everywhere('Service/order-service', 'spec.ports[http].port', 8001), everywhere('Deployment/order-service', 'spec.template.spec.containers[service].livenessProbe.httpGet.path', '/health')),
      same('4. HPA and PDB of the services', 'there', clusters('HorizontalPodAutoscaler/order-service', 'kind', 'HorizontalPodAutoscaler'), clusters('PodDisruptionBudget/order-service', 'kind', 'PodDisruptionBudget')),
    ] },
    { heading: 'Minimum Cluster Requirements', figures: [
      ...sums(seedMinimum),
      differs('total', '4.75 cores, 9.5Gi, 350Gi', 'the sum of the lines above, most of which leave something out; computed again in docs/capacity.md'),
    ] },
    { heading: 'Production Cluster Requirements', figures: [
      ...sums(seedProduction),
      differs('total', '21 cores, 27Gi, 390Gi', 'the sum of the lines above, most of which leave something out; computed again in docs/capacity.md'),
      differs('nodes', '6-8, of 4 vCPU and 16Gi', 'that is for one platform of four; the page shows how many all of them need, and that they fit (docs/capacity.md, row nodes.count of each environment)'),
    ] },
    { heading: 'Monitoring', figures: [
      differs('MongoDB', 'mongodb.wms-platform:9216/metrics', layered, everywhere(prometheus, `${scrape('mongodb/mongodb:9216')}.job_name`, 'mongodb/mongodb:9216')),
      differs('Kafka', 'kafka-0.wms-platform:9308/metrics', layered, everywhere(prometheus, `${scrape('kafka/kafka-exporter:9308')}.job_name`, 'kafka/kafka-exporter:9308')),
      differs('Temporal', 'temporal-frontend.wms-platform:9090/metrics', layered, ...roles.map((role) => everywhere(prometheus, `${scrape(`temporal/temporal-${role}:9090`)}.job_name`, `temporal/temporal-${role}:9090`))),
    ] },
    { heading: 'Backup and Recovery', figures: [
      differs('MongoDB', 'mongodump by hand', ['a CronJob', 38], clusters('mongodb/ConfigMap/mongodb-backup', 'data[mongo-dump.sh]', /(mongodump)/), clusters('mongodb/CronJob/mongodb-backup', 'spec.schedule', '*/30 * * * *')),
      differs('Kafka', 'MirrorMaker 2 for critical data', 'a row that is off until there is a second cluster', everywhere('kafka/Deployment/kafka-mirror', 'kind', gone)),
      differs('Kafka Connect to S3', 'for critical data', 'topics are read again from the databases that are dumped; a mirror is the way to a second copy'),
      differs('Temporal', 'pg_dump -U temporal by hand', ['a CronJob', 38], clusters('temporal/ConfigMap/temporal-postgresql-backup', 'data[postgres-dump.sh]', /(pg_dump)/), clusters('temporal/CronJob/temporal-postgresql-backup', 'spec.schedule', '*/30 * * * *')),
    ] },
    { heading: 'Troubleshooting', silent: 'commands for people' },
    { heading: 'Cleanup', figures: [
      differs('deletion of a namespace', 'deletes all claims', ['neither a deletion nor a pruning takes data along', 31], everywhere('/Namespace/mongodb', 'metadata.annotations[argocd.argoproj.io/sync-options]', 'Delete=false,Prune=false'), everywhere(mongodb, 'spec.persistentVolumeClaimRetentionPolicy.whenDeleted', 'Retain')),
    ] },
  ],
};

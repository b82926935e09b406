import { IConstruct } from 'constructs';
import { MONGO_EXPORTER_PORT } from '../../constructs/mongodb/mongo-exporter';
import { MONGO_PORT } from '../../constructs/mongodb/mongo-member';
import { MongoReplicaSet, MongoServers } from '../../constructs/mongodb/mongo-replica-set';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { ChartPods } from '../../constructs/workloads/chart-pods';
import { NAME_LABEL } from '../../constructs/workloads/endpoint';
import { imageReference } from '../../model/image';
import { charts } from '../charts';
import { defineRelease } from '../chart-release';
import { priority } from '../cluster-facts';
import { defineBundle, storeProps } from '../context';
import { secretBundles } from '../secrets';
import { Context } from './context';
import { MONGODB_CHART_KEYS, mongodbChartValues } from './mongodb-chart-values';

/** Bundle with the passwords of all users, and the keyfile of the servers. */
export const MONGODB_BUNDLE = 'wms/mongodb';

/** Name of the servers, and of what hangs on them. */
export const MONGODB = 'mongodb';

const AUTH = 'mongodb-auth';

/** Reference to a property of `MONGODB_BUNDLE`, for readers beside the servers. */
export const mongodbKey = (key: (typeof secretBundles)[typeof MONGODB_BUNDLE][number]) => ({ secret: AUTH, key });

/** Servers in this cluster. */
export interface MongodbServers {
  readonly servers: MongoServers;

  /** What is annotated with what may be lost of it. */
  readonly store: IConstruct;

  /** Names of the claims of all pods. */
  readonly claims: readonly string[];
}

/** Defines the servers as they are rendered here. */
export function defineMongodbServers(context: Context): MongodbServers {
  const { component, namespaces, rows } = context;
  const { exporterUser, exporter, members, replicaSet, rootUser, cache } = rows.mongodb;
  const namespace = namespaces.mongodb;
  const scope = component(MONGODB, 'mongodb');
  const secret = defineBundle(scope, AUTH, namespace, MONGODB_BUNDLE, context);
  const mongodb = new MongoReplicaSet(scope, MONGODB, {
    ...storeProps(rows.mongodb, context),
    namespace,
    members,
    replicaSet,
    rootUser,
    cache,
    rootPassword: mongodbKey('root-password'),
    keyfile: mongodbKey('keyfile'),
    exporter: {
      image: imageReference(exporter.image),
      resources: exporter.resources,
      userName: exporterUser,
      password: mongodbKey('exporter-password'),
    },
  });
  mongodb.node.addDependency(secret);
  context.scrape(mongodb.metricsTargets);
  return { servers: mongodb, store: mongodb, claims: mongodb.claims };
}

/** Defines the servers by the chart. Its pods, claims and Service have the names that ours have. */
export function defineMongodbChart(context: Context): MongodbServers {
  const { component, environment, namespaces, rows, store } = context;
  const { clusterDomain, storageClass } = environment;
  const { members, replicaSet, rootUser, resources, exporter, storage } = rows.mongodb;
  const namespace = namespaces.mongodb;
  const scope = component(MONGODB, 'mongodb');
  const secret = defineBundle(scope, AUTH, namespace, MONGODB_BUNDLE, context);
  const chartSecret = new ExternalSecret(scope, `${MONGODB}-chart`, {
    namespace: namespace.name,
    store,
    bundle: MONGODB_BUNDLE,
    properties: ['root-password', 'keyfile', 'exporter-password'],
    template: MONGODB_CHART_KEYS,
  });
  const headlessService = `${MONGODB}-headless`;
  const release = defineRelease(context, scope, {
    chart: charts.mongodb,
    release: MONGODB,
    namespace: namespace.name,
    values: mongodbChartValues(rows.mongodb, {
      clusterDomain,
      storageClass: storageClass.name,
      priorityClassName: priority.data,
      existingSecret: `${MONGODB}-chart`,
    }),
    services: [headlessService],
  });
  release.node.addDependency(secret, chartSecret);
  const pods = new ChartPods(scope, MONGODB, {
    namespace,
    component: 'database',
    replicas: members,
    storage,
    selectedBy: { [NAME_LABEL]: charts.mongodb.chart, 'app.kubernetes.io/instance': MONGODB },
    containers: [{ resources }, { resources: exporter.resources }],
  });
  if (members > 1) pods.connectTo(pods.peerEndpoint(MONGO_PORT));
  context.scrape([{ workload: pods, port: MONGO_EXPORTER_PORT }]);

  const domain = `${headlessService}.${namespace.name}.svc.${clusterDomain}`;
  const names = Array.from({ length: members }, (_, index) => `${MONGODB}-${index}`);
  const servers: MongoServers = {
    namespace,
    replicaSet,
    rootUser,
    rootPassword: mongodbKey('root-password'),
    addresses: names.map((name) => `${name}.${domain}:${MONGO_PORT}`),
    endpoint: () => ({ ...pods.endpoint(MONGO_PORT), after: [release] }),
  };
  return { servers, store: release, claims: names.map((name) => `datadir-${name}`) };
}

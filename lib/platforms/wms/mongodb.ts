import { Endpoint } from '../../constructs/workloads/endpoint';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { MONGO_EXPORTER_ROLES } from '../../constructs/mongodb/mongo-exporter';
import { MongoReplicaSet } from '../../constructs/mongodb/mongo-replica-set';
import { MongoReplicaSetJob } from '../../constructs/mongodb/mongo-replica-set-job';
import { imageReference } from '../../model/image';
import { secretBundles } from '../secrets';
import { defineBundle, jobProps, storeProps } from '../context';
import { Context } from './context';

const BUNDLE = 'wms/mongodb';
const AUTH = 'mongodb-auth';

/** Name of the Secret with the connection string, under the key `uri`, where services run. */
export const MONGODB_CREDENTIALS = 'mongodb-credentials';

/** Defines the replica set, the Job that founds it, and the connection string of the services. */
export function defineMongodb(context: Context): Endpoint {
  const { component, namespaces, rows, store } = context;
  const { serviceUser, exporterUser, exporter, members, replicaSet, rootUser, cache, resources } = rows.mongodb;
  const namespace = namespaces.mongodb;
  const key = (name: (typeof secretBundles)[typeof BUNDLE][number]) => ({ secret: AUTH, key: name });

  const server = component('mongodb', 'mongodb');
  const secret = defineBundle(server, AUTH, namespace, BUNDLE, context);
  const mongodb = new MongoReplicaSet(server, 'mongodb', {
    ...storeProps(rows.mongodb, context),
    namespace,
    members,
    replicaSet,
    rootUser,
    cache,
    resources,
    rootPassword: key('root-password'),
    keyfile: key('keyfile'),
    exporter: {
      image: imageReference(exporter.image),
      resources: exporter.resources,
      userName: exporterUser,
      password: key('exporter-password'),
    },
  });
  mongodb.node.addDependency(secret);
  context.scrape(mongodb.metricsTargets);

  const databases = Object.values(rows.services).flatMap(({ database }) => (database === undefined ? [] : [database]));
  const job = new MongoReplicaSetJob(component('mongodb-replica-set', 'mongodb'), 'mongodb-replica-set', {
    ...jobProps(rows.jobs),
    replicaSet: mongodb,
    image: imageReference(rows.mongodb.image),
    user: rows.mongodb.user,
    group: rows.mongodb.user,
    users: [
      {
        ...serviceUser,
        roles: databases.map((db) => ({ role: 'readWrite', db })),
        password: key('wmsuser-password'),
      },
      { name: exporterUser, database: 'admin', roles: MONGO_EXPORTER_ROLES, password: key('exporter-password') },
    ],
  });

  const credentials = new ExternalSecret(component(MONGODB_CREDENTIALS, 'mongodb.serviceUser'), MONGODB_CREDENTIALS, {
    namespace: namespaces.services.name,
    store,
    bundle: BUNDLE,
    properties: ['wmsuser-password'],
    template: { uri: mongodb.uri(serviceUser.name, '{{ .wmsuser_password }}', serviceUser.database) },
  });
  const endpoint = job.clientEndpoint();
  return { ...endpoint, after: [...endpoint.after, credentials] };
}

import { Endpoint } from '../../constructs/workloads/endpoint';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { MONGO_EXPORTER_ROLES } from '../../constructs/mongodb/mongo-exporter';
import { MongoReplicaSet } from '../../constructs/mongodb/mongo-replica-set';
import { MongoReplicaSetJob } from '../../constructs/mongodb/mongo-replica-set-job';
import { imageReference } from '../../model/image';
import { mongoArchive } from '../../constructs/backup/database-archive';
import { defineBackup } from '../backup';
import { ManagedStore } from '../../model/store';
import { secretBundles, suppliedBundles } from '../secrets';
import { defineBundle, jobProps, storeProps } from '../context';
import { Context } from './context';

const BUNDLE = 'wms/mongodb';
const MANAGED_BUNDLE = 'wms/mongodb-managed';
const AUTH = 'mongodb-auth';

/** Name of the Secret with the connection string, under the key `uri`, where services run. */
export const MONGODB_CREDENTIALS = 'mongodb-credentials';

/** Defines the connection string of the services, and the servers behind it where they are ours. */
export function defineMongodb(context: Context): readonly Endpoint[] {
  const { provision } = context.rows.mongodb;
  return provision.kind === 'managed' ? defineManaged(context, provision) : [defineReplicaSet(context)];
}

/** Somebody else's MongoDB: its connection string comes whole from the store of secrets. */
function defineManaged({ component, namespaces, store }: Context, { cidrs, port }: ManagedStore): Endpoint[] {
  const scope = component(MONGODB_CREDENTIALS, 'mongodb.provision');
  const credentials = new ExternalSecret(scope, MONGODB_CREDENTIALS, {
    namespace: namespaces.services.name,
    store,
    bundle: MANAGED_BUNDLE,
    properties: suppliedBundles[MANAGED_BUNDLE],
  });
  return cidrs.map((cidr) => ({ peer: { cidr }, ports: [{ port }], after: [credentials] }));
}

/** Defines the replica set, the Job that founds it, and the connection string of the services. */
function defineReplicaSet(context: Context): Endpoint {
  const { component, namespaces, rows, store } = context;
  const { serviceUser, exporterUser, backup, exporter, members, replicaSet, rootUser, cache } = rows.mongodb;
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
    // A replayed operation may be of any kind: the role restore is not enough, see docs/decisions/0039.
    roles: [{ name: backup.writerRole, privileges: [{ resource: { anyResource: true }, actions: ['anyAction'] }] }],
    users: [
      {
        ...serviceUser,
        roles: databases.map((db) => ({ role: 'readWrite', db })),
        password: key('wmsuser-password'),
      },
      { name: exporterUser, database: 'admin', roles: MONGO_EXPORTER_ROLES, password: key('exporter-password') },
      {
        name: backup.reader,
        database: 'admin',
        roles: [{ role: 'backup', db: 'admin' }],
        password: key('backup-password'),
      },
      {
        name: backup.writer,
        database: 'admin',
        roles: [{ role: backup.writerRole, db: 'admin' }],
        password: key('restore-password'),
      },
    ],
  });

  defineBackup(context, {
    namespace,
    store: mongodb,
    name: mongodb.name,
    row: 'mongodb.backup',
    user: rows.mongodb.user,
    dumpSize: backup.dumpSize,
    claims: mongodb.claims,
    archive: mongoArchive({
      image: imageReference(rows.mongodb.image),
      server: job.clientEndpoint(),
      replicaSet,
      addresses: mongodb.addresses,
      reader: { name: backup.reader, password: key('backup-password') },
      writer: { name: backup.writer, password: key('restore-password') },
    }),
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

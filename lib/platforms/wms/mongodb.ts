import { mongoArchive } from '../../constructs/backup/database-archive';
import { MONGO_EXPORTER_ROLES } from '../../constructs/mongodb/mongo-exporter';
import { mongoUri } from '../../constructs/mongodb/mongo-replica-set';
import { MongoReplicaSetJob } from '../../constructs/mongodb/mongo-replica-set-job';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { imageReference } from '../../model/image';
import { ExternalStore } from '../../model/store';
import { defineBackup } from '../backup';
import { jobProps } from '../context';
import { externalEndpoint } from '../external-endpoint';
import { suppliedBundles } from '../secrets';
import { Context } from './context';
import {
  defineMongodbChart,
  defineMongodbServers,
  MONGODB,
  MONGODB_BUNDLE,
  mongodbKey,
  MongodbServers,
} from './mongodb-servers';

const EXTERNAL_BUNDLE = 'wms/mongodb-external';

/** Name of the Secret with the connection string, under the key `uri`, where services run. */
export const MONGODB_CREDENTIALS = 'mongodb-credentials';

/** Defines the connection string of the services, and the servers behind it where they are ours. */
export function defineMongodb(context: Context): Endpoint {
  const { provision } = context.rows.mongodb;
  switch (provision.kind) {
    case 'rendered':
      return defineSet(context, defineMongodbServers(context));
    case 'chart':
      return defineSet(context, defineMongodbChart(context));
    case 'external':
      return defineExternal(context, provision);
  }
}

/** Somebody else's MongoDB: its connection string comes whole from the store of secrets. */
function defineExternal({ component, namespaces, store }: Context, provision: ExternalStore): Endpoint {
  const scope = component(MONGODB_CREDENTIALS, 'mongodb.provision');
  const credentials = new ExternalSecret(scope, MONGODB_CREDENTIALS, {
    namespace: namespaces.services.name,
    store,
    bundle: EXTERNAL_BUNDLE,
    properties: suppliedBundles[EXTERNAL_BUNDLE],
  });
  return externalEndpoint(provision, [credentials]);
}

/** Defines the Job that makes a set and its users of servers, their backup, and the connection string of the services. */
function defineSet(context: Context, { servers, store: backedUp, claims }: MongodbServers): Endpoint {
  const { component, namespaces, rows, store } = context;
  const { serviceUser, exporterUser, backup, replicaSet } = rows.mongodb;
  const databases = Object.values(rows.services).flatMap(({ database }) => (database === undefined ? [] : [database]));
  const job = new MongoReplicaSetJob(component('mongodb-replica-set', 'mongodb'), 'mongodb-replica-set', {
    ...jobProps(rows.jobs),
    replicaSet: servers,
    image: imageReference(rows.mongodb.image),
    user: rows.mongodb.user,
    group: rows.mongodb.user,
    // A replayed operation may be of any kind: the role restore is not enough, see docs/decisions/0039.
    roles: [{ name: backup.writerRole, privileges: [{ resource: { anyResource: true }, actions: ['anyAction'] }] }],
    users: [
      {
        ...serviceUser,
        roles: databases.map((db) => ({ role: 'readWrite', db })),
        password: mongodbKey('wmsuser-password'),
      },
      { name: exporterUser, database: 'admin', roles: MONGO_EXPORTER_ROLES, password: mongodbKey('exporter-password') },
      {
        name: backup.reader,
        database: 'admin',
        roles: [{ role: 'backup', db: 'admin' }],
        password: mongodbKey('backup-password'),
      },
      {
        name: backup.writer,
        database: 'admin',
        roles: [{ role: backup.writerRole, db: 'admin' }],
        password: mongodbKey('restore-password'),
      },
    ],
  });

  defineBackup(context, {
    namespace: namespaces.mongodb,
    store: backedUp,
    name: MONGODB,
    row: 'mongodb.backup',
    user: rows.mongodb.user,
    dumpSize: backup.dumpSize,
    claims,
    archive: mongoArchive({
      image: imageReference(rows.mongodb.image),
      server: job.clientEndpoint(),
      replicaSet,
      addresses: servers.addresses,
      reader: { name: backup.reader, password: mongodbKey('backup-password') },
      writer: { name: backup.writer, password: mongodbKey('restore-password') },
    }),
  });

  const { name: user, database } = serviceUser;
  const credentials = new ExternalSecret(component(MONGODB_CREDENTIALS, 'mongodb.serviceUser'), MONGODB_CREDENTIALS, {
    namespace: namespaces.services.name,
    store,
    bundle: MONGODB_BUNDLE,
    properties: ['wmsuser-password'],
    template: { uri: mongoUri(servers, { user, password: '{{ .wmsuser_password }}', database }) },
  });
  const endpoint = job.clientEndpoint();
  return { ...endpoint, after: [...endpoint.after, credentials] };
}

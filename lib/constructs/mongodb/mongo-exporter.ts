import { Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { EXPORTER_PROBES } from '../pods/exporter-probes';

/** The metrics exporter of a MongoDB server. */
export interface MongoExporter {
  /** Reference of an image `percona/mongodb_exporter`. */
  readonly image: string;
  readonly resources: Resources;

  /** User of the database `admin` with the roles `MONGO_EXPORTER_ROLES`. */
  readonly userName: string;

  /** Password of that user. */
  readonly password: SecretKey;
}

/** Port of the exporter. */
export const MONGO_EXPORTER_PORT = 9216;

/** Roles that the exporter's user needs. */
export const MONGO_EXPORTER_ROLES = [
  { role: 'clusterMonitor', db: 'admin' },
  { role: 'read', db: 'local' },
] as const;

/** Renders the exporter as a container beside the server, which it asks over the loopback interface. */
export function renderMongoExporter(
  { image, resources, userName, password }: MongoExporter,
  serverPort: number,
): ContainerProps {
  return {
    name: 'exporter',
    image,
    resources,
    args: [
      // Without the first one there are no server metrics at all, without the second no state of the set.
      '--collector.diagnosticdata',
      '--collector.replicasetstatus',
      // Names such as mongodb_mongod_replset_member_replication_lag, which dashboards go by.
      '--compatible-mode',
    ],
    env: {
      MONGODB_URI: `mongodb://127.0.0.1:${serverPort}/admin`,
      MONGODB_USER: userName,
      MONGODB_PASSWORD: password,
    },
    ports: { metrics: MONGO_EXPORTER_PORT },
    probes: EXPORTER_PROBES,
  };
}

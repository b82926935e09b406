import { Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { EXPORTER_PROBES } from '../pods/exporter-probes';
import { secretFiles } from '../pods/mount';

/** The metrics exporter of a PostgreSQL server. */
export interface PostgresExporter {
  /** Reference of an image `prometheuscommunity/postgres-exporter`, 0.11 or newer. */
  readonly image: string;
  readonly resources: Resources;
}

/** Port of the exporter. */
export const POSTGRES_EXPORTER_PORT = 9187;

const SECRET_FOLDER = '/run/secrets/exporter';

/** Renders the exporter as a container beside the server, which it asks over the loopback interface. */
export function renderPostgresExporter(
  { image, resources }: PostgresExporter,
  userName: string,
  password: SecretKey,
  serverPort: number,
): ContainerProps {
  return {
    name: 'exporter',
    image,
    resources,
    env: {
      DATA_SOURCE_URI: `127.0.0.1:${serverPort}/postgres?sslmode=disable`,
      DATA_SOURCE_USER: userName,
      DATA_SOURCE_PASS_FILE: `${SECRET_FOLDER}/${password.key}`,
    },
    ports: { metrics: POSTGRES_EXPORTER_PORT },
    probes: EXPORTER_PROBES,
    mounts: [secretFiles('password', SECRET_FOLDER, password.secret, [password.key])],
  };
}

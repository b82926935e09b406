import { Resources } from '../../model/quantity';
import { ContainerProps } from '../pods/container';
import { SecretKey } from '../pods/env';
import { secretFiles } from '../pods/mount';
import { Probes } from '../pods/probe';

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
    probes,
    mounts: [secretFiles('password', SECRET_FOLDER, password.secret, [password.key])],
  };
}

// Not the metrics themselves: they would ask the server, and restart the exporter for the server's failure.
const check = { http: '/', port: 'metrics' } as const;
const probes: Probes = {
  startup: { check, period: '5s', timeout: '3s', failures: 12 },
  readiness: { check, period: '10s', timeout: '3s', failures: 3 },
  liveness: { check: { tcp: 'metrics' }, period: '20s', timeout: '5s', failures: 3 },
};

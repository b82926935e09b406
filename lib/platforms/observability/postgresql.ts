import { Postgres } from '../../constructs/postgresql/postgres';
import { imageReference } from '../../model/image';
import { definePostgresBackup } from '../backup';
import { defineBundle, storeProps } from '../context';
import { SecretBundle } from '../secrets';
import { Context } from './context';

const NAME = 'grafana-postgresql';
const SECRET = `${NAME}-auth`;
const BUNDLE: SecretBundle = 'observability/postgresql';

/** Defines the server that keeps what people saved in Grafana. */
export function definePostgresql(context: Context): Postgres {
  const { component, namespace, rows } = context;
  const { resources, maxConnections, settings, sharedMemory, superuser, exporter } = rows.postgresql;
  const scope = component(NAME, 'postgresql');
  const secret = defineBundle(scope, SECRET, namespace, BUNDLE, context);
  const postgres = new Postgres(scope, NAME, {
    ...storeProps(rows.postgresql, context),
    namespace,
    resources,
    maxConnections,
    settings,
    sharedMemory,
    superuser,
    database: rows.grafana.database,
    password: { secret: SECRET, key: 'password' },
    exporter: { image: imageReference(exporter.image), resources: exporter.resources },
  });
  postgres.node.addDependency(secret);
  context.scrape(postgres.metricsTargets);
  definePostgresBackup(context, {
    namespace,
    row: 'postgresql.backup',
    postgres,
    image: rows.postgresql.image,
    user: rows.postgresql.user,
    dumpSize: rows.postgresql.backup.dumpSize,
    databases: [rows.grafana.database],
  });
  return postgres;
}

import { Postgres } from '../../constructs/postgresql/postgres';
import { imageReference } from '../../model/image';
import { SecretBundle } from '../secrets';
import { defineBundle, storeProps } from '../context';
import { Context } from './context';

const NAME = 'temporal-postgresql';
const SECRET = `${NAME}-auth`;
const BUNDLE: SecretBundle = 'wms/postgresql';

/** Defines the server that keeps Temporal's workflows. */
export function definePostgresql(context: Context): Postgres {
  const { component, namespaces, rows } = context;
  const { resources, maxConnections, settings, sharedMemory, superuser, exporter } = rows.postgresql;
  const namespace = namespaces.temporal;
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
    password: { secret: SECRET, key: 'password' },
    exporter: { image: imageReference(exporter.image), resources: exporter.resources },
  });
  postgres.node.addDependency(secret);
  context.scrape(postgres.metricsTargets);
  return postgres;
}

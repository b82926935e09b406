import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { Postgres } from '../../constructs/postgresql/postgres';
import { imageReference } from '../../model/image';
import { SecretBundle, secretBundles } from '../secrets';
import { Context, storeProps } from './context';

const NAME = 'temporal-postgresql';
const SECRET = `${NAME}-auth`;
const BUNDLE: SecretBundle = 'wms/postgresql';

/** Defines the server that keeps Temporal's workflows. */
export function definePostgresql(context: Context): Postgres {
  const { component, namespaces, rows, store } = context;
  const { resources, maxConnections, settings, sharedMemory, superuser, exporter } = rows.postgresql;
  const namespace = namespaces.temporal;
  const scope = component(NAME, 'postgresql');
  const secret = new ExternalSecret(scope, SECRET, {
    namespace: namespace.name,
    store,
    bundle: BUNDLE,
    properties: secretBundles[BUNDLE],
  });
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

import { postgresArchive } from '../constructs/backup/database-archive';
import { Component } from '../constructs/component';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { clientConnections, Postgres, PostgresAccess } from '../constructs/postgresql/postgres';
import { ExternalSecret } from '../constructs/secrets/external-secret';
import { SecretKey } from '../constructs/pods/env';
import { seconds } from '../model/duration';
import { Column } from '../model/environment';
import { imageReference } from '../model/image';
import { defineBackup } from './backup';
import { backupBounds } from './backup-bounds';
import { defineBundle, PlatformContext, storeProps } from './context';
import { externalEndpoint } from './external-endpoint';
import { SecretBundle, secretBundles } from './secrets';
import { PostgresRow } from './store-rows';

/** A bundle that holds the password of a superuser. */
export type PasswordBundle = {
  [B in SecretBundle]: 'password' extends (typeof secretBundles)[B][number] ? B : never;
}[SecretBundle];

/** A PostgreSQL server of a platform, its secret and its backup. */
export interface PostgresProps {
  readonly namespace: PlatformNamespace;

  /** Name of the server: its Secret is `<name>-auth`, its backup `<name>-backup`, its restore `<name>-restore`. */
  readonly name: string;

  /** Where the server stands in the table: `postgresql`. */
  readonly row: string;

  /** What stands there. */
  readonly values: Column<PostgresRow>;

  /** Bundle whose property `password` is the superuser's; all of it is in the server's Secret. */
  readonly bundle: PasswordBundle;

  /** Databases that hold something: all of them are dumped. */
  readonly databases: readonly string[];

  /**
   * The one of them that the server is founded with; whoever runs an external one makes it.
   *
   * @default - none, but for `postgres`, which the server makes for itself: whoever needs a database makes it
   */
  readonly founded?: string;
}

/**
 * Defines a server, scraped, and dumped where the environment has a bucket to keep its dumps in. Of one that somebody else
 * runs, the Secret with the passwords remains.
 */
export function definePostgres(context: PlatformContext, props: PostgresProps): PostgresAccess {
  const { namespace, name, row, values, bundle } = props;
  const { provision } = values;
  const scope = context.component(name, provision.kind === 'external' ? `${row}.provision` : row);
  const password: SecretKey = { secret: `${name}-auth`, key: 'password' };
  const secret = defineBundle(scope, password.secret, namespace, bundle, context);
  if (provision.kind === 'rendered') return defineServer(context, scope, props, { secret, password });
  const { host, port } = provision;
  return {
    superuser: values.superuser,
    password,
    host,
    port,
    address: `${host}:${port}`,
    clientConnections: clientConnections(values.maxConnections),
    endpoint: () => externalEndpoint(provision, [secret]),
  };
}

function defineServer(
  context: PlatformContext,
  scope: Component,
  props: PostgresProps,
  { secret, password }: { readonly secret: ExternalSecret; readonly password: SecretKey },
): Postgres {
  const { namespace, name, values, founded } = props;
  const { maxConnections, settings, sharedMemory, superuser, exporter } = values;
  const postgres = new Postgres(scope, name, {
    ...storeProps(values, context),
    namespace,
    maxConnections,
    settings,
    sharedMemory,
    superuser,
    ...(founded !== undefined && { database: founded }),
    password,
    exporter: { image: imageReference(exporter.image), resources: exporter.resources },
  });
  postgres.node.addDependency(secret);
  context.scrape(postgres.metricsTargets);
  dump(context, props, postgres);
  return postgres;
}

function dump(context: PlatformContext, props: PostgresProps, postgres: Postgres): void {
  const { namespace, name, row, values, databases } = props;
  defineBackup(context, {
    namespace,
    store: postgres,
    name,
    row: `${row}.backup`,
    user: values.user,
    dumpSize: values.backup.dumpSize,
    claims: postgres.claims,
    archive: postgresArchive({
      image: imageReference(values.image),
      server: postgres.endpoint(),
      host: postgres.host,
      port: postgres.port,
      role: postgres.superuser,
      password: postgres.password,
      databases,
      connectTimeoutSeconds: seconds(backupBounds.connectTimeout),
    }),
  });
}

import { FlywayJob } from '../../constructs/postgresql/flyway-job';
import { PostgresDatabasesJob } from '../../constructs/postgresql/postgres-databases-job';
import { SecretKey } from '../../constructs/pods/env';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { imageReference } from '../../model/image';
import { jobProps } from '../context';
import { definePostgres } from '../postgres';
import { ownImage } from '../service-props';
import { Context } from './context';

/** The engine's database as the engine sees it. */
export interface Database {
  readonly host: string;
  readonly port: number;
  readonly name: string;
  readonly user: SecretKey;
  readonly password: SecretKey;

  /** The server, once the schema is current. */
  readonly endpoint: Endpoint;
}

/** Secret with the name and the password of the engine's role. */
const SECRET = 'onboarding-db-secret';

const BUNDLE = 'onboarding/postgresql';

/** Defines the server, then the database and its role, then the schema of the engine's version. */
export function defineDatabase(context: Context): Database {
  const { component, environment, namespace, rows, store } = context;
  const { name, role, extensions, flyway } = rows.database;
  const postgres = definePostgres(context, {
    namespace,
    name: 'onboarding-postgresql',
    row: 'postgresql',
    values: rows.postgresql,
    bundle: BUNDLE,
    databases: [name],
  });

  const scope = component('onboarding-database', 'database');
  const secret = new ExternalSecret(scope, SECRET, {
    namespace: namespace.name,
    store,
    bundle: BUNDLE,
    properties: ['onboarding-password'],
    template: { username: role, password: '{{ .onboarding_password }}' },
  });
  const user = { secret: SECRET, key: 'username' };
  const password = { secret: SECRET, key: 'password' };
  const job = { ...jobProps(rows.jobs), namespace };
  const { host, port, superuser } = postgres;
  const database = new PostgresDatabasesJob(scope, 'onboarding-database', {
    ...job,
    image: imageReference(rows.postgresql.image),
    user: rows.postgresql.user,
    server: postgres.endpoint(),
    host,
    port,
    superuser,
    password: postgres.password,
    databases: { [name]: { role, password, extensions } },
  });
  database.node.addDependency(secret);

  const schema = new FlywayJob(component('onboarding-schema', 'database.flyway'), 'onboarding-schema', {
    ...job,
    image: imageReference(flyway.image),
    user: flyway.user,
    migrations: {
      image: ownImage(environment, rows.workflow.name, rows.workflow.version),
      folder: flyway.folder,
    },
    server: { ...postgres.endpoint(), after: [database] },
    url: `jdbc:postgresql://${host}:${port}/${name}`,
    role: user,
    password,
  });
  return { host, port, name, user, password, endpoint: { ...postgres.endpoint(), after: [schema] } };
}

import { PostgresDatabasesJob } from '../../constructs/postgresql/postgres-databases-job';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { imageReference } from '../../model/image';
import { jobProps } from '../context';
import { definePostgres } from '../postgres';
import { Context } from './context';

/** The databases as services see them. */
export interface Databases {
  /** The server, once every database is there. */
  readonly endpoint: Endpoint;

  /** Connection string of a database. `password` is what it holds where the password belongs. */
  url(database: string, password: string): string;
}

/** Bundle with the passwords of all databases. */
export const DATABASE_BUNDLE = 'mes/postgresql';

/** Property of `DATABASE_BUNDLE` with the password of a service: `auth-password` is that of `auth-service`. */
export const passwordProperty = (service: string): string => `${service.replace(/-service$/, '')}-password`;

/** Defines the server, and the Job that makes a database and a user for each service. */
export function defineDatabases(context: Context): Databases {
  const { component, namespace, rows } = context;
  const services = Object.entries(rows.services);
  const postgres = definePostgres(context, {
    namespace,
    name: 'postgresql',
    row: 'postgresql',
    values: rows.postgresql,
    bundle: DATABASE_BUNDLE,
    databases: services.map(([, { database }]) => database),
  });
  const { host, port, superuser, password } = postgres;
  const { image, user } = rows.postgresql;
  const job = new PostgresDatabasesJob(component('postgresql-databases', 'services'), 'postgresql-databases', {
    ...jobProps(rows.jobs),
    namespace,
    image: imageReference(image),
    user,
    server: postgres.endpoint(),
    host,
    port,
    superuser,
    password,
    databases: Object.fromEntries(
      services.map(([name, { database }]) => [
        database,
        { role: database, password: { secret: password.secret, key: passwordProperty(name) } },
      ]),
    ),
  });
  return {
    endpoint: { ...postgres.endpoint(), after: [job] },
    // The role of a database has its name.
    url: (database, secret) => `postgresql://${database}:${secret}@${host}:${port}/${database}`,
  };
}

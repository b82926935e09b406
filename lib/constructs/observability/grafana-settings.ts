import { Env, SecretKey } from '../pods/env';
import { Mount, secretFiles } from '../pods/mount';
import { Endpoint } from '../workloads/endpoint';

/** Where Grafana keeps users, sessions and what people saved: a PostgreSQL. */
export interface GrafanaDatabase {
  /** `host:port`. */
  readonly address: string;
  readonly name: string;
  readonly user: string;
  readonly password: SecretKey;
  readonly server: Endpoint;

  /** Connections that one pod opens at most. */
  readonly maxConnections: number;

  /** Connections that the server has for clients. */
  readonly availableConnections: number;
}

/** Secrets that Grafana reads at its start. */
export interface GrafanaSecrets {
  /** Password of the user `admin`: set by the first start on an empty database, and by no later one. */
  readonly adminPassword: SecretKey;

  /** Key that secrets in the database are encrypted with. */
  readonly secretKey: SecretKey;
  readonly databasePassword: SecretKey;
}

/** Port of the pages, of the API and of its metrics. */
export const GRAFANA_PORT = 3000;

const SECRET_FOLDER = '/run/secrets/grafana';

/** Variable that each secret is given by, as the path of a file. */
const VARIABLES: Readonly<Record<keyof GrafanaSecrets, string>> = {
  adminPassword: 'GF_SECURITY_ADMIN_PASSWORD__FILE',
  secretKey: 'GF_SECURITY_SECRET_KEY__FILE',
  databasePassword: 'GF_DATABASE_PASSWORD__FILE',
};

/** Renders settings as variables: nothing is written to the pod's disk, and nobody outside is asked for anything. */
export function renderGrafanaSettings({ address, name, user, maxConnections }: GrafanaDatabase): Env {
  return {
    GF_SERVER_HTTP_PORT: String(GRAFANA_PORT),
    GF_LOG_MODE: 'console',
    GF_DATABASE_TYPE: 'postgres',
    GF_DATABASE_HOST: address,
    GF_DATABASE_NAME: name,
    GF_DATABASE_USER: user,
    GF_DATABASE_SSL_MODE: 'disable',
    GF_DATABASE_MAX_OPEN_CONN: String(maxConnections),
    GF_AUTH_ANONYMOUS_ENABLED: 'false',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
    GF_PLUGINS_PLUGIN_ADMIN_ENABLED: 'false',
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
  };
}

/** Renders the paths of secrets as variables. */
export function renderSecretPaths(secrets: GrafanaSecrets): Env {
  return Object.fromEntries(entries(secrets).map(([name, { key }]) => [VARIABLES[name], `${folderOf(name)}/${key}`]));
}

/** Mounts secrets, each in a folder of its own. */
export function mountSecrets(secrets: GrafanaSecrets): Mount[] {
  return entries(secrets).map(([name, { secret, key }]) => secretFiles(kebab(name), folderOf(name), secret, [key]));
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const folderOf = (name: string): string => `${SECRET_FOLDER}/${kebab(name)}`;
const entries = (secrets: GrafanaSecrets) => Object.entries(secrets) as [keyof GrafanaSecrets, SecretKey][];

import { Keycloak } from '../../constructs/keycloak/keycloak';
import { KeycloakRealm } from '../../constructs/keycloak/keycloak-realm';
import { SecretKey } from '../../constructs/pods/env';
import { Column } from '../../model/environment';
import { imageReference } from '../../model/image';
import { priority } from '../cluster-facts';
import { defineBundle } from '../context';
import { definePostgres } from '../postgres';
import { Context } from './context';
import { OrderRows } from './rows';

/** Keycloak as services see it. */
export interface Identity {
  readonly keycloak: Keycloak;

  /** Secret of a client of the realm. */
  secretOf(client: string): SecretKey;
}

const NAME = 'keycloak';
const SECRET = `${NAME}-auth`;
const secretOf = (client: string): SecretKey => ({ secret: SECRET, key: `${client}-secret` });

/** Defines Keycloak with its database, and the realm whose clients are the services. */
export function defineKeycloak(context: Context): Identity {
  const { component, environment, namespace, rows } = context;
  const { image, user, replicas, resources, buildResources, heapPercent, scratch, probes, rollout } = rows.keycloak;
  const { adminUser, database, poolSize } = rows.keycloak;
  const postgres = definePostgres(context, {
    namespace,
    name: `${NAME}-postgresql`,
    row: 'keycloakPostgresql',
    values: rows.keycloakPostgresql,
    bundle: 'order/keycloak-postgresql',
    databases: [database],
    founded: database,
  });
  const realm = realmOf(rows);
  const scope = component(NAME, 'keycloak');
  const secret = defineBundle(scope, SECRET, namespace, 'order/keycloak', context);
  const keycloak = new Keycloak(scope, NAME, {
    ...rollout,
    namespace,
    image: imageReference(image),
    user,
    replicas,
    resources,
    buildResources,
    heapPercent,
    scratch,
    probes,
    realm,
    clientSecrets: Object.fromEntries(Object.keys(realm.clients).map((client) => [client, secretOf(client)])),
    admin: { name: adminUser, password: { secret: SECRET, key: 'admin-password' } },
    database: {
      host: postgres.host,
      port: postgres.port,
      name: database,
      user: postgres.superuser,
      password: postgres.password,
      poolSize,
    },
    server: postgres.endpoint(),
    availableConnections: postgres.clientConnections,
    clusterDomain: environment.clusterDomain,
    priorityClassName: priority.service,
  });
  keycloak.node.addDependency(secret);
  context.scrape(keycloak.metricsTargets);
  return { keycloak, secretOf };
}

function realmOf({ keycloak: { realm } }: Column<OrderRows>): KeycloakRealm {
  const clients = Object.entries(realm.clients).map(([id, client]) => [
    id,
    { ...client, secretVariable: `${id.toUpperCase().replaceAll('-', '_')}_SECRET` },
  ]);
  return { ...realm, clients: Object.fromEntries(clients) as KeycloakRealm['clients'] };
}

import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { order } from '../../lib/platforms/order/config';
import { columns } from './columns';
import { container, find, HOST, SERVICES, settings } from './order-objects';
import { Any } from './read-dist';

// Figures: 'event-sourced order platform' of the platforms' tables, dev / staging / prod.

describe('identity', () => {
  const realm = (environment: EnvironmentName) =>
    JSON.parse(settings(environment, 'keycloak-realm')['order-platform-realm.json']);

  const serverOf = (environment: EnvironmentName) =>
    find(environment, 'Deployment', 'keycloak').spec.template.spec.containers[0];

  test.each(columns(1, 2, 2))('%s: Keycloak has %d pods on a database of its own', (environment, replicas) => {
    const { spec } = find(environment, 'Deployment', 'keycloak');
    const [server] = spec.template.spec.containers;
    const env = Object.fromEntries(server.env.map(({ name, value }: Any) => [name, value]));
    expect([spec.replicas, server.args]).toEqual([replicas, ['start', '--optimized', '--import-realm']]);
    expect([env.KC_DB, env.KC_DB_URL_HOST, env.KC_CACHE]).toEqual([
      'postgres',
      `keycloak-postgresql.${HOST}`,
      replicas > 1 ? 'ispn' : 'local',
    ]);
    expect(find(environment, 'StatefulSet', 'keycloak-postgresql').spec.replicas).toBe(1);
  });

  test.each(ENVIRONMENTS)(
    '%s: the realm has the roles of the rows, and a client for each service that uses it',
    (environment) => {
      const { realm: name, roles, clients } = realm(environment);
      expect([name, roles.realm.map((role: Any) => role.name)]).toEqual([
        'order-platform',
        ['admin', 'analyst', 'ops'],
      ]);
      expect(Object.fromEntries(roles.realm.map((role: Any) => [role.name, role.description]))).toEqual(
        order.keycloak.realm.roles,
      );
      const users = SERVICES.filter((service) => order.services[service].uses.includes('keycloak'));
      expect(clients.map(({ clientId }: Any) => clientId)).toEqual(users);
    },
  );

  test.each(ENVIRONMENTS)(
    '%s: no client is public or sends people to a page, and the gateway alone takes passwords',
    (environment) => {
      for (const client of realm(environment).clients) {
        expect(client).toMatchObject({ publicClient: false, standardFlowEnabled: false, serviceAccountsEnabled: true });
        expect(client.directAccessGrantsEnabled).toBe(client.clientId === 'api-gateway');
        // An address to be sent back to would be one to be stolen from.
        expect(Object.keys(client).filter((key) => /redirect|origin|url/i.test(key))).toEqual([]);
      }
    },
  );

  test.each(ENVIRONMENTS)(
    '%s: the realm holds no secret but placeholders, which the server fills from the store',
    (environment) => {
      const text: string = settings(environment, 'keycloak-realm')['order-platform-realm.json'];
      const env = serverOf(environment).env as Any[];
      const { data } = find(environment, 'ExternalSecret', 'keycloak-auth').spec;
      const stored = data.map(({ secretKey }: Any) => secretKey);
      const secrets = [...text.matchAll(/"(?:secret|[a-z]*password|credentials?|privateKey)": (.*?),?\n/gi)];
      expect(secrets).toHaveLength(SERVICES.length);
      for (const [, value = ''] of secrets) {
        const [, variable] = /^"\$\{(\w+)\}"$/.exec(value) ?? [];
        const { valueFrom } = env.find(({ name }) => name === variable);
        expect(valueFrom.secretKeyRef.name).toBe('keycloak-auth');
        expect(stored).toContain(valueFrom.secretKeyRef.key);
      }
    },
  );

  test.each(ENVIRONMENTS)(
    '%s: each service proves itself as its own client, by the secret that the server knows',
    (environment) => {
      for (const { clientId, secret } of realm(environment).clients) {
        const held = serverOf(environment).env.find(({ name }: Any) => `\${${name}}` === secret);
        const used = container(environment, clientId).env.find(({ name }: Any) =>
          name.endsWith('_KEYCLOAK_CLIENTSECRET'),
        );
        expect(held.valueFrom.secretKeyRef).toEqual({ name: 'keycloak-auth', key: `${clientId}-secret` });
        expect(used.valueFrom).toEqual(held.valueFrom);
        expect(settings(environment, clientId).SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTID).toBe(
          clientId,
        );
      }
    },
  );

  test.each(ENVIRONMENTS)(
    '%s: tokens name the realm at an address that is a Service, and every service asks there',
    (environment) => {
      const { value: url } = serverOf(environment).env.find(({ name }: Any) => name === 'KC_HOSTNAME');
      const { hostname, port } = new URL(url);
      const { metadata, spec } = find(environment, 'Service', 'keycloak');
      expect(hostname).toBe(`${metadata.name}.${metadata.namespace}.svc.cluster.local`);
      expect(spec.ports.map((each: Any) => String(each.port))).toContain(port);
      const issuers = SERVICES.flatMap((name) =>
        Object.entries(settings(environment, name)).filter(([key]) => key.endsWith('_ISSUERURI')),
      );
      expect(issuers).toHaveLength(2 * SERVICES.length);
      expect(new Set(issuers.map(([, issuer]) => issuer))).toEqual(
        new Set([`${url}/realms/${realm(environment).realm}`]),
      );
    },
  );

  test.each(ENVIRONMENTS)(
    '%s: the file is named after the realm, and mounted where the server imports from',
    (environment) => {
      const { volumes } = find(environment, 'Deployment', 'keycloak').spec.template.spec;
      const { name } = volumes.find(({ configMap }: Any) => configMap?.name === 'keycloak-realm');
      const mount = serverOf(environment).volumeMounts.find((each: Any) => each.name === name);
      expect(mount.mountPath).toBe('/opt/keycloak/data/import');
      expect(Object.keys(settings(environment, 'keycloak-realm'))).toEqual([`${realm(environment).realm}-realm.json`]);
    },
  );
});

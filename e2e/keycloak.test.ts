import { Any } from '../__tests__/dist/read-dist';
import { keycloak as keycloakMetrics } from '../lib/monitoring/metrics/keycloak';
import { findUnreported } from './exposition';
import { forAllTests } from './harness/for-all-tests';
import { RenderedKeycloak, SECRETS } from './rendered-keycloak';

const keycloak = forAllTests(() => RenderedKeycloak.start(), 15);

const REALM = '/realms/order-platform';
const ADMIN = '/admin/realms/order-platform';
const SECRET_OF: Readonly<Record<string, string | undefined>> = {
  'api-gateway': SECRETS['API_GATEWAY_SECRET'],
  'order-command-service': SECRETS['ORDER_COMMAND_SERVICE_SECRET'],
  'order-query-service': SECRETS['ORDER_QUERY_SERVICE_SECRET'],
};
const clients = Object.keys(SECRET_OF);

const token = (realm: string, form: Readonly<Record<string, string>>) =>
  keycloak().ask(`${realm}/protocol/openid-connect/token`, { method: 'POST', body: new URLSearchParams(form) });
const claimsOf = (jwt: string): Any => JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
const asClient = (client: string, secret = SECRET_OF[client] ?? '') =>
  token(REALM, { grant_type: 'client_credentials', client_id: client, client_secret: secret });
const asPerson = (client: string) =>
  token(REALM, {
    grant_type: 'password',
    client_id: client,
    client_secret: SECRET_OF[client] ?? '',
    username: 'ada',
    password: 'Lovelace1815',
  });

/** Asks as the administrator that the first start made. */
async function administer(path: string, method = 'GET', body?: object) {
  const { body: answer } = await token('/realms/master', {
    grant_type: 'password',
    client_id: 'admin-cli',
    username: 'admin',
    password: SECRETS['KC_BOOTSTRAP_ADMIN_PASSWORD'] ?? '',
  });
  const headers = { authorization: `Bearer ${answer.access_token}`, 'content-type': 'application/json' };
  return keycloak().ask(`${ADMIN}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

test('the program that was compiled in the copy starts, and answers every probe and the scraper', async () => {
  const [{ startupProbe, readinessProbe, livenessProbe }] = keycloak().spec.containers;
  const paths = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => httpGet.path);
  for (const path of [...paths, '/metrics']) expect([path, await keycloak().status(path)]).toEqual([path, 200]);
  expect(keycloak().log()).not.toMatch(/Read-only|AccessDenied|Permission denied/i);
});

test('it reports what alerts and the dashboard read, requests and memory among it by the names of Spring Boot', async () => {
  const shared = { http_server_requests_seconds_count: ['status', 'uri'], jvm_memory_used_bytes: ['area'] };
  const read = { ...keycloakMetrics, metrics: { ...keycloakMetrics.metrics, ...shared } };
  expect(findUnreported(read, [await keycloak().metrics()])).toEqual([]);
});

test.each(clients)(
  '%s gets a token by the secret that stood in its place, issued by the address of the manifests',
  async (client) => {
    const { status, body } = await asClient(client);
    expect(status).toBe(200);
    const [{ env }] = keycloak().spec.containers;
    const { value: url } = env.find(({ name }: Any) => name === 'KC_HOSTNAME');
    expect(claimsOf(body.access_token)).toMatchObject({ iss: `${url}${REALM}`, azp: client });
    expect(body.expires_in).toBe(300);
  },
);

test('a placeholder is no secret, and neither is that of another client', async () => {
  expect((await asClient('api-gateway', '${API_GATEWAY_SECRET}')).status).toBe(401);
  expect((await asClient('api-gateway', SECRET_OF['order-query-service'])).status).toBe(401);
});

test('the three roles are there, and the gateway alone lets people in, with the roles that they hold', async () => {
  const { body: roles } = await administer('/roles');
  expect(roles.map(({ name }: Any) => name)).toEqual(expect.arrayContaining(['admin', 'ops', 'analyst']));
  const credentials = [{ type: 'password', value: 'Lovelace1815', temporary: false }];
  const person = {
    username: 'ada',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'L',
    enabled: true,
    credentials,
  };
  expect((await administer('/users', 'POST', person)).status).toBe(201);
  const { body: found } = await administer('/users?username=ada');
  const held = roles.filter(({ name }: Any) => name === 'ops');
  expect((await administer(`/users/${found[0].id}/role-mappings/realm`, 'POST', held)).status).toBe(204);

  const { status, body } = await asPerson('api-gateway');
  expect(status).toBe(200);
  expect(claimsOf(body.access_token).realm_access.roles).toContain('ops');
  expect((await asPerson('order-command-service')).body.error).toBe('unauthorized_client');
});

test('a later start leaves the realm as it is: what was changed there stays', async () => {
  expect((await administer('/roles/analyst', 'DELETE')).status).toBe(204);
  await keycloak().restart();
  expect((await administer('/roles/analyst')).status).toBe(404);
  expect((await asPerson('api-gateway')).status).toBe(200);
}, 360_000);

test('an import into the running server brings an edited role back, and leaves everything else', async () => {
  const roles = { realm: [{ name: 'analyst', description: 'Reads orders' }] };
  const { status, body } = await administer('/partialImport', 'POST', { ifResourceExists: 'OVERWRITE', roles });
  expect([status, body.added]).toEqual([200, 1]);
  expect((await administer('/roles/analyst')).body.description).toBe('Reads orders');
  expect((await asPerson('api-gateway')).status).toBe(200);
});

import { Testing } from 'cdk8s';
import { Keycloak, KeycloakProps } from '../../../lib/constructs/keycloak/keycloak';
import { renderRealm } from '../../../lib/constructs/keycloak/keycloak-realm';
import { Any } from '../../dist/read-dist';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

const secret = (key: string) => ({ secret: 'keycloak-auth', key });
const client = (name: string) => ({
  description: name,
  secretVariable: `${name.toUpperCase()}_SECRET`,
  logsPeopleIn: name === 'web',
});
const realm = {
  name: 'shop',
  roles: { seller: 'Sells', buyer: 'Buys' },
  clients: { web: client('web'), stock: client('stock') },
  accessTokenSeconds: 300,
};

function define(overrides: Partial<KeycloakProps> = {}) {
  const chart = Testing.chart();
  const keycloak = new Keycloak(chart, 'keycloak', {
    namespace: namespaceIn(chart),
    image: 'registry.example/keycloak:26.6.4',
    user: 1000,
    replicas: 2,
    resources: SMALL,
    buildResources: SMALL,
    heapPercent: 65,
    scratch: '512Mi',
    probes: TIMINGS,
    realm,
    clientSecrets: { web: secret('web'), stock: secret('stock') },
    admin: { name: 'root', password: secret('admin') },
    database: { host: 'db', port: 5432, name: 'id', user: 'id', password: secret('db'), poolSize: 20 },
    server: { peer: { namespace: 'data', labels: { app: 'db' } }, ports: [{ port: 5432 }], after: [] },
    availableConnections: 95,
    clusterDomain: 'cluster.local',
    terminationGrace: '60s',
    priorityClassName: 'platform',
    minReady: '10s',
    progressDeadline: '600s',
    ...overrides,
  });
  const find: ReturnType<typeof objectsOf> = (kind, name) => objectsOf(chart)(kind, name);
  return { keycloak, find, pod: () => (find('Deployment', 'keycloak').spec as Any).template.spec };
}

const problems = (overrides: Partial<KeycloakProps>) => define(overrides).keycloak.node.validate();
const variables = ({ env }: Any) =>
  Object.fromEntries(env.map(({ name, value, valueFrom }: Any) => [name, value ?? valueFrom]));

test('the program is copied out of the image, compiled, and mounted in its place', () => {
  const { initContainers, containers, volumes } = define().pod();
  const [copy, build] = initContainers;
  const program = (container: Any) => container.volumeMounts.find(({ name }: Any) => name === 'program').mountPath;
  expect(copy.command).toEqual(['cp', '-a', '/opt/keycloak/lib/quarkus/.', program(copy)]);
  expect(build.command).toEqual(['/opt/keycloak/bin/kc.sh', 'build']);
  expect([program(build), program(containers[0])]).toEqual(['/opt/keycloak/lib/quarkus', '/opt/keycloak/lib/quarkus']);
  expect(volumes.find(({ name }: Any) => name === 'program')).toEqual({
    name: 'program',
    emptyDir: { sizeLimit: '512Mi' },
  });
});

test('it starts with the options that it was compiled for, and no other ones', () => {
  const { initContainers, containers } = define().pod();
  const built = variables(initContainers[1]);
  expect(containers[0].args).toEqual(['start', '--optimized', '--import-realm']);
  expect(variables(containers[0])).toMatchObject(built);
  expect(Object.keys(built).sort()).toEqual(['KC_DB', 'KC_HEALTH_ENABLED', 'KC_METRICS_ENABLED']);
});

test('the kubelet and the scraper ask on the port of the management, clients on another', () => {
  const { keycloak, pod } = define();
  const [{ ports, startupProbe, readinessProbe, livenessProbe }] = pod().containers;
  const asked = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet }) => [httpGet.port, httpGet.path]);
  expect(asked).toEqual([
    ['management', '/health/started'],
    ['management', '/health/ready'],
    ['management', '/health/live'],
  ]);
  expect(ports.map(({ name, containerPort }: Any) => [name, containerPort])).toEqual([
    ['http', 8080],
    ['management', 9000],
    ['cluster', 7800],
    ['failures', 57800],
  ]);
  expect(keycloak.endpoint().ports).toEqual([{ port: 8080 }]);
  expect(keycloak.metricsTargets.map(({ port }) => port)).toEqual([9000]);
});

test('several pods share their sessions, and reach each other; one alone does not look for others', () => {
  const reached = (find: ReturnType<typeof define>['find']) =>
    (find('NetworkPolicy', 'keycloak').spec as Any).egress.flatMap(({ ports }: Any) =>
      ports.map(({ port }: Any) => port),
    );
  const [two, one] = [define(), define({ replicas: 1 })];
  expect(variables(two.pod().containers[0])).toMatchObject({
    KC_CACHE: 'ispn',
    KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } },
  });
  expect(reached(two.find)).toEqual(expect.arrayContaining([7800, 57800]));
  const alone = variables(one.pod().containers[0]);
  expect(alone.KC_CACHE).toBe('local');
  expect(alone).not.toHaveProperty('KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS');
  expect(one.pod().containers[0].ports).toHaveLength(2);
  expect(reached(one.find)).not.toContain(7800);
});

test('every placeholder of the realm is a variable of the server, by reference', () => {
  const { find, pod } = define();
  const text: string = (find('ConfigMap', 'keycloak-realm').data as Any)['shop-realm.json'];
  const named = [...text.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);
  const held = variables(pod().containers[0]);
  expect(named.sort()).toEqual(['STOCK_SECRET', 'WEB_SECRET']);
  expect(named.map((name = '') => held[name])).toEqual([
    { secretKeyRef: { name: 'keycloak-auth', key: 'stock' } },
    { secretKeyRef: { name: 'keycloak-auth', key: 'web' } },
  ]);
});

test('the realm names its roles and clients in order, whatever the order of the rows', () => {
  const turned = { ...realm, roles: { buyer: 'Buys', seller: 'Sells' } };
  expect(renderRealm(turned)).toBe(renderRealm(realm));
  const { roles, clients, sslRequired } = JSON.parse(renderRealm(realm));
  expect(roles.realm).toEqual([
    { name: 'buyer', description: 'Buys' },
    { name: 'seller', description: 'Sells' },
  ]);
  expect(clients.map(({ clientId, directAccessGrantsEnabled }: Any) => [clientId, directAccessGrantsEnabled])).toEqual([
    ['stock', false],
    ['web', true],
  ]);
  expect(clients.every(({ publicClient, standardFlowEnabled }: Any) => !publicClient && !standardFlowEnabled)).toBe(
    true,
  );
  expect(sslRequired).toBe('external');
});

test('tokens name the address of the Service', () => {
  const { keycloak, pod } = define();
  expect(keycloak.issuer).toBe('http://keycloak.data.svc.cluster.local:8080/realms/shop');
  expect(variables(pod().containers[0]).KC_HOSTNAME).toBe('http://keycloak.data.svc.cluster.local:8080');
});

test.each<[string, Partial<KeycloakProps>, string]>([
  ['no pod', { replicas: 0 }, 'replicas must be a whole number from 1, got 0'],
  [
    'too much heap',
    { heapPercent: 80 },
    'heapPercent must be from 50 to 75, got 80; half of the memory is taken at start',
  ],
  [
    'too little memory',
    { resources: { ...SMALL, limits: { cpu: '1', memory: '512Mi' } } },
    'resources.limits.memory must be at least 1Gi, got 512Mi',
  ],
  [
    'more connections than the server has',
    { availableConnections: 50 },
    'database.poolSize of 3 pods must be at most 50, got 60; one pod more runs during a roll-out',
  ],
  [
    'a client without a secret',
    { clientSecrets: { web: secret('web') } },
    'clientSecrets must have one for every client of the realm, got none for stock',
  ],
  [
    'a realm with a name that no address takes',
    { realm: { ...realm, name: 'My shop' } },
    "realm.name must be of a-z, 0-9 and -, as it stands in addresses, got 'My shop'",
  ],
  ['no role', { realm: { ...realm, roles: {} } }, 'realm.roles must name at least one role, got none'],
  [
    'tokens of a day',
    { realm: { ...realm, accessTokenSeconds: 86_400 } },
    'realm.accessTokenSeconds must be from 60 to 3600, got 86400; a token cannot be taken back while it lives',
  ],
  [
    'two clients with one secret',
    { realm: { ...realm, clients: { web: client('web'), stock: client('web') } } },
    'realm.clients must each have a secret of its own, got WEB_SECRET for two',
  ],
])('%s is refused', (_, overrides, message) => {
  expect(problems(overrides)).toEqual([message]);
});

test('what is right is not refused', () => {
  expect(problems({})).toEqual([]);
});

import { Testing } from 'cdk8s';
import { CertificateAuthority } from '../../../lib/constructs/certificates/certificate-authority';
import { ServingCertificate } from '../../../lib/constructs/certificates/serving-certificate';
import { Kong, KongProps } from '../../../lib/constructs/kong/kong';
import { Any } from '../../dist/read-dist';
import { namespaceIn, objectsOf, SMALL, TIMINGS } from '../support';

function define(changed: Partial<KongProps> = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart, 'shop');
  const authority = new CertificateAuthority(chart, 'ca', {
    namespace: 'shop',
    duration: '87600h',
    renewBefore: '8760h',
  });
  const peer = (app: string, port: number) => ({
    peer: { namespace: 'shop', labels: { app } },
    ports: [{ port }],
    after: [],
  });
  const kong = new Kong(chart, 'gate', {
    namespace,
    image: 'registry.example/kong:3.9.3',
    user: 1000,
    resources: SMALL,
    probes: TIMINGS,
    terminationGrace: '30s',
    priorityClassName: 'platform',
    minReady: '5s',
    progressDeadline: '600s',
    replicas: 2,
    workers: 1,
    prefixSize: '256Mi',
    scratch: '64Mi',
    rules: {
      services: [
        { name: 'orders', host: 'orders.shop.svc', port: 8080, path: '/orders', open: [], requestsPerMinute: 60 },
      ],
      origins: ['https://shop.example.com'],
      requestIdHeader: 'X-Request-ID',
      issuer: 'shop',
    },
    tokenSecret: { store: { name: 'vault', remoteKey: (key) => key }, bundle: 'shop/gate', property: 'token-secret' },
    counters: {
      host: 'redis',
      port: 6379,
      server: peer('redis', 6379),
      password: { secret: 'redis', key: 'password' },
    },
    certificate: new ServingCertificate(chart, 'tls', {
      authority,
      dnsNames: ['api.example.com'],
      duration: '2160h',
      renewBefore: '720h',
    }),
    upstreams: [peer('orders', 8080)],
    loadBalancer: { 'example.com/scheme': 'public' },
    nodes: [{ cidr: '10.10.0.0/16' }],
    ...changed,
  });
  return { chart, kong, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

test('a pod of a new configuration cannot start with the old one', () => {
  const nameOf = (find: (kind: string) => Any) => find('ExternalSecret').metadata.name;
  const before = define();
  const after = define({ rules: { ...rulesOf(), issuer: 'other' } });
  expect(nameOf(before.find())).toMatch(/^gate-config-[0-9a-f]{8}$/);
  expect(nameOf(before.find())).not.toBe(nameOf(after.find()));
  const { volumes } = after.find()('Deployment').spec.template.spec;
  expect(volumes.find(({ name }: Any) => name === 'config').secret.secretName).toBe(nameOf(after.find()));
});

const rulesOf = () => ({
  services: [{ name: 'orders', host: 'orders', port: 8080, path: '/orders', open: [], requestsPerMinute: 60 }],
  origins: ['https://shop.example.com'],
  requestIdHeader: 'X-Request-ID',
  issuer: 'shop',
});

test('the Service is a load balancer that keeps the addresses of clients', () => {
  const { metadata, spec } = define().find()('Service');
  expect(metadata.annotations).toEqual({ 'example.com/scheme': 'public' });
  expect(spec).toMatchObject({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
  expect(spec.ports.map(({ name, port }: Any) => [name, port])).toEqual([
    ['http', 8000],
    ['https', 8443],
  ]);
});

test('the quota has room for the load balancer and a node port for each of its ports, and for no other', () => {
  const { hard } = define().find()('ResourceQuota').spec;
  expect(hard).toMatchObject({ 'services.loadbalancers': '1', 'services.nodeports': '2' });
});

test('clients and nodes reach the two ports; it reaches its services and Redis', () => {
  const { ingress, egress } = define().find()('NetworkPolicy', 'gate').spec;
  const text = JSON.stringify(ingress);
  expect(text).toContain('0.0.0.0/0');
  expect(text).toContain('10.10.0.0/16');
  expect([...new Set(ingress.flatMap(({ ports }: Any) => ports.map(({ port }: Any) => port)))]).toEqual([8000, 8443]);
  const ports = egress.flatMap((rule: Any) => rule.ports.map(({ port }: Any) => port));
  expect(ports).toEqual(expect.arrayContaining([8080, 6379]));
});

test('it is ready once it has a configuration, and drains before it ends', () => {
  const [container] = define().find()('Deployment').spec.template.spec.containers;
  expect(container.readinessProbe.httpGet).toEqual({ path: '/status/ready', port: 'status', scheme: 'HTTP' });
  expect(container.livenessProbe.httpGet.path).toBe('/status');
  expect(container.lifecycle.preStop.exec.command).toEqual(['kong', 'quit', '--wait=15', '--timeout=10']);
});

test.each<[string, Partial<KongProps>, string]>([
  ['no pods', { replicas: 0 }, 'replicas must be a whole number from 1, got 0'],
  ['half a process', { workers: 0.5 }, 'workers must be a whole number from 1, got 0.5'],
  [
    'a kill before the drain is over',
    { terminationGrace: '25s' },
    'terminationGrace must be longer than the drain of 25s, got 25s',
  ],
])('%s is refused', (_, changed, message) => {
  expect(define(changed).kong.node.validate()).toEqual([message]);
});

import { Testing } from 'cdk8s';
import { GuardedPath, GuardedPathProps } from '../../../lib/constructs/edge/guarded-path';
import { findAnnotationProblems } from '../../../lib/constructs/edge/known-annotations';
import { PublicHost } from '../../../lib/constructs/edge/public-host';
import { NginxEdge } from '../../../lib/model/edge';
import { alb, issuer } from '../../platforms/profiles';
import { objectsOf } from '../support';

const nginx: NginxEdge = {
  kind: 'nginx',
  className: 'nginx',
  controller: { namespace: 'ingress', labels: { app: 'nginx' } },
  issuer,
  waf: { mode: 'On' },
  rateLimit: { rps: 10, burstMultiplier: 5 },
};

const required: Required<GuardedPathProps> = {
  namespace: 'shop',
  edge: nginx,
  host: 'shop.example.com',
  name: 'shop-admin',
  service: 'shop',
  portName: 'http',
  path: '/admin',
  guard: { kind: 'allow-list', cidrs: ['10.1.0.0/16', '10.2.0.0/16'] },
  upstreamHost: 'shop.shop.svc.cluster.local',
};

function define(overrides: Partial<GuardedPathProps> = {}) {
  const chart = Testing.chart();
  const path = new GuardedPath(chart, 'GuardedPath', { ...required, ...overrides });
  return { chart, path };
}

const ingressOf = (overrides?: Partial<GuardedPathProps>) => objectsOf(define(overrides).chart)('Ingress');
const annotationsOf = (overrides?: Partial<GuardedPathProps>): Record<string, string> =>
  (ingressOf(overrides).metadata as { annotations?: Record<string, string> }).annotations ?? {};

test('one path of the host leads to the Service', () => {
  expect(ingressOf().spec).toMatchObject({
    ingressClassName: 'nginx',
    rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/admin', pathType: 'Prefix' }] } }],
  });
});

test('it uses the certificate of the public host, and only that one asks for it', () => {
  const chart = Testing.chart();
  const { namespace, edge, host, service, portName } = required;
  new PublicHost(chart, 'PublicHost', { namespace, edge, host, service, portName, port: 80, path: '/api' });
  const open = objectsOf(chart)('Ingress');
  const { tls } = open.spec as { tls: unknown };
  expect(open).toMatchObject({
    metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
    spec: { rules: [{ http: { paths: [{ path: '/api' }] } }] },
  });
  expect(ingressOf().spec).toMatchObject({ tls });
  expect(Object.keys(annotationsOf()).filter((name) => name.startsWith('cert-manager'))).toEqual([]);
});

test('ingress-nginx lets in addresses, behind the same firewall and limit as everybody', () => {
  expect(annotationsOf()).toMatchObject({
    'nginx.ingress.kubernetes.io/allowlist-source-range': '10.1.0.0/16,10.2.0.0/16',
    'nginx.ingress.kubernetes.io/enable-modsecurity': 'true',
    'nginx.ingress.kubernetes.io/limit-rps': '10',
    'nginx.ingress.kubernetes.io/upstream-vhost': 'shop.shop.svc.cluster.local',
  });
});

test('the addresses of the path are those of its guard, not those of the edge', () => {
  const edge = { ...nginx, allowList: ['192.0.2.0/24'] };
  expect(annotationsOf({ edge })['nginx.ingress.kubernetes.io/allowlist-source-range']).toBe('10.1.0.0/16,10.2.0.0/16');
});

test('ingress-nginx asks another program, and sends people there who are not known', () => {
  const guard = { kind: 'external-auth', url: 'https://login/auth', signIn: 'https://login/start' } as const;
  expect(annotationsOf({ guard })).toMatchObject({
    'nginx.ingress.kubernetes.io/auth-url': 'https://login/auth',
    'nginx.ingress.kubernetes.io/auth-signin': 'https://login/start',
  });
});

test('a load balancer of AWS goes by the source of a request', () => {
  const name = 'alb.ingress.kubernetes.io/conditions.shop';
  expect(JSON.parse(annotationsOf({ edge: alb })[name] ?? '')).toEqual([
    { field: 'source-ip', sourceIpConfig: { values: ['10.1.0.0/16', '10.2.0.0/16'] } },
  ]);
});

test.each([nginx, alb])('every annotation is one that the controller knows: $kind', (edge) => {
  expect(Object.keys(annotationsOf({ edge })).length).toBeGreaterThan(5);
  expect(findAnnotationProblems(annotationsOf({ edge }))).toEqual([]);
});

test.each<[Partial<GuardedPathProps>, string]>([
  [{ guard: { kind: 'allow-list', cidrs: [] } }, 'guard of /admin must name at least one address range, got none'],
  [
    { guard: { kind: 'allow-list', cidrs: ['0.0.0.0/0'] } },
    'guard of /admin must hold address ranges such as 10.0.0.0/16 and not all of them, got 0.0.0.0/0',
  ],
  [
    { guard: { kind: 'allow-list', cidrs: ['office'] } },
    'guard of /admin must hold address ranges such as 10.0.0.0/16 and not all of them, got office',
  ],
  [
    { edge: alb, guard: { kind: 'external-auth', url: 'https://login/auth', signIn: 'https://login/start' } },
    'guard of /admin must be an allow-list, got external-auth; a load balancer of AWS asks nobody about a request',
  ],
])('%j is refused', (overrides, message) => {
  expect(define(overrides).path.node.validate()).toEqual([message]);
});

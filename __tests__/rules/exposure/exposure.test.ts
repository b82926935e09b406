import { adminPaths, loadBalancers, tls } from '../../../lib/rules/exposure/edges';
import { albAnnotations, nginxAnnotations, noSnippets } from '../../../lib/rules/exposure/known-annotations';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { messagesOf } from '../messages-of';
import { object } from '../object';
import { named } from '../pod';

const NGINX = 'nginx.ingress.kubernetes.io/';
const ingress = (annotations: Record<string, string>, spec = {}) =>
  object({ kind: 'Ingress', metadata: { name: 'api', namespace: 'a', annotations }, spec });

test.each([
  ['rate-limit', "did you mean 'limit-rps'?"],
  ['proxy-body-sizes', "did you mean 'proxy-body-size'?"],
  ['client-max-body-size', "did you mean 'proxy-body-size'?"],
  ['xyzzy', undefined],
])('%s is not known to ingress-nginx', (name, cure) => {
  const found = [...nginxAnnotations.judge(new ObjectIndex([ingress({ [NGINX + name]: '1' })]))];
  expect(found.map(({ message }) => message)).toEqual([
    `annotation must be one that the controller knows, got '${NGINX}${name}'`,
  ]);
  expect(found.map((finding) => finding.cure)).toEqual([cure]);
});

test('annotations of others, and those of other kinds of objects, are not judged', () => {
  const others = {
    'nginx.org/rewrites': 'x',
    'cert-manager.io/issuer': 'x',
    'alb.ingress.kubernetes.io/actions.a': '{}',
  };
  const known = { [`${NGINX}whitelist-source-range`]: '10.0.0.0/8', [`${NGINX}canary-weight`]: '10' };
  expect(
    [nginxAnnotations, albAnnotations].flatMap((rule) => messagesOf(rule, [ingress({ ...others, ...known })])),
  ).toEqual([]);
  const service = object({ kind: 'Service', metadata: { name: 'a', annotations: { [`${NGINX}x`]: '1' } } });
  expect(messagesOf(nginxAnnotations, [service])).toEqual([]);
});

test.each([`${NGINX}auth-snippet`, 'nginx.org/server-snippets'])('%s is found', (key) => {
  expect(messagesOf(noSnippets, [ingress({ [key]: 'return 200;' })])).toEqual([
    `an Ingress must not write configuration of nginx, got '${key}'`,
  ]);
});

test('a host is covered by its name, by one wildcard, or by a certificate of all', () => {
  const rules = [{ host: 'a.example.com' }, { host: 'b.a.example.com' }];
  const judge = (...hosts: string[]) => messagesOf(tls, [ingress({}, { rules, tls: [{ hosts }] })]);
  const plain = (position: number, host: string) =>
    `spec.rules[${position}].host: host must stand under spec.tls, got '${host}' in plain text`;
  expect(judge('a.example.com')).toEqual([plain(1, 'b.a.example.com')]);
  expect(judge('*.example.com')).toEqual([plain(1, 'b.a.example.com')]);
  expect(judge()).toEqual([]);
});

test('TLS that ends elsewhere is not missed', () => {
  const rules = [{ host: 'a.example.com' }];
  expect(messagesOf(tls, [ingress({ 'alb.ingress.kubernetes.io/certificate-arn': 'arn:aws:acm' }, { rules })])).toEqual(
    [],
  );
  expect(messagesOf(tls, [ingress({}, { defaultBackend: {} })])).toEqual([]);
});

test('a Gateway of HTTP alone is found', () => {
  const gateway = (...protocols: string[]) =>
    named('Gateway', 'edge', { spec: { listeners: protocols.map((protocol) => ({ protocol })) } });
  expect(messagesOf(tls, [gateway('HTTP')])).toEqual([
    'spec.listeners[0].protocol: a Gateway must listen for HTTPS, got HTTP only',
  ]);
  expect(messagesOf(tls, [gateway('HTTP', 'HTTPS'), gateway('TCP'), gateway()])).toEqual([]);
});

test('load balancers for HTTP, for some clients or for the inside are not found', () => {
  const service = (annotations: Record<string, string>, spec: object) =>
    object({ kind: 'Service', metadata: { name: 'a', annotations }, spec: { type: 'LoadBalancer', ...spec } });
  const open = { ports: [{ port: 443 }, { port: 27017 }] };
  expect(messagesOf(loadBalancers, [service({}, open)])).toEqual([
    'spec.type: a load balancer must be for some clients, got 27017 open to all',
  ]);
  const internal = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
  expect(messagesOf(loadBalancers, [service({ [internal]: 'internal' }, open)])).toEqual([]);
  expect(messagesOf(loadBalancers, [service({}, { ports: [{ port: 80 }, { port: 443 }] })])).toEqual([]);
  expect(messagesOf(loadBalancers, [service({}, { ...open, loadBalancerSourceRanges: ['10.0.0.0/8'] })])).toEqual([]);
});

test('a path that only starts like one for operators is not found', () => {
  const paths = ['/admin/users', '/administrators', '/metrics-api', '/debug'].map((path) => ({ path }));
  expect(messagesOf(adminPaths, [ingress({}, { rules: [{ http: { paths } }] })])).toEqual([
    "spec.rules[0].http.paths[0].path: a public path must not be one for operators, got '/admin/users'",
    "spec.rules[0].http.paths[3].path: a public path must not be one for operators, got '/debug'",
  ]);
});

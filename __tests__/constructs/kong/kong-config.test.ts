import { findKongProblems, KongRules, KongService, renderKongConfig } from '../../../lib/constructs/kong/kong-config';
import { Any } from '../../dist/read-dist';

const service: KongService = {
  name: 'orders',
  host: 'orders.shop.svc',
  port: 8080,
  path: '/api/orders',
  open: [],
  requestsPerMinute: 60,
};
const rules: KongRules = {
  services: [service],
  origins: ['https://shop.example.com'],
  requestIdHeader: 'X-Request-ID',
  issuer: 'shop',
};
const render = (changed: Partial<KongRules> = {}): Any =>
  renderKongConfig({ ...rules, ...changed }, { host: 'redis.shop.svc', port: 6379 }, 'SECRET');

test('a service has one route, which asks for a token, and a limit', () => {
  const [found] = render().services;
  expect(found).toMatchObject({ name: 'orders', protocol: 'http', host: 'orders.shop.svc', port: 8080 });
  expect(found.routes).toHaveLength(1);
  expect(found.routes[0]).toMatchObject({ paths: ['/api/orders'], strip_path: false, plugins: [{ name: 'jwt' }] });
  expect(found.plugins).toMatchObject([{ name: 'rate-limiting', config: { minute: 60, policy: 'redis' } }]);
});

test('open paths are a route of their own without a token, each path exactly', () => {
  const [found] = render({ services: [{ ...service, open: ['/prices', '/v1.0'] }] }).services;
  expect(found.routes[0]).toEqual({
    name: 'orders-open',
    paths: ['~/api/orders/prices$', '~/api/orders/v1\\.0$'],
    strip_path: false,
    preserve_host: false,
    protocols: ['http', 'https'],
  });
  expect(found.routes[1].plugins[0].name).toBe('jwt');
});

test('tokens are looked for in the header alone, never in an address or a cookie', () => {
  expect(render().services[0].routes[0].plugins[0].config).toMatchObject({
    header_names: ['authorization'],
    uri_param_names: [],
    cookie_names: [],
    claims_to_verify: ['exp'],
  });
});

test('the secret stands once, where tokens are checked', () => {
  expect(JSON.stringify(render()).match(/SECRET/g)).toHaveLength(1);
  expect(render().consumers).toEqual([
    { username: 'shop', jwt_secrets: [{ key: 'shop', algorithm: 'HS256', secret: 'SECRET' }] },
  ]);
});

test.each<[string, Partial<KongRules>, string]>([
  ['no service', { services: [] }, 'services must be at least one, got none'],
  [
    'a path with a slash at its end',
    { services: [{ ...service, path: '/api/' }] },
    "services.path must be lower case and without a slash at its end, got '/api/'",
  ],
  [
    'a path below another',
    { services: [service, { ...service, name: 'parts', path: '/api/orders/parts' }] },
    "services.path must not begin with that of another service, got '/api/orders/parts'",
  ],
  [
    'a limit of nothing',
    { services: [{ ...service, requestsPerMinute: 0 }] },
    'services.orders.requestsPerMinute must be a whole number from 1, got 0',
  ],
  [
    'an origin of plain HTTP',
    { origins: ['http://shop.example.com'] },
    "origins must be of https and without a path, got 'http://shop.example.com'; credentials are sent to them",
  ],
])('%s is refused', (_, changed, message) => {
  expect(findKongProblems({ ...rules, ...changed })).toEqual([message]);
});

test('paths that begin alike are two services', () => {
  expect(findKongProblems({ ...rules, services: [service, { ...service, path: '/api/orders-old' }] })).toEqual([]);
});

import { load } from 'js-yaml';
import { environments } from '../../lib/environments';
import { EnvironmentName, ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find } from './read-dist';

const rates: Readonly<Record<string, readonly [path: string, requestsPerMinute: number]>> = {
  'auth-service': ['/api/v1/auth', 100],
  'work-order-service': ['/api/v1/workorders', 100],
  'quality-service': ['/api/v1/quality', 100],
  'material-service': ['/api/v1/parts', 150],
  'traceability-service': ['/api/v1/traceability', 50],
  'resource-service': ['/api/v1/equipment', 200],
  'reporting-service': ['/api/v1/dashboard', 100],
  'integration-service': ['/api/v1/integration', 60],
};

const secretOf = (environment: EnvironmentName): Any => find(environment, 'ExternalSecret', /^kong-config-/);
const templateOf = (environment: EnvironmentName): string => secretOf(environment).spec.target.template.data['kong.yml'];
const configOf = (environment: EnvironmentName): Any => load(templateOf(environment));
const deploymentOf = (environment: EnvironmentName): Any => find(environment, 'Deployment', 'kong').spec;
const envOf = (environment: EnvironmentName): Any =>
  Object.fromEntries(
    deploymentOf(environment).template.spec.containers[0].env.map(({ name, value }: Any) => [name, value]),
  );
const pluginOf = (holder: Any, name: string): Any => holder.plugins.find((plugin: Any) => plugin.name === name)?.config;

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('each service is routed, and each route leads to a port of a Service that is there', () => {
    const { services } = configOf(environment);
    expect(services.map(({ name }: Any) => name).sort()).toEqual(Object.keys(rates).sort());
    for (const { name, host, port, protocol } of services) {
      const { spec, metadata } = find(environment, 'Service', name);
      expect([protocol, host]).toEqual(['http', `${name}.${metadata.namespace}.svc.cluster.local`]);
      expect(spec.ports.map((each: Any) => each.port)).toContain(port);
    }
  });

  test.each(Object.entries(rates))('%s is found below its path, and answers so many requests a minute', (name, [path, minute]) => {
    const service = configOf(environment).services.find((each: Any) => each.name === name);
    const route = service.routes.find((each: Any) => each.name === name);
    expect(route).toMatchObject({ paths: [path], strip_path: false });
    expect(pluginOf(service, 'rate-limiting')).toMatchObject({ minute, limit_by: 'ip', policy: 'redis' });
  });

  test('all but login, logout and refresh ask for a token that has not ended', () => {
    const routes = configOf(environment).services.flatMap((service: Any) => service.routes);
    const open = routes.filter((route: Any) => !pluginOf({ plugins: [], ...route }, 'jwt'));
    expect(open.flatMap(({ paths }: Any) => paths)).toEqual([
      '~/api/v1/auth/login$',
      '~/api/v1/auth/logout$',
      '~/api/v1/auth/refresh$',
    ]);
    expect(routes).toHaveLength(Object.keys(rates).length + 1);
    for (const route of routes.filter((each: Any) => !open.includes(each))) {
      expect(pluginOf(route, 'jwt')).toMatchObject({ claims_to_verify: ['exp'], run_on_preflight: false });
    }
  });

  test('an open path admits nothing beyond itself', () => {
    const [login = ''] = configOf(environment).services[0].routes[0].paths;
    const pattern = new RegExp(login.slice(1));
    expect(['/api/v1/auth/login', '/api/v1/auth/login/x', '/api/v1/auth/logins'].map((path) => pattern.test(path))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('every request has an id, pages of the platform may call, and Prometheus is told of all of it', () => {
    const config = configOf(environment);
    expect(pluginOf(config, 'correlation-id')).toEqual({
      header_name: 'X-Request-ID',
      generator: 'uuid',
      echo_downstream: true,
    });
    expect(pluginOf(config, 'cors').origins).toEqual([`https://mes.${environments[environment].domain}`]);
    expect(pluginOf(config, 'prometheus')).toMatchObject({
      status_code_metrics: true,
      latency_metrics: true,
      bandwidth_metrics: true,
      upstream_health_metrics: true,
    });
  });

  test('only plugins that are loaded are used', () => {
    const config = configOf(environment);
    const holders = [config, ...config.services, ...config.services.flatMap((service: Any) => service.routes)];
    const used = holders.flatMap(({ plugins = [] }: Any) => plugins.map(({ name }: Any) => name));
    expect([...new Set(used)].sort()).toEqual(envOf(environment).KONG_PLUGINS.split(','));
  });

  test('no secret stands in it: the tokens by a template, the password of Redis by the vault', () => {
    const { consumers, services } = configOf(environment);
    expect(consumers[0].jwt_secrets).toEqual([
      { key: 'mes-auth', algorithm: 'HS256', secret: '{{ .token_secret }}' },
    ]);
    expect(pluginOf(services[0], 'rate-limiting').redis).toMatchObject({
      host: 'redis.mes-production.svc.cluster.local',
      port: 6379,
      password: '{vault://env/counters-password}',
    });
    const { env } = deploymentOf(environment).template.spec.containers[0];
    expect(env.find(({ name }: Any) => name === 'COUNTERS_PASSWORD').valueFrom).toEqual({
      secretKeyRef: { name: 'redis-auth', key: 'password' },
    });
  });

  test('who signs tokens and who checks them read one secret, under one issuer', () => {
    const signer = find(environment, 'ExternalSecret', 'auth-service-tokens').spec.data[0].remoteRef;
    expect(signer).toEqual(secretOf(environment).spec.data[0].remoteRef);
    expect(find(environment, 'ConfigMap', 'auth-service').data.JWT_ISSUER).toBe('mes-auth');
  });

  test('pods read the Secret that the template is written to', () => {
    const { name } = secretOf(environment).metadata;
    const { volumes } = deploymentOf(environment).template.spec;
    expect(volumes.find((volume: Any) => volume.name === 'config').secret.secretName).toBe(name);
    expect(secretOf(environment).spec.target.name).toBe(name);
  });

  test('it has no database, and its administration listens nowhere', () => {
    expect(envOf(environment)).toMatchObject({
      KONG_DATABASE: 'off',
      KONG_ADMIN_LISTEN: 'off',
      KONG_ADMIN_GUI_LISTEN: 'off',
      KONG_STATUS_LISTEN: '0.0.0.0:8100',
    });
  });

  test('a load balancer leads to 8000 and 8443, and to nothing else', () => {
    const { spec } = find(environment, 'Service', 'kong');
    expect(spec.type).toBe('LoadBalancer');
    expect(spec.ports.map(({ port, targetPort }: Any) => [port, targetPort])).toEqual([
      [8000, 'http'],
      [8443, 'https'],
    ]);
    const loadBalancers = all(environment, 'Service').filter((each) => each.spec.type === 'LoadBalancer');
    expect(loadBalancers.map(({ metadata }) => metadata.name)).toEqual(['kong']);
    const { hard } = find(environment, 'ResourceQuota', 'mes-production').spec;
    expect([hard['services.loadbalancers'], hard['services.nodeports']]).toEqual(['1', '2']);
  });
});

test.each<[EnvironmentName, number]>([
  ['dev', 1],
  ['staging', 2],
  ['prod', 2],
])('%s: %i pods of one core and 512Mi', (environment, replicas) => {
  const { replicas: pods, template } = deploymentOf(environment);
  expect(pods).toBe(replicas);
  expect(template.spec.containers[0].image).toBe('docker.io/library/kong:3.9.3');
  expect(template.spec.containers[0].resources.limits).toEqual({ cpu: '1', memory: '512Mi' });
});

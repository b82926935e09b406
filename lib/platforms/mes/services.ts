import { Jaeger } from '../../constructs/jaeger/jaeger';
import { Logstash } from '../../constructs/logstash/logstash';
import { ConfigFiles } from '../../constructs/objects/config-files';
import { Env } from '../../constructs/pods/env';
import { RedisAccess } from '../../constructs/redis/redis';
import { ExternalSecret } from '../../constructs/secrets/external-secret';
import { Microservice } from '../../constructs/workloads/microservice';
import { Column } from '../../model/environment';
import { priority } from '../cluster-facts';
import { Kafka } from '../kafka';
import { autoscalingOf, calleeUrls, ownImage } from '../service-props';
import { Context } from './context';
import { TOKENS } from './gateway';
import { MesRows } from './rows';
import { DATABASE_BUNDLE, Databases, passwordProperty } from './stores';

/** What services connect to, as it is in this environment. */
export interface Backends {
  readonly kafka: Kafka;
  readonly databases: Databases;
  readonly redis: RedisAccess;
  readonly jaeger: Jaeger;
  readonly logstash: Logstash;
}

type Row = Column<MesRows>['services'][string];

/** Defines every service, then the connections between them. */
export function defineServices(context: Context, backends: Backends): ReadonlyMap<string, Microservice> {
  const { component, namespace, rows } = context;
  const sharedSettings = new ConfigFiles(component('platform-config', 'settings'), 'Settings', {
    namespace: namespace.name,
    name: 'platform-config',
    data: sharedData(context, backends),
  });
  const services = new Map(
    Object.entries(rows.services).map(([name, row]) => {
      const service = defineService(context, name, row, sharedSettings, backends);
      context.scrape([{ workload: service, port: row.port, interval: rows.scrapeInterval }]);
      return [name, service];
    }),
  );
  connectServices(context, services, backends);
  return services;
}

/** Settings that every service reads: addresses of what they connect to, and rows. */
function sharedData({ environment, rows }: Context, { kafka, jaeger, logstash }: Backends): Record<string, string> {
  return {
    ...rows.settings,
    DATABASE_POOL_MAX: String(rows.databasePool),
    ENVIRONMENT: environment.name,
    KAFKA_BROKERS: kafka.bootstrapServers,
    LOGSTASH_HOST: logstash.host,
    LOGSTASH_PORT: String(rows.logstash.inputs.tcp),
    OTEL_EXPORTER_OTLP_ENDPOINT: jaeger.otlpUrl,
    REQUEST_ID_HEADER: rows.gateway.requestIdHeader,
  };
}

function defineService(
  { component, environment, namespace, rows, store }: Context,
  name: string,
  row: Row,
  sharedSettings: ConfigFiles,
  { databases, redis }: Backends,
): Microservice {
  const { imageFolder, cpuPercent, memoryPercent, ...defaults } = rows.serviceDefaults;
  const { port, scale, resources, terminationGrace, scaleDown, database, caches } = row;
  const { tokens } = rows.gateway;
  const signs = tokens.signedBy === name;
  const scope = component(name, `services.${name}`);
  const secret = (suffix: string, bundle: string, property: string, template: Readonly<Record<string, string>>) =>
    new ExternalSecret(scope, `${name}-${suffix}`, {
      namespace: namespace.name,
      store,
      bundle,
      properties: [property],
      template,
    });
  const password = passwordProperty(name);
  const secrets = [
    secret('database', DATABASE_BUNDLE, password, {
      url: databases.url(database, `{{ .${password.replaceAll('-', '_')} }}`),
    }),
    ...(signs ? [secret('tokens', TOKENS.bundle, TOKENS.property, { secret: '{{ .token_secret }}' })] : []),
  ];
  const secretEnv: Env = {
    DATABASE_URL: { secret: `${name}-database`, key: 'url' },
    ...(caches && { REDIS_PASSWORD: redis.password }),
    ...(signs && { JWT_SECRET: { secret: `${name}-tokens`, key: 'secret' } }),
  };
  const service = new Microservice(scope, name, {
    ...defaults,
    namespace,
    image: ownImage(environment, `${imageFolder}/${name}`, row.version),
    port,
    tier: 'internal',
    scale,
    resources,
    terminationGrace,
    priorityClassName: priority.service,
    sharedSettings,
    secretEnv,
    settings: {
      ...ownSettings(rows, name, row),
      ...(caches && { REDIS_HOST: redis.host, REDIS_PORT: String(redis.port) }),
      ...(signs && { JWT_ISSUER: tokens.issuer }),
    },
    autoscaling: autoscalingOf({ cpuPercent, memoryPercent }, scaleDown),
  });
  service.node.addDependency(...secrets);
  return service;
}

/** Settings that follow from a service's own row. */
function ownSettings(rows: Column<MesRows>, name: string, row: Row): Record<string, string> {
  return {
    SERVICE_NAME: name,
    OTEL_SERVICE_NAME: name,
    PORT: String(row.port),
    ...calleeUrls(row.calls, rows.services),
  };
}

function connectServices(
  { rows }: Context,
  services: ReadonlyMap<string, Microservice>,
  { kafka, databases, redis, jaeger, logstash }: Backends,
): void {
  for (const [name, service] of services) {
    const row = rows.services[name];
    if (!row) continue;
    row.reaches.forEach((host) => {
      service.reach(host);
    });
    service.connectTo(kafka.endpoint);
    service.connectTo(databases.endpoint);
    service.connectTo(jaeger.otlpEndpoint);
    service.connectTo(logstash.inputEndpoint(rows.logstash.inputs.tcp));
    if (row.caches) service.connectTo(redis.endpoint());
    for (const callee of row.calls) {
      const target = services.get(callee)?.peerEndpoint(rows.services[callee]?.port ?? 0);
      if (target) service.connectTo(target);
    }
  }
}

import { ConfigFiles } from '../../constructs/objects/config-files';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { Microservice } from '../../constructs/workloads/microservice';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Backend } from '../../model/service';
import { priority } from '../cluster-facts';
import { Kafka } from '../kafka';
import { otlpOf } from '../observability/names';
import { defineAcmeSolver, exposeService } from '../public-edge';
import { autoscalingOf, calleeUrls, ownImage } from '../service-props';
import { Context } from './context';
import { MONGODB_CREDENTIALS } from './mongodb';
import { WmsRows } from './rows';
import { Temporal } from './temporal';

/** What services connect to, as it is in this environment. */
export interface Backends {
  readonly mongodb: Endpoint;
  readonly kafka: Kafka;
  readonly temporal: Temporal;
}

/** Defines every service, then the connections between them. */
export function defineServices(context: Context, backends: Backends): ReadonlyMap<string, Microservice> {
  const { component, environment, rows } = context;
  const namespace = context.namespaces.services;
  const sharedSettings = new ConfigFiles(component('platform-config', 'settings'), 'Settings', {
    namespace: namespace.name,
    name: 'platform-config',
    data: sharedData(context, backends),
  });
  const services = new Map(
    Object.entries(rows.services).map(([name, row]) => {
      const scope = component(name, `services.${name}`);
      const service = new Microservice(scope, name, {
        ...serviceProps(rows, name, row, environment),
        namespace,
        sharedSettings,
        secretEnv: row.database === undefined ? {} : { MONGODB_URI: { secret: MONGODB_CREDENTIALS, key: 'uri' } },
      });
      context.scrape([{ workload: service, port: row.port }]);
      if (row.exposes !== undefined) {
        const host = `${row.exposes}.${environment.domain}`;
        exposeService(scope, service, { host, portName: 'http', port: row.port }, environment);
      }
      return [name, service];
    }),
  );
  const hosts = Object.values(rows.services).filter(({ exposes }) => exposes !== undefined);
  defineAcmeSolver(context, namespace, hosts.length, 'services');
  connectServices(context, services, backends);
  return services;
}

/** Settings that every service reads: addresses of what they connect to, and rows. */
function sharedData({ environment, rows }: Context, { kafka, temporal }: Backends): Record<string, string> {
  return {
    ...rows.settings,
    ENVIRONMENT: environment.name,
    KAFKA_BROKERS: kafka.bootstrapServers,
    OTEL_EXPORTER_OTLP_ENDPOINT: otlpOf(environment).url,
    TEMPORAL_HOST: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
  };
}

type Row = Column<WmsRows>['services'][string];

function serviceProps(rows: Column<WmsRows>, name: string, row: Row, environment: Environment) {
  const { imageFolder, cpuPercent, memoryPercent, ...defaults } = rows.serviceDefaults;
  const { port, scale, resources, terminationGrace, scaleDown } = row;
  return {
    ...defaults,
    image: ownImage(environment, `${imageFolder}/${name}`, row.version),
    port,
    tier: row.exposes === undefined ? 'internal' : 'public',
    scale,
    resources,
    terminationGrace,
    priorityClassName: priority.service,
    settings: ownSettings(rows, name, row),
    autoscaling: autoscalingOf({ cpuPercent, memoryPercent }, scaleDown),
  } as const;
}

/** Settings that follow from a service's own row. */
function ownSettings(rows: Column<WmsRows>, name: string, row: Row): Record<string, string> {
  return {
    SERVICE_NAME: name,
    SERVER_ADDR: `:${row.port}`,
    ...(row.database !== undefined && { MONGODB_DATABASE: row.database }),
    ...(row.taskQueue !== undefined && { TEMPORAL_TASK_QUEUE: row.taskQueue }),
    ...calleeUrls(row.calls, rows.services),
  };
}

function connectServices(
  { environment, rows: { services: rows }, telemetry }: Context,
  services: ReadonlyMap<string, Microservice>,
  { mongodb, kafka, temporal }: Backends,
): void {
  const endpoints: Record<Backend, Endpoint> = {
    mongodb,
    kafka: kafka.endpoint,
    temporal: temporal.endpoint,
    otlp: otlpOf(environment).endpoint,
  };
  for (const [name, service] of services) {
    const row = rows[name];
    if (!row) continue;
    row.reaches.forEach((host) => {
      service.reach(host);
    });
    row.uses.forEach((backend) => {
      service.connectTo(endpoints[backend]);
    });
    if (row.uses.includes('otlp')) telemetry.senders.push(service);
    for (const callee of row.calls) {
      const port = rows[callee]?.port ?? 0;
      const target = services.get(callee)?.peerEndpoint(port);
      if (target) service.connectTo(target);
    }
  }
}

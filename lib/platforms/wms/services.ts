import { ConfigFiles } from '../../constructs/config-files';
import { Endpoint, INTERNET } from '../../constructs/endpoint';
import { Env } from '../../constructs/env';
import { Microservice } from '../../constructs/microservice';
import { PlatformNamespace } from '../../constructs/platform-namespace';
import { Environment } from '../../environments/environment';
import { Column } from '../../model/environment';
import { Backend } from '../../model/service';
import { priority } from '../cluster-facts';
import { ComponentFactory } from './chart';
import { WmsRows } from './rows';

/** What services connect to, as it is in this environment. */
export interface Backends {
  readonly endpoints: Readonly<Record<Backend, Endpoint>>;

  /** Settings that follow from the backends: addresses that every service reads. */
  readonly settings: Readonly<Record<string, string>>;

  /** Secret that holds the connection string of MongoDB under the key `uri`. */
  readonly mongodbSecret: string;
}

/** Defines every service, then the connections between them. */
export function defineServices(
  component: ComponentFactory,
  namespace: PlatformNamespace,
  rows: Column<WmsRows>,
  environment: Environment,
  backends: Backends,
): ReadonlyMap<string, Microservice> {
  const settings = { ...rows.settings, ...backends.settings, ENVIRONMENT: environment.name };
  const sharedSettings = new ConfigFiles(component('platform-config', 'settings'), 'Settings', {
    namespace: namespace.name,
    name: 'platform-config',
    data: settings,
  });
  const services = new Map(
    Object.entries(rows.services).map(([name, row]) => {
      const scope = component(name, `services.${name}`);
      const service = new Microservice(scope, name, {
        ...serviceProps(rows, name, row, environment),
        namespace,
        sharedSettings,
        secretEnv: row.database === undefined ? {} : mongodbEnv(backends.mongodbSecret),
      });
      return [name, service];
    }),
  );
  connectServices(rows, services, backends);
  return services;
}

type Row = Column<WmsRows>['services'][string];

function serviceProps(rows: Column<WmsRows>, name: string, row: Row, { registry }: Environment) {
  const { imageFolder, cpuPercent, memoryPercent, metricsPath: _, ...defaults } = rows.serviceDefaults;
  const { port, scale, resources, terminationGrace, scaleDown } = row;
  return {
    ...defaults,
    image: `${registry}/${imageFolder}/${name}:${row.version}`,
    port,
    scale,
    resources,
    terminationGrace,
    priorityClassName: priority.service,
    settings: ownSettings(rows, name, row),
    autoscaling: {
      cpuPercent,
      memoryPercent,
      up: { window: '0s', percent: 100, period: '15s' },
      down: { window: scaleDown.after, percent: scaleDown.percent, period: scaleDown.every },
    },
  } as const;
}

/** Settings that follow from a service's own row. */
function ownSettings(rows: Column<WmsRows>, name: string, row: Row): Record<string, string> {
  const urls = row.calls.map((callee) => {
    const variable = `${callee
      .toUpperCase()
      .replaceAll('-', '_')
      .replace(/_SERVICE$/, '')}_SERVICE_URL`;
    return [variable, `http://${callee}:${rows.services[callee]?.port ?? 0}`];
  });
  return {
    SERVICE_NAME: name,
    SERVER_ADDR: `:${row.port}`,
    ...(row.database !== undefined && { MONGODB_DATABASE: row.database }),
    ...(row.taskQueue !== undefined && { TEMPORAL_TASK_QUEUE: row.taskQueue }),
    ...Object.fromEntries(urls),
  };
}

function mongodbEnv(secret: string): Env {
  return { MONGODB_URI: { secret, key: 'uri' } };
}

function connectServices(
  { services: rows }: Column<WmsRows>,
  services: ReadonlyMap<string, Microservice>,
  { endpoints }: Backends,
): void {
  for (const [name, service] of services) {
    const row = rows[name];
    if (!row) continue;
    row.reaches.forEach(({ port }) => {
      service.connectTo({ peer: INTERNET, ports: [{ port }], after: [] });
    });
    row.uses.forEach((backend) => {
      service.connectTo(endpoints[backend]);
    });
    for (const callee of row.calls) {
      const port = rows[callee]?.port ?? 0;
      const target = services.get(callee)?.peerEndpoint(port);
      if (target) service.connectTo(target);
    }
  }
}

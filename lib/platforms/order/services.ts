import { Component } from '../../constructs/component';
import { ConfigFiles } from '../../constructs/objects/config-files';
import { Env } from '../../constructs/pods/env';
import { scratch, secretFiles } from '../../constructs/pods/mount';
import { Endpoint } from '../../constructs/workloads/endpoint';
import { Microservice } from '../../constructs/workloads/microservice';
import { StatefulMicroservice } from '../../constructs/workloads/stateful-microservice';
import { Workload } from '../../constructs/workloads/workload';
import { priority } from '../cluster-facts';
import { otlpOf } from '../observability/names';
import { defineAcmeSolver, exposeService } from '../public-edge';
import { autoscalingOf, ownImage } from '../service-props';
import { Backends } from './backends';
import { Context } from './context';
import { Backend } from './rows';
import { ServiceName } from './server-rows';
import { AUTHORITY_FOLDER, ownSettings, sharedSettings, STATE_FOLDER } from './settings';

const SERVICES: readonly ServiceName[] = ['api-gateway', 'order-command-service', 'order-query-service'];

/** Defines every service, then the connections between them. */
export function defineServices(context: Context, backends: Backends): ReadonlyMap<ServiceName, Workload> {
  const { component, namespace, rows } = context;
  const shared = new ConfigFiles(component('order-config', 'settings'), 'Settings', {
    namespace: namespace.name,
    name: 'order-config',
    data: sharedSettings(context),
  });
  const services = new Map(SERVICES.map((name) => [name, defineService(context, backends, name, shared)]));
  for (const [name, service] of services) {
    const { port, metrics: path } = rows.serviceDefaults;
    context.scrape([{ workload: service, port, path }]);
    connectService(context, backends, name, service);
    rows.services[name].calls.forEach((callee) => {
      const target = services.get(callee as ServiceName);
      if (target) service.connectTo(target.peerEndpoint(port));
    });
  }
  return services;
}

function defineService(context: Context, backends: Backends, name: ServiceName, sharedSettings: ConfigFiles): Workload {
  const { component, environment, namespace, rows } = context;
  const { state } = rows.queries;
  const scope = component(name, `services.${name}`);
  const settings = ownSettings(context, backends, name);
  const props = {
    ...serviceProps(context, name),
    namespace,
    sharedSettings,
    settings,
    secretEnv: secretEnv(context, backends, name),
  };
  if (name !== 'order-query-service') {
    const isPublic = name === 'api-gateway' && rows.gateway.host !== false;
    const tier = isPublic ? 'public' : 'internal';
    const service = new Microservice(scope, name, { ...props, tier, servicePort: rows.services[name].port });
    if (isPublic) exposeGateway(context, scope, service);
    return service;
  }
  const { secret, key } = backends.readModel.elasticsearch.authority;
  return new StatefulMicroservice(scope, name, {
    ...props,
    mounts: [...props.mounts, secretFiles('elasticsearch-authority', AUTHORITY_FOLDER, secret, [key])],
    state: {
      folder: STATE_FOLDER,
      size: state.size,
      ...(state.kept && { storageClassName: environment.storageClass.name }),
    },
  });
}

function serviceProps({ environment, rows }: Context, name: ServiceName) {
  const { imageFolder, user, port, startup, readiness, liveness, drain, minReady, progressDeadline, cpuPercent } =
    rows.serviceDefaults;
  const { version, scale, resources, startupFailures, terminationGrace, scaleDown } = rows.services[name];
  return {
    image: ownImage(environment, `${imageFolder}/${name}`, version),
    user,
    port,
    scale,
    resources,
    startup: { ...startup, failures: startupFailures },
    readiness,
    liveness,
    drain,
    minReady,
    progressDeadline,
    terminationGrace,
    priorityClassName: priority.service,
    mounts: [scratch('tmp', '/tmp', rows.serviceDefaults.scratch)],
    autoscaling: autoscalingOf({ cpuPercent }, scaleDown),
  } as const;
}

/** Passwords of what a service uses. */
function secretEnv({ rows }: Context, { postgresql, readModel, keycloak }: Backends, name: ServiceName): Env {
  const { uses } = rows.services[name];
  return {
    ...(uses.includes('postgresql') && { SPRING_DATASOURCE_PASSWORD: postgresql.password }),
    ...(uses.includes('elasticsearch') && { SPRING_ELASTICSEARCH_PASSWORD: readModel.password }),
    ...(uses.includes('keycloak') && {
      SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTSECRET: keycloak.secretOf(name),
    }),
  };
}

function connectService(
  { environment, rows, telemetry }: Context,
  backends: Backends,
  name: ServiceName,
  service: Workload,
): void {
  const endpoints: Record<Backend, Endpoint> = {
    kafka: backends.kafka.endpoint,
    'schema-registry': backends.schemaRegistry.endpoint(),
    postgresql: backends.postgresql.endpoint(),
    elasticsearch: backends.readModel.elasticsearch.endpoint(),
    keycloak: backends.keycloak.keycloak.endpoint(),
    otlp: otlpOf(environment).endpoint,
  };
  const { uses } = rows.services[name];
  uses.forEach((backend) => {
    service.connectTo(endpoints[backend]);
  });
  if (uses.includes('otlp')) telemetry.senders.push(service);
}

/** Opens the gateway to the internet, in the environments that give it a host. */
function exposeGateway(context: Context, scope: Component, gateway: Workload): void {
  const { environment, namespace, rows } = context;
  const { host } = rows.gateway;
  if (host === false) return;
  const { port } = rows.services['api-gateway'];
  const { port: targetPort } = rows.serviceDefaults;
  exposeService(scope, gateway, { host, portName: 'http', port, targetPort }, environment);
  defineAcmeSolver(context, namespace, 1, 'gateway.host');
}

import { Component } from '../constructs/component';
import { AcmeSolver } from '../constructs/edge/acme-solver';
import { edgePeers } from '../constructs/edge/edge-peers';
import { GuardedPath } from '../constructs/edge/guarded-path';
import { PublicHost } from '../constructs/edge/public-host';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Workload } from '../constructs/workloads/workload';
import { Environment } from '../environments/environment';
import { GuardRow } from '../model/edge';
import { PlatformContext } from './context';

/** How the internet reaches a service. */
export interface PublicService {
  /** Full name of the host: `orders.example.com`. */
  readonly host: string;

  /** Name and number of its Service's port. */
  readonly portName: string;
  readonly port: number;

  /**
   * Port that its pods listen on.
   *
   * @default - `port`
   */
  readonly targetPort?: number;

  /**
   * Begin of the paths that lead to it.
   *
   * @default /
   */
  readonly path?: `/${string}`;
}

/** Opens a service to the internet by the edge of its environment. */
export function exposeService(
  scope: Component,
  service: Workload,
  { host, portName, port, targetPort = port, path = '/' }: PublicService,
  environment: Environment,
): void {
  const { ingress: edge } = environment;
  const { name, namespace } = service;
  const route = { namespace: namespace.name, edge, host, service: name, portName, port, path };
  new PublicHost(scope, 'PublicHost', { ...route, ...upstreamOf(service, environment) }).node.addDependency(service);
  edgePeers(edge).forEach((peer) => {
    service.admit(peer, { port: targetPort });
  });
}

/** A path of a public host that only some may reach. */
export interface GuardedService {
  /** Full name of the host, which `exposeService` opened. */
  readonly host: string;

  /** Name of its Service's port. */
  readonly portName: string;
  readonly path: `/${string}`;

  /** Name of the Ingress. */
  readonly name: string;
  readonly guard: GuardRow;
}

/** Opens a path of a public service to some. Behind a Gateway, which has no word for them, it stays closed to all. */
export function exposeGuarded(
  scope: Component,
  service: Workload,
  path: GuardedService,
  environment: Environment,
): void {
  const { ingress: edge } = environment;
  if (edge.kind === 'gateway') return;
  const place = { namespace: service.namespace.name, edge, service: service.name };
  const guarded = new GuardedPath(scope, 'GuardedPath', { ...place, ...path, ...upstreamOf(service, environment) });
  guarded.node.addDependency(service);
}

/** Full name of a service, where the controller has to go by it. */
function upstreamOf({ name, namespace }: Workload, { clusterDomain, mesh }: Environment) {
  return mesh.kind === 'none' ? {} : { upstreamHost: `${name}.${namespace.name}.svc.${clusterDomain}` };
}

/** Lets the certificates of public hosts of a row be made, where they are made beside the services. */
export function defineAcmeSolver(
  { component, environment }: PlatformContext,
  namespace: PlatformNamespace,
  certificates: number,
  row: string,
): void {
  const edge = environment.ingress;
  if (edge.kind !== 'nginx' || certificates === 0) return;
  const scope = component('acme-solver', row);
  new AcmeSolver(scope, 'acme-solver', { namespace, peers: edgePeers(edge), certificates });
}

import { Component } from '../constructs/component';
import { AcmeSolver } from '../constructs/edge/acme-solver';
import { edgePeers } from '../constructs/edge/edge-peers';
import { PublicHost } from '../constructs/edge/public-host';
import { PlatformNamespace } from '../constructs/platform-namespace';
import { Workload } from '../constructs/workloads/workload';
import { Environment } from '../environments/environment';
import { PlatformContext } from './context';

/** How the internet reaches a service. */
export interface PublicService {
  /** Full name of the host: `orders.example.com`. */
  readonly host: string;

  /** Name and number of its Service's port. */
  readonly portName: string;
  readonly port: number;

  /**
   * Port of its container.
   *
   * @default - the same number
   */
  readonly containerPort?: number;
}

/** Opens a service to the internet by the edge of its environment. */
export function exposeService(
  scope: Component,
  service: Workload,
  { host, portName, port, containerPort = port }: PublicService,
  { ingress: edge, clusterDomain, mesh }: Environment,
): void {
  const { name, namespace } = service;
  const route = { namespace: namespace.name, edge, host, service: name, portName, port };
  const meshed = mesh.kind === 'none' ? {} : { upstreamHost: `${name}.${namespace.name}.svc.${clusterDomain}` };
  new PublicHost(scope, 'PublicHost', { ...route, ...meshed }).node.addDependency(service);
  edgePeers(edge).forEach((peer) => {
    service.admit(peer, { port: containerPort });
  });
}

/** Lets the certificates of public hosts be made, where they are made beside the services. */
export function defineAcmeSolver(
  { component, environment }: PlatformContext,
  namespace: PlatformNamespace,
  certificates: number,
): void {
  const edge = environment.ingress;
  if (edge.kind !== 'nginx' || certificates === 0) return;
  const scope = component('acme-solver', 'services');
  new AcmeSolver(scope, 'acme-solver', { namespace, peers: edgePeers(edge), certificates });
}

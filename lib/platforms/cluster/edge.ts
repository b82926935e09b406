import { AcmeIssuer } from '../../constructs/certificates/acme-issuer';
import { Component } from '../../constructs/component';
import { AcmeSolver } from '../../constructs/edge/acme-solver';
import { edgePeers } from '../../constructs/edge/edge-peers';
import { PublicGateway } from '../../constructs/edge/public-gateway';
import { Environment } from '../../environments/environment';
import { GatewayEdge } from '../../model/edge';
import { defineNamespace } from '../namespace';
import { ClusterRows } from './config';

type MakeComponent = (id: string, source: string) => Component;

/** Defines what all public hosts of a cluster share: who signs their certificates, and the Gateway where there is one. */
export function defineEdge(component: MakeComponent, rows: ClusterRows, environment: Environment): void {
  const { ingress: edge } = environment;
  const source = 'lib/environments ingress';
  if (edge.kind !== 'alb') new AcmeIssuer(component('certificate-issuer', source), edge.issuer.name, edge);
  if (edge.kind === 'gateway') defineGateway(component('public-gateway', source), edge, rows, environment);
}

function defineGateway(component: Component, edge: GatewayEdge, rows: ClusterRows, environment: Environment): void {
  const namespace = defineNamespace(component, edge.gateway.namespace, environment);
  const gateway = new PublicGateway(component, edge.gateway.name, edge);
  gateway.node.addDependency(namespace);
  // Its certificates are made beside it, whoever's hosts they are for.
  new AcmeSolver(component, 'acme-solver', {
    namespace,
    peers: edgePeers(edge),
    certificates: rows.certificatesAtOnce,
  });
}

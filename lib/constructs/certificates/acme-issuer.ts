import { Construct } from 'constructs';
import * as certs from '../../../imports/cert-manager.io';
import { GatewayEdge, NginxEdge } from '../../model/edge';
import { PLAIN_LISTENER } from '../edge/public-gateway';

/**
 * The ClusterIssuer whose certificates browsers trust: the authority asks each host over HTTP, through the edge. Its id
 * is its name; the key of its account is a Secret that cert-manager makes in its own namespace.
 */
export class AcmeIssuer extends Construct {
  constructor(scope: Construct, id: string, edge: NginxEdge | GatewayEdge) {
    super(scope, id);
    const { server, email } = edge.issuer;
    new certs.ClusterIssuer(this, 'Issuer', {
      metadata: { name: id },
      spec: {
        acme: {
          server,
          email,
          privateKeySecretRef: { name: `${id}-account` },
          solvers: [{ http01: renderSolver(edge) }],
        },
      },
    });
  }
}

/** Services of type ClusterIP: the default, NodePort, is what quotas refuse. */
function renderSolver(edge: NginxEdge | GatewayEdge): certs.ClusterIssuerSpecAcmeSolversHttp01 {
  if (edge.kind === 'nginx') return { ingress: { ingressClassName: edge.className, serviceType: 'ClusterIP' } };
  const parent = { group: 'gateway.networking.k8s.io', kind: 'Gateway', ...edge.gateway, sectionName: PLAIN_LISTENER };
  return { gatewayHttpRoute: { parentRefs: [parent], serviceType: 'ClusterIP' } };
}

import { Construct } from 'constructs';
import * as api from '../../../imports/gateway.networking.k8s.io';
import { GatewayEdge } from '../../model/edge';
import { KubernetesObject } from '../objects/kubernetes-object';
import { objectMeta } from '../objects/object-meta';
import { PublicHost } from './public-host';

/** Name of the listener without TLS: it answers the authority's questions, and sends everybody else to the other. */
export const PLAIN_LISTENER = 'http';

const { SAME, SELECTOR } = api.GatewaySpecListenersAllowedRoutesNamespacesFrom;

/**
 * The Gateway that all public hosts of a cluster share, with a listener and a certificate for each of them, wherever
 * in the tree they are defined; only a host's own namespace may attach a route to its listener.
 */
export class PublicGateway extends Construct {
  constructor(scope: Construct, id: string, { className, gateway, issuer }: GatewayEdge) {
    super(scope, id);
    const metadata = objectMeta(gateway.namespace, gateway.name);
    new KubernetesObject(
      this,
      'Gateway',
      api.Gateway,
      {
        metadata: { ...metadata, annotations: { 'cert-manager.io/cluster-issuer': issuer.name } },
        spec: { gatewayClassName: className, listeners: [PLAIN] },
      },
      () => ({
        spec: { gatewayClassName: className, listeners: [PLAIN, ...this.publicHosts().map(renderListener)] },
      }),
    );
    new KubernetesObject(this, 'Redirect', api.HttpRoute, {
      metadata: objectMeta(gateway.namespace, `${gateway.name}-redirect`),
      spec: {
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...gateway, sectionName: PLAIN_LISTENER }],
        rules: [
          {
            matches: [{ path: { type: api.HttpRouteSpecRulesMatchesPathType.PATH_PREFIX, value: '/' } }],
            filters: [
              {
                type: api.HttpRouteSpecRulesFiltersType.REQUEST_REDIRECT,
                requestRedirect: {
                  scheme: api.HttpRouteSpecRulesFiltersRequestRedirectScheme.HTTPS,
                  statusCode: api.HttpRouteSpecRulesFiltersRequestRedirectStatusCode.VALUE_301,
                },
              },
            ],
          },
        ],
      },
    });
  }

  private publicHosts(): PublicHost[] {
    const hosts = this.node.root.node.findAll().filter((construct) => construct instanceof PublicHost);
    return hosts.sort((a, b) => (a.host < b.host ? -1 : 1));
  }
}

const PLAIN: api.GatewaySpecListeners = {
  name: PLAIN_LISTENER,
  port: 80,
  protocol: 'HTTP',
  allowedRoutes: { namespaces: { from: SAME } },
};

function renderListener({ host, namespace }: PublicHost): api.GatewaySpecListeners {
  return {
    name: host,
    hostname: host,
    port: 443,
    protocol: 'HTTPS',
    tls: {
      mode: api.GatewaySpecListenersTlsMode.TERMINATE,
      certificateRefs: [{ group: '', kind: 'Secret', name: `${host}-tls` }],
    },
    allowedRoutes: {
      namespaces: { from: SELECTOR, selector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } },
    },
  };
}

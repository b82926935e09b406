import { EditableBundle, RuleCase } from './rule-case';

const gateway = (listener: string, namespace = 'edge') => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: ${namespace} }
spec: { gatewayClassName: envoy, listeners: [{ name: web, port: 80, protocol: HTTP, ${listener} }] }
`;

const route = (parent: string, backend = 'name: api, port: 80') => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: api, namespace: shop }
spec: { parentRefs: [{ ${parent} }], rules: [{ backendRefs: [{ ${backend} }] }] }
`;

const service = (namespace: string) => `
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: ${namespace} }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
`;

const ALL = 'allowedRoutes: { namespaces: { from: All } }';
const SAME = 'allowedRoutes: { namespaces: { from: Same } }';
const TO_EDGE = 'name: public, namespace: edge';

const GRANT = `
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: { name: shop, namespace: bank }
spec: { from: [{ group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: shop }], to: [{ group: '', kind: Service }] }
`;

/** Objects of a Gateway in a folder that no Application holds. */
function attach(bundle: EditableBundle, parent: object, backend: object, gateway?: object): void {
  const apiVersion = 'gateway.networking.k8s.io/v1';
  const metadata = { name: 'public', namespace: 'wms-platform' };
  if (gateway !== undefined) {
    bundle.add('extra/gateway', {
      apiVersion,
      kind: 'GatewayClass',
      metadata: { name: 'envoy' },
      spec: { controllerName: 'example.com/envoy' },
    });
    bundle.add('extra/gateway', {
      apiVersion,
      kind: 'Gateway',
      metadata,
      spec: { gatewayClassName: 'envoy', ...gateway },
    });
  }
  const spec = { parentRefs: [parent], rules: [{ backendRefs: [backend] }] };
  bundle.add('extra/gateway', { apiVersion, kind: 'HTTPRoute', metadata, spec });
}

const LISTENER = {
  name: 'web',
  port: 443,
  protocol: 'HTTPS',
  tls: { certificateRefs: [{ name: 'order-service-tls' }] },
};
const ORDERS = { name: 'order-service', port: 8001 };

/** Cases of the family `references` about the Gateway API. */
export const gatewayCases: Readonly<Record<string, RuleCase>> = {
  'references/gateway-exists': {
    wrong: gateway(ALL) + route('name: public'),
    right: gateway(ALL) + route(TO_EDGE),
    mutate: (bundle) => {
      attach(bundle, { name: 'public' }, ORDERS);
    },
  },
  'references/listener-takes': {
    wrong: gateway(SAME) + route(TO_EDGE),
    right: gateway(ALL) + route(TO_EDGE),
    mutate: (bundle) => {
      attach(bundle, { name: 'public', sectionName: 'http' }, ORDERS, { listeners: [LISTENER] });
    },
  },
  'references/reference-grant': {
    wrong: gateway(ALL) + route(TO_EDGE, 'name: api, namespace: bank, port: 80') + service('bank'),
    right: gateway(ALL) + route(TO_EDGE, 'name: api, namespace: bank, port: 80') + service('bank') + GRANT,
    mutate: (bundle) => {
      const grafana = { name: 'grafana', namespace: 'observability', port: 3000 };
      attach(bundle, { name: 'public' }, grafana, { listeners: [LISTENER] });
    },
  },
};

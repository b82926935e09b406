import { Environment } from '../../lib/environments/environment';
import { AlbEdge, GatewayEdge } from '../../lib/model/edge';

// Facts of clusters that ours are not: other ways in, a mesh, an operator that watches.

/** Where the certificates of public hosts come from. */
export const issuer = {
  name: 'letsencrypt',
  server: 'https://acme.example.com/directory',
  email: 'operators@example.com',
} as const;

/** A load balancer of AWS. */
export const alb: AlbEdge = {
  kind: 'alb',
  className: 'alb',
  group: 'public',
  scheme: 'internet-facing',
  webAclArn: 'arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/public/a1b2',
  healthCheckPath: '/ready',
  subnets: ['10.20.1.0/24', '10.20.2.0/24'],
};

/** A Gateway. */
export const gateway: GatewayEdge = {
  kind: 'gateway',
  className: 'envoy',
  gateway: { namespace: 'public-edge', name: 'public' },
  dataPlane: { namespace: 'envoy-gateway-system', labels: { 'app.kubernetes.io/name': 'envoy' } },
  issuer,
};

/** A mesh of Istio, on a cluster whose sidecars end with a Job. */
export const meshed = {
  mesh: {
    kind: 'istio',
    revision: '1-27',
    namespace: 'istio-system',
    proxy: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
  },
  kubernetesMinor: 'v1.29',
} as const satisfies Partial<Environment>;

/** An operator of Prometheus that somebody else runs. */
export const operated: Environment['monitoring'] = {
  kind: 'operator',
  prometheus: { namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } },
  selectorLabels: { release: 'kube-prometheus-stack' },
};

import { EditableBundle, RuleCase } from './rule-case';

const ingress = (annotation: string, path = '/') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop, annotations: { ${annotation} } }
spec:
  tls: [{ hosts: ['*.example.com'], secretName: api-tls }]
  rules:
  - host: api.example.com
    http: { paths: [{ path: ${path}, pathType: Prefix, backend: { service: { name: api, port: { name: http } } } }] }
`;

const service = (spec: string) => `
apiVersion: v1
kind: Service
metadata: { name: database, namespace: shop }
spec: { ports: [{ port: 5432 }], ${spec} }
`;

const annotate = (bundle: EditableBundle, key: string, value: string) =>
  bundle.edit('Ingress', 'order-service', ({ metadata }) => (metadata.annotations[key] = value));

export const exposureCases: Readonly<Record<string, RuleCase>> = {
  'exposure/nginx-annotations': {
    wrong: ingress('nginx.ingress.kubernetes.io/rate-limit: "100"'),
    right: ingress('nginx.ingress.kubernetes.io/limit-rps: "100"'),
    mutate: (bundle) => annotate(bundle, 'nginx.ingress.kubernetes.io/rate-limit', '100'),
  },
  'exposure/alb-annotations': {
    wrong: ingress('alb.ingress.kubernetes.io/certificate-arns: "arn:aws:acm:eu-central-1:1:certificate/1"'),
    right: ingress('alb.ingress.kubernetes.io/actions.redirect: "{}"'),
    mutate: (bundle) => annotate(bundle, 'alb.ingress.kubernetes.io/shceme', 'internal'),
  },
  'exposure/no-snippets': {
    wrong: ingress('nginx.ingress.kubernetes.io/server-snippet: "return 200;"'),
    right: ingress('nginx.ingress.kubernetes.io/custom-headers: shop/headers'),
    mutate: (bundle) =>
      annotate(bundle, 'nginx.ingress.kubernetes.io/configuration-snippet', 'more_set_headers "A: b";'),
  },
  'exposure/tls': {
    wrong: ingress('').replace('*.example.com', 'www.example.com'),
    right: ingress(''),
    mutate: (bundle) => bundle.edit('Ingress', 'order-service', ({ spec }) => delete spec.tls),
  },
  'exposure/admin-paths': {
    wrong: ingress('', '/actuator'),
    right: ingress('nginx.ingress.kubernetes.io/auth-url: https://login.example.com', '/actuator'),
    mutate: (bundle) =>
      bundle.edit('Ingress', 'order-service', ({ spec }) => (spec.rules[0].http.paths[0].path = '/admin')),
  },
  'exposure/load-balancers': {
    wrong: service('type: LoadBalancer'),
    right: service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]'),
    mutate: (bundle) => bundle.edit('Service', 'order-service', ({ spec }) => (spec.type = 'LoadBalancer')),
    also: ['availability/object-quota-fits'], // the quota of the namespace has room for none
  },
  'exposure/no-node-ports': {
    wrong: service('type: NodePort'),
    right: service('type: ClusterIP'),
    mutate: (bundle) => bundle.edit('Service', 'order-service', ({ spec }) => (spec.type = 'NodePort')),
    also: ['availability/object-quota-fits'], // the quota of the namespace has room for none
  },
};

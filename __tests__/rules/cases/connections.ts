import { RuleCase } from './rule-case';

/** A Deployment `api` in the namespace `shop` that listens on `http`, 8080. */
const api = (fields = '', annotations = '{}') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }, annotations: ${annotations} }
    spec:
      containers: [{ name: api, ports: [{ name: http, containerPort: 8080 }], ${fields} }]
`;

const service = (selector: string, targetPort: string) => `
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: ${selector} }, ports: [{ name: web, port: 80, targetPort: ${targetPort} }] }
`;

const ingress = (name: string, port: string) => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: api, namespace: shop }
spec:
  rules:
    - host: api.example.com
      http:
        paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${name}, port: { ${port} } } } }]
`;

const database = (clusterIP: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec: { containers: [{ name: db }] }
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec: { ${clusterIP} selector: { app: db }, ports: [{ port: 5432 }] }
`;

/** Cases of the family `references` about Services and those who speak to them. */
export const connectionCases: Readonly<Record<string, RuleCase>> = {
  'references/service-selects-pods': {
    wrong: api() + service('apis', 'http'),
    right: api() + service('api', 'http'),
    mutate: (bundle) => {
      bundle.edit('Service', 'order-service', ({ spec }) => {
        spec.selector = { 'app.kubernetes.io/name': 'orders' };
      });
    },
  },
  'references/target-port': {
    wrong: api() + service('api', 'web'),
    right: api() + service('api', 'http'),
    mutate: (bundle) => {
      bundle.edit('Service', 'order-service', ({ spec }) => {
        spec.ports[0].targetPort = 'web';
      });
    },
  },
  'references/stateful-service': {
    wrong: database(''),
    right: database('clusterIP: None,'),
    mutate: (bundle) => {
      bundle.edit('StatefulSet', 'mongodb', ({ spec }) => {
        spec.serviceName = 'mongo';
      });
    },
  },
  'references/probe-port': {
    wrong: api('readinessProbe: { httpGet: { path: /ready, port: web } }'),
    right: api('readinessProbe: { httpGet: { path: /ready, port: http } }'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.spec.containers[0].readinessProbe.httpGet.port = 'web';
      });
    },
  },
  'references/port-declared': {
    wrong: api('readinessProbe: { httpGet: { path: /ready, port: 8081 } }'),
    right: api('readinessProbe: { httpGet: { path: /ready, port: 8080 } }'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.spec.containers[0].readinessProbe.httpGet.port = 8099;
      });
    },
  },
  'references/scrape-port': {
    wrong: api('', '{ prometheus.io/scrape: "true", prometheus.io/port: "9090" }'),
    right: api('', '{ prometheus.io/scrape: "true", prometheus.io/port: "8080" }'),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        spec.template.metadata.annotations['prometheus.io/port'] = '9090';
      });
    },
  },
  'references/backend-exists': {
    wrong: api() + service('api', 'http') + ingress('apis', 'name: web'),
    right: api() + service('api', 'http') + ingress('api', 'name: web'),
    mutate: (bundle) => {
      bundle.edit('Ingress', 'order-service', ({ spec }) => {
        spec.rules[0].http.paths[0].backend.service.name = 'orders';
      });
    },
  },
  'references/backend-port': {
    wrong: api() + service('api', 'http') + ingress('api', 'number: 8080'),
    right: api() + service('api', 'http') + ingress('api', 'number: 80'),
    mutate: (bundle) => {
      bundle.edit('Ingress', 'order-service', ({ spec }) => {
        spec.rules[0].http.paths[0].backend.service.port = { number: 80 };
      });
    },
  },
  'references/host-exists': {
    wrong: api('env: [{ name: API, value: "http://apis.shop.svc.cluster.local" }]') + service('api', 'http'),
    right: api('env: [{ name: API, value: "http://api.shop.svc.cluster.local" }]') + service('api', 'http'),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'order-service', ({ data }) => {
        data.ORCHESTRATOR_SERVICE_URL = 'http://orchestrator.kafka:8080';
      });
    },
  },
  'references/host-port': {
    wrong: api('env: [{ name: API, value: "http://api:8080" }]') + service('api', 'http'),
    right: api('env: [{ name: API, value: "http://api" }]') + service('api', 'http'),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'order-service', ({ data }) => {
        data.ORCHESTRATOR_SERVICE_URL = 'http://orchestrator:8081';
      });
    },
  },
};

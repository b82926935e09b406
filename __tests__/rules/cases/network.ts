import { PODS, fromWeb, toApi, toDns, apiAdmits, webReaches } from './network-text';
import { RuleCase } from './rule-case';

export const networkCases: Readonly<Record<string, RuleCase>> = {
  'network/allowed-is-declared': {
    wrong:
      PODS +
      apiAdmits('{ from: [{ namespaceSelector: {} }], ports: [{ port: 8080 }] }') +
      webReaches(`${toApi}, ${toDns}`),
    right: PODS + apiAdmits(fromWeb) + webReaches(`${toApi}, ${toDns}`),
    facts: {
      connections: [
        { from: 'shop/web', to: 'shop/api', ports: [8080] },
        { from: '*', to: 'shop/web', ports: ['*'] },
        { from: 'shop/api', to: '*', ports: ['*'] },
      ],
    },
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        spec.egress.push({ to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [{ port: 443, protocol: 'TCP' }] });
      });
    },
  },
  'network/one-sided': {
    wrong: PODS + apiAdmits('') + webReaches(`${toApi}, ${toDns}`),
    right: PODS + apiAdmits(fromWeb) + webReaches(`${toApi}, ${toDns}`),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'temporal-worker', ({ spec }) => {
        spec.egress = spec.egress.filter((rule: object) => !JSON.stringify(rule).includes('temporal-elasticsearch'));
      });
    },
    also: ['network/allowed-is-declared'],
  },
  'network/endpoint-without-edge': {
    wrong: `${PODS}${apiAdmits('')}---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: shop }
spec: { containers: [{ name: job, image: example.com/job:1.0.0, env: [{ name: API, value: 'http://api' }] }] }
`,
    right: `${PODS}${apiAdmits('{ from: [{ podSelector: {} }], ports: [{ port: http }] }')}---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop }
spec: { selector: { app: api }, ports: [{ port: 80, targetPort: http }] }
---
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: shop }
spec: { containers: [{ name: job, image: example.com/job:1.0.0, env: [{ name: API, value: 'http://api' }] }] }
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'temporal-web', ({ spec }) => {
        spec.template.spec.containers[0].env.push({ name: 'BROKERS', value: 'kafka-broker.kafka.svc:9092' });
      });
    },
  },
  'network/no-dns': {
    wrong: PODS + webReaches(toApi),
    right: PODS + webReaches(`${toApi}, ${toDns}`),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        spec.egress = spec.egress.filter((rule: object) => !JSON.stringify(rule).includes('kube-dns'));
      });
    },
  },
  'network/scraper-shut-out': {
    wrong: `${apiAdmits('{ from: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 8080 }] }')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }, annotations: { prometheus.io/scrape: 'true', prometheus.io/port: '8080' } }
    spec:
      containers: [{ name: api, image: example.com/api:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
`,
    right: `${apiAdmits('{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }], ports: [{ port: 8080 }] }')}---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }, annotations: { prometheus.io/scrape: 'true', prometheus.io/port: '8080' } }
    spec:
      containers: [{ name: api, image: example.com/api:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
`,
    mutate: (bundle) => {
      bundle.edit('Deployment', 'temporal-web', ({ spec }) => {
        spec.template.metadata.annotations = { ...spec.template.metadata.annotations, 'prometheus.io/scrape': 'true' };
      });
    },
  },
};

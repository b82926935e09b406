import { Editable, RuleCase } from './rule-case';

/** Two workloads of a namespace, each on port 8080: what the policies of a case are about. */
const PODS = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: example.com/web:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec:
      containers: [{ name: api, image: example.com/api:1.0.0, ports: [{ name: http, containerPort: 8080 }] }]
`;

const policy = (name: string, spec: string) => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: ${spec}
`;

const fromWeb = '{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8080 }] }';
const toApi = '{ to: [{ podSelector: { matchLabels: { app: api } } }], ports: [{ port: 8080 }] }';
const toDns =
  '{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }], ports: [{ port: 53, protocol: UDP }, { port: 53 }] }';
const closed = (app: string, rules: string) =>
  `{ podSelector: { matchLabels: { app: ${app} } }, policyTypes: ${rules} }`;
const apiAdmits = (rule: string) => policy('api', closed('api', `[Ingress], ingress: [${rule}]`));
const webReaches = (rules: string) => policy('web', closed('web', `[Egress], egress: [${rules}]`));

const isolated = ['network/allowed-is-declared'];

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
  'network/selects-nothing': {
    wrong: PODS + policy('api', closed('aip', '[Ingress]')),
    right: PODS + policy('api', closed('api', '[Ingress]')),
    mutate: (bundle) => {
      bundle.add('wms/order-service', {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'gone', namespace: 'wms-platform' },
        spec: { podSelector: { matchLabels: { app: 'gone' } }, policyTypes: ['Ingress', 'Egress'] },
      });
    },
  },
  'network/unknown-namespace-label': {
    wrong:
      PODS +
      webReaches(
        '{ to: [{ namespaceSelector: { matchLabels: { name: kube-system } } }], ports: [{ port: 53, protocol: UDP }, { port: 53 }] }',
      ),
    right: PODS + webReaches(toDns),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        const dns = spec.egress.find((rule: object) => JSON.stringify(rule).includes('kube-dns'));
        dns.to[0].namespaceSelector = { matchLabels: { name: 'kube-system' } };
      });
    },
  },
  'network/unknown-port': {
    wrong: PODS + apiAdmits('{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: web }] }'),
    right: PODS + apiAdmits('{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: http }] }'),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        spec.ingress[0].ports.push({ port: 'web', protocol: 'TCP' });
      });
    },
  },
  'network/undeclared-port': {
    wrong: PODS + apiAdmits('{ from: [{ podSelector: { matchLabels: { app: web } } }], ports: [{ port: 8081 }] }'),
    right: PODS + apiAdmits(fromWeb),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        spec.ingress[0].ports.push({ port: 9999, protocol: 'TCP' });
      });
    },
    also: isolated,
  },
  'network/idle-rules': {
    wrong: PODS + policy('web', closed('web', `[Ingress], egress: [${toApi}]`)),
    right: PODS + policy('web', closed('web', `[Egress], egress: [${toApi}]`)),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'wms/acme-solver', ({ spec }) => {
        spec.policyTypes = ['Ingress'];
        spec.egress = [];
      });
    },
  },
  'network/missing-policy-types': {
    wrong: PODS + policy('api', '{ podSelector: {} }'),
    right: PODS + policy('api', '{ podSelector: {}, policyTypes: [Ingress] }'),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        delete spec.policyTypes;
      });
    },
  },
  'network/open-to-all': {
    wrong: PODS + apiAdmits('{ ports: [{ port: 8080 }] }'),
    right: PODS + apiAdmits(fromWeb),
    mutate: (bundle) => {
      bundle.edit('NetworkPolicy', 'order-service', ({ spec }) => {
        delete spec.ingress[0].from;
      });
    },
    also: isolated,
  },
  'network/not-isolated': {
    wrong: PODS + apiAdmits(fromWeb),
    right: PODS + apiAdmits(fromWeb) + webReaches(`${toApi}, ${toDns}`),
    mutate: (bundle) => {
      const move = (object: Editable) => {
        const { labels } = object.metadata;
        bundle.add('elsewhere/metrics', { ...object, metadata: { name: object.metadata.name, namespace, labels } });
      };
      const namespace = 'elsewhere';
      bundle.edit('Namespace', 'observability', (object) => {
        bundle.add('elsewhere/namespace', { ...object, metadata: { ...object.metadata, name: namespace } });
      });
      bundle.edit('ServiceAccount', 'kube-state-metrics', move);
      bundle.edit('Deployment', 'kube-state-metrics', move);
    },
    also: [...isolated, 'pod-security/token-mounts'],
  },
};

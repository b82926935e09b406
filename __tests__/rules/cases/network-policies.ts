import { PODS, policy, fromWeb, toApi, toDns, closed, apiAdmits, webReaches, isolated } from './network-text';
import { Editable, RuleCase } from './rule-case';

export const networkPolicyCases: Readonly<Record<string, RuleCase>> = {
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

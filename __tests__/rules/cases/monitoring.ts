import { RuleCase } from './rule-case';

const PLAIN_SCRAPE = `
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: shop }
data:
  prometheus.yml: |
    scrape_configs:
      - job_name: api
        kubernetes_sd_configs: [{ role: pod, namespaces: { names: [shop] } }]
        relabel_configs:
          - { source_labels: [__meta_kubernetes_pod_label_app], regex: api, action: keep }
          - { source_labels: [__meta_kubernetes_pod_container_port_number], regex: 8081, action: keep }
`;

const pods = (port: number, annotations = '') => `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api }, annotations: { ${annotations} } }
    spec: { containers: [{ name: api, image: 'example.com/api:1.0.0', ports: [{ name: http, containerPort: ${port} }] }] }
`;

const rules = (rule: string) => `
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: shop }
spec:
  groups:
    - name: shop
      rules:
${rule}
`;

const alert = (fields: string) => `        - { alert: Down, ${fields} }`;

const WHOLE = "for: 5m, labels: { severity: critical }, annotations: { summary: 'down' }";

const monitor = (port: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: api, namespace: shop }
spec: { selector: { matchLabels: { app: api } }, endpoints: [{ port: ${port} }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop, labels: { app: api } }
spec: { selector: { app: api }, ports: [{ name: http, port: 80, targetPort: http }] }
`;

/** One file of rules of our Prometheus, edited as text. */
const RULES = 'wms-services.rules.yaml';

export const monitoringCases: Readonly<Record<string, RuleCase>> = {
  'monitoring/finding-scrapes': {
    wrong: PLAIN_SCRAPE + pods(8080),
    right: PLAIN_SCRAPE + pods(8081),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        data['prometheus.yml'] = data['prometheus.yml'].replace(
          'regex: kafka-exporter;9308',
          'regex: kafka-exporter;9309',
        );
      });
    },
  },
  'monitoring/finding-monitors': {
    wrong: monitor('metrics') + pods(8080),
    right: monitor('http') + pods(8080),
    mutate: (bundle) => {
      bundle.add('argocd/monitors', {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        metadata: { name: 'order-service', namespace: 'wms-platform' },
        spec: {
          selector: { matchLabels: { 'app.kubernetes.io/name': 'order-servce' } },
          podMetricsEndpoints: [{ port: 'http' }],
        },
      });
    },
    also: ['argo-cd/admitting-projects'],
  },
  'monitoring/annotated-ports': {
    wrong: pods(8080, "prometheus.io/scrape: 'true', prometheus.io/port: '9090'"),
    right: pods(8080, "prometheus.io/scrape: 'true', prometheus.io/port: '8080'"),
    mutate: (bundle) => {
      bundle.edit('Deployment', 'order-service', ({ spec }) => {
        Object.assign(spec.template.metadata.annotations, {
          'prometheus.io/scrape': 'true',
          'prometheus.io/port': '9999',
        });
      });
    },
    also: ['network/scraper-shut-out'],
  },
  'monitoring/valid-queries': {
    wrong: rules(alert(`expr: 'sum by (job) (up == 0', ${WHOLE}`)),
    right: rules(alert(`expr: 'sum by (job) (up == 0)', ${WHOLE}`)),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'grafana-dashboards-wms', ({ data }) => {
        const [key = ''] = Object.keys(data);
        data[key] = data[key].replace(/"expr": "/, '"expr": "sum by (');
      });
    },
  },
  'monitoring/known-jobs': {
    wrong: `${PLAIN_SCRAPE}  a.rules.yaml: |
    groups: [{ name: a, rules: [{ alert: Down, expr: 'up{job="apii"} == 0', ${WHOLE} }] }]
${pods(8081)}`,
    right: `${PLAIN_SCRAPE}  a.rules.yaml: |
    groups: [{ name: a, rules: [{ alert: Down, expr: 'up{job="api"} == 0', ${WHOLE} }] }]
${pods(8081)}`,
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        const name = 'cluster-scrapes.rules.yaml';
        data[name] = data[name].replace('job="mongodb"', 'job="mongo"');
      });
    },
  },
  'monitoring/recorded-series': {
    wrong: rules(`        - { record: 'job:up:sum', expr: sum by (job) (up) }
${alert(`expr: 'job:up:avg == 0', ${WHOLE}`)}`),
    right: rules(`        - { record: 'job:up:sum', expr: sum by (job) (up) }
${alert(`expr: 'job:up:sum == 0', ${WHOLE}`)}`),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        data['jobs.rules.yaml'] =
          "groups: [{ name: jobs, rules: [{ record: 'job:up:sum', expr: sum by (job) (up) }, { record: 'job:up:low', expr: 'job:up:min < 1' }] }]";
      });
    },
  },
  'monitoring/patient-alerts': {
    wrong: rules(alert("expr: up == 0, labels: { severity: critical }, annotations: { summary: 'down' }")),
    right: rules(alert(`expr: up == 0, ${WHOLE}`)),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        const name = 'cluster-scrapes.rules.yaml';
        data[name] = data[name].replace(/\n +for: 5m/, '');
      });
    },
  },
  'monitoring/explained-alerts': {
    wrong: rules(alert("expr: up == 0, for: 5m, annotations: { summary: 'down' }")),
    right: rules(alert(`expr: up == 0, ${WHOLE}`)),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        data[RULES] = data[RULES].replace('severity:', 'urgency:');
      });
    },
  },
  'monitoring/unique-alerts': {
    wrong: rules(`${alert(`expr: up == 0, ${WHOLE}`)}\n${alert(`expr: up < 1, ${WHOLE}`)}`),
    right: rules(
      `${alert(`expr: up == 0, ${WHOLE}`)}\n${alert(`expr: up < 1, ${WHOLE.replace('critical', 'warning')}`)}`,
    ),
    mutate: (bundle) => {
      bundle.edit('ConfigMap', 'prometheus-config', ({ data }) => {
        const name = 'cluster-scrapes.rules.yaml';
        data[name] = data[name].replace('alert: TargetMissing', 'alert: TargetDown');
      });
    },
  },
};

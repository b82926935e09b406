import { annotatedPorts, findingMonitors } from '../../../lib/rules/monitoring/monitors';
import { relabel } from '../../../lib/rules/monitoring/relabeling';
import { Relabeling } from '../../../lib/rules/monitoring/scrape-configs';
import { findingScrapes } from '../../../lib/rules/monitoring/scrapes';
import { judgeText } from '../judge-text';

const step = (fields: Partial<Relabeling>): Relabeling => ({
  action: 'replace',
  sources: [],
  separator: ';',
  regex: '(.*)',
  target: undefined,
  replacement: '$1',
  ...fields,
});

const relabeled = (labels: Record<string, string | undefined>, ...steps: Relabeling[]) => {
  const result = relabel(new Map(Object.entries(labels)), steps);
  return result && Object.fromEntries(result);
};

test('a target is kept where the whole of its labels matches, and dropped where it does', () => {
  const keep = step({ action: 'keep', sources: ['a', 'b'], regex: 'x;y' });
  expect(relabeled({ a: 'x', b: 'y' }, keep)).toEqual({ a: 'x', b: 'y' });
  expect(relabeled({ a: 'x', b: 'yy' }, keep)).toBeUndefined();
  expect(relabeled({ a: 'x' }, step({ action: 'drop', sources: ['a'], regex: 'x|z' }))).toBeUndefined();
  expect(relabeled({ a: 'xz' }, step({ action: 'drop', sources: ['a'], regex: 'x|z' }))).toEqual({ a: 'xz' });
});

test('a label that is not there is empty', () => {
  expect(relabeled({}, step({ action: 'keep', sources: ['a'], regex: 'true' }))).toBeUndefined();
  expect(relabeled({}, step({ action: 'drop', sources: ['a'], regex: '' }))).toBeUndefined();
});

test('what only a cluster knows neither keeps nor drops, and makes unknown what is made from it', () => {
  const copy = step({ sources: ['pod'], target: 'instance' });
  expect(relabeled({ pod: undefined }, copy, step({ action: 'keep', sources: ['instance'], regex: 'x' }))).toEqual({
    pod: undefined,
    instance: undefined,
  });
});

test('labels are replaced by groups, mapped by their names, and removed by nothing', () => {
  const port = step({ sources: ['host', 'port'], regex: '([^;]+);(\\d+)', target: 'address', replacement: '${1}:$2' });
  expect(relabeled({ host: 'a', port: '80' }, port)).toMatchObject({ address: 'a:80' });
  expect(relabeled({ host: 'a', port: '' }, port)).toEqual({ host: 'a', port: '' });
  expect(relabeled({ meta_label_app: 'x' }, step({ action: 'labelmap', regex: 'meta_label_(.+)' }))).toMatchObject({
    app: 'x',
  });
  expect(relabeled({ a: 'x' }, step({ target: 'a', replacement: '' }))).toEqual({});
});

const config = (job: string) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: shop }
data:
  prometheus.yml: |
    scrape_configs:
      - job_name: api
${job.replace(/^/gm, '        ')}
`;

const API = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  template:
    metadata: { labels: { app: api }, annotations: { prometheus.io/scrape: 'true', prometheus.io/port: '8080' } }
    spec: { containers: [{ name: api, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: shop, labels: { app: api }, annotations: { prometheus.io/scrape: 'true', prometheus.io/port: '80' } }
spec: { selector: { app: api }, ports: [{ name: web, port: 80, targetPort: http }] }
`;

const judge = (job: string) => judgeText(findingScrapes, config(job) + API);
const sd = (role: string, namespace = 'shop') =>
  `kubernetes_sd_configs: [{ role: ${role}, namespaces: { names: [${namespace}] } }]\nrelabel_configs:`;
const keep = (label: string, regex: string) =>
  `  - { source_labels: [__meta_kubernetes_${label}], regex: '${regex}', action: keep }`;

test.each([
  ['pod', 'pod_label_app', 'api', 'apii'],
  ['pod', 'pod_container_port_name', 'http', 'metrics'],
  ['pod', 'pod_annotation_prometheus_io_scrape', 'true', 'yes'],
  ['endpoints', 'endpoint_port_name', 'web', 'http'],
  ['endpoints', 'service_name', 'api', 'web'],
  ['endpoints', 'pod_container_port_number', '8080', '80'],
  ['endpointslice', 'endpointslice_port_name', 'web', 'http'],
  ['service', 'service_port_name', 'web', 'http'],
])('a scrape of role %s by %s finds %s, and not %s', (role, label, right, wrong) => {
  expect(judge(`${sd(role)}\n${keep(label, right)}`)).toEqual([]);
  expect(judge(`${sd(role)}\n${keep(label, wrong)}`)).toEqual([
    'data["prometheus.yml"]: scrape api must find a target in shop, got none',
  ]);
});

test('a scrape of all namespaces is judged only where it keeps one of them by name', () => {
  const everywhere = 'kubernetes_sd_configs: [{ role: pod }]\nrelabel_configs:';
  expect(judge(`${everywhere}\n${keep('pod_label_app', 'apii')}`)).toEqual([]);
  const both =
    "  - { source_labels: [__meta_kubernetes_namespace, __meta_kubernetes_pod_label_app], regex: 'shop;apii', action: keep }";
  expect(judge(`${everywhere}\n${both}`)).toHaveLength(1);
});

test('what the bundle has no pods of, or cannot see, is not judged', () => {
  expect(judge(`${sd('pod', 'bank')}\n${keep('pod_label_app', 'x')}`)).toEqual([]);
  expect(judge(`${sd('node')}\n${keep('node_name', 'x')}`)).toEqual([]);
  expect(judge(`consul_sd_configs: [{}]\n${sd('pod')}\n${keep('pod_label_app', 'x')}`)).toEqual([]);
  const narrowed = sd('pod').replace('role: pod', "role: pod, selectors: [{ role: pod, label: 'a=b' }]");
  expect(judge(`${narrowed}\n${keep('pod_label_app', 'x')}`)).toEqual([]);
});

test.each(['api:80', 'api.shop:80', 'api.shop.svc:80', 'api.shop.svc.cluster.local:80', 'api'])(
  '%s is a target',
  (target) => {
    expect(judge(`static_configs: [{ targets: ['${target}'] }]`)).toEqual([]);
  },
);

test.each(['localhost:9090', '10.0.0.1:80', 'example.com:443', 'api.bank.svc:80'])('%s is somewhere else', (target) => {
  expect(judge(`static_configs: [{ targets: ['${target}'] }]`)).toEqual([]);
});

test('a static target names a Service of the bundle and one of its ports', () => {
  expect(judge("static_configs: [{ targets: ['web:80', 'api.shop.svc:8080'] }]")).toEqual([
    'data["prometheus.yml"]: scrape api must name a Service of shop, got web:80',
    'data["prometheus.yml"]: scrape api must name a port of Service api (80), got api.shop.svc:8080',
  ]);
});

test('a template that is no YAML, and a file without scrapes, are left alone', () => {
  const template =
    '{ apiVersion: v1, kind: ConfigMap, metadata: { name: t }, data: { a: "scrape_configs:\\n{{ range }}" } }';
  expect(judgeText(findingScrapes, template)).toEqual([]);
});

const monitor = (kind: string, fields: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: { name: api, namespace: shop }
spec: { ${fields} }
`;

test('a monitor without a port, of any namespace, or of one that is not here, is not judged', () => {
  const judgeMonitor = (fields: string) => judgeText(findingMonitors, monitor('ServiceMonitor', fields) + API);
  expect(judgeMonitor('selector: { matchLabels: { app: api } }, endpoints: [{ targetPort: 8080 }]')).toEqual([]);
  expect(judgeMonitor('selector: { matchLabels: { app: x } }, namespaceSelector: { any: true }')).toEqual([]);
  expect(judgeMonitor('selector: { matchLabels: { app: x } }, namespaceSelector: { matchNames: [bank] }')).toEqual([]);
});

test('a PodMonitor finds pods and named ports of their containers', () => {
  const judgeMonitor = (app: string, port: string) =>
    judgeText(
      findingMonitors,
      monitor('PodMonitor', `selector: { matchLabels: { app: ${app} } }, podMetricsEndpoints: [{ port: ${port} }]`) +
        API,
    );
  expect(judgeMonitor('api', 'http')).toEqual([]);
  expect(judgeMonitor('api', 'web')).toEqual([
    "spec.podMetricsEndpoints[0].port: port of PodMonitor api must be a named port of its pods (http), got 'web'",
  ]);
  expect(judgeMonitor('apii', 'http')).toEqual(['spec.selector: PodMonitor api must select a pod of shop, got none']);
});

test('the annotated port of a Service is one of its own or of its pods', () => {
  expect(judgeText(annotatedPorts, API)).toEqual([]);
  expect(judgeText(annotatedPorts, API.replace("port: '80'", "port: '9090'"))).toEqual([
    'metadata.annotations["prometheus.io/port"]: prometheus.io/port must be a port of a container (80, 8080), got \'9090\'',
  ]);
  const silent = API.replace("scrape: 'true', prometheus.io/port: '80'", "scrape: 'false', prometheus.io/port: '9090'");
  expect(judgeText(annotatedPorts, silent)).toEqual([]);
});

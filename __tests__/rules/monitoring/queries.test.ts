import { explainedAlerts, patientAlerts, uniqueAlerts } from '../../../lib/rules/monitoring/alerts';
import { knownJobs } from '../../../lib/rules/monitoring/known-jobs';
import { parseQuery } from '../../../lib/rules/monitoring/promql';
import { recordedSeries, validQueries } from '../../../lib/rules/monitoring/queries';
import { judgeText } from '../judge-text';

const configMap = (files: Readonly<Record<string, string>>, name = 'files') =>
  JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data: files });

const rules = (...list: object[]) => JSON.stringify({ groups: [{ name: 'g', rules: list }] });
const alert = (expr: string, more: object = {}) => ({ alert: 'A', expr, ...more });
const dashboard = (expr: string, datasource?: unknown) =>
  JSON.stringify({ title: 'D', panels: [{ type: 'row', panels: [{ title: 'P', datasource, targets: [{ expr }] }] }] });

test('matchers are read with their operators, quotes of both kinds and escapes', () => {
  const { selectors } = parseQuery('a{b=~"x|y", c!=\'z\'} or {job="d\\"e"}');
  expect(selectors).toEqual([
    {
      metric: 'a',
      matchers: [
        { label: 'b', operator: '=~', value: 'x|y' },
        { label: 'c', operator: '!=', value: 'z' },
      ],
    },
    { metric: '', matchers: [{ label: 'job', operator: '=', value: 'd"e' }] },
  ]);
});

test('a query that is no PromQL is found in rules and in panels', () => {
  const text = `${configMap({ 'a.yaml': rules(alert('sum(up')), 'd.json': dashboard('rate(up[5m]) 5') })}`;
  expect(judgeText(validQueries, text)).toEqual([
    `data["a.yaml"]: query of alert A must be PromQL, got nothing after 'sum(up'`,
    expect.stringMatching(/^data\["d.json"\]: query of panel D \/ P must be PromQL, got '.+' at character \d+$/),
  ]);
});

test.each([
  'rate(up[$__rate_interval])',
  'sum by ($label) (up{job=~"$job"})',
  'topk(${n:raw}, up)',
  'up{job="[[job]]"}',
])('variables of Grafana may stand in a panel: %s', (expr) => {
  expect(judgeText(validQueries, configMap({ 'd.json': dashboard(expr) }))).toEqual([]);
});

test('a mistake beside an interval of Grafana is still found', () => {
  expect(judgeText(validQueries, configMap({ 'd.json': dashboard('sum(rate(up[$__rate_interval])') }))).toHaveLength(1);
});

test('queries of other languages are left alone', () => {
  const logs = 'sum(rate({app="api"} |= "error" | json [5m]))';
  expect(judgeText(validQueries, configMap({ 'a.yaml': rules(alert(logs)) }))).toEqual([]);
  expect(judgeText(validQueries, configMap({ 'a.yaml': rules(alert('not ( promql')) }, 'loki-rules'))).toEqual([]);
  expect(judgeText(validQueries, configMap({ 'd.json': dashboard('SELECT 1', { type: 'mysql' }) }))).toEqual([]);
  expect(judgeText(validQueries, configMap({ 'd.json': dashboard('x y z', 'Loki') }))).toEqual([]);
});

test('a comparison of two series is no query of Loki', () => {
  expect(judgeText(validQueries, configMap({ 'a.yaml': rules(alert('up{a="b"} != on (')) }))).toHaveLength(1);
});

test('a template that is no YAML is left alone', () => {
  expect(judgeText(validQueries, configMap({ 'a.yaml': 'groups:\n{{ range }}\n- expr: x' }))).toEqual([]);
});

test('a recorded series of a family that the bundle records must be recorded', () => {
  const recording = { record: 'job:up:sum', expr: 'sum by (job) (up)' };
  const judge = (...list: object[]) => judgeText(recordedSeries, configMap({ 'a.yaml': rules(...list) }));
  expect(judge(recording, alert('job:up:avg > 1'))).toEqual([
    'data["a.yaml"]: series of alert A must be recorded by a rule, got \'job:up:avg\'',
  ]);
  expect(judge(recording, alert('job:up:sum > 1'))).toEqual([]);
  expect(judge(recording, alert('node:cpu:rate5m > 1'))).toEqual([]);
  expect(judge(alert('job:up:avg > 1'))).toEqual([]);
});

test('an alert over a time of its own has waited', () => {
  const judge = (expr: string) => judgeText(patientAlerts, configMap({ 'a.yaml': rules(alert(expr)) }));
  expect(judge('up == 0')).toEqual(['data["a.yaml"]: alert A must wait before it fires, got no for']);
  expect(judge('increase(errors_total[15m]) > 0')).toEqual([]);
  expect(judge('vector(1)')).toEqual([]);
});

test('an alert has a severity, and says in some annotation what is wrong', () => {
  const judge = (more: object) => judgeText(explainedAlerts, configMap({ 'a.yaml': rules(alert('up == 0', more)) }));
  expect(judge({})).toEqual([
    'data["a.yaml"]: alert A must have the label severity, got none',
    'data["a.yaml"]: alert A must have the annotation summary, got none',
  ]);
  expect(judge({ labels: { severity: 'page' }, annotations: { message: 'down' } })).toEqual([]);
});

test('one alert may stand in two severities, and in two groups', () => {
  const judge = (...texts: string[]) =>
    judgeText(uniqueAlerts, configMap(Object.fromEntries(texts.map((text, i) => [`${i}.yaml`, text]))));
  const critical = alert('up == 0', { labels: { severity: 'critical' } });
  expect(judge(rules(critical, alert('up < 1', { labels: { severity: 'warning' } })))).toEqual([]);
  expect(judge(rules(critical), rules(critical))).toEqual([]);
  expect(judge(rules(critical, critical))).toEqual([
    'data["0.yaml"]: alert A must stand once in group g, got it twice',
  ]);
});

const scrape = (job: object, more = '') =>
  configMap(
    { 'prometheus.yml': `${more}scrape_configs:\n  - ${JSON.stringify({ job_name: 'api', ...job })}` },
    'prometheus',
  );

const asks = (expr: string, prometheus = scrape({}), others = '') =>
  judgeText(
    knownJobs,
    [prometheus, configMap({ 'a.yaml': rules(alert(expr)) }), others].filter(Boolean).join('\n---\n'),
  );

test.each([
  'up{job="api"}',
  'up{job=~"api|web"}',
  'up{job!="web"}',
  'up',
  'up{namespace="x"}',
  'up{job=""}',
  'up{job=~"a.+"}',
])('%s may have an answer', (expr) => {
  expect(asks(expr)).toEqual([]);
});

test('a job that nothing scrapes has none', () => {
  expect(asks('sum(up{job="apii"}) + sum(up{job="apii"})')).toEqual([
    'data["a.yaml"]: query of alert A must ask for a job that is scraped, got {job="apii"}',
  ]);
  expect(asks('up{job=~"web-.*"}')).toHaveLength(1);
});

test('the name of a job is what its relabelings make of it', () => {
  const renamed = scrape({ relabel_configs: [{ target_label: 'job', replacement: 'shop-api' }] });
  expect(asks('up{job="shop-api"}', renamed)).toEqual([]);
  expect(asks('up{job="api"}', renamed)).toHaveLength(1);
  const copied = { source_labels: ['__meta_kubernetes_pod_label_app'], target_label: 'job' };
  expect(asks('up{job="anything"}', scrape({ relabel_configs: [copied] }))).toEqual([]);
  expect(
    asks('up{job="anything"}', scrape({ relabel_configs: [{ action: 'labelmap', regex: '__meta_(.+)' }] })),
  ).toEqual([]);
});

test('a job is in the namespaces that it is looked for in', () => {
  const own = (more: object = {}) =>
    scrape({
      kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['shop'] } }],
      relabel_configs: [{ source_labels: ['__meta_kubernetes_namespace'], target_label: 'namespace' }],
      ...more,
    });
  expect(asks('up{job="api", namespace="shop"}', own())).toEqual([]);
  expect(asks('up{job="api", namespace="shopp"}', own())).toHaveLength(1);
  expect(asks('up{job="api", namespace="shopp"}', own({ honor_labels: true }))).toEqual([]);
  expect(asks('up{job="api", namespace="shopp"}', own({ relabel_configs: [] }))).toEqual([]);
});

test('where series come from elsewhere nothing is said of jobs', () => {
  const query = 'up{job="apii"}';
  const receiver =
    '{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: p, args: [--web.enable-remote-write-receiver] }] } }';
  expect(asks(query, configMap({}))).toEqual([]);
  expect(asks(query, scrape({ honor_labels: true, metrics_path: '/federate' }))).toEqual([]);
  expect(asks(query, scrape({}, 'scrape_config_files: [more/*.yml]\n'))).toEqual([]);
  expect(asks(query, scrape({}), receiver)).toEqual([]);
  expect(
    asks(query, scrape({}), '{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: { name: p } }'),
  ).toEqual([]);
});

test('where an operator makes scrapes from monitors nothing is said of jobs', () => {
  const monitor = '{ apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: { name: m } }';
  expect(asks('up{job="apii"}', scrape({}), monitor)).toEqual([]);
});

test('programs that push their metrics go by the names that the bundle gives them', () => {
  const receiver = (name: string) =>
    `{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: p, args: [--web.enable-otlp-receiver], env: [{ name: OTEL_SERVICE_NAME, value: ${name} }] }] } }`;
  expect(asks('up{job="pusher"}', scrape({}), receiver('pusher'))).toEqual([]);
  expect(asks('up{job="pusher"}', scrape({}), receiver('other'))).toHaveLength(1);
});

test('the state of alerts and what a rule recorded have labels of their own', () => {
  expect(asks('ALERTS{job="x"} or job:up:sum{job="x"}')).toEqual([]);
});

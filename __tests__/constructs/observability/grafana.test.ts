import { Testing } from 'cdk8s';
import { Grafana, GrafanaProps } from '../../../lib/constructs/observability/grafana';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { Dashboard } from '../../../lib/model/dashboard';
import { namespaceIn, objectsOf } from '../support';
import { fileOf, PROGRAM, serverIn, settingsOf, templateOf } from './signal-support';

const DASHBOARD: Dashboard = {
  uid: 'shop-orders',
  title: 'Orders',
  folder: 'shop',
  panels: [{ title: 'Rate', kind: 'timeseries', unit: 'reqps', queries: [{ expr: 'sum(x)', legend: '{{job}}' }] }],
};
const HUGE = { ...DASHBOARD, title: 'x'.repeat(1024 ** 2) };

function define({ maxConnections = 20, ...overrides }: Partial<GrafanaProps> & { maxConnections?: number } = {}) {
  const chart = Testing.chart();
  const namespace = namespaceIn(chart);
  const source = (name: string, port: number) => ({
    url: `http://${name}:${port}`,
    server: serverIn(namespace, name).endpoint(port),
  });
  const grafana = new Grafana(chart, 'grafana', {
    ...PROGRAM,
    namespace,
    image: 'grafana/grafana:12.4.3',
    scratch: '256Mi',
    database: {
      address: 'postgresql:5432',
      name: 'pages',
      user: 'owner',
      password: { secret: 'postgresql', key: 'password' },
      server: serverIn(namespace, 'postgresql').endpoint(5432),
      maxConnections,
      availableConnections: 45,
    },
    adminPassword: { secret: 'grafana', key: 'admin' },
    secretKey: { secret: 'grafana', key: 'signing' },
    sources: { prometheus: source('prometheus', 9090), loki: source('loki', 3100), tempo: source('tempo', 3200) },
    dashboards: [DASHBOARD],
    ...overrides,
  });
  return { chart, grafana };
}

const settings = () => settingsOf(templateOf(define().chart, 'Deployment', 'grafana'));

test('it answers on 3000, by a Service of its name', () => {
  expect(objectsOf(define().chart)('Service', 'grafana').spec).toMatchObject({ ports: [{ name: 'http', port: 3000 }] });
  expect(define().grafana.endpoint().ports).toEqual([{ port: 3000 }]);
  expect(settings()).toMatchObject({ GF_SERVER_HTTP_PORT: '3000' });
});

test('nobody gets in without a login', () => {
  expect(settings()).toMatchObject({ GF_AUTH_ANONYMOUS_ENABLED: 'false', GF_USERS_ALLOW_SIGN_UP: 'false' });
});

test('it keeps everything in the database, and nothing in its pod', () => {
  expect(settings()).toMatchObject({
    GF_DATABASE_TYPE: 'postgres',
    GF_DATABASE_HOST: 'postgresql:5432',
    GF_DATABASE_NAME: 'pages',
    GF_DATABASE_USER: 'owner',
    GF_DATABASE_MAX_OPEN_CONN: '20',
    GF_LOG_MODE: 'console',
  });
  expect(objectsOf(define().chart)('Deployment', 'grafana').spec).toMatchObject({
    template: { spec: { volumes: expect.arrayContaining([{ name: 'data', emptyDir: { sizeLimit: '256Mi' } }]) } },
  });
});

test('it asks nobody outside for versions, plugins, news or pictures', () => {
  expect(settings()).toMatchObject({
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_PLUGINS_PREINSTALL_AUTO_UPDATE: 'false',
    GF_SECURITY_DISABLE_GRAVATAR: 'true',
    GF_SNAPSHOTS_EXTERNAL_ENABLED: 'false',
  });
});

test('secrets are files, and each variable names the file that is mounted', () => {
  expect(settings()).toMatchObject({
    GF_SECURITY_ADMIN_PASSWORD__FILE: '/run/secrets/grafana/admin-password/admin',
    GF_SECURITY_SECRET_KEY__FILE: '/run/secrets/grafana/secret-key/signing',
    GF_DATABASE_PASSWORD__FILE: '/run/secrets/grafana/database-password/password',
  });
  const [{ volumeMounts }] = templateOf(define().chart, 'Deployment', 'grafana').spec.containers;
  expect(volumeMounts.map(({ mountPath }) => mountPath).filter((path) => path.startsWith('/run/secrets'))).toEqual([
    '/run/secrets/grafana/admin-password',
    '/run/secrets/grafana/secret-key',
    '/run/secrets/grafana/database-password',
  ]);
});

test('a trace leads to its logs, a log line and an exemplar to their trace', () => {
  const { datasources } = fileOf(define().chart, 'grafana-datasources', 'datasources.yaml') as {
    datasources: readonly { uid: string; url: string; isDefault: boolean; jsonData: object }[];
  };
  expect(datasources.map(({ uid, url, isDefault }) => [uid, url, isDefault])).toEqual([
    ['prometheus', 'http://prometheus:9090', true],
    ['loki', 'http://loki:3100', false],
    ['tempo', 'http://tempo:3200', false],
  ]);
  expect(datasources.map(({ jsonData }) => jsonData)).toEqual([
    expect.objectContaining({ exemplarTraceIdDestinations: [{ name: 'trace_id', datasourceUid: 'tempo' }] }),
    {
      derivedFields: [
        expect.objectContaining({
          matcherType: 'label',
          matcherRegex: 'trace_id',
          datasourceUid: 'tempo',
          url: '$${__value.raw}',
        }),
      ],
    },
    expect.objectContaining({
      tracesToLogsV2: expect.objectContaining({
        datasourceUid: 'loki',
        tags: [{ key: 'service.name', value: 'service_name' }],
        customQuery: true,
        query: '{$${__tags}} | trace_id = "$${__trace.traceId}"',
      }),
    }),
  ]);
});

test('each folder of dashboards is a ConfigMap, a mounted folder and a provider', () => {
  const other = { ...DASHBOARD, uid: 'cluster-nodes', folder: 'cluster' };
  const { chart } = define({ dashboards: [DASHBOARD, other] });
  expect(fileOf(chart, 'grafana-dashboard-folders', 'folders.yaml')).toMatchObject({
    providers: [
      { folder: 'cluster', type: 'file', options: { path: '/etc/grafana/dashboards/cluster' } },
      { folder: 'shop', type: 'file', options: { path: '/etc/grafana/dashboards/shop' } },
    ],
  });
  expect(fileOf(chart, 'grafana-dashboards-shop', 'shop-orders.json')).toMatchObject({ uid: 'shop-orders' });
  const [{ volumeMounts }] = templateOf(chart, 'Deployment', 'grafana').spec.containers;
  expect(volumeMounts).toContainEqual({
    name: 'grafana-dashboards-shop',
    mountPath: '/etc/grafana/dashboards/shop',
    readOnly: true,
  });
});

test('without dashboards there is no folder for them', () => {
  const { metadata } = templateOf(define({ dashboards: [] }).chart, 'Deployment', 'grafana');
  expect(Object.keys(metadata.annotations)).toEqual(['checksum/grafana-datasources']);
});

test('a changed dashboard rolls the pod', () => {
  const checksum = (dashboard: Dashboard) =>
    templateOf(define({ dashboards: [dashboard] }).chart, 'Deployment', 'grafana').metadata.annotations[
      'checksum/grafana-dashboards-shop'
    ];
  expect(checksum({ ...DASHBOARD, title: 'Other' })).not.toBe(checksum(DASHBOARD));
  expect(checksum(DASHBOARD)).toMatch(/^[0-9a-f]{8}$/);
});

test('a failure of the database does not restart it', () => {
  expect(templateOf(define().chart, 'Deployment', 'grafana').spec.containers[0]).toMatchObject({
    readinessProbe: { httpGet: { path: '/api/health' } },
    livenessProbe: { tcpSocket: { port: 'http' } },
  });
});

test('it starts after everything that it asks', () => {
  expect(new SyncWaves().waveOf(define().grafana)).toBe(1);
});

test.each<[string, Parameters<typeof define>[0], string]>([
  [
    'more connections than two pods may have',
    { maxConnections: 23 },
    'database.maxConnections must be a whole number from 1 to 22, got 23; 2 pods of a roll-out share the 45 connections',
  ],
  [
    'a folder that no ConfigMap holds',
    { dashboards: [HUGE] },
    'dashboards in ConfigMap grafana-dashboards-shop must be at most 1048576 bytes, got ',
  ],
  [
    'two dashboards of one name',
    { dashboards: [DASHBOARD, { ...DASHBOARD, title: 'Other' }] },
    'dashboards.shop-orders.uid must be there once, got it again; Grafana would show one of the two',
  ],
])('refuses %s', (_, overrides, message) => {
  expect(() => Testing.synth(define(overrides).chart)).toThrow(message);
});

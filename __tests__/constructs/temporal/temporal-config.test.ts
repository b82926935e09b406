import { load } from 'js-yaml';
import { renderConfig, renderDynamicConfig } from '../../../lib/constructs/temporal/temporal-config';
import { CLUSTER } from './temporal-cluster-support';

const inPostgres = { ...CLUSTER, visibility: { kind: 'postgres', database: 'temporal_visibility' } } as const;

/** What the server reads once it has rendered the template: a variable is its name in brackets here. */
function read(config: string): Readonly<Record<string, object>> {
  const variable = /\{\{ (?:env|printf "%s([^"]*)" \(env) "(\w+)"\)? \| quote \}\}/g;
  const rendered = config
    .replace(/^\{\{-.*\n/gm, '')
    .replace(variable, (_, suffix: string | undefined, name: string) => `"<${name}>${suffix ?? ''}"`);
  expect(rendered).not.toContain('{{');
  return load(rendered) as Record<string, object>;
}

test('the first line lets the server render it as a template', () => {
  expect(renderConfig(CLUSTER).split('\n')[0]).toBe('# enable-template');
});

test.each(['POD_IP', 'BIND_IP', 'CONFIG_FOLDER', 'SQL_PASSWORD', 'ELASTICSEARCH_PASSWORD'])(
  'a missing %s is refused and not taken for an empty text',
  (name) => {
    expect(renderConfig(CLUSTER)).toContain(`{{- if not (env "${name}") }}{{ fail "${name} must be set" }}{{ end }}`);
  },
);

test('workflows are kept in PostgreSQL, and a silent server is not waited for', () => {
  expect(read(renderConfig(CLUSTER))).toMatchObject({
    persistence: {
      numHistoryShards: 512,
      defaultStore: 'default',
      datastores: {
        default: {
          sql: {
            pluginName: 'postgres12',
            connectProtocol: 'tcp',
            connectAddr: 'postgresql.temporal.svc.cluster.local:5432',
            connectAttributes: { connect_timeout: '5' },
            databaseName: 'temporal',
            user: 'temporal',
            password: '<SQL_PASSWORD>',
            maxConns: 20,
            maxIdleConns: 10,
          },
        },
      },
    },
  });
});

test('workflows are looked for in exactly one place', () => {
  const stores = (config: string) => (read(config)['persistence'] as { datastores: object }).datastores;
  expect(stores(renderConfig(inPostgres))).toMatchObject({
    visibility: { sql: { databaseName: 'temporal_visibility', password: '<SQL_PASSWORD>' } },
  });
  expect(stores(renderConfig(CLUSTER))).toHaveProperty('visibility.elasticsearch', {
    version: 'v8',
    url: { scheme: 'https', host: 'elasticsearch.temporal.svc.cluster.local:9200' },
    username: 'temporal',
    password: '<ELASTICSEARCH_PASSWORD>',
    indices: { visibility: 'temporal_visibility_v1' },
    closeIdleConnectionsInterval: '15s',
    tls: { enabled: true, caFile: '/etc/temporal/elasticsearch-ca/ca.crt', enableHostVerification: true },
  });
});

test('every member tells the others its own address, and knows the ports of all', () => {
  const { global, services } = read(renderConfig(CLUSTER));
  expect(global).toMatchObject({
    membership: { broadcastAddress: '<POD_IP>' },
    metrics: { prometheus: { listenAddress: '<BIND_IP>:9090' } },
  });
  expect(services).toEqual({
    frontend: { rpc: { grpcPort: 7233, membershipPort: 6933, bindOnIP: '<BIND_IP>', httpPort: 7243 } },
    history: { rpc: { grpcPort: 7234, membershipPort: 6934, bindOnIP: '<BIND_IP>' } },
    matching: { rpc: { grpcPort: 7235, membershipPort: 6935, bindOnIP: '<BIND_IP>' } },
    worker: { rpc: { grpcPort: 7239, membershipPort: 6939, bindOnIP: '<BIND_IP>' } },
  });
});

test('a name that means something to YAML stays a name', () => {
  const config = renderConfig({ ...CLUSTER, persistence: { ...CLUSTER.persistence, user: 'a: "b" #c' } });
  expect(read(config)).toHaveProperty('persistence.datastores.default.sql.user', 'a: "b" #c');
});

test('every role that is called drains before it ends', () => {
  expect(load(renderDynamicConfig(CLUSTER))).toEqual({
    'frontend.enableServerVersionCheck': [{ value: false }],
    'frontend.shutdownDrainDuration': [{ value: '10s' }],
    'frontend.shutdownFailHealthCheckDuration': [{ value: '10s' }],
    'history.shutdownDrainDuration': [{ value: '10s' }],
    'matching.shutdownDrainDuration': [{ value: '10s' }],
  });
});

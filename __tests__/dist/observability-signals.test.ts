import { load } from 'js-yaml';
import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { all, Any, find, finderOf } from './read-dist';

// Figures: 'observability' of the platforms' tables, dev / staging / prod.
const NAMESPACE = 'observability';
const HOST = 'observability.svc.cluster.local';

const config = (environment: EnvironmentName, name: string, key = 'config.yaml'): Any =>
  load(find(environment, 'ConfigMap', name).data[key]);
const policyOf = (environment: EnvironmentName, namespace: string, name: string): Any =>
  all(environment, 'NetworkPolicy').find(
    ({ metadata }: Any) => metadata.namespace === namespace && metadata.name === name,
  ).spec;
const portsOf = (object: Any): number[] => object.spec.ports.map(({ port }: Any) => port);
const nameOf = (peer: Any): string =>
  `${peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name']}/${peer.podSelector?.matchLabels['app.kubernetes.io/name']}`;

/** Rules of one direction as `namespace/name:port`, addresses outside the cluster left out. */
const reached = (spec: Any, direction: 'ingress' | 'egress', end: 'from' | 'to'): string[] =>
  spec[direction].flatMap((rule: Any) => rule.ports.map(({ port }: Any) => `${nameOf(rule[end][0])}:${port}`));
const storage = ({ spec }: Any) => spec.volumeClaimTemplates.map((claim: Any) => claim.spec.resources.requests.storage);
const waveOf = ({ metadata }: Any) => Number(metadata.annotations['argocd.argoproj.io/sync-wave'] ?? 0);

describe.each([
  ['dev', '10Gi', '72h'],
  ['staging', '50Gi', '168h'],
  ['prod', '100Gi', '168h'],
] as const)('%s', (environment, size, retention) => {
  test(`Loki keeps logs on ${size} for ${retention}`, () => {
    expect(storage(find(environment, 'StatefulSet', 'loki'))).toEqual([size]);
    expect(portsOf(find(environment, 'Service', 'loki'))).toEqual([3100]);
    expect(config(environment, 'loki')).toMatchObject({
      limits_config: { retention_period: retention },
      compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
    });
  });

  test(`Tempo keeps traces on ${size} for ${retention} and takes OTLP by both protocols`, () => {
    expect(storage(find(environment, 'StatefulSet', 'tempo'))).toEqual([size]);
    expect(portsOf(find(environment, 'Service', 'tempo'))).toEqual([3200, 4317, 4318]);
    const { compactor, distributor } = config(environment, 'tempo');
    expect(compactor.compaction.block_retention).toBe(retention);
    expect(distributor.receivers.otlp.protocols).toEqual({
      grpc: { endpoint: '0.0.0.0:4317' },
      http: { endpoint: '0.0.0.0:4318' },
    });
  });
});

test.each([
  ['dev', 1],
  ['staging', 2],
  ['prod', 2],
] as const)('%s: the collector has %d pods', (environment, replicas) => {
  expect(find(environment, 'Deployment', 'otel-collector').spec.replicas).toBe(replicas);
  expect(portsOf(find(environment, 'Service', 'otel-collector'))).toEqual([4317, 4318, 13133, 8888]);
});

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('the collector hands traces to Tempo, logs to Loki and metrics to Prometheus', () => {
    const { exporters, service } = config(environment, 'otel-collector');
    expect(exporters).toEqual({
      'otlp_grpc/traces': { endpoint: `tempo.${HOST}:4317`, tls: { insecure: true } },
      'otlp_http/logs': { endpoint: `http://loki.${HOST}:3100/otlp` },
      'otlp_http/metrics': { endpoint: `http://prometheus.${HOST}:9090/api/v1/otlp` },
    });
    expect(Object.keys(service.pipelines)).toEqual(['traces', 'logs', 'metrics']);
  });

  test('the services reach the collector where it listens, and it admits exactly them', () => {
    const target = `${NAMESPACE}/otel-collector:4317`;
    const senders = all(environment, 'NetworkPolicy')
      .filter(({ spec }: Any) => spec.egress && reached(spec, 'egress', 'to').includes(target))
      .map(({ metadata }: Any) => `${metadata.namespace}/${metadata.name}:4317`);
    expect(senders.filter((name) => name.startsWith('wms-platform/'))).toHaveLength(10);
    const admitted = reached(policyOf(environment, NAMESPACE, 'otel-collector'), 'ingress', 'from');
    expect(admitted.filter((client) => client !== `${NAMESPACE}/prometheus:8888`).sort()).toEqual(senders.sort());
    expect(finderOf('wms')(environment, 'ConfigMap', 'platform-config').data.OTEL_EXPORTER_OTLP_ENDPOINT).toBe(
      `http://otel-collector.${HOST}:4317`,
    );
  });

  test.each([
    ['otel-collector', 'tempo', 4317],
    ['otel-collector', 'loki', 3100],
    ['pod-logs', 'loki', 3100],
    ['grafana', 'loki', 3100],
    ['grafana', 'tempo', 3200],
    ['grafana', 'grafana-postgresql', 5432],
  ])('%s reaches %s on %d, by both policies, and starts after it', (client, server, port) => {
    const egress = reached(policyOf(environment, NAMESPACE, client), 'egress', 'to');
    const ingress = reached(policyOf(environment, NAMESPACE, server), 'ingress', 'from');
    expect(egress).toContain(`${NAMESPACE}/${server}:${port}`);
    expect(ingress).toContain(`${NAMESPACE}/${client}:${port}`);
    expect(waveOf(find(environment, 'Deployment', client))).toBeGreaterThan(
      waveOf(find(environment, 'StatefulSet', server)),
    );
  });

  test.each([
    ['grafana', 3000],
    ['grafana-postgresql', 9187],
    ['loki', 3100],
    ['tempo', 3200],
    ['otel-collector', 8888],
    ['pod-logs', 12345],
  ])('Prometheus scrapes %s on %d', (name, port) => {
    const admitted = reached(policyOf(environment, NAMESPACE, name), 'ingress', 'from');
    expect(admitted).toContain(`${NAMESPACE}/prometheus:${port}`);
  });

  test('Grafana answers on 3000 to those who log in, and keeps everything in its own PostgreSQL', () => {
    expect(portsOf(find(environment, 'Service', 'grafana'))).toEqual([3000]);
    const [{ env }] = find(environment, 'Deployment', 'grafana').spec.template.spec.containers;
    const settings = Object.fromEntries(env.map(({ name, value }: Any) => [name, value]));
    expect(settings).toMatchObject({
      GF_AUTH_ANONYMOUS_ENABLED: 'false',
      GF_DATABASE_TYPE: 'postgres',
      GF_DATABASE_HOST: `grafana-postgresql.${HOST}:5432`,
      GF_DATABASE_NAME: 'grafana',
    });
    const [server] = find(environment, 'StatefulSet', 'grafana-postgresql').spec.template.spec.containers;
    expect(server.env).toContainEqual({ name: 'POSTGRES_DB', value: 'grafana' });
  });

  test('its data sources are Prometheus, Loki and Tempo, by the names that dashboards use', () => {
    const { datasources } = config(environment, 'grafana-datasources', 'datasources.yaml');
    expect(datasources.map(({ uid, url }: Any) => [uid, url])).toEqual([
      ['prometheus', `http://prometheus.${HOST}:9090`],
      ['loki', `http://loki.${HOST}:3100`],
      ['tempo', `http://tempo.${HOST}:3200`],
    ]);
  });

  test('the output of pods is read in every namespace with workloads, and nothing else may be', () => {
    const roles = all(environment, 'Role').filter(({ metadata }: Any) => metadata.name === 'pod-logs');
    const workloads = all(environment, 'Deployment', 'StatefulSet').map(({ metadata }) => metadata.namespace);
    expect(roles.map(({ metadata }) => metadata.namespace).sort()).toEqual([...new Set(workloads)].sort());
    roles.forEach(({ rules }) => {
      expect(rules).toEqual([
        { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
      ]);
    });
    const clusterWide = all(environment, 'ClusterRoleBinding').flatMap(({ subjects }) => subjects);
    expect(clusterWide.filter(({ name }: Any) => name === 'pod-logs')).toEqual([]);
  });
});

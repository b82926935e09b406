import { EnvironmentName, ENVIRONMENTS } from '../../lib/model/environment';
import { Any, finderOf } from './read-dist';

const find = finderOf('wms');

/** Section 'WMS' of the platforms' figures: one row a service. */
interface Row {
  readonly name: string;
  readonly port: number;
  readonly host?: string;
  readonly database?: string;
  readonly calls?: readonly string[];
  readonly queue?: string;
  readonly temporal?: boolean;
  readonly outside?: boolean;
  readonly scale: readonly [dev: number, staging: readonly [number, number], prod: readonly [number, number]];
  readonly grace?: number;
}

const others = ['order', 'waving', 'routing', 'picking', 'consolidation', 'packing', 'shipping', 'inventory', 'labor'];
// prettier-ignore
const rows: readonly Row[] = [
  { name: 'order-service', port: 8001, host: 'orders.wms', database: 'orders_db', calls: ['orchestrator'], temporal: true, scale: [1, [2, 6], [3, 10]] },
  { name: 'waving-service', port: 8002, host: 'waves.wms', database: 'waving_db', calls: ['order'], temporal: true, scale: [1, [2, 4], [2, 8]] },
  { name: 'routing-service', port: 8003, database: 'routing_db', scale: [1, [2, 4], [2, 8]] },
  { name: 'picking-service', port: 8004, database: 'picking_db', queue: 'picking-queue', temporal: true, scale: [1, [2, 6], [3, 10]] },
  { name: 'consolidation-service', port: 8005, database: 'consolidation_db', queue: 'consolidation-queue', temporal: true, scale: [1, [2, 4], [2, 8]] },
  { name: 'packing-service', port: 8006, database: 'packing_db', queue: 'packing-queue', temporal: true, scale: [1, [2, 4], [2, 8]] },
  { name: 'shipping-service', port: 8007, database: 'shipping_db', queue: 'shipping-queue', temporal: true, outside: true, scale: [1, [2, 4], [2, 8]] },
  { name: 'inventory-service', port: 8008, database: 'inventory_db', scale: [1, [2, 6], [3, 10]] },
  { name: 'labor-service', port: 8009, database: 'labor_db', scale: [1, [2, 4], [2, 6]] },
  { name: 'orchestrator', port: 8080, calls: others, queue: 'orchestrator-queue', temporal: true, scale: [1, [2, 6], [3, 10]], grace: 60 },
];
const cases = ENVIRONMENTS.flatMap((environment) => rows.map((row) => [environment, row.name, row] as const));

const domains = { dev: 'dev.example.com', staging: 'staging.example.com', prod: 'example.com' };
const container = (environment: EnvironmentName, name: string): Any =>
  find(environment, 'Deployment', name).spec.template.spec.containers[0];
const egress = (environment: EnvironmentName, name: string): Any[] => find(environment, 'NetworkPolicy', name).spec.egress;
const ingress = (environment: EnvironmentName, name: string): Any[] => find(environment, 'NetworkPolicy', name).spec.ingress;

/** Who a rule is about and on which port: `kafka/kafka-broker:9092`. */
function ends(rules: Any[]): string[] {
  return rules.flatMap(({ from, to, ports }) =>
    (from ?? to).flatMap((peer: Any) => {
      const name = peer.ipBlock
        ? peer.ipBlock.cidr
        : [
            peer.namespaceSelector.matchLabels['kubernetes.io/metadata.name'],
            Object.values(peer.podSelector.matchLabels)[0],
          ].join('/');
      return ports.map(({ port }: Any) => `${name}:${port}`);
    }),
  );
}

test.each(cases)('%s %s listens on its port, and its Service leads there', (environment, name, { port }) => {
  expect(container(environment, name).ports).toEqual([{ name: 'http', containerPort: port, protocol: 'TCP' }]);
  expect(find(environment, 'Service', name).spec.ports).toEqual([{ name: 'http', port, protocol: 'TCP', targetPort: 'http' }]);
  expect(find(environment, 'ConfigMap', name).data.SERVER_ADDR).toBe(`:${port}`);
});

const inDev = cases.filter(([environment]) => environment === 'dev');
const scaled = cases.filter(([environment]) => environment !== 'dev');

test.each(inDev)('%s %s runs the fixed number of pods of its row', (environment, name, { scale: [pods] }) => {
  expect(find(environment, 'Deployment', name).spec.replicas).toBe(pods);
  expect(() => find(environment, 'HorizontalPodAutoscaler', name)).toThrow('0 objects');
});

test.each(scaled)('%s %s scales between the bounds of its row, with a budget', (environment, name, { scale }) => {
  const [, staging, prod] = scale;
  const [min, max] = environment === 'staging' ? staging : prod;
  expect(find(environment, 'Deployment', name).spec).not.toHaveProperty('replicas');
  const { spec } = find(environment, 'HorizontalPodAutoscaler', name);
  expect(spec).toMatchObject({ minReplicas: min, maxReplicas: max });
  const targets = spec.metrics.map(({ resource }: Any) => [resource.name, resource.target.averageUtilization]);
  expect(targets).toEqual([
    ['memory', 80],
    ['cpu', 70],
  ]);
  expect(find(environment, 'PodDisruptionBudget', name).spec.maxUnavailable).toBe(1);
});

test.each(cases)('%s %s asks for what seed 001 gives it', (environment, name) => {
  // prettier-ignore
  const figures = {
    service:      { dev: ['50m', '128Mi', '250m', '256Mi'],  other: ['100m', '128Mi', '500m', '512Mi'] },
    orchestrator: { dev: ['100m', '256Mi', '500m', '512Mi'], other: ['200m', '256Mi', '1', '1Gi'] },
  }[name === 'orchestrator' ? 'orchestrator' : 'service'];
  const { requests, limits } = container(environment, name).resources;
  const expected = environment === 'dev' ? figures.dev : figures.other;
  expect([requests.cpu, requests.memory, limits.cpu, limits.memory]).toEqual(expected);
});

test.each(cases)('%s %s is asked at /health, /ready and /health', (environment, name) => {
  const { startupProbe, readinessProbe, livenessProbe } = container(environment, name);
  expect(startupProbe).toMatchObject({ httpGet: { path: '/health' }, periodSeconds: 5, failureThreshold: 30 });
  expect(readinessProbe.httpGet.path).toBe('/ready');
  expect(livenessProbe.httpGet.path).toBe('/health');
});

test.each(cases)('%s %s has its database, and the connection string by reference', (environment, name, { database }) => {
  expect(find(environment, 'ConfigMap', name).data.MONGODB_DATABASE).toBe(database);
  const uri = { name: 'MONGODB_URI', valueFrom: { secretKeyRef: { name: 'mongodb-credentials', key: 'uri' } } };
  expect(container(environment, name).env ?? []).toEqual(database === undefined ? [] : [uri]);
  expect(ends(egress(environment, name)).includes('mongodb/mongodb:27017')).toBe(database !== undefined);
});

test.each(cases)('%s %s knows the address of whom it calls, and may reach nobody else', (environment, name, row) => {
  const { data } = find(environment, 'ConfigMap', name);
  const callees = (row.calls ?? []).map((callee) => rows.find(({ name: other }) => other.replace('-service', '') === callee));
  const urls = Object.entries(data).filter(([key]) => key.endsWith('_SERVICE_URL'));
  expect(urls.sort()).toEqual(
    callees
      .map((callee) => [
        `${(callee?.name ?? '').replace('-service', '').toUpperCase()}_SERVICE_URL`,
        `http://${callee?.name ?? ''}:${callee?.port ?? 0}`,
      ])
      .sort(),
  );
  expect(ends(egress(environment, name)).sort()).toEqual(
    [
      'kube-system/kube-dns:53',
      'kube-system/kube-dns:53',
      'kafka/kafka-broker:9092',
      'observability/otel-collector:4317',
      ...(row.database === undefined ? [] : ['mongodb/mongodb:27017']),
      ...(row.temporal ? ['temporal/temporal-frontend:7233'] : []),
      ...(row.outside ? ['0.0.0.0/0:443'] : []),
      ...callees.map((callee) => `wms-platform/${callee?.name ?? ''}:${callee?.port ?? 0}`),
    ].sort(),
  );
});

test.each(cases)('%s %s admits its callers, Prometheus and, where it is public, the ingress controller', (environment, name, row) => {
  const short = name.replace('-service', '');
  const callers = rows.filter(({ calls = [] }) => calls.includes(short)).map((caller) => `wms-platform/${caller.name}`);
  const publicly = row.host === undefined ? [] : ['ingress-nginx/ingress-nginx'];
  const expected = [...callers, ...publicly, 'observability/prometheus'].map((client) => `${client}:${row.port}`);
  expect(ends(ingress(environment, name)).sort()).toEqual(expected.sort());
});

test.each(cases)('%s %s works on its task queue, if it has one', (environment, name, { queue }) => {
  expect(find(environment, 'ConfigMap', name).data.TEMPORAL_TASK_QUEUE).toBe(queue);
});

const isPublic = ([, , { host }]: (typeof cases)[number]) => host !== undefined;

test.each(cases.filter(isPublic))('%s %s is public over TLS', (environment, name, { host = '' }) => {
  const full = `${host}.${domains[environment]}`;
  expect(find(environment, 'Ingress', name).spec).toMatchObject({
    tls: [{ hosts: [full], secretName: `${name}-tls` }],
    rules: [{ host: full, http: { paths: [{ path: '/', backend: { service: { name, port: { name: 'http' } } } }] } }],
  });
});

test.each(cases.filter((each) => !isPublic(each)))('%s %s is not public', (environment, name) => {
  expect(() => find(environment, 'Ingress', name)).toThrow('0 objects');
});

test.each(cases)('%s %s ends gracefully', (environment, name, { grace = 30 }) => {
  expect(find(environment, 'Deployment', name).spec.template.spec.terminationGracePeriodSeconds).toBe(grace);
  expect(container(environment, name).lifecycle.preStop.exec.command).toEqual(['/bin/sleep', '10']);
});

test.each(['staging', 'prod'] as const)('%s: order-service loses half its pods a minute at most, after five, and grows at once', (environment) => {
  expect(find(environment, 'HorizontalPodAutoscaler', 'order-service').spec.behavior).toEqual({
    scaleDown: {
      stabilizationWindowSeconds: 300,
      selectPolicy: 'Max',
      policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }],
    },
    scaleUp: {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
    },
  });
});

test.each(ENVIRONMENTS)('%s: every service reads the settings of the platform', (environment) => {
  expect(find(environment, 'ConfigMap', 'platform-config').data).toEqual({
    ENVIRONMENT: environment,
    KAFKA_BROKERS: 'kafka.kafka.svc.cluster.local:9092',
    LOG_LEVEL: environment === 'dev' ? 'debug' : 'info',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector.observability.svc.cluster.local:4317',
    TEMPORAL_HOST: 'temporal-frontend.temporal.svc.cluster.local:7233',
    TEMPORAL_NAMESPACE: 'wms-platform',
    TRACING_ENABLED: 'true',
  });
  for (const { name } of rows) {
    expect(container(environment, name).envFrom).toContainEqual({ configMapRef: { name: 'platform-config' } });
  }
});

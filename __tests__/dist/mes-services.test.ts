import { environments } from '../../lib/environments';
import { EnvironmentName, ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find } from './read-dist';

/** Section 4 of the platforms' figures: service, port, path of the gateway, requests a minute, database. */
const services: readonly [string, number, string, number, string][] = [
  ['auth-service', 3008, '/api/v1/auth', 100, 'mes_auth'],
  ['work-order-service', 3009, '/api/v1/workorders', 100, 'mes_work_order'],
  ['quality-service', 3010, '/api/v1/quality', 100, 'mes_quality'],
  ['material-service', 3011, '/api/v1/parts', 150, 'mes_material'],
  ['traceability-service', 3012, '/api/v1/traceability', 50, 'mes_traceability'],
  ['resource-service', 3013, '/api/v1/equipment', 200, 'mes_resource'],
  ['reporting-service', 3014, '/api/v1/dashboard', 100, 'mes_reporting'],
  ['integration-service', 3015, '/api/v1/integration', 60, 'mes_integration'],
];

const NAMESPACE = 'mes-production';
const containerOf = (environment: EnvironmentName, name: string): Any =>
  find(environment, 'Deployment', name).spec.template.spec.containers[0];
const policyOf = (environment: EnvironmentName, name: string): Any =>
  all(environment, 'NetworkPolicy').find(
    ({ metadata }) => metadata.namespace === NAMESPACE && metadata.name === name,
  );

/** Names of the workloads of the platform that a policy lets in, or lets out to, on a port. */
const peersAt = (rules: Any[], side: 'from' | 'to', port: number): string[] =>
  rules
    .filter(({ ports }) => ports.some((open: Any) => open.port === port))
    .flatMap((rule) => rule[side].map((peer: Any) => peer.podSelector?.matchLabels['app.kubernetes.io/name'] ?? 'outside'))
    .sort();

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test.each(services)('%s listens on %i, and is asked there for its health', (name, port) => {
    const container = containerOf(environment, name);
    const ask = (path: string) => expect.objectContaining({ httpGet: { path, port: 'http', scheme: 'HTTP' } });
    expect(container.image).toBe(`${environments[environment].registry}/mes-production/${name}:1.0.0`);
    expect(container.ports).toEqual([{ name: 'http', containerPort: port, protocol: 'TCP' }]);
    expect(container.startupProbe).toEqual(ask('/health'));
    expect(container.livenessProbe).toEqual(ask('/health'));
    expect(container.readinessProbe).toEqual(ask('/ready'));
    expect(find(environment, 'Service', name).spec.ports).toEqual([
      { name: 'http', port, protocol: 'TCP', targetPort: 'http' },
    ]);
  });

  test.each(services)('%s is a user of its own that no other program is', (name) => {
    const { securityContext } = find(environment, 'Deployment', name).spec.template.spec;
    expect(securityContext.runAsUser).toBeGreaterThanOrEqual(10_001);
  });

  test.each(services)('%s knows its database by its own Secret, and no other', (name, _, __, ___, database) => {
    const url = containerOf(environment, name).env.find((each: Any) => each.name === 'DATABASE_URL');
    expect(url.valueFrom.secretKeyRef).toEqual({ name: `${name}-database`, key: 'url' });
    const { spec } = find(environment, 'ExternalSecret', `${name}-database`);
    expect(spec.data).toHaveLength(1);
    expect(spec.target.template.data.url).toMatch(
      new RegExp(`^postgresql://${database}:{{ \\.\\w+_password }}@postgresql\\.mes-production\\.svc\\.cluster\\.local:5432/${database}$`),
    );
  });

  test.each(services.slice(1))('%s calls auth-service, and both policies say so', (name) => {
    expect(find(environment, 'ConfigMap', name).data.AUTH_SERVICE_URL).toBe('http://auth-service:3008');
    expect(peersAt(policyOf(environment, name).spec.egress, 'to', 3008)).toEqual(['auth-service']);
    expect(peersAt(policyOf(environment, 'auth-service').spec.ingress, 'from', 3008)).toContain(name);
  });

  test.each(services)('%s is reached on %i by the gateway, its callers and Prometheus alone', (name, port) => {
    const callers = name === 'auth-service' ? services.map(([each]) => each).filter((each) => each !== name) : [];
    expect(peersAt(policyOf(environment, name).spec.ingress, 'from', port)).toEqual(
      [...callers, 'kong', 'prometheus'].sort(),
    );
  });

  test.each(services)('%s reaches Kafka, PostgreSQL, Jaeger and Logstash', (name) => {
    const { egress } = policyOf(environment, name).spec;
    expect(peersAt(egress, 'to', 5432)).toEqual(['postgresql']);
    expect(peersAt(egress, 'to', 4317)).toEqual(['jaeger']);
    expect(peersAt(egress, 'to', 5000)).toEqual(['logstash']);
    expect(peersAt(egress, 'to', 9092)).toEqual(['kafka-broker']);
  });

  test('integration-service alone reaches hosts outside: ERP, PLM and SCADA', () => {
    const outside = services
      .map(([name]) => [name, policyOf(environment, name)] as const)
      .filter(([, { spec }]) => peersAt(spec.egress, 'to', 443).includes('outside'));
    expect(outside.map(([name]) => name)).toEqual(['integration-service']);
    const said = policyOf(environment, 'integration-service').metadata.annotations['platform-manifests/reaches'];
    expect(['ERP', 'PLM', 'SCADA'].filter((who) => !said.includes(`${who}: `))).toEqual([]);
  });

  test.each(services)('%s finds all addresses in the shared settings', (name) => {
    const shared = all(environment, 'ConfigMap').find(
      ({ metadata }) => metadata.namespace === NAMESPACE && metadata.name === 'platform-config',
    );
    expect(shared.data).toMatchObject({
      ENVIRONMENT: environment,
      KAFKA_BROKERS: expect.stringMatching(/^kafka[\w-]*\.mes-production\.svc\.cluster\.local:9092$/),
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://jaeger.mes-production.svc.cluster.local:4317',
      LOGSTASH_HOST: 'logstash.mes-production.svc.cluster.local',
      LOGSTASH_PORT: '5000',
      REQUEST_ID_HEADER: 'X-Request-ID',
    });
    expect(containerOf(environment, name).envFrom).toEqual([
      { configMapRef: { name: 'platform-config' } },
      { configMapRef: { name } },
    ]);
  });
});

test.each<[EnvironmentName, [number, number] | undefined]>([
  ['dev', undefined],
  ['staging', [2, 4]],
  ['prod', [3, 10]],
])('%s: each service scales %p by CPU 70 and memory 80 percent', (environment, range) => {
  const scalers = all(environment, 'HorizontalPodAutoscaler').filter(({ metadata }) => metadata.namespace === NAMESPACE);
  const replicas = services.map(([name]) => find(environment, 'Deployment', name).spec.replicas);
  expect(scalers.map(({ spec }) => [spec.minReplicas, spec.maxReplicas])).toEqual(
    range ? services.map(() => range) : [],
  );
  expect(replicas).toEqual(services.map(() => (range ? undefined : 1)));
  expect(
    scalers.flatMap(({ spec }) => spec.metrics.map((each: Any) => [each.resource.name, each.resource.target.averageUtilization])),
  ).toEqual(scalers.flatMap(() => [['memory', 80], ['cpu', 70]]));
});

test.each(['staging', 'prod'] as const)('%s: each service asks for 250m and 256Mi, and may take 500m and 512Mi', (environment) => {
  const resources = services.map(([name]) => containerOf(environment, name).resources);
  expect(resources).toEqual(
    services.map(() => ({ requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } })),
  );
});

import { ENVIRONMENTS } from '../../lib/model/environment';
import { columns } from './columns';
import { config, container, engine, envOf, own } from './onboarding-objects';
import { Any, find } from './read-dist';

// Rows of the platforms' table 'Onboarding workflow engine', dev / staging / prod.

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('everything is in the namespace onboarding', () => {
    const namespaces = own(environment).map(({ kind, metadata }) =>
      kind === 'Namespace' ? metadata.name : metadata.namespace,
    );
    expect(namespaces.length).toBeGreaterThan(40);
    expect([...new Set(namespaces)]).toEqual(['onboarding']);
  });

  test('the engine has two ports, and its health is asked on the one for management', () => {
    const { ports, startupProbe, readinessProbe, livenessProbe } = container(environment);
    expect(ports).toEqual([
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
      { name: 'management', containerPort: 8081, protocol: 'TCP' },
    ]);
    const asked = [startupProbe, readinessProbe, livenessProbe].map(({ httpGet: { path, port } }) => `${port}${path}`);
    expect(asked).toEqual([
      'management/actuator/health/liveness',
      'management/actuator/health/readiness',
      'management/actuator/health/liveness',
    ]);
    const { spec } = find(environment, 'Service', 'onboarding-workflow');
    expect(spec.ports.map(({ port, targetPort }: Any) => [port, targetPort])).toEqual([
      [80, 'http'],
      [8081, 'management'],
    ]);
  });

  test('the options of the JVM are those of Java 17, with G1, a pause of 200 ms and at most three quarters as heap', () => {
    const options = envOf(environment)['JAVA_TOOL_OPTIONS']?.split(' ') ?? [];
    expect(options).toEqual(
      expect.arrayContaining(['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=200', '-XX:MaxRAMPercentage=75']),
    );
    expect(options.filter((option) => /Print|Xm[sx]|CMS/.test(option))).toEqual([]);
  });

  test('application.yaml is mounted where Spring is told to read it', () => {
    const mount = container(environment).volumeMounts.find(({ name }: Any) => name === 'config');
    const volume = engine(environment).volumes.find(({ name }: Any) => name === 'config');
    expect([mount.mountPath, volume.configMap.name]).toEqual(['/etc/spring', 'onboarding-workflow']);
    expect(envOf(environment)['SPRING_CONFIG_ADDITIONAL_LOCATION']).toBe('file:/etc/spring/');
  });

  test('every variable that application.yaml names is given, and holds what the seed lists', () => {
    const text: string = find(environment, 'ConfigMap', 'onboarding-workflow').data['application.yaml'];
    const named = [...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name = '']) => name);
    const env = envOf(environment);
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter((name) => env[name] === undefined)).toEqual([]);
    expect(env).toMatchObject({
      DB_HOST: 'onboarding-postgresql.onboarding.svc.cluster.local',
      DB_PORT: '5432',
      DB_NAME: 'onboarding_workflow',
      DB_USER: 'onboarding-db-secret/username',
      DB_PASSWORD: 'onboarding-db-secret/password',
      KAFKA_BOOTSTRAP_SERVERS: 'onboarding-kafka.onboarding.svc.cluster.local:9092',
      KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
      KAFKA_SASL_MECHANISM: 'PLAIN',
      KAFKA_SASL_JAAS_CONFIG: 'onboarding-kafka-secret/jaas-config',
      KAFKA_USER: 'onboarding-kafka-secret/username',
      KAFKA_PASSWORD: 'onboarding-kafka-secret/password',
      REDIS_HOST: 'onboarding-redis.onboarding.svc.cluster.local',
      REDIS_PORT: '6379',
      REDIS_PASSWORD: 'onboarding-redis-auth/password',
      SPRING_PROFILES_ACTIVE: environment,
      SERVER_PORT: '8080',
      MANAGEMENT_SERVER_PORT: '8081',
      WORKFLOW_RETRY_MAX_ATTEMPTS: '5',
      OUTBOX_PUBLISH_INTERVAL: '5000',
    });
  });

  test('names of application.yaml that Spring Boot 3 took away are not in it', () => {
    const { spring, management } = config(environment);
    expect(spring).not.toHaveProperty('profiles');
    expect(management.metrics?.export).toBeUndefined();
    expect(management.prometheus.metrics.export.enabled).toBe(true);
    expect(management.endpoints.web.exposure.include.split(',')).toContain('prometheus');
  });

  test('the engine reaches its three stores, the collector and name resolution, and admits the edge and the scraper', () => {
    const { spec } = find(environment, 'NetworkPolicy', 'onboarding-workflow');
    const ports = (rules: Any[], way: string) =>
      rules
        .map(
          (rule) =>
            `${Object.values(rule[way][0].podSelector.matchLabels).join()}:${rule.ports.map(({ port }: Any) => port).join()}`,
        )
        .sort();
    expect(ports(spec.egress, 'to')).toEqual([
      'kube-dns:53,53',
      'onboarding-kafka-broker:9092',
      'onboarding-postgresql:5432',
      'onboarding-redis:6379',
      'otel-collector:4317',
    ]);
    expect(ports(spec.ingress, 'from')).toEqual(['ingress-nginx:8080', 'prometheus:8081']);
  });

  test('/api is for everybody, /admin for the addresses of the operators, and no other path is led on', () => {
    const route = (name: string) => {
      const { metadata, spec } = find(environment, 'Ingress', name);
      const [{ host, http }] = spec.rules;
      return { host, paths: http.paths.map(({ path }: Any) => path), tls: spec.tls, annotations: metadata.annotations };
    };
    const [open, guarded] = [route('onboarding-workflow'), route('onboarding-workflow-admin')];
    expect([open.paths, guarded.paths]).toEqual([['/api'], ['/admin']]);
    expect(open.host).toMatch(/^api\.onboarding\./);
    expect(guarded.host).toBe(open.host);
    expect(guarded.tls).toEqual(open.tls);
    const range = 'nginx.ingress.kubernetes.io/allowlist-source-range';
    expect(open.annotations).not.toHaveProperty([range]);
    expect(guarded.annotations[range]).toMatch(/^10\./);
    expect(guarded.annotations).not.toHaveProperty(['cert-manager.io/cluster-issuer']);
  });
});

test.each(columns([1, 1], [2, 4], [3, 10]))(
  '%s: the engine scales %j by CPU at 70 % alone',
  (environment, [least, largest]) => {
    const scalers = own(environment).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    const replicas = find(environment, 'Deployment', 'onboarding-workflow').spec.replicas;
    expect(scalers.map(({ spec }) => [spec.minReplicas, spec.maxReplicas])).toEqual(
      least === largest ? [] : [[least, largest]],
    );
    expect(replicas).toBe(least === largest ? least : undefined);
    for (const { spec } of scalers) {
      expect(spec.metrics.map(({ resource: { name, target } }: Any) => [name, target.averageUtilization])).toEqual([
        ['cpu', 70],
      ]);
    }
  },
);

test.each(columns(['250m', '512Mi', '500m', '1Gi'], ['1', '2Gi', '2', '4Gi'], ['1', '2Gi', '2', '4Gi']))(
  '%s: the engine is given %j',
  (environment, expected) => {
    const { requests, limits } = container(environment).resources;
    expect([requests.cpu, requests.memory, limits.cpu, limits.memory]).toEqual(expected);
  },
);

import { load } from 'js-yaml';
import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { Any, distOf, find } from './read-dist';

// Rows of the platforms' table 'Onboarding workflow engine', dev / staging / prod.
const columns = <T>(dev: T, staging: T, prod: T) => [['dev', dev] as const, ['staging', staging] as const, ['prod', prod] as const];
const own = (environment: EnvironmentName): Any[] =>
  distOf(environment)
    .filter(({ file }) => file.startsWith(`${environment}/onboarding/`))
    .map(({ object }) => object);
const engine = (environment: EnvironmentName) => find(environment, 'Deployment', 'onboarding-workflow').spec.template.spec;
const container = (environment: EnvironmentName) => engine(environment).containers[0];
const envOf = (environment: EnvironmentName): Record<string, string | undefined> =>
  Object.fromEntries(container(environment).env.map(({ name, value, valueFrom }: Any) => [name, value ?? `${valueFrom.secretKeyRef.name}/${valueFrom.secretKeyRef.key}`]));
const config = (environment: EnvironmentName): Any =>
  load(find(environment, 'ConfigMap', 'onboarding-workflow').data['application.yaml']);
const topics = (environment: EnvironmentName): Record<string, string[]> =>
  Object.fromEntries(
    (find(environment, 'ConfigMap', 'onboarding-kafka-topics').data['topics.txt'] as string)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' '))
      .map(([name = '', ...figures]) => [name, figures]),
  );
const postgresArgs = (environment: EnvironmentName): string[] =>
  find(environment, 'StatefulSet', 'onboarding-postgresql').spec.template.spec.containers[0].args;
const most = (environment: EnvironmentName): number =>
  environment === 'dev' ? 1 : find(environment, 'HorizontalPodAutoscaler', 'onboarding-workflow').spec.maxReplicas;

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('everything is in the namespace onboarding', () => {
    const namespaces = own(environment).map(({ kind, metadata }) => (kind === 'Namespace' ? metadata.name : metadata.namespace));
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
    expect(options).toEqual(expect.arrayContaining(['-XX:+UseG1GC', '-XX:MaxGCPauseMillis=200', '-XX:MaxRAMPercentage=75']));
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

  test('the engine logs in as the user that brokers know, by the authority of their certificate', () => {
    const template = (name: string) => find(environment, 'ExternalSecret', name).spec.target.template.data;
    const jaas = 'org.apache.kafka.common.security.plain.PlainLoginModule required';
    expect(template('onboarding-kafka-secret')).toEqual({
      username: 'onboarding',
      password: '{{ .password }}',
      'jaas-config': `${jaas} username="onboarding" password="{{ .password }}";`,
    });
    expect(template('onboarding-kafka-users')['jaas.conf']).toContain(
      `${jaas} user_onboarding="{{ .password }}" user_tools="{{ .tools_password }}";`,
    );
    const { ssl } = config(environment).spring.kafka;
    const mount = container(environment).volumeMounts.find(({ name }: Any) => name === 'kafka-authority');
    expect(ssl).toEqual({ 'trust-store-type': 'PEM', 'trust-store-location': `file:${mount.mountPath}/ca.crt` });
    const certificate = find(environment, 'Certificate', 'onboarding-kafka-tls').spec;
    expect(certificate.dnsNames).toEqual([
      'onboarding-kafka.onboarding.svc.cluster.local',
      '*.onboarding-kafka-broker.onboarding.svc.cluster.local',
    ]);
    expect(find(environment, 'ExternalSecret', 'onboarding-db-secret').spec.target.template.data).toEqual({
      username: 'onboarding',
      password: '{{ .onboarding_password }}',
    });
  });

  test('the five topics have their partitions and copies', () => {
    const copies = environment === 'dev' ? '1' : '3';
    const partitions = Object.entries(topics(environment)).map(([name, [count, factor]]) => [name, count, factor]);
    expect(partitions).toEqual([
      ['aml-callback', '6', copies],
      ['ekyc-callback', '6', copies],
      ['onboarding-command', environment === 'prod' ? '12' : '6', copies],
      ['onboarding-dlq', '3', copies],
      ['onboarding-event', '3', copies],
    ]);
  });

  test('every thread of the largest scale has a partition of onboarding-command', () => {
    const threads = most(environment) * config(environment).spring.kafka.listener.concurrency;
    expect(threads).toBeLessThanOrEqual(Number(topics(environment)['onboarding-command']?.[0]));
  });

  test('every pool of the largest scale fits PostgreSQL, also during a roll-out', () => {
    const [, limit = '0'] = /max_connections=(\d+)/.exec(postgresArgs(environment).join(' ')) ?? [];
    const pool = config(environment).spring.datasource.hikari['maximum-pool-size'];
    expect((most(environment) + 1) * pool + 8).toBeLessThanOrEqual(Number(limit));
  });

  test('PostgreSQL is that of PostGIS, tuned, with the database and its extensions made by a Job', () => {
    const { spec } = find(environment, 'StatefulSet', 'onboarding-postgresql').spec.template;
    expect(spec.containers[0].image).toBe('docker.io/postgis/postgis:16-3.5');
    for (const setting of [
      'shared_buffers=256MB',
      'work_mem=4MB',
      'maintenance_work_mem=64MB',
      'checkpoint_completion_target=0.9',
      'wal_buffers=16MB',
      'default_statistics_target=100',
      'shared_preload_libraries=pg_stat_statements',
      `effective_cache_size=${environment === 'dev' ? '512MB' : '1GB'}`,
    ]) {
      expect(postgresArgs(environment)).toContain(setting);
    }
    const job = find(environment, 'Job', /^onboarding-database-[0-9a-f]{8}$/).spec.template.spec.containers[0];
    const env = Object.fromEntries(job.env.map(({ name, value }: Any) => [name, value]));
    expect(env).toMatchObject({
      DATABASES: 'onboarding_workflow',
      ROLE_1: 'onboarding',
      EXTENSIONS_1: 'postgis uuid-ossp pg_stat_statements',
    });
  });

  test('the schema is migrated after the database is made and before the engine, by the migrations of its own image', () => {
    const wave = ({ metadata }: Any) => Number(metadata.annotations['argocd.argoproj.io/sync-wave']);
    const schema = find(environment, 'Job', /^onboarding-schema-[0-9a-f]{8}$/);
    const order = [
      find(environment, 'StatefulSet', 'onboarding-postgresql'),
      find(environment, 'Job', /^onboarding-database-[0-9a-f]{8}$/),
      schema,
      find(environment, 'Deployment', 'onboarding-workflow'),
    ].map(wave);
    expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
    const { initContainers, containers } = schema.spec.template.spec;
    expect(initContainers[0].image).toBe(container(environment).image);
    expect(containers[0].image).toMatch(/^docker\.io\/flyway\/flyway:/);
    expect(config(environment).spring.flyway.enabled).toBe(false);
  });

  test('the engine reaches its three stores, the collector and name resolution, and admits the edge and the scraper', () => {
    const { spec } = find(environment, 'NetworkPolicy', 'onboarding-workflow');
    const ports = (rules: Any[], way: string) =>
      rules.map((rule) => `${Object.values(rule[way][0].podSelector.matchLabels).join()}:${rule.ports.map(({ port }: Any) => port).join()}`).sort();
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

  test('Prometheus scrapes the engine on 8081 under the path of the actuator, and every store', () => {
    const text: string = find(environment, 'ConfigMap', 'prometheus-config').data['prometheus.yml'];
    const jobs: Any[] = (load(text) as Any).scrape_configs;
    const job = jobs.find(({ job_name: name }) => name === 'onboarding/onboarding-workflow:8081');
    expect(job.metrics_path).toBe('/actuator/prometheus');
    expect(JSON.stringify(job.relabel_configs)).toContain('8081');
    const names = jobs.map(({ job_name: name }) => name);
    const stores = ['redis:9121', 'postgresql:9187', 'kafka-broker:9404', 'kafka-exporter:9308'];
    expect(names).toEqual(expect.arrayContaining(stores.map((store) => `onboarding/onboarding-${store}`)));
  });

  test("the seed's three alerts are evaluated, and its three panels drawn", () => {
    const files = JSON.stringify(distOf(environment).map(({ object }) => object.data ?? {}));
    for (const alert of ['HighErrorRate', 'InstanceStuck', 'OutboxLag']) expect(files).toContain(`Onboarding${alert}`);
    for (const panel of ['Active Instances', 'State Transitions', 'Error Rate']) expect(files).toContain(panel);
  });

  test('Redis keeps what it is told in a file on a volume, and lets nobody in without the password', () => {
    const conf: string = find(environment, 'ConfigMap', 'onboarding-redis').data['redis.conf'];
    expect(conf).toContain('appendonly yes\n');
    expect(conf).toContain('include /run/secrets/redis/users.conf\n');
    expect(conf).not.toContain('requirepass');
    const { template, volumeClaimTemplates } = find(environment, 'StatefulSet', 'onboarding-redis').spec;
    expect(volumeClaimTemplates).toHaveLength(1);
    expect(template.spec.containers.map(({ ports }: Any) => ports[0].containerPort)).toEqual([6379, 9121]);
  });
});

test.each(columns([1, 1], [2, 4], [3, 10]))('%s: the engine scales %j by CPU at 70 % alone', (environment, [least, largest]) => {
  const scalers = own(environment).filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
  const replicas = find(environment, 'Deployment', 'onboarding-workflow').spec.replicas;
  expect(scalers.map(({ spec }) => [spec.minReplicas, spec.maxReplicas])).toEqual(least === largest ? [] : [[least, largest]]);
  expect(replicas).toBe(least === largest ? least : undefined);
  for (const { spec } of scalers) {
    expect(spec.metrics.map(({ resource: { name, target } }: Any) => [name, target.averageUtilization])).toEqual([['cpu', 70]]);
  }
});

test.each(columns(['250m', '512Mi', '500m', '1Gi'], ['1', '2Gi', '2', '4Gi'], ['1', '2Gi', '2', '4Gi']))(
  '%s: the engine is given %j',
  (environment, expected) => {
    const { requests, limits } = container(environment).resources;
    expect([requests.cpu, requests.memory, limits.cpu, limits.memory]).toEqual(expected);
  },
);

test.each(['staging', 'prod'] as const)('%s: the database is dumped twice an hour, and a restore waits to be told', (environment) => {
  expect(find(environment, 'CronJob', 'onboarding-postgresql-backup').spec).toMatchObject({ suspend: false });
  expect(find(environment, 'CronJob', 'onboarding-postgresql-restore').spec).toMatchObject({ suspend: true });
  expect(find(environment, 'CronJob', 'onboarding-postgresql-backup').spec.schedule).toBe('*/30 * * * *');
});

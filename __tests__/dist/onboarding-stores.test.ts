import { load } from 'js-yaml';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { config, container, most, postgresArgs, topics } from './onboarding-objects';
import { Any, distOf, find } from './read-dist';

// Rows of the platforms' table 'Onboarding workflow engine', dev / staging / prod.

describe.each(ENVIRONMENTS)('%s', (environment) => {
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

test.each(['staging', 'prod'] as const)(
  '%s: the database is dumped twice an hour, and a restore waits to be told',
  (environment) => {
    expect(find(environment, 'CronJob', 'onboarding-postgresql-backup').spec).toMatchObject({ suspend: false });
    expect(find(environment, 'CronJob', 'onboarding-postgresql-restore').spec).toMatchObject({ suspend: true });
    expect(find(environment, 'CronJob', 'onboarding-postgresql-backup').spec.schedule).toBe('*/30 * * * *');
  },
);

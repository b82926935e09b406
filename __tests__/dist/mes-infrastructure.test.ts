import { load } from 'js-yaml';
import { EnvironmentName, ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any } from './read-dist';

const NAMESPACE = 'mes-production';
const own = (environment: EnvironmentName, kind: string, name: string | RegExp): Any => {
  const [found, ...more] = all(environment, kind).filter(
    ({ metadata }) =>
      metadata.namespace === NAMESPACE && (typeof name === 'string' ? metadata.name === name : name.test(metadata.name)),
  );
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} objects ${kind} ${String(name)}`);
  return found;
};
const containers = (object: Any): Any[] => object.spec.template.spec.containers;
const requestsOf = (requests: Any) => JSON.parse(requests);

/** Topics of section 4, by their begins. */
const topicCounts = {
  'work-order.': 7,
  'production-schedule.': 2,
  'quality.': 11,
  'material.': 11,
  'traceability.': 3,
  'equipment.': 4,
  'personnel.': 5,
  'integration.': 7,
  'reporting.': 2,
  'system.': 4,
};

describe.each<[EnvironmentName, number, number]>([
  ['dev', 1, 1],
  ['staging', 3, 3],
  ['prod', 3, 3],
])('%s', (environment, brokers, factor) => {
  test('Kafka has its brokers, in KRaft mode', () => {
    const { spec } = own(environment, 'StatefulSet', 'kafka-broker');
    expect(spec.replicas).toBe(brokers);
    expect(JSON.stringify(spec.template)).not.toMatch(/zookeeper/i);
  });

  test('56 topics of seven days are made, of three partitions each but two', () => {
    const files = all(environment, 'ConfigMap')
      .filter(({ metadata }) => metadata.namespace === NAMESPACE && metadata.name.startsWith('kafka-topics'))
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    const lines = files.join('\n').split('\n');
    const found = Object.entries(topicCounts).flatMap(([begin]) =>
      lines.filter((line) => line.startsWith(begin)).map((line) => line.split(/\s+/)),
    );
    const topics = new Map(found.map(([name = '', partitions = '']) => [name, partitions]));
    expect(topics.size).toBe(56);
    for (const [begin, count] of Object.entries(topicCounts)) {
      expect([...topics.keys()].filter((name) => name.startsWith(begin))).toHaveLength(count);
    }
    const others = [...topics].filter(([, partitions]) => partitions !== '3');
    expect(Object.fromEntries(others)).toEqual({ 'system.audit-log': '5', 'system.health-check': '1' });
    expect(new Set(found.map(([, , copies]) => copies))).toEqual(new Set([String(factor)]));
    expect(found.filter((words) => !words.join(' ').includes('retention.ms=604800000'))).toEqual([]);
  });

  test('Kafka UI shows that cluster, changes nothing, and nobody outside reaches it', () => {
    const [container] = containers(own(environment, 'Deployment', 'kafka-ui'));
    const env = Object.fromEntries(container.env.map(({ name, value }: Any) => [name, value]));
    expect(env).toMatchObject({
      KAFKA_CLUSTERS_0_BOOTSTRAPSERVERS: own(environment, 'ConfigMap', 'platform-config').data.KAFKA_BROKERS,
      KAFKA_CLUSTERS_0_READONLY: 'true',
    });
    expect(container.ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
    expect(own(environment, 'NetworkPolicy', 'kafka-ui').spec.ingress).toBeUndefined();
  });

  test('a Job makes one database and one user for each service', () => {
    const [container] = containers(own(environment, 'Job', /^postgresql-databases-/));
    const { value } = container.env.find(({ name }: Any) => name === 'DATABASES');
    const services = all(environment, 'ExternalSecret').filter(({ metadata }) => /-service-database$/.test(metadata.name));
    const named = services.map(({ spec }) => /\/(\w+)$/.exec(spec.target.template.data.url)?.[1]);
    expect(value.split(' ').sort()).toEqual(named.sort());
    expect(named).toHaveLength(8);
    const passwords = container.env.filter(({ name }: Any) => name.startsWith('PASSWORD_'));
    expect(new Set(passwords.map(({ valueFrom }: Any) => valueFrom.secretKeyRef.key)).size).toBe(8);
  });

  test('Redis 7 appends every write to a log on its volume, and asks for a password', () => {
    const { spec } = own(environment, 'StatefulSet', 'redis');
    expect(spec.template.spec.containers[0].image).toMatch(/\/redis:7\./);
    const lines = own(environment, 'ConfigMap', 'redis').data['redis.conf'].split('\n');
    expect(lines).toEqual(expect.arrayContaining(['appendonly yes', 'dir /data', 'include /run/secrets/redis/users.conf']));
    expect(spec.template.spec.containers[0].volumeMounts).toContainEqual({ name: 'data', mountPath: '/data' });
    expect(own(environment, 'ExternalSecret', 'redis-auth').spec.target.template.data['users.conf']).toBe(
      'requirepass {{ .password }}\n',
    );
  });

  test('Jaeger takes spans by OTLP, keeps them on its volume and shows them on 16686', () => {
    const config = load(own(environment, 'ConfigMap', 'jaeger').data['config.yaml']) as Any;
    const [container] = containers(own(environment, 'StatefulSet', 'jaeger'));
    const ports = container.ports.map(({ containerPort }: Any) => containerPort);
    expect(ports).toEqual(expect.arrayContaining([4317, 4318, 16686]));
    const { directories, ephemeral } = config.extensions.jaeger_storage.backends.disk.badger;
    expect(ephemeral).toBe(false);
    const mounts = container.volumeMounts.filter(({ name }: Any) => name === 'data');
    expect(Object.values(directories as Record<string, string>).every((path) => path.startsWith(mounts[0].mountPath))).toBe(true);
  });

  test('Jaeger names only parts that are declared', () => {
    const config = load(own(environment, 'ConfigMap', 'jaeger').data['config.yaml']) as Any;
    const { extensions, pipelines } = config.service;
    expect(extensions.sort()).toEqual(Object.keys(config.extensions).sort());
    expect(pipelines.traces.receivers).toEqual(Object.keys(config.receivers));
    expect(pipelines.traces.processors).toEqual(Object.keys(config.processors));
    expect(pipelines.traces.exporters).toEqual(Object.keys(config.exporters));
    const stores = Object.keys(config.extensions.jaeger_storage.backends);
    expect(stores).toContain(config.extensions.jaeger_query.storage.traces);
    expect(stores).toContain(config.exporters.jaeger_storage_exporter.trace_storage);
  });

  test('each data view shows an index that the pipeline writes, with a template and an end', () => {
    const { env } = containers(own(environment, 'StatefulSet', 'logstash'))[0];
    const variables = Object.fromEntries(env.map(({ name, value }: Any) => [name, value]));
    const pipeline: string = own(environment, 'ConfigMap', 'logstash').data['logstash.conf'];
    const written = [...pipeline.matchAll(/index => "\$\{(\w+)\}-%\{\+YYYY\.MM\.dd\}"/g)].map(
      ([, variable = '']) => `${variables[variable]}-*`,
    );
    const bodies = (name: string): Any[] =>
      Object.entries(own(environment, 'ConfigMap', name).data)
        .filter(([file]) => file.endsWith('.json'))
        .map(([, text]) => requestsOf(text));
    const views = bodies('kibana-data-views').map(({ data_view: view }) => view);
    expect(views.map(({ title }) => title)).toEqual(['mes-logs-*', 'mes-errors-*', 'mes-audit-*']);
    expect(views.map(({ title }) => title).sort()).toEqual(written.sort());
    const templates = bodies('log-indices').filter((body) => body.template);
    expect(templates.flatMap((body) => body.index_patterns).sort()).toEqual(written.sort());
    const replicas = templates.map(({ template }) => template.settings['index.number_of_replicas']);
    expect(new Set(replicas)).toEqual(new Set([brokers > 1 ? 1 : 0]));
  });

  test('Logstash listens where services and a Filebeat send', () => {
    const pipeline: string = own(environment, 'ConfigMap', 'logstash').data['logstash.conf'];
    const [container] = containers(own(environment, 'StatefulSet', 'logstash'));
    const opened = [...pipeline.matchAll(/port => (\d+)/g)].map(([, port]) => Number(port));
    expect(opened).toEqual([5000, 5044]);
    expect(container.ports.map(({ containerPort }: Any) => containerPort)).toEqual([...opened, 9600]);
    expect(own(environment, 'Service', 'logstash').spec.ports.map(({ port }: Any) => port)).toEqual(opened);
  });

  test('users of Elasticsearch have roles that are declared or built in, and read only logs of the platform', () => {
    const files = own(environment, 'ConfigMap', 'elasticsearch').data;
    const roles = load(files['roles.yml']) as Record<string, Any>;
    const held = (files.users as string).trim().split('\n').map((line) => line.split(' '));
    const unknown = held.flatMap(([, names = '']) => names.split(',')).filter((name) => !(name in roles));
    expect([...new Set(unknown)].sort()).toEqual(['kibana_admin', 'kibana_system']);
    expect(roles['log-writer'].indices[0].names).toEqual(['mes-logs-*', 'mes-errors-*', 'mes-audit-*']);
  });

  test('Kibana asks the cluster on 5601 as a user of its own, and its secrets are references', () => {
    const settings = load(own(environment, 'ConfigMap', 'kibana').data['kibana.yml']) as Any;
    const [container] = containers(own(environment, 'Deployment', 'kibana'));
    expect(settings['server.port']).toBe(5601);
    expect(settings['elasticsearch.username']).toBe('kibana');
    const references = Object.values(settings).flatMap((value) => /^\$\{(\w+)\}$/.exec(String(value))?.[1] ?? []);
    const given = container.env.filter(({ valueFrom }: Any) => valueFrom).map(({ name }: Any) => name);
    expect(references.sort()).toEqual(given.sort());
    expect(references).toHaveLength(4);
  });

  test('Elasticsearch has its nodes', () => {
    expect(own(environment, 'StatefulSet', 'elasticsearch').spec.replicas).toBe(brokers);
  });
});

test('prod: brokers and nodes of the search have two cores and 4Gi', () => {
  const sizes = ['kafka-broker', 'elasticsearch'].map(
    (name) => containers(own('prod', 'StatefulSet', name))[0].resources.requests,
  );
  expect(sizes).toEqual([
    { cpu: '2', memory: '4Gi' },
    { cpu: '2', memory: '4Gi' },
  ]);
});

test.each(ENVIRONMENTS)('%s: Prometheus asks the gateway and all services every 15 seconds', (environment) => {
  const holder = all(environment, 'ConfigMap').find(({ data }) => data?.['prometheus.yml']);
  const config = load(holder.data['prometheus.yml']) as Any;
  const jobs = config.scrape_configs.filter((job: Any) => job.job_name.startsWith(`${NAMESPACE}/`));
  const often = jobs.filter((job: Any) => job.scrape_interval === '15s').map((job: Any) => job.job_name);
  expect(often).toEqual(
    [
      'auth-service:3008',
      'integration-service:3015',
      'kong:8100',
      'material-service:3011',
      'quality-service:3010',
      'reporting-service:3014',
      'resource-service:3013',
      'traceability-service:3012',
      'work-order-service:3009',
    ].map((job) => `${NAMESPACE}/${job}`),
  );
  expect(jobs.every((job: Any) => (job.metrics_path ?? '/metrics') === '/metrics')).toBe(true);
});

test.each(ENVIRONMENTS)('%s: Grafana shows services, gateway, Kafka, stores and Redis', (environment) => {
  const names = all(environment, 'ConfigMap').flatMap(({ data }) => Object.keys(data ?? {}));
  const pages = ['services', 'gateway', 'kafka', 'stores', 'redis'].map((page) => `mes-${page}.json`);
  expect(pages.filter((page) => !names.some((name) => name.endsWith(page)))).toEqual([]);
});

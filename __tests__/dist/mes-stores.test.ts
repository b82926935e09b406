import { EnvironmentName } from '../../lib/model/environment';
import { containers, NAMESPACE, own } from './mes-objects';
import { all, Any } from './read-dist';

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
    const services = all(environment, 'ExternalSecret').filter(({ metadata }) =>
      /-service-database$/.test(metadata.name),
    );
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
    expect(lines).toEqual(
      expect.arrayContaining(['appendonly yes', 'dir /data', 'include /run/secrets/redis/users.conf']),
    );
    expect(spec.template.spec.containers[0].volumeMounts).toContainEqual({ name: 'data', mountPath: '/data' });
    expect(own(environment, 'ExternalSecret', 'redis-auth').spec.target.template.data['users.conf']).toBe(
      'requirepass {{ .password }}\n',
    );
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

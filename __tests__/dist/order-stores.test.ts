import { ENVIRONMENTS } from '../../lib/model/environment';
import { columns } from './columns';
import { container, controller, find, HOST, optional, SERVICES, settings } from './order-objects';
import { Any } from './read-dist';

// Figures: 'event-sourced order platform' of the platforms' tables, dev / staging / prod.
const claims = ({ spec }: Any) => (spec.volumeClaimTemplates ?? []).map((claim: Any) => claim.spec);

describe('command side', () => {
  test.each(columns<[string, number]>(['orderdb_dev', 10], ['orderdb_staging', 15], ['orderdb_prod', 20]))(
    '%s: database and pool are %j',
    (environment, [database, pool]) => {
      const data = settings(environment, 'order-command-service');
      expect(data.SPRING_DATASOURCE_URL).toBe(`jdbc:postgresql://postgresql.${HOST}:5432/${database}`);
      expect(data.SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE).toBe(String(pool));
      expect([data.ORDERS_SNAPSHOT_INTERVAL, data.ORDERS_OUTBOX_INTERVAL, data.ORDERS_TOPIC]).toEqual([
        '50',
        '1s',
        'order-events',
      ]);
      const { image, env, args } = find(environment, 'StatefulSet', 'postgresql').spec.template.spec.containers[0];
      expect(image).toMatch(/\/postgres:16\./);
      const founded = Object.fromEntries(env.map(({ name, value }: Any) => [name, value]));
      expect([founded.POSTGRES_DB, founded.POSTGRES_USER, data.SPRING_DATASOURCE_USERNAME]).toEqual([
        database,
        'orderuser',
        'orderuser',
      ]);
      const most = Number(/max_connections=(\d+)/.exec(args.join(' '))?.[1]);
      const { maxReplicas = 1 } =
        optional(environment, 'HorizontalPodAutoscaler').find(
          ({ metadata }) => metadata.name === 'order-command-service',
        )?.spec ?? {};
      expect(most - 5).toBeGreaterThanOrEqual((maxReplicas + 1) * pool);
    },
  );

  test.each(columns(1, 3, 3))(
    '%s: order-events has 12 partitions, as many as the pods that share them, and %d copies',
    (environment, copies) => {
      const job = find(environment, 'Job', /^kafka-topics-[0-9a-f]{8}$/);
      const catalogue = JSON.stringify([job, settings(environment, 'kafka-topics')]);
      expect(catalogue).toContain('order-events');
      const [, partitions, factor] = /order-events[\s\\n:]+(\d+)[\s\\n:]+(\d+)/.exec(catalogue) ?? [];
      expect([Number(partitions), Number(factor)]).toEqual([12, copies]);
      const broker = find(environment, 'StatefulSet', 'kafka-broker');
      expect(broker.spec.replicas).toBe(copies);
      const properties: string = settings(environment, 'kafka-broker')['server.properties'];
      expect(properties).toContain(`transaction.state.log.replication.factor=${copies}\n`);
      expect(properties).toContain(copies === 1 ? 'process.roles=broker,controller\n' : 'process.roles=broker\n');
    },
  );

  test.each(columns(1, 2, 2))(
    '%s: the schema registry has %d pods, each known by its address',
    (environment, replicas) => {
      const { spec } = find(environment, 'Deployment', 'schema-registry');
      const [registry] = spec.template.spec.containers;
      expect([spec.replicas, registry.ports[0].containerPort, registry.command[0]]).toEqual([replicas, 8081, 'sh']);
      expect(registry.env).toContainEqual({
        name: 'POD_IP',
        valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } },
      });
      const properties: string = settings(environment, 'schema-registry')['schema-registry.properties'];
      expect(properties).toContain(`kafkastore.bootstrap.servers=kafka.${HOST}:9092\n`);
      for (const name of SERVICES.slice(1)) {
        expect(settings(environment, name).SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL).toBe(
          `http://schema-registry.${HOST}:8081`,
        );
      }
    },
  );
});

describe('query side', () => {
  test.each(columns(['dev', '1'], ['staging', '2'], ['prod', '3']))(
    '%s: streams are exactly once, with application id and threads %j',
    (environment, [suffix, threads]) => {
      expect(settings(environment, 'order-query-service')).toMatchObject({
        ORDERS_INDEX: 'orders_v1',
        ORDERS_TOPIC: 'order-events',
        SPRING_KAFKA_STREAMS_APPLICATIONID: `order-query-service-${suffix}`,
        SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAM_THREADS: threads,
        SPRING_KAFKA_STREAMS_PROPERTIES_PROCESSING_GUARANTEE: 'exactly_once_v2',
      });
    },
  );

  test.each(columns([], ['10Gi'], ['20Gi']))(
    '%s: every pod has a state of its own, on volumes %j',
    (environment, sizes) => {
      const set = controller(environment, 'order-query-service');
      expect(claims(set).map(({ resources }: Any) => resources.requests.storage)).toEqual(sizes);
      const { SPRING_KAFKA_STREAMS_STATEDIR: folder } = settings(environment, 'order-query-service');
      const mount = container(environment, 'order-query-service').volumeMounts.find(
        ({ mountPath }: Any) => mountPath === folder,
      );
      const scratch = set.spec.template.spec.volumes.filter(
        ({ name, emptyDir }: Any) => name === mount.name && emptyDir,
      );
      expect(scratch).toHaveLength(sizes.length === 0 ? 1 : 0);
      expect(JSON.stringify(set.spec.template.spec.volumes)).not.toContain('persistentVolumeClaim');
    },
  );

  test.each(columns(1, 3, 3))(
    '%s: %d nodes of Elasticsearch, asked over TLS by a user who may write one index',
    (environment, nodes) => {
      expect(find(environment, 'StatefulSet', 'elasticsearch').spec.replicas).toBe(nodes);
      const data = settings(environment, 'order-query-service');
      expect(data.SPRING_ELASTICSEARCH_URIS).toBe(`https://elasticsearch.${HOST}:9200`);
      const authority = data.SPRING_SSL_BUNDLE_PEM_ELASTICSEARCH_TRUSTSTORE_CERTIFICATE.replace('file:', '');
      const mounted = container(environment, 'order-query-service').volumeMounts.map(
        ({ mountPath }: Any) => `${mountPath}/ca.crt`,
      );
      expect(mounted).toContain(authority);
      const files = settings(environment, 'elasticsearch');
      expect(files.users).toContain(`${data.SPRING_ELASTICSEARCH_USERNAME} order-query\n`);
      expect(files['roles.yml']).toContain(
        'order-query: {"cluster":["monitor"],"indices":[{"names":["orders_v1"],"privileges":["all"]}]}\n',
      );
    },
  );
});

describe('namespace', () => {
  test.each(ENVIRONMENTS)('%s: passwords come from the store, and none stands in a file', (environment) => {
    const secrets = optional(environment, 'ExternalSecret').map(({ metadata }) => metadata.name);
    expect(secrets).toEqual(
      expect.arrayContaining(['elasticsearch-auth', 'keycloak-auth', 'keycloak-postgresql-auth', 'postgresql-auth']),
    );
    expect(optional(environment, 'Secret')).toEqual([]);
  });

  test.each(ENVIRONMENTS)('%s: everything is closed but for what is declared', (environment) => {
    const policies = optional(environment, 'NetworkPolicy');
    const closed = policies.find(({ metadata }) => metadata.name === 'default-deny');
    expect(closed?.spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
    for (const name of SERVICES) {
      expect(find(environment, 'NetworkPolicy', name).spec.policyTypes).toEqual(['Ingress', 'Egress']);
    }
  });

  test.each(columns(0, 2, 2))('%s: %d servers of PostgreSQL are dumped', (environment, servers) => {
    const names = optional(environment, 'CronJob')
      .map(({ metadata }) => metadata.name)
      .filter((name) => name.endsWith('-backup'));
    expect(names).toEqual(['keycloak-postgresql-backup', 'postgresql-backup'].slice(0, servers));
  });
});

import { ENVIRONMENTS } from '../../lib/model/environment';
import { all, Any, find as findAnywhere, finderOf } from './read-dist';

// Figures: 'event-sourced order platform' of the platforms' tables, dev / staging / prod.
const columns = <T>(dev: T, staging: T, prod: T) => [
  ['dev', dev] as const,
  ['staging', staging] as const,
  ['prod', prod] as const,
];

const find = finderOf('order');
const NAMESPACE = 'order-platform';
const HOST = 'order-platform.svc.cluster.local';
const SERVICES = ['api-gateway', 'order-command-service', 'order-query-service'] as const;
type Service = (typeof SERVICES)[number];
type Environment = (typeof ENVIRONMENTS)[number];

const controller = (environment: Environment, name: Service) =>
  find(environment, name === 'order-query-service' ? 'StatefulSet' : 'Deployment', name);
const container = (environment: Environment, name: Service) => controller(environment, name).spec.template.spec.containers[0];
const settings = (environment: Environment, name: string) => find(environment, 'ConfigMap', name).data;
const amounts = ({ resources: { requests, limits } }: Any) => [requests.cpu, requests.memory, limits.cpu, limits.memory].join(' ');
const claims = ({ spec }: Any) => (spec.volumeClaimTemplates ?? []).map((claim: Any) => claim.spec);
const optional = (environment: Environment, kind: string) => all(environment, kind).filter(({ metadata }) => metadata.namespace === NAMESPACE);

/** Ports that the pods of a client may connect to, by server; names are resolved by all of them. */
function reaches(environment: Environment, client: string): string[] {
  const { spec } = find(environment, 'NetworkPolicy', client);
  return spec.egress
    .flatMap(({ to, ports }: Any) => to.map(({ podSelector }: Any) => [podSelector.matchLabels['app.kubernetes.io/name'], ports]))
    .filter(([name]: Any) => name !== undefined)
    .flatMap(([name, ports]: Any) => ports.map(({ port }: Any) => `${name}:${port}`))
    .sort();
}

describe('services', () => {
  test.each([
    ['api-gateway', columns('100m 256Mi 500m 512Mi', '200m 512Mi 750m 1Gi', '250m 512Mi 1 2Gi')],
    ['order-command-service', columns('200m 256Mi 500m 512Mi', '300m 512Mi 1 1Gi', '500m 1Gi 1 2Gi')],
    ['order-query-service', columns('300m 512Mi 1 1Gi', '500m 1Gi 1500m 2Gi', '1 2Gi 2 4Gi')],
  ] as const)('%s has the requests and limits of its environment', (name, figures) => {
    for (const [environment, wanted] of figures) {
      expect([environment, amounts(container(environment, name))]).toEqual([environment, wanted]);
    }
  });

  test.each(columns([1], [2, 5], [3, 10]))('%s: the number of pods is %j, by CPU at 70 %%', (environment, [min, max]) => {
    for (const name of SERVICES) {
      const { kind, spec } = controller(environment, name);
      expect(spec.replicas).toBe(max === undefined ? min : undefined);
      const autoscaler = optional(environment, 'HorizontalPodAutoscaler').find(({ metadata }) => metadata.name === name);
      const budget = optional(environment, 'PodDisruptionBudget').find(({ metadata }) => metadata.name === name);
      expect(Boolean(budget)).toBe(max !== undefined);
      const { minReplicas, maxReplicas, metrics, scaleTargetRef } = autoscaler?.spec ?? {};
      const utilization = { resource: { name: 'cpu', target: { averageUtilization: 70, type: 'Utilization' } }, type: 'Resource' };
      expect([minReplicas, maxReplicas, metrics, scaleTargetRef]).toEqual(
        max === undefined ? [undefined, undefined, undefined, undefined] : [min, max, [utilization], { apiVersion: 'apps/v1', kind, name }],
      );
    }
  });

  test.each(ENVIRONMENTS)('%s: probes, metrics and ports are those of Spring Boot', (environment) => {
    for (const name of SERVICES) {
      const { ports, startupProbe, readinessProbe, livenessProbe, image } = container(environment, name);
      expect(image).toMatch(new RegExp(`/order-platform/${name}:\\d+\\.\\d+\\.\\d+$`));
      expect(ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
      expect(livenessProbe.httpGet).toMatchObject({ path: '/actuator/health/liveness', port: 'http' });
      expect(readinessProbe.httpGet).toMatchObject({ path: '/actuator/health/readiness', port: 'http' });
      expect(startupProbe.httpGet.path).toBe('/actuator/health/liveness');
      const scrapes: string = findAnywhere(environment, 'ConfigMap', 'prometheus-config').data['prometheus.yml'];
      expect(scrapes).toContain(`- job_name: ${NAMESPACE}/${name}:8080\n    metrics_path: /actuator/prometheus\n`);
    }
  });

  // A start may take at least as long as the document waits before it asks for the first time.
  test.each([
    ['api-gateway', 30],
    ['order-command-service', 60],
    ['order-query-service', 90],
  ] as const)('%s is given more than %d seconds to start', (name, delay) => {
    for (const environment of ENVIRONMENTS) {
      const { periodSeconds, failureThreshold } = container(environment, name).startupProbe;
      expect(periodSeconds * failureThreshold).toBeGreaterThan(delay);
    }
  });

  test.each(ENVIRONMENTS)('%s: the gateway has port 80, the others 8080, and all lead to 8080', (environment) => {
    const ports = SERVICES.map((name) => find(environment, 'Service', name).spec.ports.map(({ port, targetPort }: Any) => [port, targetPort]));
    expect(ports).toEqual([[[80, 'http']], [[8080, 'http']], [[8080, 'http']]]);
  });

  test.each(ENVIRONMENTS)('%s: connections are those of the table, and nothing else is reached', (environment) => {
    expect(reaches(environment, 'api-gateway')).toEqual([
      ...['keycloak:8080', 'order-command-service:8080', 'order-query-service:8080', 'otel-collector:4317'],
    ]);
    expect(reaches(environment, 'order-command-service')).toEqual([
      ...['kafka-broker:9092', 'keycloak:8080', 'otel-collector:4317', 'postgresql:5432', 'schema-registry:8081'],
    ]);
    expect(reaches(environment, 'order-query-service')).toEqual([
      ...['elasticsearch:9200', 'kafka-broker:9092', 'keycloak:8080', 'otel-collector:4317', 'schema-registry:8081'],
    ]);
  });

  test.each(columns('DEBUG', 'INFO', 'INFO'))('%s: logs are structured, at level %s, with the ids of traces', (environment, level) => {
    expect(settings(environment, 'order-config')).toMatchObject({
      LOGGING_LEVEL_ROOT: level,
      LOGGING_STRUCTURED_FORMAT_CONSOLE: 'ecs',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://otel-collector.observability.svc.cluster.local:4317',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      OTEL_LOGS_EXPORTER: 'otlp',
      OTEL_TRACES_EXPORTER: 'otlp',
    });
    SERVICES.forEach((name) => {
      expect(settings(environment, name).OTEL_SERVICE_NAME).toBe(name);
      expect(container(environment, name).envFrom.map(({ configMapRef }: Any) => configMapRef.name)).toEqual(['order-config', name]);
    });
  });

  test.each(ENVIRONMENTS)('%s: the heap is at most three quarters of the memory limit', (environment) => {
    const [, percent] = /-XX:MaxRAMPercentage=(\d+)/.exec(settings(environment, 'order-config').JAVA_TOOL_OPTIONS) ?? [];
    expect(Number(percent)).toBeGreaterThan(0);
    expect(Number(percent)).toBeLessThanOrEqual(75);
  });

  test.each(columns(false, true, true))('%s: hosts are avoided and zones balanced where several run: %j', (environment, several) => {
    for (const name of SERVICES) {
      const { affinity, topologySpreadConstraints } = controller(environment, name).spec.template.spec;
      const terms = affinity?.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
      const keys = terms.map(({ podAffinityTerm }: Any) => podAffinityTerm.topologyKey);
      const zones = (topologySpreadConstraints ?? []).map(({ topologyKey }: Any) => topologyKey);
      expect([...keys, ...zones]).toEqual(several ? ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'] : []);
      expect(JSON.stringify(affinity ?? {})).not.toContain('requiredDuringScheduling');
    }
  });
});

describe('gateway', () => {
  test.each(columns(1000, 200, 100))('%s: %d requests a minute, and the pages that may call it', (environment, requests) => {
    const data = settings(environment, 'api-gateway');
    expect(data.GATEWAY_RATELIMIT_REQUESTSPERMINUTE).toBe(String(requests));
    expect(data.GATEWAY_CORS_ALLOWEDORIGINS).toMatch(/^https?:\/\//);
    expect([data.GATEWAY_ROUTES_COMMANDS, data.GATEWAY_ROUTES_QUERIES]).toEqual([
      'http://order-command-service:8080',
      'http://order-query-service:8080',
    ]);
  });

  test.each(columns([], ['api-staging.orderplatform.com'], ['api.orderplatform.com']))('%s: its hosts are %j, with TLS by cert-manager', (environment, hosts) => {
    const ingresses = optional(environment, 'Ingress');
    expect(ingresses.map(({ spec }) => spec.rules[0].host)).toEqual(hosts);
    for (const { metadata, spec } of ingresses) {
      expect(metadata.annotations['cert-manager.io/cluster-issuer']).toMatch(/^letsencrypt/);
      expect(spec.tls).toEqual([{ hosts, secretName: 'api-gateway-tls' }]);
      expect(spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'api-gateway', port: { name: 'http' } });
    }
    const tier = controller(environment, 'api-gateway').spec.template.metadata.labels['platform-manifests/tier'];
    expect(tier).toBe(hosts.length === 0 ? 'internal' : 'public');
  });
});

describe('command side', () => {
  test.each(columns<[string, number]>(['orderdb_dev', 10], ['orderdb_staging', 15], ['orderdb_prod', 20]))('%s: database and pool are %j', (environment, [database, pool]) => {
    const data = settings(environment, 'order-command-service');
    expect(data.SPRING_DATASOURCE_URL).toBe(`jdbc:postgresql://postgresql.${HOST}:5432/${database}`);
    expect(data.SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE).toBe(String(pool));
    expect([data.ORDERS_SNAPSHOT_INTERVAL, data.ORDERS_OUTBOX_INTERVAL, data.ORDERS_TOPIC]).toEqual(['50', '1s', 'order-events']);
    const { image, env, args } = find(environment, 'StatefulSet', 'postgresql').spec.template.spec.containers[0];
    expect(image).toMatch(/\/postgres:16\./);
    const founded = Object.fromEntries(env.map(({ name, value }: Any) => [name, value]));
    expect([founded.POSTGRES_DB, founded.POSTGRES_USER, data.SPRING_DATASOURCE_USERNAME]).toEqual([database, 'orderuser', 'orderuser']);
    const most = Number(/max_connections=(\d+)/.exec(args.join(' '))?.[1]);
    const { maxReplicas = 1 } = optional(environment, 'HorizontalPodAutoscaler').find(({ metadata }) => metadata.name === 'order-command-service')?.spec ?? {};
    expect(most - 5).toBeGreaterThanOrEqual((maxReplicas + 1) * pool);
  });

  test.each(columns(1, 3, 3))('%s: order-events has 12 partitions, as many as the pods that share them, and %d copies', (environment, copies) => {
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
  });

  test.each(columns(1, 2, 2))('%s: the schema registry has %d pods, each known by its address', (environment, replicas) => {
    const { spec } = find(environment, 'Deployment', 'schema-registry');
    const [registry] = spec.template.spec.containers;
    expect([spec.replicas, registry.ports[0].containerPort, registry.command[0]]).toEqual([replicas, 8081, 'sh']);
    expect(registry.env).toContainEqual({ name: 'POD_IP', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'status.podIP' } } });
    const properties: string = settings(environment, 'schema-registry')['schema-registry.properties'];
    expect(properties).toContain(`kafkastore.bootstrap.servers=kafka.${HOST}:9092\n`);
    for (const name of SERVICES.slice(1)) {
      expect(settings(environment, name).SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL).toBe(`http://schema-registry.${HOST}:8081`);
    }
  });
});

describe('query side', () => {
  test.each(columns(['dev', '1'], ['staging', '2'], ['prod', '3']))('%s: streams are exactly once, with application id and threads %j', (environment, [suffix, threads]) => {
    expect(settings(environment, 'order-query-service')).toMatchObject({
      ORDERS_INDEX: 'orders_v1',
      ORDERS_TOPIC: 'order-events',
      SPRING_KAFKA_STREAMS_APPLICATIONID: `order-query-service-${suffix}`,
      SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STREAM_THREADS: threads,
      SPRING_KAFKA_STREAMS_PROPERTIES_PROCESSING_GUARANTEE: 'exactly_once_v2',
    });
  });

  test.each(columns([], ['10Gi'], ['20Gi']))('%s: every pod has a state of its own, on volumes %j', (environment, sizes) => {
    const set = controller(environment, 'order-query-service');
    expect(claims(set).map(({ resources }: Any) => resources.requests.storage)).toEqual(sizes);
    const { SPRING_KAFKA_STREAMS_STATEDIR: folder } = settings(environment, 'order-query-service');
    const mount = container(environment, 'order-query-service').volumeMounts.find(({ mountPath }: Any) => mountPath === folder);
    const scratch = set.spec.template.spec.volumes.filter(({ name, emptyDir }: Any) => name === mount.name && emptyDir);
    expect(scratch).toHaveLength(sizes.length === 0 ? 1 : 0);
    expect(JSON.stringify(set.spec.template.spec.volumes)).not.toContain('persistentVolumeClaim');
  });

  test.each(columns(1, 3, 3))('%s: %d nodes of Elasticsearch, asked over TLS by a user who may write one index', (environment, nodes) => {
    expect(find(environment, 'StatefulSet', 'elasticsearch').spec.replicas).toBe(nodes);
    const data = settings(environment, 'order-query-service');
    expect(data.SPRING_ELASTICSEARCH_URIS).toBe(`https://elasticsearch.${HOST}:9200`);
    const authority = data.SPRING_SSL_BUNDLE_PEM_ELASTICSEARCH_TRUSTSTORE_CERTIFICATE.replace('file:', '');
    const mounted = container(environment, 'order-query-service').volumeMounts.map(({ mountPath }: Any) => `${mountPath}/ca.crt`);
    expect(mounted).toContain(authority);
    const files = settings(environment, 'elasticsearch');
    expect(files.users).toContain(`${data.SPRING_ELASTICSEARCH_USERNAME} order-query\n`);
    expect(files['roles.yml']).toContain('order-query: {"cluster":["monitor"],"indices":[{"names":["orders_v1"],"privileges":["all"]}]}\n');
  });
});

describe('identity', () => {
  const realm = (environment: Environment) => JSON.parse(settings(environment, 'keycloak-realm')['order-platform-realm.json']);

  test.each(columns(1, 2, 2))('%s: Keycloak has %d pods on a database of its own', (environment, replicas) => {
    const { spec } = find(environment, 'Deployment', 'keycloak');
    const [server] = spec.template.spec.containers;
    const env = Object.fromEntries(server.env.map(({ name, value }: Any) => [name, value]));
    expect([spec.replicas, server.args]).toEqual([replicas, ['start', '--optimized', '--import-realm']]);
    expect([env.KC_DB, env.KC_DB_URL_HOST, env.KC_CACHE]).toEqual(['postgres', `keycloak-postgresql.${HOST}`, replicas > 1 ? 'ispn' : 'local']);
    expect(find(environment, 'StatefulSet', 'keycloak-postgresql').spec.replicas).toBe(1);
  });

  test.each(ENVIRONMENTS)('%s: the realm has three roles, and a client for each service, whose secret is a placeholder that the server has', (environment) => {
    const { realm: name, roles, clients } = realm(environment);
    expect([name, roles.realm.map((role: Any) => role.name)]).toEqual(['order-platform', ['admin', 'analyst', 'ops']]);
    expect(clients.map(({ clientId }: Any) => clientId)).toEqual(SERVICES);
    const [server] = find(environment, 'Deployment', 'keycloak').spec.template.spec.containers;
    for (const { clientId, secret } of clients) {
      const [, variable] = /^\$\{(\w+)\}$/.exec(secret) ?? [];
      const held = server.env.find((each: Any) => each.name === variable);
      const used = container(environment, clientId).env.find((each: Any) => each.name.endsWith('_KEYCLOAK_CLIENTSECRET'));
      expect(held.valueFrom.secretKeyRef).toEqual({ name: 'keycloak-auth', key: `${clientId}-secret` });
      expect(used.valueFrom).toEqual(held.valueFrom);
      expect(settings(environment, clientId).SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_KEYCLOAK_CLIENTID).toBe(clientId);
    }
  });

  test.each(ENVIRONMENTS)('%s: tokens name the address that every service knows', (environment) => {
    const [server] = find(environment, 'Deployment', 'keycloak').spec.template.spec.containers;
    const { value: url } = server.env.find(({ name }: Any) => name === 'KC_HOSTNAME');
    expect(url).toBe(`http://keycloak.${HOST}:8080`);
    SERVICES.forEach((name) => {
      expect(settings(environment, name).SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUERURI).toBe(`${url}/realms/order-platform`);
    });
  });
});

describe('namespace', () => {
  test.each(ENVIRONMENTS)('%s: passwords come from the store, and none stands in a file', (environment) => {
    const secrets = optional(environment, 'ExternalSecret').map(({ metadata }) => metadata.name);
    expect(secrets).toEqual(expect.arrayContaining(['elasticsearch-auth', 'keycloak-auth', 'keycloak-postgresql-auth', 'postgresql-auth']));
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
    const names = optional(environment, 'CronJob').map(({ metadata }) => metadata.name).filter((name) => name.endsWith('-backup'));
    expect(names).toEqual(['keycloak-postgresql-backup', 'postgresql-backup'].slice(0, servers));
  });
});

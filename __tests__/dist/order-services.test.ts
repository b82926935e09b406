import { ENVIRONMENTS, EnvironmentName } from '../../lib/model/environment';
import { columns } from './columns';
import { container, controller, find, NAMESPACE, optional, SERVICES, settings } from './order-objects';
import { Any, find as findAnywhere } from './read-dist';

// Figures: 'event-sourced order platform' of the platforms' tables, dev / staging / prod.
const amounts = ({ resources: { requests, limits } }: Any) =>
  [requests.cpu, requests.memory, limits.cpu, limits.memory].join(' ');

/** Ports that the pods of a client may connect to, by server; names are resolved by all of them. */
function reaches(environment: EnvironmentName, client: string): string[] {
  const { spec } = find(environment, 'NetworkPolicy', client);
  return spec.egress
    .flatMap(({ to, ports }: Any) =>
      to.map(({ podSelector }: Any) => [podSelector.matchLabels['app.kubernetes.io/name'], ports]),
    )
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

  test.each(columns([1], [2, 5], [3, 10]))(
    '%s: the number of pods is %j, by CPU at 70 %%',
    (environment, [min, max]) => {
      for (const name of SERVICES) {
        const { kind, spec } = controller(environment, name);
        expect(spec.replicas).toBe(max === undefined ? min : undefined);
        const autoscaler = optional(environment, 'HorizontalPodAutoscaler').find(
          ({ metadata }) => metadata.name === name,
        );
        const budget = optional(environment, 'PodDisruptionBudget').find(({ metadata }) => metadata.name === name);
        expect(Boolean(budget)).toBe(max !== undefined);
        const { minReplicas, maxReplicas, metrics, scaleTargetRef } = autoscaler?.spec ?? {};
        const utilization = {
          resource: { name: 'cpu', target: { averageUtilization: 70, type: 'Utilization' } },
          type: 'Resource',
        };
        expect([minReplicas, maxReplicas, metrics, scaleTargetRef]).toEqual(
          max === undefined
            ? [undefined, undefined, undefined, undefined]
            : [min, max, [utilization], { apiVersion: 'apps/v1', kind, name }],
        );
      }
    },
  );

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
    const ports = SERVICES.map((name) =>
      find(environment, 'Service', name).spec.ports.map(({ port, targetPort }: Any) => [port, targetPort]),
    );
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

  test.each(columns('DEBUG', 'INFO', 'INFO'))(
    '%s: logs are structured, at level %s, with the ids of traces',
    (environment, level) => {
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
        expect(container(environment, name).envFrom.map(({ configMapRef }: Any) => configMapRef.name)).toEqual([
          'order-config',
          name,
        ]);
      });
    },
  );

  test.each(ENVIRONMENTS)('%s: the heap is at most three quarters of the memory limit', (environment) => {
    const [, percent] =
      /-XX:MaxRAMPercentage=(\d+)/.exec(settings(environment, 'order-config').JAVA_TOOL_OPTIONS) ?? [];
    expect(Number(percent)).toBeGreaterThan(0);
    expect(Number(percent)).toBeLessThanOrEqual(75);
  });

  test.each(columns(false, true, true))(
    '%s: hosts are avoided and zones balanced where several run: %j',
    (environment, several) => {
      for (const name of SERVICES) {
        const { affinity, topologySpreadConstraints } = controller(environment, name).spec.template.spec;
        const terms = affinity?.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution ?? [];
        const keys = terms.map(({ podAffinityTerm }: Any) => podAffinityTerm.topologyKey);
        const zones = (topologySpreadConstraints ?? []).map(({ topologyKey }: Any) => topologyKey);
        expect([...keys, ...zones]).toEqual(several ? ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'] : []);
        expect(JSON.stringify(affinity ?? {})).not.toContain('requiredDuringScheduling');
      }
    },
  );
});

describe('gateway', () => {
  test.each(columns(1000, 200, 100))(
    '%s: %d requests a minute, and the pages that may call it',
    (environment, requests) => {
      const data = settings(environment, 'api-gateway');
      expect(data.GATEWAY_RATELIMIT_REQUESTSPERMINUTE).toBe(String(requests));
      expect(data.GATEWAY_CORS_ALLOWEDORIGINS).toMatch(/^https?:\/\//);
      expect([data.GATEWAY_ROUTES_COMMANDS, data.GATEWAY_ROUTES_QUERIES]).toEqual([
        'http://order-command-service:8080',
        'http://order-query-service:8080',
      ]);
    },
  );

  test.each(columns([], ['api-staging.orderplatform.com'], ['api.orderplatform.com']))(
    '%s: its hosts are %j, with TLS by cert-manager',
    (environment, hosts) => {
      const ingresses = optional(environment, 'Ingress');
      expect(ingresses.map(({ spec }) => spec.rules[0].host)).toEqual(hosts);
      for (const { metadata, spec } of ingresses) {
        expect(metadata.annotations['cert-manager.io/cluster-issuer']).toMatch(/^letsencrypt/);
        expect(spec.tls).toEqual([{ hosts, secretName: 'api-gateway-tls' }]);
        expect(spec.rules[0].http.paths[0].backend.service).toEqual({ name: 'api-gateway', port: { name: 'http' } });
      }
      const tier = controller(environment, 'api-gateway').spec.template.metadata.labels['platform-manifests/tier'];
      expect(tier).toBe(hosts.length === 0 ? 'internal' : 'public');
    },
  );
});

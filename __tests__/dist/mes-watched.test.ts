import { load } from 'js-yaml';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { containers, NAMESPACE, own } from './mes-objects';
import { all, Any } from './read-dist';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  test('Jaeger takes spans by OTLP, keeps them on its volume and shows them on 16686', () => {
    const config = load(own(environment, 'ConfigMap', 'jaeger').data['config.yaml']) as Any;
    const [container] = containers(own(environment, 'StatefulSet', 'jaeger'));
    const ports = container.ports.map(({ containerPort }: Any) => containerPort);
    expect(ports).toEqual(expect.arrayContaining([4317, 4318, 16686]));
    const { directories, ephemeral } = config.extensions.jaeger_storage.backends.disk.badger;
    expect(ephemeral).toBe(false);
    const mounts = container.volumeMounts.filter(({ name }: Any) => name === 'data');
    expect(
      Object.values(directories as Record<string, string>).every((path) => path.startsWith(mounts[0].mountPath)),
    ).toBe(true);
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

  test('Jaeger listens where services send their spans', () => {
    const { OTEL_EXPORTER_OTLP_ENDPOINT } = own(environment, 'ConfigMap', 'platform-config').data;
    const { hostname, port } = new URL(OTEL_EXPORTER_OTLP_ENDPOINT);
    const { metadata, spec } = own(environment, 'Service', 'jaeger');
    expect(hostname).toBe(`${metadata.name}.${metadata.namespace}.svc.cluster.local`);
    expect(spec.ports.map((each: Any) => String(each.port))).toContain(port);
    const config = load(own(environment, 'ConfigMap', 'jaeger').data['config.yaml']) as Any;
    const { grpc, http } = config.receivers.otlp.protocols;
    expect([grpc.endpoint, http.endpoint].map((endpoint) => endpoint.split(':')[1])).toContain(port);
  });
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

test.each(ENVIRONMENTS)('%s: Grafana shows services, gateway, Kafka, stores, Redis and traces', (environment) => {
  const names = all(environment, 'ConfigMap').flatMap(({ data }) => Object.keys(data ?? {}));
  const pages = ['services', 'gateway', 'kafka', 'stores', 'redis', 'traces'].map((page) => `mes-${page}.json`);
  expect(pages.filter((page) => !names.some((name) => name.endsWith(page)))).toEqual([]);
});

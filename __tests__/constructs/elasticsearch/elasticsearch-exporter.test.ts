import { ELASTICSEARCH_EXPORTER_ROLE } from '../../../lib/constructs/elasticsearch/elasticsearch-exporter';
import { defineElasticsearchExporter, ELASTICSEARCH_EXPORTER } from './elasticsearch-exporter-support';

const timing = ELASTICSEARCH_EXPORTER.probes.readiness;

interface PodSpecHolder {
  replicas: number;
  template: { spec: { containers: [Record<string, unknown>]; volumes: unknown[] } };
}

const deployment = () => defineElasticsearchExporter().find()('Deployment').spec as PodSpecHolder;

test('all props: one pod asks for figures of all nodes and indices', () => {
  const { replicas, template } = deployment();
  expect(replicas).toBe(1);
  expect(template.spec.containers[0]).toMatchObject({
    image: 'registry.example/elasticsearch-exporter:v1.11.0',
    args: [
      '--es.uri=https://search.data.svc.cluster.local:9200',
      '--es.ca=/etc/elasticsearch-authority/ca.crt',
      '--es.timeout=10s',
      '--es.all',
      '--es.indices',
      '--web.listen-address=:9114',
    ],
    ports: [{ name: 'metrics', containerPort: 9114 }],
  });
});

test('logs in with a password that stands in a Secret, and trusts only the authority of the server', () => {
  const { containers, volumes } = deployment().template.spec;
  expect(containers[0]).toMatchObject({
    env: [
      { name: 'ES_USERNAME', value: 'exporter' },
      { name: 'ES_PASSWORD', valueFrom: { secretKeyRef: { name: 'elasticsearch', key: 'exporter-password' } } },
    ],
    volumeMounts: [{ name: 'authority', mountPath: '/etc/elasticsearch-authority', readOnly: true }],
  });
  expect(volumes).toEqual([
    {
      name: 'authority',
      secret: { secretName: 'search-tls', defaultMode: 0o440, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
    },
  ]);
});

test('a failing cluster does not restart what reports it', () => {
  expect(deployment().template.spec.containers[0]).toMatchObject({
    startupProbe: { httpGet: { path: '/healthz', port: 'metrics' } },
    readinessProbe: { httpGet: { path: '/', port: 'metrics' } },
    livenessProbe: { httpGet: { path: '/healthz', port: 'metrics' } },
  });
});

test('may reach the REST interface, and tells a scraper its own port', () => {
  const { exporter, find } = defineElasticsearchExporter();
  expect(exporter.metricsTargets).toEqual([{ workload: exporter, port: 9114 }]);
  expect(find()('NetworkPolicy', 'search-exporter').spec).toMatchObject({
    egress: expect.arrayContaining([expect.objectContaining({ ports: [{ port: 9200, protocol: 'TCP' }] })]),
  });
});

test('its role reads figures and no documents', () => {
  const privileges = ELASTICSEARCH_EXPORTER_ROLE.indices.flatMap((index) => index.privileges);
  expect(privileges).toEqual(['monitor', 'view_index_metadata']);
});

test.each([
  [{ ...timing, timeout: '10s' }, 'probes.startup.timeout must be shorter than its period 10s, got 10s'],
  [
    { ...timing, failures: 1 }, // it listens after 10.1 seconds where no cluster answers
    'probes.startup must give more than 10s, got 10s; a start waits so long for a cluster that is down',
  ],
] as const)('fails for %j', (startup, problem) => {
  const probes = { ...ELASTICSEARCH_EXPORTER.probes, startup };
  expect(() => defineElasticsearchExporter({ probes }).find()).toThrow(`[test/search-exporter] ${problem}`);
});

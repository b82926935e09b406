import { Testing } from 'cdk8s';
import { load } from 'js-yaml';
import { putDataView } from '../../../lib/constructs/kibana/data-view';
import { Kibana, KibanaProps } from '../../../lib/constructs/kibana/kibana';
import { Any } from '../../dist/read-dist';
import { search, SINGLE_POD } from '../elastic-support';
import { namespaceIn, objectsOf } from '../support';

function define(changed: Partial<KibanaProps> = {}) {
  const chart = Testing.chart();
  const kibana = new Kibana(chart, 'logs', {
    ...SINGLE_POD,
    namespace: namespaceIn(chart),
    clusterDomain: 'cluster.local',
    elasticsearch: search,
    userName: 'pages',
    password: { secret: 'search-auth', key: 'pages-password' },
    encryption: {
      security: { secret: 'keys', key: 'a' },
      objects: { secret: 'keys', key: 'b' },
      reporting: { secret: 'keys', key: 'c' },
    },
    publicUrl: 'https://logs.example.com',
    heapPercent: 60,
    scratch: '64Mi',
    ...changed,
  });
  return { kibana, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

test('no secret stands in its settings, and none has a name that would make it an argument', () => {
  const { find } = define();
  const settings = load(find()('ConfigMap').data['kibana.yml']) as Any;
  expect(settings['elasticsearch.password']).toBe('${SYSTEM_PASSWORD}');
  const { env } = find()('Deployment').spec.template.spec.containers[0];
  const names = env.map(({ name }: Any) => name);
  expect(names).toEqual(['NODE_OPTIONS', 'SYSTEM_PASSWORD', 'SECURITY_KEY', 'OBJECTS_KEY', 'REPORTING_KEY']);
  expect(names.filter((name: string) => /^(?:ELASTICSEARCH|XPACK|SERVER)_/.test(name))).toEqual([]);
});

test('its heap is a share of the memory limit', () => {
  const { env } = define().find()('Deployment').spec.template.spec.containers[0];
  expect(env[0]).toEqual({ name: 'NODE_OPTIONS', value: '--max-old-space-size=1228' });
});

test('a cluster that is away does not restart it', () => {
  const [container] = define().find()('Deployment').spec.template.spec.containers;
  expect(container.readinessProbe.httpGet.path).toBe('/api/status');
  expect(container.livenessProbe.tcpSocket).toEqual({ port: 'http' });
});

test.each<[string, Partial<KibanaProps>, string]>([
  ['no heap', { heapPercent: 0 }, 'heapPercent must be from 1 to 75, got 0; the rest of the memory is not heap'],
  [
    'the user of the cluster itself',
    { userName: 'elastic' },
    "userName must hold the role kibana_system, got 'elastic'; Kibana refuses it",
  ],
  [
    'an address with a path',
    { publicUrl: 'https://example.com/logs' },
    "publicUrl must be an address without a path, got 'https://example.com/logs'",
  ],
])('%s is refused', (_, changed, message) => {
  expect(define(changed).kibana.node.validate()).toEqual([message]);
});

test('a data view is put under its own id, over what is there', () => {
  expect(putDataView({ id: 'app-logs', pattern: 'app-logs-*', name: 'All logs' })).toEqual({
    method: 'POST',
    path: '/api/data_views/data_view',
    body: {
      override: true,
      data_view: { id: 'app-logs', title: 'app-logs-*', name: 'All logs', timeFieldName: '@timestamp' },
    },
  });
});

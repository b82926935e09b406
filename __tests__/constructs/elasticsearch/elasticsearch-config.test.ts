import { renderRoles } from '../../../lib/constructs/elasticsearch/elasticsearch-access';
import { LOGGING_OPTIONS, renderElasticsearchYaml } from '../../../lib/constructs/elasticsearch/elasticsearch-config';
import { ELASTICSEARCH } from './elasticsearch-support';

const settingsOf = (yaml: string) =>
  Object.fromEntries(
    yaml
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/))
      .map(([key, value = '']) => [key, JSON.parse(value) as unknown]),
  );

test('encrypts both layers, knows no built-in user and needs no setting of the host', () => {
  expect(
    settingsOf(
      renderElasticsearchYaml({ clusterName: 'visibility', seedHost: 'search-headless.data.svc.cluster.local' }),
    ),
  ).toEqual({
    'cluster.name': 'visibility',
    'discovery.seed_hosts': ['search-headless.data.svc.cluster.local'],
    'http.port': 9200,
    'ingest.geoip.downloader.enabled': false,
    'network.host': '0.0.0.0',
    'node.name': '${POD_NAME}',
    'node.store.allow_mmap': false,
    'readiness.port': 8080,
    'transport.port': 9300,
    'xpack.ml.enabled': false,
    'xpack.security.authc.reserved_realm.enabled': false,
    'xpack.security.enabled': true,
    'xpack.security.http.ssl.certificate': 'certs/tls.crt',
    'xpack.security.http.ssl.certificate_authorities': ['certs/ca.crt'],
    'xpack.security.http.ssl.enabled': true,
    'xpack.security.http.ssl.key': 'certs/tls.key',
    'xpack.security.transport.ssl.certificate': 'certs/tls.crt',
    'xpack.security.transport.ssl.certificate_authorities': ['certs/ca.crt'],
    'xpack.security.transport.ssl.enabled': true,
    'xpack.security.transport.ssl.key': 'certs/tls.key',
    'xpack.security.transport.ssl.verification_mode': 'certificate',
  });
});

test('a role is one line, since its reader takes each line at the margin for a new one', () => {
  expect(renderRoles(ELASTICSEARCH.roles)).toBe(
    'temporal: {"cluster":["monitor","manage_index_templates"],' +
      '"indices":[{"names":["temporal_visibility_v1*"],"privileges":["manage","read","write"]}]}\n',
  );
});

test('the log of the collector fills none of them', () => {
  expect(LOGGING_OPTIONS.split('\n')[0]).toBe('-Xlog:disable');
});

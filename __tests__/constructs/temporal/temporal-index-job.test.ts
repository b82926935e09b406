import { Testing } from 'cdk8s';
import { TemporalIndexJob, TemporalIndexJobProps } from '../../../lib/constructs/temporal/temporal-index-job';
import { namespaceIn, objectsOf } from '../support';
import { podOf, serverIn, settingsOf, TOOL, TOOL_PROBLEMS } from './temporal-support';

type Props = Omit<TemporalIndexJobProps, 'namespace' | 'server'>;

const visibility = {
  kind: 'elasticsearch',
  url: 'https://elasticsearch.temporal.svc.cluster.local:9200',
  index: 'temporal_visibility_v1',
  user: 'temporal',
  password: { secret: 'elasticsearch', key: 'temporal-password' },
  ca: { secret: 'elasticsearch-tls', key: 'ca.crt' },
} as const;

const required: Required<Props> = { ...TOOL, visibility };

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const server = serverIn(chart, 'elasticsearch', 9200);
  new TemporalIndexJob(chart, 'index', { namespace: namespaceIn(chart), server, ...required, ...overrides });
  return chart;
}

test('the tool reaches Elasticsearch over TLS that it can verify', () => {
  const pod = podOf(define(), 'Job');
  expect(settingsOf(pod)).toMatchObject({
    INDEX: 'temporal_visibility_v1',
    ES_SERVER: 'https://elasticsearch.temporal.svc.cluster.local:9200',
    ES_USER: 'temporal',
    ES_TLS: 'true',
    ES_TLS_CA_FILE: '/run/secrets/elasticsearch-ca/ca.crt',
  });
  expect(pod.volumes).toContainEqual({
    name: 'elasticsearch-ca',
    secret: { secretName: 'elasticsearch-tls', defaultMode: 0o440, items: [{ key: 'ca.crt', path: 'ca.crt' }] },
  });
});

test('the password comes from the Secret', () => {
  expect(podOf(define(), 'Job').containers[0].env).toContainEqual({
    name: 'ES_PWD',
    valueFrom: { secretKeyRef: { name: 'elasticsearch', key: 'temporal-password' } },
  });
});

test('the script stands in its ConfigMap', () => {
  expect(objectsOf(define())('ConfigMap', 'index').data).toHaveProperty(['temporal-index-job.sh']);
});

test.each<[Partial<Props>, string]>([
  ...TOOL_PROBLEMS,
  [
    { visibility: { ...visibility, index: 'workflows' } },
    'visibility.index must begin with temporal_visibility_v1, got workflows',
  ],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define(overrides))).toThrow(problem);
});

import { Testing } from 'cdk8s';
import { ElasticSetupJob, ElasticSetupJobProps } from '../../../lib/constructs/elasticsearch/elastic-setup-job';
import { putDailyIndices } from '../../../lib/constructs/elasticsearch/index-lifecycle';
import { PostgresDatabasesJob } from '../../../lib/constructs/postgresql/postgres-databases-job';
import { ScriptJobProps } from '../../../lib/constructs/workloads/script-job';
import { Any } from '../../dist/read-dist';
import { JOB, peerAt } from '../elastic-support';
import { namespaceIn, objectsOf } from '../support';

function databases(changed: Partial<ScriptJobProps> = {}) {
  const chart = Testing.chart();
  const job = new PostgresDatabasesJob(chart, 'databases', {
    ...JOB,
    namespace: namespaceIn(chart),
    server: peerAt('postgresql', 5432),
    host: 'postgresql',
    port: 5432,
    superuser: 'postgres',
    password: { secret: 'auth', key: 'password' },
    databases: { shop_orders: { role: 'shop', password: { secret: 'auth', key: 'orders' } } },
    ...changed,
  });
  return { job, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

function setup(changed: Partial<ElasticSetupJobProps> = {}) {
  const chart = Testing.chart();
  const job = new ElasticSetupJob(chart, 'setup', {
    ...JOB,
    namespace: namespaceIn(chart),
    server: peerAt('search', 9200),
    url: 'https://search:9200',
    authority: { secret: 'search-tls', key: 'ca.crt' },
    userName: 'setup',
    password: { secret: 'auth', key: 'setup-password' },
    requests: putDailyIndices({ name: 'app-logs', retention: '30d', replicas: 1 }),
    ...changed,
  });
  return { job, find: () => objectsOf(chart) as (kind: string, name?: string) => Any };
}

const envOf = (job: Any) =>
  Object.fromEntries(
    job.spec.template.spec.containers[0].env.map(({ name, value, valueFrom }: Any) => [name, value ?? valueFrom]),
  );

test('the script is told its times', () => {
  expect(envOf(databases().find()('Job'))).toMatchObject({
    WAIT_SECONDS: '600',
    PAUSE_SECONDS: '5',
    CALL_SECONDS: '10',
  });
});

test('one more request is another Job', () => {
  const more = putDailyIndices({ name: 'app-logs', retention: '31d', replicas: 1 });
  expect(setup().find()('Job').metadata.name).not.toBe(setup({ requests: more }).find()('Job').metadata.name);
});

test('daily indices have an end, copies, and a mapping of their time', () => {
  const { data } = setup().find()('ConfigMap');
  expect(data.requests).toBe(
    'PUT /_ilm/policy/app-logs request-01.json\nPUT /_index_template/app-logs request-02.json\n',
  );
  expect(JSON.parse(data['request-01.json']).policy.phases.delete.min_age).toBe('30d');
  expect(JSON.parse(data['request-02.json'])).toMatchObject({
    index_patterns: ['app-logs-*'],
    template: { settings: { 'index.lifecycle.name': 'app-logs', 'index.number_of_replicas': 1 } },
  });
});

test('a server without TLS has no authority to trust', () => {
  const chart = Testing.chart();
  new ElasticSetupJob(chart, 'setup', {
    ...JOB,
    namespace: namespaceIn(chart),
    server: peerAt('pages', 5601),
    url: 'http://pages:5601',
    userName: 'setup',
    password: { secret: 'auth', key: 'setup-password' },
    requests: [{ method: 'POST', path: '/api', body: {} }],
  });
  const job = objectsOf(chart)('Job') as Any;
  expect(envOf(job).AUTHORITY_FILE).toBeUndefined();
  expect(job.spec.template.spec.volumes.map(({ name }: Any) => name)).toEqual(['script', 'tmp']);
});

test.each<[string, Partial<ScriptJobProps>, string]>([
  ['a wait as long as the deadline', { wait: '3600s' }, 'wait must be shorter than deadline 3600s, got 3600s'],
  ['no pause', { pause: '0s' }, 'pause must be at least 1s, got 0s'],
  ['a call as long as the wait', { callTimeout: '600s' }, 'callTimeout must be shorter than wait 600s, got 600s'],
])('%s is refused', (_, changed, message) => {
  expect(databases(changed).job.node.validate()).toEqual([message]);
});

test.each<[string, ElasticSetupJobProps['requests'], string]>([
  ['no request', [], 'requests must be at least one, got none'],
  [
    'a path with a space',
    [{ method: 'PUT', path: '/a b', body: {} }],
    "requests must have a path that begins with a slash and holds no space, got '/a b'",
  ],
])('%s is refused', (_, requests, message) => {
  expect(setup({ requests }).job.node.validate()).toEqual([message]);
});

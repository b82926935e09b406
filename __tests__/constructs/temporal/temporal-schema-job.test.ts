import { Testing } from 'cdk8s';
import { TemporalSchemaJob, TemporalSchemaJobProps } from '../../../lib/constructs/temporal/temporal-schema-job';
import { SyncWaves } from '../../../lib/gitops/sync-waves';
import { namespaceIn, objectsOf } from '../support';
import { podOf, serverIn, settingsOf, TOOL, TOOL_PROBLEMS } from './temporal-support';

type Props = Omit<TemporalSchemaJobProps, 'namespace' | 'server'>;

const required: Required<Props> = {
  ...TOOL,
  host: 'postgresql.temporal.svc.cluster.local',
  port: 5432,
  role: 'temporal',
  password: { secret: 'postgresql', key: 'password' },
  databases: { temporal: 'temporal', temporal_visibility: 'visibility' },
};

function define(overrides: Partial<Props> = {}) {
  const chart = Testing.chart();
  const server = serverIn(chart, 'postgresql', 5432);
  const job = new TemporalSchemaJob(chart, 'schema', {
    namespace: namespaceIn(chart),
    server,
    ...required,
    ...overrides,
  });
  return { chart, job };
}

test('every database has its schema, and the tool reads the rest from its environment', () => {
  expect(settingsOf(podOf(define().chart, 'Job'))).toMatchObject({
    DATABASES: 'temporal=postgresql/v12/temporal temporal_visibility=postgresql/v12/visibility',
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: 'postgresql.temporal.svc.cluster.local',
    SQL_PORT: '5432',
    SQL_USER: 'temporal',
    SQL_CONNECT_ATTRIBUTES: 'connect_timeout=10',
    WAIT_SECONDS: '300',
    PAUSE_SECONDS: '5',
  });
});

test('the password comes from the Secret', () => {
  expect(podOf(define().chart, 'Job').containers[0].env).toContainEqual({
    name: 'SQL_PASSWORD',
    valueFrom: { secretKeyRef: { name: 'postgresql', key: 'password' } },
  });
});

test('the script is mounted from a ConfigMap, beside a writable home', () => {
  const { chart } = define();
  const pod = podOf(chart, 'Job');
  expect(pod.containers[0].command).toEqual(['sh', '/opt/job/temporal-schema-job.sh']);
  expect(pod.containers[0].volumeMounts).toEqual([
    { name: 'script', mountPath: '/opt/job', readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
  ]);
  expect(objectsOf(chart)('ConfigMap', 'schema').data).toHaveProperty(['temporal-schema-job.sh']);
});

test('a new version of the image is a new Job', () => {
  const nameOf = (overrides: Partial<Props>) => objectsOf(define(overrides).chart)('Job').metadata.name;
  expect(nameOf({ image: 'temporalio/admin-tools:1.31.3' })).not.toBe(nameOf({}));
});

test('it runs after the server and may reach it', () => {
  const { chart, job } = define();
  expect(new SyncWaves().waveOf(job)).toBe(1);
  const policy = objectsOf(chart)('NetworkPolicy', 'schema').spec;
  expect(JSON.stringify(policy)).toContain('"port":5432');
});

test.each<[Partial<Props>, string]>([
  ...TOOL_PROBLEMS,
  [{ databases: {} }, 'databases must name at least one database, got none'],
  [{ databases: { 'a b': 'temporal' } }, "databases must be named with lower case, digits and underscores, got 'a b'"],
])('fails for %j', (overrides, problem) => {
  expect(() => Testing.synth(define(overrides).chart)).toThrow(problem);
});

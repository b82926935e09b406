import { families } from '../../../lib/rules';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Manifest } from '../../../lib/rules/rendered-object';
import { withoutNulls } from '../../../lib/rules/without-nulls';
import { object } from '../object';

const names = ['pod-security', 'rbac', 'exposure', 'messaging', 'runtime-settings'];
const ours = families.filter(({ name }) => names.includes(name));
const judge = (manifest: Partial<Manifest> & Record<string, unknown>) =>
  ours.flatMap(({ rules }) =>
    rules.flatMap((rule) => [...rule.judge(new ObjectIndex([withoutNulls(object(manifest))]))]),
  );

const metadata = { name: 'a', labels: null, annotations: null } as never;

test.each([
  'Ingress',
  'Service',
  'Role',
  'ClusterRoleBinding',
  'HorizontalPodAutoscaler',
  'KafkaTopic',
  'Kafka',
  'Gateway',
  'LimitRange',
  'ConfigMap',
])('a %s of empty fields, as charts render them, breaks nothing and stops nobody', (kind) => {
  expect(judge({ kind, metadata, spec: null, rules: null, subjects: null, data: null })).toEqual([]);
  expect(
    judge({ kind, metadata, spec: { rules: null, ports: null, tls: null, listeners: null, limits: null } }),
  ).toEqual([]);
});

test.each([
  ['Deployment', 'apps/v1'],
  ['CronJob', 'batch/v1'],
])('a %s without a pod is not judged', (kind, apiVersion) => {
  expect(judge({ apiVersion, kind, metadata, spec: null })).toEqual([]);
  expect(judge({ apiVersion, kind, metadata, spec: { template: null, jobTemplate: null } })).toEqual([]);
});

test('a container of empty fields is judged like one without them', () => {
  const empty = {
    env: null,
    envFrom: null,
    ports: null,
    resources: null,
    securityContext: null,
    args: null,
    volumeMounts: null,
  };
  const rulesBroken = (fields: object) =>
    judge({ kind: 'Pod', metadata, spec: { volumes: null, containers: [{ name: 'a', image: 'a:1', ...fields }] } }).map(
      ({ message }) => message,
    );
  expect(rulesBroken(empty)).toEqual(rulesBroken({}));
});

test('kinds of others that share a name with ours are not judged', () => {
  const apiVersion = 'apps.example.com/v1';
  const template = (containers: unknown) => ({ template: { spec: { containers } } });
  expect(judge({ apiVersion, kind: 'DaemonSet', metadata, spec: template({}) })).toEqual([]);
  expect(judge({ apiVersion, kind: 'Service', metadata, spec: template([]) })).toEqual([]);
});

import { distinctFiles } from '../../../lib/rules/identity/distinct-files';
import { oneWorkload, ownPods } from '../../../lib/rules/identity/own-pods';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { object } from '../object';
import { messagesOf } from '../messages-of';

type Labels = Readonly<Record<string, string>>;

const workload = (kind: string, name: string, selector: unknown, labels: Labels, namespace = 'shop'): RenderedObject =>
  object({
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace },
    spec: { selector, template: { metadata: { labels }, spec: { containers: [{ name, ports: [{ name: 'http' }] }] } } },
  });
const deployment = (name: string, labels: Labels, namespace = 'shop') =>
  workload('Deployment', name, { matchLabels: labels }, labels, namespace);
const service = (selector: Labels | undefined, targetPort: number | string = 8080): RenderedObject =>
  object({
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { ...(selector && { selector }), ports: [{ port: 80, targetPort }] },
  });

test('two controllers of different kinds with one selector are both found', () => {
  const labels = { app: 'api' };
  const both = [deployment('api', labels), workload('DaemonSet', 'agent', { matchLabels: labels }, labels)];
  expect(messagesOf(ownPods, both)).toEqual([
    'spec.selector: selector of a DaemonSet must take its own pods only, got those of Deployment api',
    'spec.selector: selector of a Deployment must take its own pods only, got those of DaemonSet agent',
  ]);
});

test('a selector of expressions is read like one of labels', () => {
  const expression = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  const objects = [workload('Deployment', 'all', expression, { app: 'all' }), deployment('api', { app: 'api' })];
  expect(messagesOf(ownPods, objects)).toEqual([
    'spec.selector: selector of a Deployment must take its own pods only, got those of Deployment api',
  ]);
});

test.each([
  ['another namespace', [deployment('api', { app: 'api' }), deployment('api2', { app: 'api' }, 'other')]],
  ['the pods of a Job', [deployment('api', { app: 'api' }), workload('Job', 'migrate', undefined, { app: 'api' })]],
  ['the same object twice', [deployment('api', { app: 'api' }), deployment('api', { app: 'api' })]],
  [
    'more labels than the selector asks for',
    [deployment('api', { app: 'api', track: 'a' }), deployment('b', { app: 'b' })],
  ],
])('%s is no overlap', (_, objects) => {
  expect(messagesOf(ownPods, objects)).toEqual([]);
});

test('a Service that takes a whole release is found', () => {
  const objects = [
    service({ release: 'shop' }),
    deployment('web', { release: 'shop', app: 'web' }),
    deployment('cache', { release: 'shop', app: 'cache' }),
  ];
  expect(messagesOf(oneWorkload, objects)).toEqual([
    'spec.selector: selector of a Service must take the pods of one workload, got Deployment web and Deployment cache',
  ]);
});

test('a Service that sends requests to a Job is found, unless the Job has no port of that name', () => {
  const job = workload('Job', 'migrate', undefined, { app: 'web' });
  const silent = object({
    ...job.manifest,
    spec: { template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a' }] } } },
  });
  const web = deployment('web', { app: 'web' });
  expect(messagesOf(oneWorkload, [service({ app: 'web' }), web, job])).toHaveLength(1);
  expect(messagesOf(oneWorkload, [service({ app: 'web' }, 'http'), web, silent])).toEqual([]);
});

test.each([
  [
    'two tracks of one program',
    [
      service({ app: 'web' }),
      deployment('stable', { app: 'web', track: 'a' }),
      deployment('canary', { app: 'web', track: 'b' }),
    ],
  ],
  [
    'parts of one program',
    [
      service({ gossip: 'yes' }),
      deployment('read', { gossip: 'yes', 'app.kubernetes.io/name': 'loki', 'app.kubernetes.io/component': 'read' }),
      deployment('write', { gossip: 'yes', 'app.kubernetes.io/name': 'loki', 'app.kubernetes.io/component': 'write' }),
    ],
  ],
  [
    'workloads that say nothing of their program',
    [service({ a: 'x' }), deployment('b', { a: 'x', b: '1' }), deployment('c', { a: 'x', b: '2' })],
  ],
  [
    'no selector at all',
    [service(undefined), deployment('web', { app: 'web' }), deployment('cache', { app: 'cache' })],
  ],
  ['an empty selector', [service({}), deployment('web', { app: 'web' }), deployment('cache', { app: 'cache' })]],
])('a Service may take %s', (_, objects) => {
  expect(messagesOf(oneWorkload, objects)).toEqual([]);
});

test('files that differ by case are found, others and the same file twice are not', () => {
  const files = ['a/API.yaml', 'a/api.yaml', 'a/api.yaml', 'b/api.yaml'].map((path) => ({ path, text: '' }));
  expect([...distinctFiles.judge(new ObjectIndex([], {}, files))].map(({ message }) => message)).toEqual([
    'a file must have a name of its own whatever the case, got a/API.yaml beside it',
  ]);
});

import { uniqueObjects } from '../../../lib/rules/identity/unique-objects';
import { validNames } from '../../../lib/rules/identity/valid-names';
import { Manifest, RenderedObject } from '../../../lib/rules/rendered-object';
import { Rule } from '../../../lib/rules/rule';
import { object } from '../object';
import { messagesOf } from '../messages-of';

const judge = (rule: Rule, ...objects: RenderedObject[]) => messagesOf(rule, objects);
const named = (kind: string, name: string) => object({ kind, metadata: { name } });

test('the same object twice is found, with the first field in which they differ', () => {
  const one = object({ data: { a: '1', b: '2' } }, 'wms/one');
  const two = object({ data: { a: '1', b: '3' } }, 'wms/two');
  expect(judge(uniqueObjects, one, two)).toEqual([
    'data.b: ConfigMap a/api must be defined once, got it also from wms/one with another data.b',
  ]);
  expect(judge(uniqueObjects, object({}, 'wms/one'), one)).toEqual([
    'data: ConfigMap a/api must be defined once, got it also from wms/one with another data',
  ]);
});

test('the same object twice with the same content is found, too', () => {
  expect(judge(uniqueObjects, object({}, 'wms/one'), object({}, 'wms/two'))).toEqual([
    'ConfigMap a/api must be defined once, got it also from wms/one with the same content',
  ]);
});

test('objects whose names the server makes up are different, and their names are not judged', () => {
  const job = { kind: 'Job', metadata: { generateName: 'migrate-' } as unknown as Manifest['metadata'] };
  expect(judge(uniqueObjects, object(job), object(job))).toEqual([]);
  expect(judge(validNames, object(job))).toEqual([]);
});

test('objects of one name in two namespaces, kinds or groups are different', () => {
  const others = [{ metadata: { name: 'api', namespace: 'b' } }, { kind: 'Service' }, { apiVersion: 'example.com/v1' }];
  expect(judge(uniqueObjects, object({}), ...others.map((other) => object(other)))).toEqual([]);
});

test.each([
  ['Service', '9api', "name of a Service must be a DNS label that starts with a letter, got '9api'"],
  ['Namespace', 'a.b', "name of a Namespace must be a DNS label (a-z, 0-9, -), got 'a.b'"],
  ['ConfigMap', 'A', "name of a ConfigMap must be a DNS subdomain (a-z, 0-9, -, .), got 'A'"],
  ['Job', 'a'.repeat(64), `name of a Job must have at most 63 characters, got 64 in '${'a'.repeat(64)}'`],
  [
    'CronJob',
    'a'.repeat(53),
    `name of a CronJob must have at most 52 characters (its Jobs add 11), got 53 in '${'a'.repeat(53)}'`,
  ],
  [
    'StatefulSet',
    'a'.repeat(53),
    `name of a StatefulSet must have at most 52 characters (the label controller-revision-hash adds 11), got 53 in '${'a'.repeat(53)}'`,
  ],
])('a %s may not be called %s', (kind, name, message) => {
  expect(judge(validNames, named(kind, name))).toEqual([message]);
});

test.each([
  ['Job', 'a'.repeat(63)],
  ['CronJob', 'a'.repeat(52)],
  ['Deployment', 'a'.repeat(63)],
  ['ClusterRole', 'system:Reader'],
  ['ConfigMap', 'a.b'],
])('a %s may be called %s', (kind, name) => {
  expect(judge(validNames, named(kind, name))).toEqual([]);
});

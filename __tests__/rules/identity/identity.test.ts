import { uniqueObjects } from '../../../lib/rules/identity/unique-objects';
import { validNames } from '../../../lib/rules/identity/valid-names';
import { RenderedObject } from '../../../lib/rules/rendered-object';
import { Rule } from '../../../lib/rules/rule';
import { object } from '../object';
import { messagesOf } from '../messages-of';

const judge = (rule: Rule, ...objects: RenderedObject[]) => messagesOf(rule, objects);
const named = (kind: string, name: string) => object({ kind, metadata: { name } });

test('the same object twice is found, whatever it says', () => {
  expect(judge(uniqueObjects, object({ data: { a: '1' } }, 'wms/one'), object({}, 'wms/two'))).toEqual([
    'ConfigMap a/api must be defined once, got it also from wms/one',
  ]);
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
  ['ConfigMap', 'a.b'],
])('a %s may be called %s', (kind, name) => {
  expect(judge(validNames, named(kind, name))).toEqual([]);
});

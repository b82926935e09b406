import { Manifest, RenderedObject } from '../../../lib/rules/rendered-object';
import { Rule } from '../../../lib/rules/rule';
import { printableText } from '../../../lib/rules/yaml/printable-text';
import { wholeValues } from '../../../lib/rules/yaml/whole-values';
import { object } from '../object';
import { messagesOf } from '../messages-of';

const judge = (rule: Rule, ...objects: RenderedObject[]) => messagesOf(rule, objects);

test.each([
  ['x\u2028immutable: true', 'U+2028'],
  ['\u0000', 'U+0000'],
  ['a\u0085b', 'U+0085'],
  ['\ufeffa', 'U+FEFF'],
  ['a\u202eb', 'U+202E'],
  ['\ud800', 'U+D800'],
  ['a\rb', 'U+000D'],
])('the value %j is refused', (value, code) => {
  expect(judge(printableText, object({ data: { key: value } }))).toEqual([
    `data.key: a value must hold printable text only, got the character ${code}`,
  ]);
});

test('keys are judged like values', () => {
  expect(judge(printableText, object({ data: { 'a\u2029': 'x' } }))).toEqual([
    'data: a key must hold printable text only, got the character U+2029',
  ]);
});

test('numbers are whole and nothing is null', () => {
  expect(judge(wholeValues, object({ spec: { half: 0.5, huge: 2 ** 53, none: [null] } }))).toEqual([
    'spec.half: a number must be whole, got 0.5',
    'spec.huge: a number must be whole, got 9007199254740992',
    'spec.none[0]: a field must have a value, got null',
  ]);
});

test('fractions are for kinds of others, a time of creation may be null', () => {
  const metadata = { name: 'a', creationTimestamp: null } as unknown as Manifest['metadata'];
  expect(judge(wholeValues, object({ apiVersion: 'keda.sh/v1alpha1', metadata, spec: { half: 0.5 } }))).toEqual([]);
  expect(judge(wholeValues, object({ apiVersion: 'keda.sh/v1alpha1', spec: { huge: 2 ** 53 } }))).toHaveLength(1);
  expect(judge(wholeValues, object({ apiVersion: 'networking.k8s.io/v1', spec: { half: 0.5 } }))).toHaveLength(1);
});

test.each(['yes', '0o14', '1e3', 'é 😀', 'a\nb\n', '2026-01-01'])('the value %j is allowed', (value) => {
  expect(judge(printableText, object({ data: { key: value } }))).toEqual([]);
});

import { Manifest, RenderedObject } from '../../../lib/rules/rendered-object';
import { Rule } from '../../../lib/rules/rule';
import { printableText } from '../../../lib/rules/yaml/printable-text';
import { noNulls, wholeValues } from '../../../lib/rules/yaml/whole-values';
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

test('a number is one that every reader can hold', () => {
  const numbers = { spec: { half: 0.5, largest: 2 ** 53 - 1, huge: 2 ** 53, deep: [-(2 ** 60), Infinity] } };
  expect(judge(wholeValues, object(numbers))).toEqual([
    'spec.huge: a number must be at most 2^53 - 1, got 9007199254740992',
    'spec.deep[0]: a number must be at most 2^53 - 1, got -1152921504606847000',
    'spec.deep[1]: a number must be at most 2^53 - 1, got Infinity',
  ]);
});

test('nothing is null but a time of creation', () => {
  const metadata = { name: 'a', creationTimestamp: null } as unknown as Manifest['metadata'];
  expect(judge(noNulls, object({ metadata, spec: { none: [null], no: null } }))).toEqual([
    'spec.none[0]: a field must have a value, got null',
    'spec.no: a field must have a value, got null',
  ]);
});

test.each(['yes', '0o14', '1e3', 'é 😀', 'a\nb\n', '2026-01-01'])('the value %j is allowed', (value) => {
  expect(judge(printableText, object({ data: { key: value } }))).toEqual([]);
});

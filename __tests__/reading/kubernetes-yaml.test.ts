import { loadYaml } from '../../lib/reading/kubernetes-yaml';

const valueOf = (text: string) => (loadYaml(`a: ${text}`).values[0] as { a: unknown }).a;

test.each([
  ['014', 12],
  ['0o14', 12],
  ['0x1F', 31],
  ['0b11', 3],
  ['-012', -10],
  ['08', 8],
  ['+1', 1],
  ['1_000', 1000],
  ['1e3', 1000],
  ['.5', 0.5],
  ['1.', 1],
  ['-.inf', -Infinity],
])('%s is the number that kubectl reads', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test.each([
  '1:30',
  '22:22',
  '190:20:30',
  '2001-12-14',
  '2001-12-14t21:59:43.10-05:00',
  '1.27.3',
  '0b12',
  '0x',
  '5Gi',
  '1e400',
  '._5',
])('%s is text, as kubectl reads it', (text) => {
  expect(valueOf(text)).toBe(text);
});

test.each([
  ['yes', true],
  ['Off', false],
  ['y', true],
  ['N', false],
  ['~', null],
  ['', null],
  ['NULL', null],
])('%s is what YAML 1.1 says', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test.each([
  ['!!binary aGk=', 'aGk='],
  ['!local b', 'b'],
  ['!!str 12', '12'],
  ['!!int "12"', 12],
])('the tag in %s is taken as kubectl takes it', (text, value) => {
  expect(valueOf(text)).toBe(value);
});

test('a merge key brings the fields of another map', () => {
  expect(loadYaml('x: &x {b: 1}\na:\n  <<: *x\n  c: 2\n').values[0]).toEqual({ x: { b: 1 }, a: { b: 1, c: 2 } });
});

test('a key twice in one map is refused, as kubectl refuses it', () => {
  expect(() => loadYaml('a: 1\na: 2\n')).toThrow('duplicated mapping key');
});

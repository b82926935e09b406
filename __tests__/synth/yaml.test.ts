import fc from 'fast-check';
import { CORE_SCHEMA, load as loadJs, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'yaml';
import { Json, toYaml } from '../../lib/synth/yaml';

/** Strings that some reader has taken for something else. */
const nasty = [
  ...[
    'yes',
    'no',
    'on',
    'off',
    'y',
    'n',
    'Y',
    'N',
    '~',
    'null',
    'NULL',
    'true',
    'False',
    '.inf',
    '.nan',
    '=',
    '<<',
    '',
  ],
  ...[
    '012',
    '0o14',
    '0O7',
    '0X1f',
    '0B1',
    '+0o7',
    '-0o7',
    '1e3',
    '1_000',
    '1:30',
    '12:30:45',
    '2026-01-01',
    '0x1f',
    '1.',
  ],
  ...[
    '!a',
    '&a',
    '*a',
    '%a',
    '@a',
    '`a',
    '- a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    ' a',
    'a ',
    'a,',
    'a, b',
    '[a]',
    '{a}',
    '"',
    "'",
    '?',
    '|',
  ],
  ...[
    'a\tb',
    '\ta',
    'a\rb',
    'a\r\nb',
    'a\nb',
    'a\n',
    '\na',
    'a\n\n',
    'a\n \nb',
    'a\n  b\n',
    'a\n\tb',
    'a \nb',
    '---',
    '...',
    'a\n---\nb',
  ],
  ...[
    '\u0085',
    'x\u2028y',
    'x\u2029y',
    '\ufeffa',
    '\u202ea',
    '\u0000',
    '\u007f',
    'é',
    '日本',
    '😀',
    'a\né\n',
    '100m',
    '512Mi',
    '30s',
    '5h',
  ],
];

const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', ':', '#', '-', '0', '\t', '"') }),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('json'),
      { maxKeys: 4 },
    ),
  ),
}));
const document = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  json,
  { maxKeys: 4 },
);

const readers: [string, (yaml: string) => unknown][] = [
  ['YAML 1.1', (yaml) => loadJs(yaml, { schema: YAML11_SCHEMA })],
  ['YAML 1.2', (yaml) => loadJs(yaml, { schema: CORE_SCHEMA })],
  ['YAML 1.1 of another library', (yaml) => parse(yaml, { version: '1.1', merge: false })],
  ['YAML 1.2 of another library', (yaml) => parse(yaml, { version: '1.2' })],
];

test.each(readers)('%s reads back what was written, types included', (_, read) => {
  fc.assert(
    fc.property(document, (value) => {
      expect(read(toYaml(value))).toEqual(value);
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test.each(nasty)('the string %j stays a string, as value, item and key', (value) => {
  const object = { value, list: [value], [`k${value}`]: { [value]: 'x' } };
  for (const [, read] of readers) expect(read(toYaml(object))).toEqual(object);
});

test('no line holds a tab, a carriage return or a space at its end', () => {
  const lines = toYaml({ script: 'a\n  b\n', list: nasty.filter((value) => !/[ \t]$|[ \t]\n/.test(value)) }).split(
    '\n',
  );
  expect(lines.filter((line) => /[\t\r]|\s$/.test(line))).toEqual([]);
});

test('several lines become a block that reads as the file it is', () => {
  expect(toYaml({ script: '#!/bin/sh\nset -eu\n\n  echo x\n' })).toBe(
    'script: |\n  #!/bin/sh\n  set -eu\n\n    echo x\n',
  );
});

test('kind and metadata lead an object, name leads an item, the rest is in alphabetical order', () => {
  const object = { spec: { list: [{ args: [], name: 'x' }], b: 1, a: 2 }, metadata: {}, kind: 'K', apiVersion: 'v1' };
  const yaml = 'apiVersion: v1\nkind: K\nmetadata: {}\nspec:\n  a: 2\n  b: 1\n  list:\n  - name: x\n    args: []\n';
  expect(toYaml(object)).toBe(yaml);
});

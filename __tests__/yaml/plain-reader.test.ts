import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { loadFully } from '../../lib/reading/kubernetes-yaml';
import { splitDocuments } from '../../lib/reading/split-documents';
import { PlainReader } from '../../lib/yaml/plain-reader';

const ofKubernetes = new PlainReader((source) => (loadFully(`a: ${source}`) as [{ readonly a: unknown }])[0].a);
const ofOthers = new PlainReader((source) => (load(`a: ${source}`) as { readonly a: unknown }).a);

const documents = ['dist/prod', '__tests__/rules/field'].flatMap((folder) => {
  const root = join(__dirname, '../..', folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => splitDocuments(readFileSync(join(root, name), 'utf8')).map(({ text }) => text));
});

/** A value with the order of its keys and with numbers that JSON does not have. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? `number ${item}` : item));
}

/** What a full reader makes of a text; undefined where it refuses it. */
function tryFully(text: string, readFully: (text: string) => unknown[]): string | undefined {
  try {
    return written(readFully(text));
  } catch {
    return undefined;
  }
}

/** What the plain reader makes of it, or else what the full reader makes. */
function readBoth(text: string): { readonly got: string | undefined; readonly wanted: string | undefined }[] {
  const loadOne = (document: string) => [load(document)];
  return [
    { reader: ofKubernetes, readFully: loadFully },
    { reader: ofOthers, readFully: loadOne },
  ].map(({ reader, readFully }) => {
    const plain = reader.read(text);
    const wanted = tryFully(text, readFully);
    return { got: plain === undefined ? wanted : written([plain.value]), wanted };
  });
}

/** Text that means something in YAML. */
// prettier-ignore
const PIECES = [
  '---', '---\n', '...\n', '\n', '\n\n', ' ', '  ', '\t', '#', ' # c\n', '# c\n', ': ', ':', '- ', '-', '? ', '|\n', '|-\n', '|+\n', '|2\n', '>-\n', '"', "'",
  '{', '}', '{}', '[]', '[a, 1]', '{a: 1, b: yes}', '&a ', '*a', '<<: ', '!x ', '!!str 1', '~', 'null', 'yes', 'no', '012', '0o14', '1e3', '1_000', '0x1F', '.5',
  '.nan', '22:22', '2001-12-14', 'y', '=', '%', '@', '`', ',', '\\', '"\\n"', '"\\u00e4"', "'it''s'", 'ä', '😀', '\u0085', '\u2028', '\ufeff', 'a: 1\n', '  a: 1\n',
  '- a\n', '- - b\n', '- a: 1\n  b: 2\n', 'key:\n', '__proto__: 1\n', '1: x\n', 'constructor: 1\n', '"a": b\n', '--', '+1', '-1', 'a  b', 'http://x:80/', 'a#b',
];

const spoiled = fc
  .tuple(
    fc.constantFrom(...documents.filter((text) => text.length < 1_500)),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [at, length, piece]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + piece + before.slice(start + length);
    }, text),
  );

/** Short texts of pieces, so that much of them is near an edge of the grammar. */
const assembled = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '  ', '    '),
      fc.constantFrom('a: ', 'b: ', '- ', ''),
      fc.constantFrom(...PIECES, 'x', '7'),
    ),
  )
  .map((lines) => lines.map((parts) => `${parts.join('')}\n`).join(''));

test('every document of ours and of the field is read as the full reader reads it', () => {
  for (const document of documents) {
    const [{ got, wanted } = { wanted: 'a value' }] = readBoth(document);
    expect(got).toBe(wanted);
  }
});

test('nearly all of them are read in the short way', () => {
  const read = documents.filter((document) => ofKubernetes.read(document) !== undefined);
  expect(read.length / documents.length).toBeGreaterThan(0.95);
});

test.each([
  ['a real document that was spoiled', spoiled],
  ['a text of pieces', assembled],
])('%s is read as the full reader reads it, or left to it', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { got, wanted } of readBoth(text)) expect(got).toBe(wanted);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['a map', 'a: 1\nb: x y\n', { a: 1, b: 'x y' }],
  ['a list as far out as its key', 'a:\n- 1\n- b: 2\n  c: 3\nd: 4\n', { a: [1, { b: 2, c: 3 }], d: 4 }],
  ['lists in a list', '- - a\n  - b\n- - c\n', [['a', 'b'], ['c']]],
  ['a block of text', 'a: |\n  x\n\n    y\nb: |-\n  z\n', { a: 'x\n\n  y\n', b: 'z' }],
  ['quotes', `a: "x: y"\nb: 'it''s'\nc: "\\n"\n`, { a: 'x: y', b: "it's", c: '\n' }],
  ['a value in brackets', 'a: [x, "y"]\nb: {}\n', { a: ['x', 'y'], b: {} }],
  ['nothing', 'a:\nb: 1\n', { a: null, b: 1 }],
  ['comments in lines of their own', '# c\na: 1\n  # d\nb: 2\n', { a: 1, b: 2 }],
])('%s takes the short way', (_, text, value) => {
  expect(ofKubernetes.read(text)?.value).toEqual(value);
});

test.each([
  ['a key twice', 'a: 1\na: 2\n'],
  ['an anchor', 'a: &x 1\n'],
  ['an alias', 'a: *x\n'],
  ['a merge key', '<<: 1\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a tab', 'a:\t1\n'],
  ['a key that is no text for some reader', 'yes: 1\n'],
  ['a folded text', 'a: >-\n  x\n'],
  ['text over several lines', 'a: x\n  y\n'],
  ['a line end of Windows', 'a: 1\r\n'],
  ['a hidden character', 'a: x\u200by\n'],
  ['a line that stands nowhere', 'a:\n    b: 1\n  c: 2\n'],
  ['a second document', 'a: 1\n---\nb: 2\n'],
  ['text that is no map', 'a\n'],
  ['nothing at all', '# c\n'],
])('%s is left to the full reader', (_, text) => {
  expect(ofKubernetes.read(text)).toBeUndefined();
});

import { splitDocuments } from '../../lib/reading/split-documents';

const partsOf = (text: string) =>
  splitDocuments(text).map(({ text: part, index, linesAbove }) => [part, index, linesAbove]);

test('a text without markers is one document', () => {
  expect(partsOf('a: 1\nb: 2\n')).toEqual([['a: 1\nb: 2\n', 0, 0]]);
});

test('documents keep their markers, and count the lines above', () => {
  expect(partsOf('a: 1\n---\nb: 2\n--- # two\nc: 3')).toEqual([
    ['a: 1\n', 0, 0],
    ['---\nb: 2\n', 1, 1],
    ['--- # two\nc: 3', 2, 3],
  ]);
});

test('comments and directives above the first marker belong to its document', () => {
  expect(partsOf('# made by a tool\n%YAML 1.1\n\n---\na: 1\n')).toEqual([
    ['# made by a tool\n%YAML 1.1\n\n---\na: 1\n', 0, 0],
  ]);
});

test('a document of nothing but comments is left out, and counted', () => {
  expect(partsOf('a: 1\n---\n# Source: chart/empty.yaml\n---\nb: 2\n').map(([, index]) => index)).toEqual([0, 2]);
});

test('the end marker closes a document', () => {
  expect(partsOf('a: 1\n...\n---\nb: 2\n')).toEqual([
    ['a: 1\n', 0, 0],
    ['---\nb: 2\n', 1, 2],
  ]);
});

test('dashes that are no marker part nothing', () => {
  expect(partsOf('a: |\n  ---\nb: ----\n---x: 1\n')).toHaveLength(1);
});

test('line ends of Windows are line ends', () => {
  expect(partsOf('a: 1\r\n---\r\nb: 2\r\n').map(([, index, above]) => [index, above])).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('no text is no document', () => {
  expect(partsOf('')).toEqual([]);
  expect(partsOf('\n# nothing\n')).toEqual([]);
});

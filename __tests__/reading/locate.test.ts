import fc from 'fast-check';
import { Locator } from '../../lib/reading/locate';
import { FieldPath } from '../../lib/rules/rule';
import { Json, toYaml } from '../../lib/synth/yaml';

const TEXT = `# a comment
apiVersion: v1
spec:
  ports:
  - name: http
    port: 80
  - { name: grpc, port: 9000 }
  "a.b/c": [x, y]
---
kind: Second
`;

const find = (document: number, ...field: FieldPath) => {
  const { line, column } = new Locator(TEXT).find(document, field);
  return `${line}:${column}`;
};

test.each([
  ['an object', '2:1', 0, []],
  ['a key', '3:1', 0, ['spec']],
  ['an item', '5:5', 0, ['spec', 'ports', 0]],
  ['a key of an item', '6:5', 0, ['spec', 'ports', 0, 'port']],
  ['a key in braces', '7:19', 0, ['spec', 'ports', 1, 'port']],
  ['a quoted key', '8:3', 0, ['spec', 'a.b/c']],
  ['an item in brackets', '8:16', 0, ['spec', 'a.b/c', 1]],
  ['the next document', '10:1', 1, ['kind']],
  ['a field that is not there: the one above', '5:5', 0, ['spec', 'ports', 0, 'protocol']],
  ['an item that is not there', '4:3', 0, ['spec', 'ports', 7]],
  ['a field of what has none', '6:5', 0, ['spec', 'ports', 0, 'port', 'number']],
  ['a document that is not there', '1:1', 9, ['kind']],
] as [string, string, number, FieldPath][])('%s stands at %s', (_, place, document, field) => {
  expect(find(document, ...field)).toBe(place);
});

test.each(['yes', 'true'])('a key that YAML takes for a boolean is found as %s', (name) => {
  expect(new Locator('a:\n  1: x\n  yes: y\n').find(0, ['a', name])).toEqual({ line: 3, column: 3 });
});

test('every field of whatever we write is found at its key', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  const leaf = fc.oneof(fc.nat(), fc.string());
  const map = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { minKeys: 1, maxKeys: 3 })), {
    minKeys: 1,
    maxKeys: 4,
  });
  fc.assert(
    fc.property(map, (value) => {
      const text = toYaml(value as Json);
      const lines = text.split('\n');
      const locator = new Locator(text);
      const isFound = fieldsOf(value).map((field) => {
        const { line, column } = locator.find(0, field);
        const found = (lines[line - 1] ?? '').slice(column - 1);
        return [`${String(field.at(-1))}:`, `"${String(field.at(-1))}":`].some((start) => found.startsWith(start));
      });
      expect(isFound).not.toContain(false);
    }),
    { numRuns: 100 },
  );
});

function fieldsOf(value: unknown, path: FieldPath = []): FieldPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[...path, key], ...fieldsOf(item, [...path, key])]);
}

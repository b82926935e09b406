import fc from 'fast-check';
import { loadYaml } from '../../../lib/reading/kubernetes-yaml';
import { describe as tell, judge } from '../../../lib/rules/judge';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { Manifest } from '../../../lib/rules/rendered-object';
import { yaml } from '../../../lib/rules/yaml';

const HEAD = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

/** Text that makes the rules about YAML look twice, and text that does not. */
// prettier-ignore
const PIECES = [
  'x', '7', 'yes', 'no', 'y', '012', '0o14', '1e3', '1_000', '22:22', '2001-12-14', '=', '.5', '100m', '&a x', '*a', '<<: *a', 'b: 1', 'a: 1', '{a: 1, a: 2}', '[yes]', '[]', '{}',
  '|\n    a: 1\n    a: 1', '"x"', "'yes'", 'a#b', 'x\n    y', 'x: y', '- x', '', 'null', '~', '"a": 1', '# a: 1', '--- x', '1: 2', '0o7: 1', '2001-12-14: x',
];
const line = fc.tuple(
  fc.constantFrom('', '  ', '    '),
  fc.constantFrom('a: ', 'b: ', 'c:', 'd: ', 'e: ', '- ', ''),
  fc.constantFrom(...PIECES),
);
const objects = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => HEAD + lines.map((parts) => `${parts.join('')}\n`).join(''));

function findingsIn(text: string, manifest: Manifest, isPlain: boolean): string[] {
  const index = new ObjectIndex([{ path: 'a.yaml', document: 0, manifest }], {}, [{ path: 'a.yaml', text, isPlain }]);
  return judge(index, yaml.rules).verdicts.map((verdict) => `${verdict.rule.id} ${tell(verdict)}`);
}

test('where reading vouches for a file, a second look finds nothing more', () => {
  let vouched = 0;
  fc.assert(
    fc.property(objects, (text) => {
      const { values, isPlain } = tryLoad(text);
      if (!isPlain) return;
      vouched++;
      const manifest = values[0] as Manifest;
      expect(findingsIn(text, manifest, true)).toEqual(findingsIn(text, manifest, false));
    }),
    { numRuns: 2_000 },
  );
  expect(vouched).toBeGreaterThan(10);
});

function tryLoad(text: string): ReturnType<typeof loadYaml> {
  try {
    return loadYaml(text);
  } catch {
    return { values: [], isPlain: false };
  }
}

test.each(['yes', '012', '1e3', '22:22', '[a]', '&a x'])('nobody vouches for %s', (value) => {
  expect(loadYaml(`a: ${value}\n`).isPlain).toBe(false);
});

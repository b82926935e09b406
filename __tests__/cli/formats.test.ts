import { configMap, folderOf } from '../reading/folder';
import { run } from './run';

const WRONG = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: disks.example.com
parameters:
  "100%,a:b": 1.5
`;

const folder = folderOf({
  'a dir/x:y,100%.yaml': WRONG,
  'b.yaml': WRONG.replace('fast', 'known'),
  'waivers.yaml': '- { rule: schema/wrong-type, target: StorageClass known, reason: a number that nobody reads }\n',
});

const parse = async (format: string) => JSON.parse((await run(folder, ['check', '--format', format])).out);

test('json holds everything that there is to know of a finding', async () => {
  expect(await parse('json')).toEqual({
    version: 1,
    summary: { files: 2, objects: 2, errors: 1, warnings: 0, waived: 1 },
    findings: [
      {
        rule: 'schema/wrong-type',
        severity: 'error',
        file: 'a dir/x:y,100%.yaml',
        line: 6,
        column: 3,
        object: 'storage.k8s.io/StorageClass fast',
        field: 'parameters["100%,a:b"]',
        message: 'a value must be a string, got the number 1.5',
        cure: 'quote it: "1.5"',
      },
    ],
    waived: [
      expect.objectContaining({
        file: 'b.yaml',
        object: 'storage.k8s.io/StorageClass known',
        waivedBy: 'a number that nobody reads',
      }),
    ],
    notJudged: [],
  });
});

test('github is told by workflow commands, in which nothing ends a property or a line', async () => {
  const { out, code } = await run(folder, ['check', '--format', 'github']);
  expect(code).toBe(1);
  expect(out).toBe(
    '::error file=a dir/x%3Ay%2C100%25.yaml,line=6,col=3,title=schema/wrong-type::storage.k8s.io/StorageClass fast, parameters["100%25,a:b"]%0A' +
      'a value must be a string, got the number 1.5%0A→ quote it: "1.5"\n',
  );
});

test('github is told nothing where there is nothing to tell', async () => {
  expect((await run(folderOf({ 'a.yaml': configMap('a') }), ['check', '--format', 'github'])).out).toBe('');
});

test('sarif names tool, rules, places and objects, and what is waived as suppressed', async () => {
  const { version, $schema, runs } = await parse('sarif');
  expect({ version, $schema }).toEqual({
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
  });
  expect(runs).toHaveLength(1);
  const [{ tool, results, columnKind }] = runs;
  expect(columnKind).toBe('utf16CodeUnits');
  expect(tool.driver.name).toBe('manifests');
  const message = 'a value must be a string, got the number 1.5; quote it: "1.5"';
  const [found, waived] = results;
  expect(found).toEqual({
    ruleId: 'schema/wrong-type',
    ruleIndex: expect.any(Number),
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20dir/x%3Ay%2C100%25.yaml' },
          region: { startLine: 6, startColumn: 3 },
        },
        logicalLocations: [{ fullyQualifiedName: 'storage.k8s.io/StorageClass fast parameters["100%,a:b"]' }],
      },
    ],
  });
  expect(waived.suppressions).toEqual([{ kind: 'external', justification: 'a number that nobody reads' }]);
  expect(results.map(({ ruleId, ruleIndex }: Result) => tool.driver.rules[ruleIndex].id === ruleId)).toEqual([
    true,
    true,
  ]);
});

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
}

test('every rule of a sarif log has what its readers show, once', async () => {
  const { runs } = await parse('sarif');
  const { rules } = runs[0].tool.driver;
  expect(new Set(rules.map(({ id }: { id: string }) => id)).size).toBe(rules.length);
  for (const rule of rules) {
    expect(rule).toEqual({
      id: expect.stringMatching(/^[a-z-]+\/[a-z-]+$/),
      shortDescription: { text: expect.stringMatching(/./) },
      fullDescription: { text: expect.stringMatching(/./) },
      help: { text: expect.stringMatching(/./) },
      defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning)$/) },
    });
  }
});

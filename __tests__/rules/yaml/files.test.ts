import { describe as tell, judge } from '../../../lib/rules/judge';
import { ObjectIndex } from '../../../lib/rules/object-index';
import { yaml } from '../../../lib/rules/yaml';
import { suspects } from '../../../lib/rules/yaml/suspects';
import { filesIn, objectsIn, realBundle } from '../cases/real-bundle';

/** What the rules about YAML say of files: `<rule> <line>:<column> <message>`. */
function findingsIn(text: string): string[] {
  const files = filesIn(text);
  return judge(new ObjectIndex(objectsIn(files), {}, files), yaml.rules).verdicts.map((verdict) => {
    const { line = 0, column = 0 } = verdict.finding.position ?? {};
    return `${verdict.rule.id.replace('yaml/', '')} ${line}:${column} ${tell(verdict).split(';')[0]}`;
  });
}

const settings = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n${data}\n`;

test.each([
  ['data:\n\ta: x', 'readable 6:1 a file must be YAML, got a tab as indentation'],
  ['data: {a: x', 'readable 6:1 a file must be YAML, got flow map in block collection'],
  ['data: "x', 'readable 6:1 a file must be YAML, got missing closing "quote'],
  ['data: x\n y: z', 'readable 5:7 a file must be YAML, got nested mappings'],
])('a file that is no YAML is found once, at its line: %#', (lines, finding) => {
  const found = findingsIn(settings(lines));
  expect(found).toHaveLength(1);
  expect(found[0]?.slice(0, finding.length)).toBe(finding);
});

test('a template of Helm is said to be one', () => {
  const files = [{ path: 'a.yaml', text: '{{- if .Values.on }}\na: b\n{{- end }}\n' }];
  const { verdicts } = judge(new ObjectIndex([], {}, files), yaml.rules);
  expect(verdicts.map(tell).map((line) => line.split('; ')[1])).toEqual(['render the template first']);
});

test('a mistake in one document does not hide one in the next', () => {
  expect(findingsIn(`${settings('data:\n  a: x\n  a: y')}---\n${settings('data: [')}`)).toHaveLength(2);
});

test.each([
  ['in a block', 'data:\n  a: x\n  b: y\n  a: z', '8:3'],
  ['at the top', 'data:\n  a: x\nkind: ConfigMap', '7:1'],
  ['in quotes', 'data:\n  "a": x\n  "a": y', '7:3'],
  ['on one line', 'data: {a: x, b: y, a: z}', '5:20'],
  ['in an item of a list', 'list:\n- a: x\n  b: y\n  a: z', '8:3'],
  ['after text of several lines', 'data:\n  a: |\n    a: x\n    a: y\n  b: y\n  a: z', '10:3'],
])('a key twice %s is found', (_, lines, place) => {
  expect(findingsIn(settings(lines))[0]).toMatch(
    new RegExp(`^unique-keys ${place} a map must have each key once, got '.+' twice$`),
  );
});

test.each([
  'data:\n  a: x\nother:\n  a: x',
  'list:\n- a: x\n- a: z',
  'list:\n  - a: x\n    b: {a: x}\n  - a: z\n    b: {a: x}',
  'data:\n  a: |\n    b: x\n    b: x\n  c: >-\n    b: x\n\n    b: x',
  'data:\n  a: "x\n    a: y"',
  '# name: a\n# name: a',
])('the same key in different maps, or in text, is not: %#', (lines) => {
  expect(findingsIn(settings(lines))).toEqual([]);
});

test.each([
  ['- a\n- b\n', '1:1 a document must be an object, got a list'],
  ['just text\n', '1:1 a document must be an object, got text'],
  ['replicas: 3\n', '1:1 a document must be an object, got a map without apiVersion and kind'],
  ['apiVersion: v1\nmetadata: {}\n', '1:1 a document must be an object, got a map without kind'],
  ['apiVersion: v1\nkind: Event\n', '1:1 a document must be an object, got an Event without metadata'],
  ['kind: Pod\nmetadata: {}\n', '1:1 a document must be an object, got a Pod without apiVersion'],
  ['apiVersion: v1\nkind: Pod\n', '1:1 a document must be an object, got a Pod without metadata'],
  [`${settings('')}---\n- a\n`, '7:1 a document must be an object, got a list'],
])('what is no object is said: %#', (text, finding) => {
  expect(findingsIn(text)).toEqual([`one-object ${finding}`]);
});

test.each([
  '',
  '# nothing\n',
  '---\n---\n# nothing\n',
  `---\n${settings('')}---\n`,
  `# first\n---\n${settings('')}...\n`,
  'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n',
  'apiVersion: v1\nkind: List\nitems: []\n',
  '# file: base/kustomization.yaml\nresources: [a.yaml]\n',
])('a file of objects, or of nothing, is well: %#', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

test.each(['0o14', '1e3', '1234e56', '089', '1.5e3', '.5e2'])('text %s needs quotes', (value) => {
  expect(findingsIn(settings(`data:\n  a: ${value}`))).toEqual([
    `quoted-text 6:6 a value must be the same for every reader, got ${value} without quotes`,
  ]);
});

test.each(['on', 'No', '012'])('a key %s needs quotes', (key) => {
  expect(findingsIn(settings(`data:\n  ${key}: x`))).toEqual([
    `quoted-text 6:3 a key must be the same for every reader, got ${key} without quotes`,
  ]);
});

const pod = (spec: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers: [{ name: a }]\n  ${spec}\n`;

test.each(['hostNetwork: no', 'hostPID: Off', 'priority: 1_000', 'priority: 0b11'])(
  'where no text is meant, %s is only doubtful',
  (line) => {
    expect(findingsIn(pod(line))).toEqual([
      `agreed-values 6:${line.indexOf(':') + 5} a value must be the same for every reader, got ${line.split(': ')[1]} without quotes`,
    ]);
  },
);

test.each(['2027-01-31', '='])('text %s is doubtful, though Kubernetes reads it as it is meant', (value) => {
  expect(findingsIn(settings(`data:\n  a: ${value}`))).toEqual([
    `agreed-values 6:6 a value must be the same for every reader, got ${value} without quotes`,
  ]);
});

test('values of kinds without a schema are doubtful at most', () => {
  expect(findingsIn('apiVersion: example.com/v1\nkind: Box\nmetadata: { name: a }\nspec: { open: yes }\n')).toEqual([
    'agreed-values 4:15 a value must be the same for every reader, got yes without quotes',
  ]);
});

test('in a List the schema of the item counts', () => {
  const text = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: a }\n  data:\n    a: 1e3\n`;
  expect(findingsIn(text)).toEqual([
    'quoted-text 8:8 a value must be the same for every reader, got 1e3 without quotes',
  ]);
});

test.each([
  settings(
    'data:\n  a: "yes"\n  b: \'012\'\n  c: |\n    yes\n    012\n    on: 1e3\n  d: yes please\n  e: 1.2.3\n  f: a1e3\n  g: 10:99',
  ),
  pod('volumes: [{ name: a, configMap: { defaultMode: 0440 } }]'),
  'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, creationTimestamp: 2027-01-31T10:00:00Z }\n',
])('what is quoted, octal or no single word is fine: %#', (text) => {
  expect(findingsIn(text)).toEqual([]);
});

test('anchors, aliases and merge keys are doubtful', () => {
  const text = settings('data: &one\n  a: x\nmore:\n  <<: *one\n  b: "&c"\n  d: a & b * c');
  expect(findingsIn(text)).toEqual([
    'no-aliases 5:7 a value must be written where it stands, got &one',
    'no-aliases 8:3 a value must be written where it stands, got <<',
    'no-aliases 8:7 a value must be written where it stands, got *one',
  ]);
});

test.each([
  ['\ufeff', '', '1:1 a file must hold plain text, got a byte order mark'],
  ['', 'data:\n  a\u00a0: x', '6:4 a file must hold plain text, got the character U+00A0 in or before a key'],
  ['', 'data:\n  \u200ba: x', '6:3 a file must hold plain text, got the character U+200B in or before a key'],
])('hidden characters are doubtful: %#', (before, lines, finding) => {
  expect(findingsIn(`${before}${settings(lines)}`).at(-1)).toBe(`plain-files ${finding}`);
});

test('line ends of Windows are said once', () => {
  expect(findingsIn(settings('data:\n  a: x').replaceAll('\n', '\r\n'))).toEqual([
    'plain-files 1:15 a file must hold plain text, got a line end of Windows',
  ]);
});

test('spaces of other kinds in text are nobody’s business', () => {
  expect(findingsIn(settings('data:\n  a: "10\u00a0000 €: so"\n  b: l\u2019été\u202f!'))).toEqual([]);
});

test.each([
  [settings('data:\n  a: |\n    yes\n\n    no\n  b: 1e3'), '10:6'],
  [settings('data:\n  ? a\n  : |\n    yes\n  b: 1e3'), '9:6'],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n  - name: a\n    args:\n    - |\n      on\n    - 1e3\n',
    '10:7',
  ],
  [
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n  - image: >-\n      on\n    name: 1e3\n',
    '8:11',
  ],
])('what stands below a text is looked at: %#', (text, place) => {
  expect(findingsIn(text)).toEqual([
    `quoted-text ${place} a value must be the same for every reader, got 1e3 without quotes`,
  ]);
});

test('files that were written from their objects are not read again', () => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  const file = { path: 'shop.yaml', text: settings('') };
  expect(suspects(new ObjectIndex([{ path: 'shop/a', manifest }], {}, [file]))).toEqual([]);
  expect(suspects(new ObjectIndex([], {}, [file]))).toEqual([file]);
});

test('of our own files, only those with words in doubt are read twice', () => {
  const bundle = realBundle();
  expect(suspects(bundle).length).toBeLessThan(bundle.files.length / 4);
});

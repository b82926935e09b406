import { configMap, namesOf, problemsOf, readOne } from './folder';

test('documents are counted, and empty ones are none', () => {
  const { objects, problems } = readOne({
    'a.yaml': `# chart\n---\n# nothing\n---\n${configMap('a')}---\n${configMap('b')}---\n`,
  });
  expect(objects.map(({ document }) => document)).toEqual([1, 2]);
  expect(problems).toEqual([]);
});

test('an empty file is no mistake', () => {
  expect(problemsOf(readOne({ 'a.yaml': '', 'b.yaml': '# later\n' }))).toEqual([]);
});

test('what is wrong with one document is told with its line, and takes no other with it', () => {
  const bundle = readOne({ 'a.yaml': `${configMap('a')}---\nkind: {{ .Values.kind }}\n---\n${configMap('b')}` });
  expect(namesOf(bundle)).toEqual(['a.yaml a', 'a.yaml b']);
  expect(problemsOf(bundle)).toEqual([
    'a.yaml:6:7 reading/malformed: a document must be YAML, got a template that was not rendered',
  ]);
});

test('a mistake that is no template is told in the words of the reader', () => {
  const text = `${configMap('{{ a }}').replace('{', '"{').replace(/}}/, '}}"')}data:\n  a: b\n c: d\n`;
  expect(problemsOf(readOne({ 'a.yaml': text }))).toEqual([
    'a.yaml:7:2 reading/malformed: a document must be YAML, got bad indentation of a mapping entry',
  ]);
});

test('lists are unfolded, lists in lists and lists of one kind, too', () => {
  const role = { metadata: { name: 'r' }, rules: [] };
  const list = (kind: string, items: unknown[]) => ({ apiVersion: 'rbac.authorization.k8s.io/v1', kind, items });
  const text = JSON.stringify({
    apiVersion: 'v1',
    kind: 'List',
    items: [list('RoleList', [role]), list('RoleList', [])],
  });
  const [object] = readOne({ 'a.json': text }).objects;
  expect(object?.manifest).toMatchObject({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'r' },
  });
  expect(object?.within).toEqual(['items', 0, 'items', 0]);
});

test('an item of a list is told with its line', () => {
  const text = 'apiVersion: v1\nkind: List\nitems:\n- kind: Service\n  metadata: {name: a}\n-\n';
  expect(problemsOf(readOne({ 'a.yaml': text }))).toEqual([
    'a.yaml:4:3 reading/not-an-object: apiVersion of an object must be text, got nothing',
    'a.yaml:6:2 reading/not-an-object: an item of a list must be an object, got null',
  ]);
});

test.each([
  ['- a', 'a document must be a Kubernetes object, got a list'],
  ['just words', "a document must be a Kubernetes object, got the string 'just words'"],
  ['12', 'a document must be a Kubernetes object, got the number 12'],
  ['replicas: 3', 'apiVersion of an object must be text, got nothing'],
  ['apiVersion: 1\nkind: Service', 'apiVersion of an object must be text, got 1'],
  ['apiVersion: v1', 'kind of an object must be text, got nothing'],
  ['apiVersion: v1\nkind: Service', 'metadata of a Service must be a map with a name, got nothing'],
  ['apiVersion: v1\nkind: Service\nmetadata: [a]', 'metadata of a Service must be a map with a name, got ["a"]'],
  ['apiVersion: v1\nkind: Service\nmetadata: {}', 'metadata.name of a Service must be text, got nothing'],
  ['apiVersion: v1\nkind: Service\nmetadata: {name: 12}', 'metadata.name of a Service must be text, got 12'],
  [
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: 1}',
    'metadata.namespace of a Service must be text, got 1',
  ],
  [
    'apiVersion: v1\nkind: Service\nmetadata: {name: a, labels: [b]}',
    'metadata.labels of a Service must be a map, got ["b"]',
  ],
])('%j is no object', (text, message) => {
  const [problem] = readOne({ 'a.yaml': text }).problems;
  expect(problem?.rule.id).toBe('reading/not-an-object');
  expect(problem?.finding.message).toBe(message);
});

test('fields of metadata that hold nothing are as good as absent', () => {
  const text = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace:\n  labels:\n  annotations: ~\n';
  expect(readOne({ 'a.yaml': text }).objects[0]?.manifest.metadata).toEqual({ name: 'a' });
});

test('a name that the server makes is left to it', () => {
  const text = 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: ~\n  generateName: migrate-\n';
  const { objects } = readOne({ 'a.yaml': `${text}---\n${text}` });
  expect(objects.map(({ manifest }) => manifest.metadata)).toEqual([
    { generateName: 'migrate-' },
    { generateName: 'migrate-' },
  ]);
});

test('what is for a tool is no object of a cluster, and no mistake', () => {
  const bundle = readOne({
    'kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n',
  });
  expect(bundle.objects).toEqual([]);
  expect(problemsOf(bundle)).toEqual([]);
  expect(bundle.forTools).toEqual(['Kustomization']);
});

test('kustomize knows its file by the name, whatever kind is in it', () => {
  const bundle = readOne({ 'base/kustomization.yaml': 'resources: [a.yaml]\n', 'a.yaml': configMap('a') });
  expect(bundle.objects).toHaveLength(1);
  expect(problemsOf(bundle)).toEqual([]);
  expect(bundle.forTools).toEqual(['Kustomization']);
});

test('what is not UTF-8 text is told', () => {
  const bundle = readOne({
    'a.yaml': Buffer.from([0x61, 0x3a, 0xc3, 0x28]),
    'b.yaml': Buffer.from('\ufeffa: 1', 'utf16le'),
    'c.yaml': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]),
  });
  expect(problemsOf(bundle)).toEqual([
    'a.yaml reading/not-text: a file must be UTF-8 text, got bytes that are none',
    'b.yaml reading/not-text: a file must be UTF-8 text, got UTF-16',
    'c.yaml reading/not-text: a file must be UTF-8 text, got a zero byte, as binary files have',
  ]);
});

test('a file above the limit is told and not read, and so is what is too much in all', () => {
  const large = `# ${'x'.repeat(9_000)}\n`;
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`${10 + index}.yaml`, large]));
  expect(problemsOf(readOne({ 'a.yaml': `${large}${large}` }))).toEqual([
    'a.yaml reading/too-large: a file must have at most 10000 bytes, got more',
  ]);
  expect(problemsOf(readOne(many))).toEqual([
    '21.yaml reading/too-large: all files together must have at most 100000 bytes, got more; this one and those after it were not read',
  ]);
});

test('aliases that multiply, and circles of them, are told', () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const below = level === 0 ? 'x' : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array(9).fill(below).join(',')}]\n`;
  });
  expect(problemsOf(readOne({ 'a.yaml': levels.join(''), 'b.yaml': 'a: &a [*a]\n' }))).toEqual([
    'a.yaml:1:1 reading/too-many-aliases: aliases must not make a document large, got more than 200000 values',
    'b.yaml:1:1 reading/too-many-aliases: an alias must not stand in what it names, got a circle',
  ]);
});

test('a few aliases are nothing to tell', () => {
  const text = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: &l {a: b}, annotations: *l}\n';
  expect(problemsOf(readOne({ 'a.yaml': text }))).toEqual([]);
});

test('nesting without end is told, in YAML and in JSON', () => {
  const files = { 'a.yaml': `a: ${'['.repeat(3_000)}`, 'b.json': `${'['.repeat(3_000)}${']'.repeat(3_000)}` };
  expect(readOne(files).problems.map(({ rule, finding }) => `${finding.subject.path} ${rule.id}`)).toEqual([
    'a.yaml reading/too-deep',
    'b.json reading/too-deep',
  ]);
});

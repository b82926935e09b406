import { mapConnections } from '../../lib/reading/connection-map';
import { ENVIRONMENTS } from '../../lib/model/environment';
import { renderEnvironment } from '../../lib/synth/synthesize';
import { configMap, folderOf, problemsOf, readFolder, readOne } from './folder';
import { join } from 'node:path';

const HEAD = 'apiVersion: platform-manifests/v1\nkind: Environment\n';
const limits = { fileBytes: 10_000_000, totalBytes: 100_000_000 };

test('each folder with facts is an environment of its own, and the rest is one', () => {
  const folder = folderOf({
    'one/environment.yaml': `${HEAD}kubernetes: '1.27'\n`,
    'one/app/a.yaml': configMap('a'),
    'two/environment.yaml': HEAD,
    'two/a.yaml': configMap('a'),
    'a.yaml': configMap('a'),
  });
  const read = readFolder(folder).map(({ folder: own, facts, objects }) => [
    own,
    facts,
    objects.map(({ path }) => path),
  ]);
  expect(read).toEqual([
    ['', {}, ['a.yaml']],
    ['one', { kubernetes: '1.27' }, ['one/app/a.yaml']],
    ['two', {}, ['two/a.yaml']],
  ]);
});

test("somebody else's environment.yaml is a file like any other", () => {
  const bundle = readOne({ 'environment.yaml': configMap('environment') });
  expect(bundle.folder).toBe('');
  expect(bundle.objects).toHaveLength(1);
});

test.each(ENVIRONMENTS)('the facts of %s are the same from the file as in synth', (name) => {
  const [bundle] = readFolder(join(__dirname, '../../dist'), { paths: [name], limits });
  expect(bundle?.facts).toEqual(renderEnvironment(name).facts);
  expect(bundle?.problems).toEqual([]);
});

test.each([
  [
    "kubernetes: '1.26'",
    '3:1',
    "kubernetes must be from 1.27 to 1.36, got '1.26'",
    'name the nearest of these; no other is known here',
  ],
  ['kubernetes: 1.30', '3:1', 'kubernetes must be a minor version, got 1.3', "write it in quotes: '1.28'"],
  ['kubernets: a', '3:1', "kubernets must be a field that is known, got 'kubernets'", "did you mean 'kubernetes'?"],
  ['nodes: 3', '3:1', 'nodes must be a map, got 3', 'write its fields: count, cpu, memory, reserved, pods, zones'],
  ['nodes: {cpu: "4", memory: 1Gi}', '3:1', 'nodes.count must be written, got nothing', 'add it'],
  [
    'nodes: {count: 0, cpu: "4", memory: 1Gi}',
    '3:9',
    'nodes.count must be a whole number above 0, got 0',
    'count them',
  ],
  [
    'nodes: {count: 1, cpu: 4, memory: 1Gi}',
    '3:19',
    'nodes.cpu must be an amount of CPU, got 4',
    "write cores or millicores, in quotes: '4', '250m'",
  ],
  [
    'nodes: {count: 1, cpu: "4", memory: 1GB}',
    '3:29',
    "nodes.memory must be an amount of memory, got '1GB'",
    "write it with a binary unit: '16Gi', '512Mi'",
  ],
  ['provided: Secret a', '3:1', "provided must be a list, got 'Secret a'", 'write one item a line, each after a dash'],
  ['provided: [Secret]', '3:12', "provided[0] must be an object, got 'Secret'", "write '<kind> [<namespace>/]<name>'"],
  [
    'connections: {a/b: {c/d: "80, 70000"}}',
    '3:21',
    'connections["a/b"]["c/d"] must be a port, got \'70000\'',
    "write a number, a range or '*', and a protocol that is not TCP: 53/UDP",
  ],
  [
    'connections: {"": {c/d: 80}}',
    '3:15',
    'connections[""] must be a peer, got \'\'',
    "write '<namespace>/<workload>' or an address range",
  ],
  [
    'connections: {a/b: {c/d: [80]}}',
    '3:21',
    'connections["a/b"]["c/d"] must be ports, got [80]',
    'write them behind the server, parted by commas: 8080/TCP, 53/UDP',
  ],
  [
    'connections: {a/b: c/d}',
    '3:15',
    'connections["a/b"] must be a map, got \'c/d\'',
    'write clients, below each its servers, and behind each of these its ports',
  ],
  [
    'connections: [{from: a/b, to: c/d}]',
    '3:1',
    'connections must be a map, got [{"from":"a/b","to":"c/d"}]',
    'write clients, below each its servers, and behind each of these its ports',
  ],
])('%s is told', (text, place, message, cure) => {
  const bundle = readOne({ 'environment.yaml': `${HEAD}${text}\n` });
  expect(problemsOf(bundle)).toEqual([`environment.yaml:${place} reading/environment: ${message}`]);
  expect(bundle.problems[0]?.finding.cure).toBe(cure);
  expect(bundle.facts).toEqual({});
});

test('another version of the file is told', () => {
  const bundle = readOne({ 'environment.yaml': HEAD.replace('v1', 'v2') });
  expect(problemsOf(bundle)).toEqual([
    "environment.yaml:1:1 reading/environment: apiVersion must be 'platform-manifests/v1', got 'platform-manifests/v2'",
  ]);
});

test('everything that may be written is taken', () => {
  const facts = {
    kubernetes: '1.31',
    nodes: { count: 3, cpu: '4', memory: '16Gi', reserved: { cpu: '250m', memory: '1Gi' }, pods: 58 },
    provided: ['IngressClass nginx', 'Secret shop/*', 'ClusterIssuer.cert-manager.io *'],
  };
  const connections = {
    'a/b': { '10.0.0.0/8': 80, 'a/c': '80/TCP, 53/UDP' },
    'a/app=b,tier=c': { '0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16': '8000-8010/TCP', '*': '*' },
  };
  const text = JSON.stringify({ apiVersion: 'platform-manifests/v1', kind: 'Environment', ...facts, connections });
  const bundle = readOne({ 'environment.yaml': text });
  expect(problemsOf(bundle)).toEqual([]);
  expect(bundle.facts).toEqual({
    ...facts,
    connections: [
      { from: 'a/b', to: '10.0.0.0/8', ports: [80] },
      { from: 'a/b', to: 'a/c', ports: ['80/TCP', '53/UDP'] },
      { from: 'a/app=b,tier=c', to: '0.0.0.0/0 except 10.0.0.0/8, 192.168.0.0/16', ports: ['8000-8010/TCP'] },
      { from: 'a/app=b,tier=c', to: '*', ports: ['*'] },
    ],
  });
});

test('connections are written one a line, all ports of two ends in one', () => {
  const written = mapConnections([
    { from: 'a/b', to: 'a/c', ports: ['80/TCP', '81/TCP'] },
    { from: 'a/b', to: 'a/d', ports: [80] },
    { from: 'a/b', to: 'a/c', ports: ['53/UDP'] },
  ]);
  expect(written).toEqual({ 'a/b': { 'a/c': '80/TCP, 81/TCP, 53/UDP', 'a/d': '80' } });
});

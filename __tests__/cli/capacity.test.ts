import { join } from 'node:path';
import { folderOf } from '../reading/folder';
import { run } from './run';

const deployment = (replicas: number, cpu = '1') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: 'example.com/api:1', resources: { requests: { cpu: '${cpu}' } } }] }
`;

const environment = (count: number) => `apiVersion: platform-manifests/v1
kind: Environment
nodes: { count: ${count}, cpu: '2', memory: 8Gi }
`;

test('every environment is placed on nodes of its own, and what does not fit in one ends with 1', async () => {
  const folder = folderOf({
    'large/environment.yaml': environment(4),
    'large/api.yaml': deployment(3),
    'small/environment.yaml': environment(2),
    'small/api.yaml': deployment(3),
  });
  const { code, out, err } = await run(folder, ['capacity']);
  expect([code, err]).toEqual([1, '']);
  const [large, small] = out.split('# small\n');
  expect(large).toMatch(/^# large\n\nshop /);
  expect(large).not.toContain('NO ROOM');
  expect(small).toMatch(/^one of them gone .* NO ROOM for 1 pod /m);
  expect(small).toContain('one of them gone, fewest pods: no room for shop/api\n');
  expect((await run(folder, ['capacity', 'large'])).code).toBe(0);
});

test('plain YAML of a pipe is added up', async () => {
  const readInput = () => Buffer.from(deployment(2, '250m'));
  const { code, out } = await run(folderOf({}), ['capacity', '-'], { readInput });
  expect(code).toBe(0);
  expect(out).toMatch(/^all together +2 +0\.5 +0 +0 +0 +0$/m);
  expect(out).toContain('Nodes are not known; environment.yaml may say them.\n');
});

test('what is malformed is left out, and the sum is not said to be whole', async () => {
  const folder = folderOf({
    'a.yaml': `${deployment(1)}---\n${deployment(1).replace('name: api,', 'name: web,').replace('replicas: 1', 'replicas: one')}`,
  });
  const { code, out } = await run(folder, ['capacity']);
  expect(code).toBe(1);
  expect(out).toMatch(/^sum +1 +1 /m);
  expect(out).toContain("Left out, as they are malformed: 1; 'manifests check' says where.\n");
});

test('an amount that is none is told, and no fault of the program', async () => {
  const { code, out, err } = await run(folderOf({ 'a.yaml': deployment(1, 'many') }), ['capacity']);
  expect([code, err]).toEqual([1, '']);
  expect(out).toBe("Nothing can be counted: not a quantity: 'many'; 'manifests check' says where.\n");
});

test('a file that cannot be read is told', async () => {
  const { code, err } = await run(folderOf({}), ['capacity', 'nowhere']);
  expect(code).toBe(1);
  expect(err).toContain('nowhere');
});

test('facts about zones are whole numbers', async () => {
  const text = environment(3).replace('memory: 8Gi', 'memory: 8Gi, zones: three');
  const { code, err } = await run(folderOf({ 'environment.yaml': text, 'a.yaml': deployment(1) }), ['capacity']);
  expect(code).toBe(1);
  expect(err).toBe("environment.yaml: nodes.zones must be a whole number above 0, got 'three'\n");
});

test('our own environments fit', async () => {
  const { code, out } = await run(join(__dirname, '../..'), ['capacity', 'dist']);
  expect(out).not.toMatch(/NO ROOM|TOO LITTLE/);
  expect(code).toBe(0);
});

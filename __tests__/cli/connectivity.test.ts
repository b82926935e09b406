import { folderOf } from '../reading/folder';
import { deployment, pods, policyOf } from '../rules/network/yaml';
import { run } from './run';

const bundle =
  deployment('web') +
  deployment('api') +
  policyOf('web', `policyTypes: [Ingress, Egress], egress: [{ to: [${pods('api')}], ports: [{ port: 8080 }] }]`) +
  policyOf('api', `policyTypes: [Ingress, Egress], ingress: [{ from: [${pods('web')}], ports: [{ port: 8080 }] }]`);

const facts = (port: number) => `apiVersion: platform-manifests/v1
kind: Environment
connections: { shop/web: { shop/api: ${port} } }
`;

test('connections are told as policies allow them, and nothing else is judged', async () => {
  const { code, out, err } = await run(folderOf({ 'shop.yaml': bundle }), ['check', '--connectivity']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`Connections that 2 policies allow, none declared

shop/web
  -> shop/api: 8080/TCP

              1         2
 1  shop/api  .         .
 2  shop/web  8080/TCP  .

✔ 4 objects in 1 file, nothing found
`);
});

test('every environment is told for itself, and is fine where all that is allowed is declared', async () => {
  const files = { 'dev/environment.yaml': facts(8080), 'dev/shop.yaml': bundle, 'lab/environment.yaml': facts(8080) };
  const folder = folderOf({ ...files, 'lab/shop.yaml': bundle });
  const { code, out } = await run(folder, ['check', '--connectivity', '.']);
  expect(code).toBe(0);
  expect(out.match(/^# \w+\n\nConnections that 2 policies allow, marked where declared otherwise\n/gm)).toEqual([
    '# dev\n\nConnections that 2 policies allow, marked where declared otherwise\n',
    '# lab\n\nConnections that 2 policies allow, marked where declared otherwise\n',
  ]);
});

test('it ends with 1 where policies allow what is not declared, or shut what is', async () => {
  const folder = folderOf({ 'environment.yaml': facts(9090), 'shop.yaml': bundle });
  const { code, out } = await run(folder, ['check', '--connectivity']);
  expect(code).toBe(1);
  expect(out).toContain('shop/web\n  -> shop/api: +8080/TCP -9090/TCP\n');
  expect(out).toContain('network/allowed-is-declared');
});

test('it ends with 1 where an object is malformed, as its connections are missing', async () => {
  const folder = folderOf({ 'shop.yaml': bundle.replace('podSelector: {', 'podSelector: 1, egress_: {') });
  const { code, out } = await run(folder, ['check', '--connectivity']);
  expect(code).toBe(1);
  expect(out).toContain('schema/wrong-type');
});

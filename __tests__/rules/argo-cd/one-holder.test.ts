import { oneHolder } from '../../../lib/rules/argo-cd/one-holder';
import { judgeFiles } from '../judge-text';

interface Fields {
  readonly source?: string;
  readonly destination?: string;
  readonly repository?: string;
}

const application = (
  name: string,
  path: string,
  { source = '', destination = 'name: prod', repository = 'https://git.example.com/shop.git' }: Fields = {},
) => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec: { source: { repoURL: '${repository}', path: ${path}${source} }, destination: { ${destination} } }
`;

const config = (name: string, namespace = 'shop') =>
  `---\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: ${name}${namespace && `, namespace: ${namespace}`} } }\n`;

const judge = (applications: readonly string[], files: Record<string, string>) =>
  judgeFiles(oneHolder, { 'argocd/all.yaml': applications.join('---'), ...files });

const shop = { 'apps/shop/a.yaml': config('a') + config('b'), 'apps/web/c.yaml': config('c') };

test('two Applications of one folder are found, once', () => {
  expect(judge([application('one', 'apps/shop'), application('two', './apps/shop/')], shop)).toEqual([
    'spec.source.path: objects of Application two must be held by it alone, got ConfigMap shop/a and 1 more in Application one as well',
  ]);
});

test('so are one of a folder and one of all folders below', () => {
  const all = application('all', 'apps', { source: ', directory: { recurse: true }' });
  expect(judge([all, application('web', 'apps/web')], shop)).toEqual([
    'spec.source.path: objects of Application web must be held by it alone, got ConfigMap shop/c in Application all as well',
  ]);
});

test('without recurse, folders below belong to others', () => {
  expect(judge([application('all', 'apps'), application('web', 'apps/web')], shop)).toEqual([]);
});

test('each may take other files of a folder', () => {
  const only = (file: string) => ({ source: `, directory: { include: ${file} }` });
  const files = { 'apps/a.yaml': config('a'), 'apps/b.yaml': config('b') };
  expect(judge([application('a', 'apps', only('a.yaml')), application('b', 'apps', only('b.yaml'))], files)).toEqual(
    [],
  );
});

test('what one takes from all folders below, but for a folder, another may hold', () => {
  const rest = application('rest', 'apps', { source: ", directory: { recurse: true, exclude: 'web/*' }" });
  expect(judge([rest, application('web', 'apps/web')], shop)).toEqual([]);
});

test.each([
  ['another cluster', { destination: 'name: staging' }],
  ['another server', { destination: 'server: https://10.0.0.1' }],
  ['another repository', { repository: 'https://git.example.com/web.git' }],
  ['a chart', { source: ', helm: { releaseName: shop }' }],
])('the same path for %s is other objects', (_, fields) => {
  expect(judge([application('one', 'apps/shop'), application('two', 'apps/shop', fields)], shop)).toEqual([]);
});

test('objects without a namespace are others in another one', () => {
  const files = { 'apps/shop/a.yaml': config('a', '') };
  const into = (namespace: string) =>
    application(namespace, 'apps/shop', { destination: `name: prod, namespace: ${namespace}` });
  expect(judge([into('blue'), into('green')], files)).toEqual([]);
  expect(judge([into('blue'), into('blue')], files)).toHaveLength(1);
});

test('an Application that names a folder in two of its sources is one', () => {
  const twice = `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
spec: { sources: [{ repoURL: a, path: apps/shop }, { repoURL: a, path: apps/shop }], destination: { name: prod } }
`;
  expect(judge([twice], shop)).toEqual([]);
});

import {
  chosenRevisions,
  existingPaths,
  fittingObjects,
  noSkippedFiles,
} from '../../../lib/rules/argo-cd/applications';
import { judgeFiles } from '../judge-text';

const application = (name: string, source: string, rest = '') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec: { source: { repoURL: 'https://git.example.com/shop.git', ${source} }${rest} }
`;

const CONFIG = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: it, namespace: shop } }';

const judgePaths = (...paths: string[]) =>
  judgeFiles(existingPaths, {
    'argocd/all.yaml': paths.map((path, i) => application(`app-${i}`, `path: ${path}`)).join('---'),
    'shop/it.yaml': CONFIG,
    'bank/deep/it.yaml': CONFIG,
  });

test('a path beside one that is there, and not there itself, is found', () => {
  expect(judgePaths('dist/prod/shop', 'dist/prod/shpo')).toEqual([
    "spec.source.path: path must be a folder of the bundle, got 'dist/prod/shpo'",
  ]);
});

test('a folder may be written with a slash at its end, with a dot before it, and hold only folders', () => {
  expect(judgePaths('dist/prod/shop', './dist/prod/bank/', 'dist/prod/bank/deep')).toEqual([]);
});

test('a path in a place that nobody knows is not judged', () => {
  expect(judgePaths('dist/prod/shop', 'charts/nginx')).toEqual([]);
  expect(judgePaths('clusters/shpo')).toEqual([]);
});

test('another repository has other folders', () => {
  const other = application('other', 'path: dist/prod/web').replace('shop.git', 'web.git');
  const texts = {
    'argocd/all.yaml': `${application('shop', 'path: dist/prod/shop')}---${other}`,
    'shop/it.yaml': CONFIG,
  };
  expect(judgeFiles(existingPaths, texts)).toEqual([]);
});

test('the words that skip a file count only in a folder of an Application', () => {
  const skipped = `# +argocd:skip-file-rendering\n${CONFIG}`;
  const all = application('shop', 'path: deploy/shop');
  const judge = (path: string) => judgeFiles(noSkippedFiles, { 'argocd/all.yaml': all, [path]: skipped });
  expect(judge('deploy/shop/it.yaml')).toEqual([
    'file of an Application must be rendered, got +argocd:skip-file-rendering in it',
  ]);
  expect(judge('examples/it.yaml')).toEqual([]);
});

test.each(['main', 'v1.2.3', '0123abc', 'release-1'])('revision %s was chosen', (revision) => {
  expect(judgeFiles(chosenRevisions, { 'a.yaml': application('a', `path: a, targetRevision: ${revision}`) })).toEqual(
    [],
  );
});

test.each(['1.2.x', '^1.2.0', '>=1', '*', '1.2'])("'%s' is no version of a chart", (version) => {
  const text = application('a', `chart: nginx, targetRevision: '${version}'`);
  expect(judgeFiles(chosenRevisions, { 'a.yaml': text })).toEqual([
    `spec.source.targetRevision: version of the chart nginx must be chosen, got '${version}'`,
  ]);
});

test('a revision that is left away is HEAD', () => {
  expect(judgeFiles(chosenRevisions, { 'a.yaml': application('a', 'path: a') })).toEqual([
    'spec.source: targetRevision must be chosen, got nothing',
  ]);
});

test('a large object says itself that it is applied on the server', () => {
  const large = (options: string) =>
    `{ apiVersion: v1, kind: ConfigMap, metadata: { name: it, annotations: { argocd.argoproj.io/sync-options: ${options} } }, data: { a: ${'x'.repeat(270_000)} } }`;
  const judge = (options: string) =>
    judgeFiles(fittingObjects, { 'argocd/all.yaml': application('a', 'path: a'), 'a/it.yaml': large(options) });
  expect(judge('ServerSideApply=true')).toEqual([]);
  expect(judge('Prune=false')).toEqual([
    expect.stringMatching(/^ConfigMap it must have at most 262144 bytes to be applied by the client, got 270\d+$/),
  ]);
});

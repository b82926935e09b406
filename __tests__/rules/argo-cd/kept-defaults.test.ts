import { keptDefaults } from '../../../lib/rules/argo-cd/kept-defaults';
import { judgeFiles } from '../judge-text';

const application = (name: string, path: string, rest: string, source = '') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  source: { repoURL: 'https://git.example.com/shop.git', path: ${path}${source} }
  ${rest}
`;

const judge = (rest: string, source = '', root = '') =>
  judgeFiles(keptDefaults, {
    'root.yaml': application('root', 'apps', root),
    'apps/shop.yaml': application('shop', 'shop', rest, source),
  });

test.each([
  ['syncPolicy: {}', 'spec.syncPolicy: syncPolicy must be left out, got {}'],
  [
    'syncPolicy: { automated: { prune: true, allowEmpty: false } }',
    'spec.syncPolicy.automated.allowEmpty: allowEmpty must be left out, got false',
  ],
  ['syncPolicy: { retry: { limit: 0 } }', 'spec.syncPolicy.retry.limit: limit must be left out, got 0'],
  ['ignoreDifferences: []', 'spec.ignoreDifferences: ignoreDifferences must be left out, got []'],
  ["destination: { namespace: '' }", 'spec.destination.namespace: namespace must be left out, got ""'],
  [
    'sources: [{ repoURL: a, chart: b, helm: { skipCrds: false } }]',
    'spec.sources[0].helm.skipCrds: skipCrds must be left out, got false',
  ],
])('%s is taken out by Argo CD', (rest, message) => {
  expect(judge(rest)).toEqual([message]);
});

test.each([
  [', helm: {}', 'spec.source.helm: helm must be left out, got {}'],
  [', directory: { recurse: false }', 'spec.source.directory.recurse: recurse must be left out, got false'],
  [', kustomize: { images: [] }', 'spec.source.kustomize.images: images must be left out, got []'],
  [
    ", helm: { parameters: [{ name: a, value: '' }] }",
    'spec.source.helm.parameters[0].value: value must be left out, got ""',
  ],
])('so is %s of a source', (source, message) => {
  expect(judge('', source)).toEqual([message]);
});

test.each([
  'syncPolicy: { automated: {} }',
  'syncPolicy: { automated: { enabled: false }, retry: { backoff: { factor: 0 } } }',
  'revisionHistoryLimit: 0',
  "info: [{ name: a, value: '' }]",
])('%s is kept', (rest) => {
  expect(judge(rest)).toEqual([]);
});

test('what a chart is given is kept', () => {
  expect(judge('', ', helm: { valuesObject: { installCRDs: false, tolerations: [] } }')).toEqual([]);
});

test('an Application that none applies is compared with nothing', () => {
  const rest = 'syncPolicy: { automated: { prune: false } }';
  expect(judgeFiles(keptDefaults, { 'apps/shop.yaml': application('shop', 'shop', rest) })).toEqual([]);
});

test('what is not compared is no difference', () => {
  const rest = 'syncPolicy: { automated: { prune: false } }';
  const ignored = 'ignoreDifferences: [{ group: argoproj.io, kind: Application, jsonPointers: [/spec/syncPolicy] }]';
  expect(judge(rest, '', ignored)).toEqual([]);
});

import { Chart, Testing } from 'cdk8s';
import { ArgoProject, ArgoProjectProps, findArgoProjectProblems } from '../../lib/gitops/argo-project';
import { contentOf } from '../../lib/gitops/delivered-content';
import { objectsOf } from '../constructs/support';

const props: ArgoProjectProps = {
  name: 'shop',
  namespace: 'argocd',
  description: 'The shop',
  repository: 'https://git.example.com/shop.git',
  server: 'https://kubernetes.default.svc',
  content: contentOf([
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { namespace: 'b' } },
    { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'a' } },
    { apiVersion: 'v1', kind: 'Service', metadata: { namespace: 'b' } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: {} },
  ]),
};

function specOf(overrides: Partial<ArgoProjectProps> = {}) {
  const chart = new Chart(Testing.app(), 'chart');
  new ArgoProject(chart, 'Project', { ...props, ...overrides });
  return objectsOf(chart)('AppProject')['spec'];
}

test('a project admits one repository, the namespaces of its objects and their kinds, each once', () => {
  const server = 'https://kubernetes.default.svc';
  expect(specOf()).toEqual({
    description: 'The shop',
    sourceRepos: ['https://git.example.com/shop.git'],
    destinations: [{ server }, { server, namespace: 'a' }, { server, namespace: 'b' }],
    clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
    namespaceResourceWhitelist: [
      { group: '', kind: 'Service' },
      { group: 'apps', kind: 'Deployment' },
    ],
  });
});

test('a project without objects in namespaces refuses all of them, where a missing list would admit all', () => {
  const content = contentOf([{ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: {} }]);
  const spec = specOf({ content });
  expect(spec).toMatchObject({ namespaceResourceBlacklist: [{ group: '*', kind: '*' }] });
  expect(spec).not.toHaveProperty('namespaceResourceWhitelist');
});

test('patterns and emptiness are refused', () => {
  const content = { namespaces: ['a*'], clusterKinds: [], namespacedKinds: [{ group: '*', kind: 'Service' }] };
  expect(findArgoProjectProblems({ ...props, content })).toEqual([
    "project must admit no pattern, got 'a*'; write the names out",
    "project must admit no pattern, got '*'; write the names out",
  ]);
  expect(findArgoProjectProblems({ ...props, content: contentOf([]) })).toEqual([
    'project must admit something, got no kind; leave away a platform that renders nothing',
  ]);
  expect(findArgoProjectProblems(props)).toEqual([]);
});

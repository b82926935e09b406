import { closedProjects } from '../../../lib/rules/argo-cd/closed-projects';
import { admittingProjects, existingProjects } from '../../../lib/rules/argo-cd/projects';
import { judgeFiles } from '../judge-text';

const application = (source = 'path: deploy/shop', destination = 'namespace: shop') => `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
spec:
  project: shop
  source: { repoURL: 'https://git.example.com/Shop.git', targetRevision: main, ${source} }
  destination: { server: 'https://kubernetes.default.svc', ${destination} }
`;

const project = (spec: string) => `
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: shop, namespace: argocd }
spec:
  sourceRepos: ['https://git.example.com/shop']
${spec}
`;

const DESTINATIONS = "  destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'shop*' }]";

const object = (kind: string, namespace?: string) => `
apiVersion: v1
kind: ${kind}
metadata: { name: it${namespace === undefined ? '' : `, namespace: ${namespace}`} }
`;

const judge = (projectText: string, held: string, applicationText = application()) =>
  judgeFiles(admittingProjects, {
    'argocd/shop.yaml': `${applicationText}---${projectText}`,
    'deploy/shop/it.yaml': held,
    'deploy/shop/more/it.yaml': object('Secret', 'elsewhere'),
  });

test('a repository is the same with and without .git, in large and small letters', () => {
  expect(judge(project(DESTINATIONS), object('ConfigMap', 'shop-web'))).toEqual([]);
});

test('without a list of kinds a project admits every kind in namespaces, and none outside', () => {
  expect(judge(project(DESTINATIONS), object('Widget', 'shop'))).toEqual([]);
  const listed = `${DESTINATIONS}\n  namespaceResourceWhitelist: [{ group: '', kind: Service }]`;
  expect(judge(project(listed), object('Namespace'))).toEqual([
    'kind: Namespace it must be of a kind that project shop admits, got Namespace',
  ]);
  const open = `${listed}\n  clusterResourceWhitelist: [{ group: '*', kind: 'Name*' }]`;
  expect(judge(project(open), object('Namespace'))).toEqual([]);
});

test('a kind that is listed as refused is refused', () => {
  const refusing = `${DESTINATIONS}\n  namespaceResourceBlacklist: [{ group: '', kind: Secret }]`;
  expect(judge(project(refusing), object('Secret', 'shop'))).toEqual([
    'kind: Secret it must be of a kind that project shop admits, got Secret',
  ]);
});

test('a namespace that no destination has is refused, also one that is taken out', () => {
  expect(judge(project(DESTINATIONS), object('ConfigMap', 'bank'))).toEqual([
    "metadata.namespace: ConfigMap it must stand in a namespace that project shop admits, got 'bank'",
  ]);
  const without = DESTINATIONS.replace(']', ", { server: 'https://kubernetes.default.svc', namespace: '!shop-web' }]");
  expect(judge(project(without), object('ConfigMap', 'shop-web'))).toHaveLength(1);
  expect(judge(project(without), object('ConfigMap', 'shop'))).toEqual([]);
});

test('a destination of another cluster admits nothing here', () => {
  const other = "  destinations: [{ server: 'https://other.example.com', namespace: '*' }]";
  expect(judge(project(other), object('ConfigMap', 'shop'))).toEqual([
    "spec.destination.namespace: namespace must be one that project shop admits, got 'shop'",
    "metadata.namespace: ConfigMap it must stand in a namespace that project shop admits, got 'shop'",
  ]);
});

test('what a chart or a kustomization renders is not what stands in its folder', () => {
  const stranger = object('ConfigMap', 'bank');
  expect(judge(project(DESTINATIONS), stranger, application('path: deploy/shop, kustomize: {}'))).toEqual([]);
  expect(judge(project(DESTINATIONS), stranger, application("chart: shop, helm: { releaseName: 'shop' }"))).toEqual([]);
});

test('files that the Application leaves out are not held', () => {
  const stranger = object('ConfigMap', 'bank');
  const source = "path: deploy/shop, directory: { exclude: '{it,that}.yaml' }";
  expect(judge(project(DESTINATIONS), stranger, application(source))).toEqual([]);
  expect(
    judge(project(DESTINATIONS), stranger, application("path: deploy/shop, directory: { include: 'x*' }")),
  ).toEqual([]);
});

test('a project that nothing defines is found only beside projects that something does', () => {
  const other = project(DESTINATIONS).replace('name: shop', 'name: bank');
  const files = (text: string) => ({ 'argocd/shop.yaml': text });
  expect(judgeFiles(existingProjects, files(application()))).toEqual([]);
  expect(judgeFiles(existingProjects, files(`${application()}---${other}`))).toEqual([
    "spec.project: project must be one of bank, got 'shop'",
  ]);
  const facts = { provided: ['AppProject argocd/shop'] };
  expect(judgeFiles(existingProjects, files(`${application()}---${other}`), facts)).toEqual([]);
});

test('of two projects with one name that beside the Application counts', () => {
  const other = project('  destinations: []').replace('namespace: argocd', 'namespace: other');
  expect(judge(`${project(DESTINATIONS)}---${other}`, object('ConfigMap', 'shop'))).toEqual([]);
});

test('each list of a project that admits everything is named', () => {
  const open = project(
    "  destinations: [{ server: 'https://kubernetes.default.svc', namespace: '*' }]\n  clusterResourceWhitelist: [{ group: '*', kind: '*' }]",
  );
  expect(judgeFiles(closedProjects, { 'a.yaml': open })).toEqual([
    "spec.destinations[0]: project shop must name its namespaces, got '*'",
    "spec.clusterResourceWhitelist[0]: project shop must name its kinds outside of namespaces, got '*'",
  ]);
});

test('a project of another program is none of Argo CD', () => {
  const other = project("  sourceRepos: ['*']").replace('argoproj.io/v1alpha1', 'example.com/v1');
  expect(
    judgeFiles(closedProjects, { 'a.yaml': other.replace("  sourceRepos: ['https://git.example.com/shop']\n", '') }),
  ).toEqual([]);
});

import { Testing } from 'cdk8s';
import { defineElasticsearch } from '../__tests__/constructs/elasticsearch/elasticsearch-support';
import { installCrds } from './harness/crds';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { VERSIONS } from './harness/versions';

interface Rendered {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: { readonly template: { readonly metadata: object; readonly spec: object } };
}

const PRIORITY_CLASS = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'platform-data' },
  value: 1000,
};

const isQuota = ({ kind }: Rendered) => kind === 'ResourceQuota';
const stream = (objects: readonly object[]) => objects.map((object) => `---\n${JSON.stringify(object)}\n`).join('');

describe.each(Object.values(VERSIONS.kubernetes))('Kubernetes %s', (version) => {
  const kubernetes = forAllTests(() => startKubernetes({ version }), 25);
  const kubectl = (args: string[], objects: readonly object[]) => kubernetes().kubectl(args, stream(objects));
  // Without its controller, a quota has counted nothing and refuses every pod.
  const manifests = (Testing.synth(defineElasticsearch().chart) as Rendered[]).filter((object) => !isQuota(object));
  const namespaces = manifests.filter(({ kind }) => kind === 'Namespace');

  test('takes a cluster with its certificates, and finds nothing changed when it is applied again', async () => {
    await installCrds(kubernetes());
    const apply = ['apply', '--server-side', '--field-manager=argocd', '-f', '-'];
    await kubectl(apply, [...namespaces, PRIORITY_CLASS]);
    await kubectl(apply, manifests);
    const versions = () =>
      kubectl(['get', '-f', '-', '-o', 'jsonpath={.items[*].metadata.resourceVersion}'], manifests);
    const before = await versions();
    await kubectl(apply, manifests);
    expect(await versions()).toBe(before);
  }, 60_000);

  test('admits its pods under the restricted profile', async () => {
    const template = manifests.find(({ kind }) => kind === 'StatefulSet')?.spec?.template;
    const data = { name: 'data', persistentVolumeClaim: { claimName: 'data-search-0' } };
    const spec = template?.spec as { volumes: object[] };
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { ...template?.metadata, name: 'search-0', namespace: 'data' },
      spec: { ...spec, volumes: [...spec.volumes, data] },
    };
    expect(await kubectl(['create', '--dry-run=server', '-f', '-'], [pod])).toContain('pod/search-0 created');
  }, 60_000);
});

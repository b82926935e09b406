import { ENVIRONMENTS } from '../lib/model/environment';
import { Any } from '../__tests__/dist/read-dist';
import { apply, bundleOf, kubectl, makeForeignNamespaces, unlike } from './applied';
import { installCrds } from './harness/crds';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { VERSIONS } from './harness/versions';

/** Cases: the newest server meets every environment, the oldest one prod, which holds all that staging does. */
const cases = [
  ...ENVIRONMENTS.map((environment) => [VERSIONS.kubernetes.newest, environment] as const),
  [VERSIONS.kubernetes.oldest, 'prod'] as const,
];

describe.each(cases)('Kubernetes %s, %s', (version, environment) => {
  const kubernetes = forAllTests(async () => {
    const started = await startKubernetes({ version });
    await installCrds(started);
    await makeForeignNamespaces(started, bundleOf(environment));
    return started;
  }, 25);

  const objects = bundleOf(environment);
  const live = async (): Promise<Any[]> =>
    JSON.parse((await kubectl(kubernetes(), objects, 'get', '-f', '-', '-o', 'json')).stdout).items;

  test('takes every object without a warning', async () => {
    const { code, stdout, stderr } = await apply(kubernetes(), objects);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
  }, 120_000);

  test('changes nothing when it is applied again', async () => {
    const versions = async () =>
      (await live()).map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.resourceVersion}`);
    const before = await versions();
    expect(before).toHaveLength(objects.length);
    expect((await apply(kubernetes(), objects)).code).toBe(0);
    expect(await versions()).toEqual(before);
  }, 120_000);

  test('stores every value as it was written', async () => {
    const stored = await live();
    const differing = stored.flatMap((object, index) => {
      const written = objects[index];
      return unlike(written, object, `${written.kind} ${written.metadata.name} `);
    });
    expect(differing).toEqual([]);
  }, 120_000);
});

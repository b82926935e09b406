import { join } from 'node:path';
import { ENVIRONMENTS } from '../lib/model/environment';
import { Any, distOf } from '../__tests__/dist/read-dist';
import { execute, Finished } from './harness/command';
import { installCrds } from './harness/crds';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { VERSIONS } from './harness/versions';

const WAVE = 'argocd.argoproj.io/sync-wave';
const waveOf = ({ metadata }: Any) => Number(metadata.annotations[WAVE] ?? 0);

/** Cases: the newest server meets every environment, the oldest one prod, which holds all that staging does. */
const cases = [
  ...ENVIRONMENTS.map((environment) => [VERSIONS.kubernetes.newest, environment] as const),
  [VERSIONS.kubernetes.oldest, 'prod'] as const,
];

describe.each(cases)('Kubernetes %s, %s', (version, environment) => {
  const kubernetes = forAllTests(async () => {
    const started = await startKubernetes({ version });
    await installCrds(started);
    return started;
  }, 25);

  /** The bundle in the order in which Argo CD applies it: by wave, namespaces before what is in them. */
  const objects = distOf(environment).map(({ object }) => object);
  const rank = (object: Any) => waveOf(object) * 2 + (object.kind === 'Namespace' ? 0 : 1);
  const bundle = [...objects].sort((a, b) => rank(a) - rank(b)).map((object) => `---\n${JSON.stringify(object)}\n`);

  const kubectl = (...args: string[]): Promise<Finished> =>
    execute(join(kubernetes().binFolder, 'kubectl'), ['--kubeconfig', kubernetes().kubeconfig, ...args], {
      input: bundle.join(''),
    });
  const live = async (): Promise<Any[]> => JSON.parse((await kubectl('get', '-f', '-', '-o', 'json')).stdout).items;
  const apply = () => kubectl('apply', '--server-side', '--validate=strict', '-f', '-');

  test('takes every object without a warning', async () => {
    const { code, stdout, stderr } = await apply();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
  }, 120_000);

  test('changes nothing when it is applied again', async () => {
    const versions = async () =>
      (await live()).map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.resourceVersion}`);
    const before = await versions();
    expect(before).toHaveLength(objects.length);
    expect((await apply()).code).toBe(0);
    expect(await versions()).toEqual(before);
  }, 120_000);

  test('stores every value as it was written', async () => {
    const stored = await live();
    const differing = stored.flatMap((object, index) => {
      const written: Any = JSON.parse((bundle[index] ?? '').replace('---\n', ''));
      return unlike(written, object, `${written.kind} ${written.metadata.name} `);
    });
    expect(differing).toEqual([]);
  }, 120_000);
});

/** Paths at which something written is not what is stored; what the server added does not count. */
function unlike(written: Any, stored: Any, path: string): string[] {
  if (typeof written !== 'object' || written === null) {
    return written === stored ? [] : [`${path}: wrote ${JSON.stringify(written)}, stored ${JSON.stringify(stored)}`];
  }
  if (stored === undefined || stored === null) return Object.keys(written).length === 0 ? [] : [`${path}: not stored`];
  return Object.keys(written).flatMap((key) => unlike(written[key], stored[key], `${path}/${key}`));
}

import { Any } from '../__tests__/dist/read-dist';
import { ENVIRONMENTS } from '../lib/model/environment';
import { apply, bundleOf, kubectl, makeForeignNamespaces } from './applied';
import { installCrds } from './harness/crds';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';

/** Pods that controllers make of an object before any autoscaler has measured something. */
const podsOf = ({ kind, spec }: Any): number =>
  ['Deployment', 'StatefulSet'].includes(kind) ? (spec.replicas ?? 1) : kind === 'Job' ? 1 : 0;

describe.each(ENVIRONMENTS)('%s, under its own Pod Security, quotas and limit ranges', (environment) => {
  const kubernetes = forAllTests(async () => {
    const version = VERSIONS.kubernetes.newest;
    const started = await startKubernetes({ version, controllerManager: true, scheduler: true });
    await installCrds(started);
    await makeForeignNamespaces(started, bundleOf(environment));
    return started;
  }, 25);
  const objects = bundleOf(environment);
  const expected = objects.map(podsOf).reduce((sum, pods) => sum + pods);
  const list = async (...args: string[]): Promise<Any[]> =>
    JSON.parse((await kubectl(kubernetes(), [], 'get', ...args, '-A', '-o', 'json')).stdout).items;

  test('every pod is admitted', async () => {
    expect(await apply(kubernetes(), objects)).toMatchObject({ code: 0, stderr: '' });
    const pods = async () => (await list('pods')).length;
    await waitUntil(async () => (await pods()) >= expected, 60_000);
    const refused = (await list('events')).filter(({ reason }) => reason === 'FailedCreate');
    expect(refused.map(({ message }: Any) => message)).toEqual([]);
    expect(await pods()).toBe(expected);
  }, 120_000);

  test('the quota has room for every Deployment at its largest, while all of them roll out', async () => {
    const largest = objects
      .filter(({ kind }) => kind === 'HorizontalPodAutoscaler')
      .map(({ metadata, spec }) => ({
        target: `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`,
        namespace: metadata.namespace,
        pods: spec.maxReplicas + (spec.scaleTargetRef.kind === 'Deployment' ? 1 : 0),
      }));
    for (const { target, namespace, pods } of largest) {
      await kubectl(kubernetes(), [], 'scale', target, `--replicas=${pods}`, '-n', namespace);
    }
    const wanted = expected + largest.reduce((sum, { pods }) => sum + pods - 1, 0);
    const pods = async () => (await list('pods')).length;
    await waitUntil(async () => (await pods()) >= wanted, 90_000);
    expect(await pods()).toBe(wanted);
  }, 120_000);
});

import { ENVIRONMENTS } from '../lib/model/environment';
import { capacityOf, sumCapacity } from '../lib/review/capacity';
import { kubectl, bundleOf } from './applied';
import { applyTo, expectSoon, startCluster } from './cluster';
import { findIncomplete, findRefused, findWaiting, podsOf } from './cluster-pods';
import { forAllTests } from './harness/for-all-tests';
import { VERSIONS } from './harness/versions';
import { nodeFactsOf } from './nodes';
import { jobsOfCronJobs, rollOutAll, scaleAll } from './scaling';
import { watchBudgets } from './budgets';

/** Cases: the newest release meets every environment, the oldest one prod, which holds all that staging does. */
const cases = [
  ...ENVIRONMENTS.map((environment) => [VERSIONS.kubernetes.newest, environment] as const),
  [VERSIONS.kubernetes.oldest, 'prod'] as const,
];

describe.each(cases)('Kubernetes %s, %s, on the nodes that it declares', (version, environment) => {
  const nodes = nodeFactsOf(environment);
  const bundle = bundleOf(environment);
  const objects = [...bundle, ...jobsOfCronJobs(bundle)];
  const capacity = capacityOf(bundle, nodes.count);
  // Every Job runs on, those of all schedules with it: so much runs at the very worst.
  const cluster = forAllTests(() => startCluster({ version, nodes }), 60);

  const expectPods = async (count: number) => {
    await expectSoon('every pod has a node and is ready', 120_000, async () => {
      const found = (await podsOf(cluster())).length;
      const waiting = await findWaiting(cluster());
      return found < count ? [`${found} pods of ${count}`, ...(await findRefused(cluster()))] : waiting;
    });
    expect(await findRefused(cluster())).toEqual([]);
    expect(await podsOf(cluster())).toHaveLength(count);
  };

  test('every pod is admitted, and gets a node', async () => {
    await applyTo(cluster(), objects);
    await expectPods(sumCapacity(capacity, 'smallest').pods);
    await expectSoon('every controller has its pods', 60_000, () => findIncomplete(cluster()));
  }, 300_000);

  test('nothing differs from what was applied once every controller has had its say', async () => {
    const { code, stdout, stderr } = await kubectl(cluster().kubernetes, objects, 'diff', '--server-side', '-f', '-');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  }, 120_000);

  test('as many pods as autoscalers may ask for find room, as the capacity report says', async () => {
    await scaleAll(cluster(), objects, 'maxReplicas');
    await expectPods(sumCapacity(capacity, 'largest').pods);
  }, 300_000);

  test('every Deployment rolls out at once at its largest, within quotas and budgets, and ends', async () => {
    const watch = await watchBudgets(cluster());
    await rollOutAll(cluster());
    await expectSoon('every roll-out ends', 400_000, () => findIncomplete(cluster()));
    await expectPods(sumCapacity(capacity, 'largest').pods);
    expect(watch.findBroken()).toEqual([]);
    expect(watch.budgets).toBe(objects.filter(({ kind }) => kind === 'PodDisruptionBudget').length);
    watch.end();
  }, 500_000);
});

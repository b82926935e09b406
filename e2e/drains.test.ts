import { ENVIRONMENTS } from '../lib/model/environment';
import { capacityOf, sumCapacity } from '../lib/review/capacity';
import { bundleOf } from './applied';
import { watchBudgets } from './budgets';
import { applyTo, expectSoon, startCluster } from './cluster';
import { findFailedJobs, findIncomplete, findWaiting, nameOf, podsOf } from './cluster-pods';
import {
  drainAndReturn,
  findMinorities,
  findStuck,
  fullestNode,
  nodesIn,
  nodesThatFailTogether,
  removeNodes,
} from './drains';
import { forAllTests } from './harness/for-all-tests';
import { VERSIONS } from './harness/versions';
import { nodeFactsOf } from './nodes';
import { jobsOfCronJobs, scaleAll } from './scaling';

describe.each(ENVIRONMENTS)('%s', (environment) => {
  const version = VERSIONS.kubernetes.newest;
  const nodes = nodeFactsOf(environment);
  const bundle = bundleOf(environment);
  const objects = [...bundle, ...jobsOfCronJobs(bundle)];
  const capacity = capacityOf(bundle, nodes.count);
  const cluster = forAllTests(async () => {
    const started = await startCluster({ version, nodes });
    await applyTo(started, objects);
    return started;
  }, 60);

  const settle = (scale: 'smallest' | 'largest') =>
    expectSoon('every controller has its pods', 120_000, async () => {
      const wanted = sumCapacity(capacity, scale).pods;
      const found = (await podsOf(cluster())).length;
      const count = found === wanted ? [] : [`${found} pods, not ${wanted}`];
      return [...count, ...(await findIncomplete(cluster())), ...(await findWaiting(cluster()))];
    });

  test('with the most pods, those of the fullest node find room on the others', async () => {
    await scaleAll(cluster(), objects, 'maxReplicas');
    await settle('largest');
    const before = await podsOf(cluster());
    await drainAndReturn(cluster(), await fullestNode(cluster()));
    await settle('largest');
    expect(await podsOf(cluster())).toHaveLength(before.length);
  }, 300_000);

  test('each node in turn is drained to the end; no service falls under its budget, and no Job fails', async () => {
    await scaleAll(cluster(), objects, 'minReplicas');
    await settle('smallest');
    const watch = await watchBudgets(cluster());
    for (const node of await nodesIn(cluster())) await drainAndReturn(cluster(), node);
    await settle('smallest');
    expect(watch.findBroken()).toEqual([]);
    expect(await findFailedJobs(cluster())).toEqual([]);
    expect(watch.budgets).toBe(objects.filter(({ kind }) => kind === 'PodDisruptionBudget').length);
    watch.end();
  }, 900_000);

  test('where a zone fails, or a node where there is one zone, all that has its volumes elsewhere runs again', async () => {
    await removeNodes(cluster(), await nodesThatFailTogether(cluster()));
    const stuck = await findStuck(cluster());
    await expectSoon('all else runs again', 400_000, async () => {
      const nodesLeft = new Set(await nodesIn(cluster()));
      const pods = await podsOf(cluster());
      const lost = pods.filter(({ spec }) => spec.nodeName && !nodesLeft.has(spec.nodeName)).map(nameOf);
      const waiting = (await findWaiting(cluster())).filter(
        (text) => !stuck.some((name) => text.startsWith(`${name}: `)),
      );
      const missing = sumCapacity(capacity, 'smallest').pods - pods.length;
      return [...lost, ...waiting, ...(missing === 0 ? [] : [`${missing} pods are missing`])];
    });
    expect(await findMinorities(cluster())).toEqual([]);
  }, 500_000);
});

import { judgeNodes } from '../lib/review/node-table';
import { Any } from '../__tests__/dist/read-dist';
import { apply, bundleOf, kubectl } from './applied';
import { watchBudgets } from './budgets';
import { applyTo, Cluster, expectSoon, startCluster } from './cluster';
import { findFailedJobs, findIncomplete, findRefused, findWaiting, isReady, podsOf } from './cluster-pods';
import { drain, findMinorities, findStuck, nodesThatFailTogether, removeNodes } from './drains';
import { forAllTests } from './harness/for-all-tests';
import { waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';
import { nodeFactsOf } from './nodes';
import { jobsOfCronJobs, rollOutAll } from './scaling';

/** One namespace of prod is enough to plant in, without the quota, which is a defect of its own here. */
const NAMESPACE = 'onboarding';
const NAME = 'onboarding-workflow';

const objects = bundleOf('prod').filter(
  ({ kind, metadata: { name, namespace } }) =>
    (namespace === NAMESPACE && kind !== 'ResourceQuota') ||
    (kind === 'Namespace' && name === NAMESPACE) ||
    ['PriorityClass', 'StorageClass'].includes(kind),
);
const nodes = { ...nodeFactsOf('prod'), count: 6 };

const cluster = forAllTests(async () => {
  const started = await startCluster({ version: VERSIONS.kubernetes.newest, nodes });
  await applyTo(started, objects);
  await whole(started);
  return started;
}, 60);

const whole = (started: Cluster) =>
  expectSoon('every service has its pods', 120_000, async () => [
    ...(await findIncomplete(started)),
    ...(await findWaiting(started)),
  ]);

/** The object of a kind and name, changed. */
function changed(kind: string, change: (object: Any) => void, name = NAME): Any {
  const found = objects.find((object) => object.kind === kind && object.metadata.name === name);
  if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
  const copy = structuredClone(found);
  change(copy);
  return copy;
}

/** Applies a defect, looks until it shows, and applies what was right. */
async function seenWith(
  defects: Any[],
  look: () => Promise<readonly string[]>,
  sign: RegExp,
): Promise<readonly string[]> {
  await applied(defects);
  let seen: readonly string[] = [];
  await waitUntil(async () => {
    seen = (await look()).filter((text) => sign.test(text));
    return seen.length > 0;
  }, 90_000);
  await applied(objects);
  await whole(cluster());
  return seen;
}

async function applied(some: readonly Any[]): Promise<void> {
  const { code, stderr } = await apply(cluster().kubernetes, some);
  if (code !== 0) throw new Error(stderr);
}

test('a pod that Pod Security refuses is told of', async () => {
  const bare = changed('Deployment', ({ spec }) => delete spec.template.spec.securityContext);
  const seen = await seenWith([bare], () => findRefused(cluster()), /violates PodSecurity "restricted/);
  expect(seen).not.toEqual([]);
}, 300_000);

test('a container above the bounds of its namespace is told of', async () => {
  const large = changed(
    'Deployment',
    ({ spec }) => (spec.template.spec.containers[0].resources.limits.memory = '64Gi'),
  );
  expect(await seenWith([large], () => findRefused(cluster()), /maximum memory usage per Container/)).not.toEqual([]);
}, 300_000);

test('a pod that no node has room for waits, and the capacity report says so as well', async () => {
  const large = changed('Deployment', ({ spec }) => {
    const { resources } = spec.template.spec.containers[0];
    resources.requests.cpu = resources.limits.cpu = '4'; // as much as a node has, and some of it is reserved
  });
  const seen = await seenWith([large], () => findWaiting(cluster()), /Insufficient cpu/);
  expect(seen.every((text) => text.startsWith(`${NAMESPACE}/${NAME}-`))).toBe(true);
  expect(seen).not.toEqual([]);
  expect(judgeNodes([large], nodes)).toMatchObject({ fits: false });
}, 300_000);

test('a budget that allows nothing keeps a drain from ending', async () => {
  const closed = changed('PodDisruptionBudget', ({ spec }) => {
    spec.maxUnavailable = 0;
  });
  await applied([closed]);
  const pod = (await podsOf(cluster())).find(({ metadata }) => metadata.labels['app.kubernetes.io/name'] === NAME);
  const { code, stderr } = await drain(cluster(), pod.spec.nodeName, '15s');
  await cluster().kubernetes.kubectl(['uncordon', pod.spec.nodeName]);
  await applied(objects);
  await whole(cluster());
  expect(code).not.toBe(0);
  expect(stderr).toContain("would violate the pod's disruption budget");
}, 300_000);

test('a Job of one try fails where its node is drained; those of dist begin again elsewhere', async () => {
  const [restore] = jobsOfCronJobs(objects).filter(({ spec }) => spec.backoffLimit === 0);
  const counting = { ...restore, metadata: { ...restore.metadata, name: 'counting' } };
  counting.spec = { ...restore.spec, podFailurePolicy: undefined };
  await applied([restore, counting]);
  const jobs = [restore, counting].map(({ metadata }) => metadata.name);
  const readyPods = async () =>
    (await podsOf(cluster())).filter(
      (pod) => jobs.includes(pod.metadata.labels['batch.kubernetes.io/job-name']) && isReady(pod),
    );
  expect(await waitUntil(async () => (await readyPods()).length === jobs.length, 90_000)).toBe(true);
  for (const node of new Set<string>((await readyPods()).map(({ spec }) => spec.nodeName))) {
    expect((await drain(cluster(), node)).code).toBe(0);
    await cluster().kubernetes.kubectl(['uncordon', node]);
  }
  await waitUntil(async () => (await findFailedJobs(cluster())).length > 0, 90_000);
  await whole(cluster());
  expect(await findFailedJobs(cluster())).toEqual([`${NAMESPACE}/counting: BackoffLimitExceeded`]);
  expect(await waitUntil(async () => (await readyPods()).length === 1, 90_000)).toBe(true);
}, 300_000);

test('a service below its budget is seen, however short it is', async () => {
  const watch = await watchBudgets(cluster());
  await cluster().kubernetes.kubectl(['delete', 'pod', '-n', NAMESPACE, '-l', `app.kubernetes.io/name=${NAME}`]);
  await whole(cluster());
  watch.end();
  expect(watch.findBroken()).toEqual([
    expect.stringMatching(`^${NAMESPACE}/${NAME} must keep \\d pods ready, got \\d$`),
  ]);
}, 300_000);

test('a number of pods that is written beside an autoscaler does not stay as it was applied', async () => {
  const fixed = changed('Deployment', ({ spec }) => (spec.replicas = 1));
  const differing = async () => {
    const { stdout, stderr } = await kubectl(cluster().kubernetes, [fixed], 'diff', '--server-side', '-f', '-');
    return [stdout + stderr];
  };
  expect(await seenWith([fixed], differing, /replicas/)).not.toEqual([]);
}, 300_000);

test('a quota without room for one more pod stops a roll-out', async () => {
  const quota = bundleOf('prod').find(({ kind, metadata }) => kind === 'ResourceQuota' && metadata.name === NAMESPACE);
  const used = (await podsOf(cluster())).length;
  await applied([{ ...quota, spec: { hard: { pods: String(used) } } }]);
  await rollOutAll(cluster());
  const stopped = await waitUntil(
    async () => (await findRefused(cluster())).some((text) => text.includes('exceeded quota')),
    90_000,
  );
  const incomplete = await findIncomplete(cluster());
  expect(stopped).toBe(true);
  expect(incomplete.join('\n')).toContain(NAME);
}, 300_000);

test('stores without a quorum are seen, and pods that can run nowhere', async () => {
  await removeNodes(cluster(), await nodesThatFailTogether(cluster()));
  await removeNodes(cluster(), await nodesThatFailTogether(cluster()));
  expect((await findStuck(cluster())).join('\n')).toMatch(
    /onboarding-kafka-controller-\d\n.*onboarding-kafka-controller-\d/,
  );
  const lost = await waitUntil(async () => (await findMinorities(cluster())).length > 1, 200_000);
  expect({ lost, stores: await findMinorities(cluster()) }).toEqual({
    lost: true,
    stores: ['onboarding-kafka-broker', 'onboarding-kafka-controller'].map(
      (name) => `${NAMESPACE}/${name}: 1 of 3 ready`,
    ),
  });
}, 300_000);

import { Any } from '../__tests__/dist/read-dist';
import { alb, gateway, meshed, operated } from '../__tests__/platforms/profiles';
import { renderWith } from '../__tests__/platforms/rendered';
import { apply, inOrder, kubectl, makeForeignNamespaces, unlike } from './applied';
import { CLUSTER_CRDS, installCrds, PROFILE_CRDS } from './harness/crds';
import { forAllTests } from './harness/for-all-tests';
import { startKubernetes } from './harness/kubernetes';
import { VERSIONS } from './harness/versions';

/** Clusters that ours are not, and the kinds that only they have. */
const profiles = [
  ['a load balancer of AWS', { ingress: alb }, ['Ingress']],
  ['a Gateway', { ingress: gateway }, ['Gateway', 'HTTPRoute']],
  ['a mesh of Istio', meshed, ['PeerAuthentication']],
  ['an operator of Prometheus', { monitoring: operated }, ['PodMonitor', 'PrometheusRule']],
] as const;

describe.each(profiles)('a cluster with %s', (_, facts, kinds) => {
  const objects = inOrder(renderWith(facts).objects);

  const kubernetes = forAllTests(async () => {
    const started = await startKubernetes({ version: VERSIONS.kubernetes.newest });
    await installCrds(started, [...CLUSTER_CRDS, ...PROFILE_CRDS]);
    await makeForeignNamespaces(started, objects);
    return started;
  }, 25);

  const live = async (): Promise<Any[]> =>
    JSON.parse((await kubectl(kubernetes(), objects, 'get', '-f', '-', '-o', 'json')).stdout).items;

  test('takes every object without a warning, and stores it as it was written', async () => {
    expect(objects.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
    const { code, stdout, stderr } = await apply(kubernetes(), objects);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(objects.length);
    const stored = await live();
    expect(
      objects.flatMap((object, index) => unlike(object, stored[index], `${object.kind} ${object.metadata.name} `)),
    ).toEqual([]);
  }, 120_000);

  test('changes nothing when it is applied again', async () => {
    // With the first update of a Gateway the server stores the status that its definition gives by default.
    const gateways = objects.filter(({ kind }) => kind === 'Gateway');
    if (gateways.length > 0) await apply(kubernetes(), gateways);
    const versions = async () =>
      (await live()).map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.resourceVersion}`);
    const before = await versions();
    expect(before).toHaveLength(objects.length);
    expect((await apply(kubernetes(), objects)).code).toBe(0);
    expect(await versions()).toEqual(before);
  }, 120_000);
});

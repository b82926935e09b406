import { NodeFacts } from '../lib/rules/environment-facts';
import { apply, makeForeignNamespaces } from './applied';
import { ApiServer, Live, openApiServer } from './harness/api-server';
import { installCrds } from './harness/crds';
import { Stoppable } from './harness/for-all-tests';
import { Kubernetes, startKubernetes } from './harness/kubernetes';
import { startKwok } from './harness/kwok';
import { waitUntil } from './harness/process';
import { KubernetesVersion } from './harness/versions';
import { provisionVolumes } from './harness/volumes';
import { nodesOf } from './nodes';

/** Properties for `startCluster`. */
export interface ClusterProps {
  readonly version: KubernetesVersion;
  readonly nodes: NodeFacts;
}

/** A cluster whose controllers and scheduler are real, and whose nodes are played. */
export interface Cluster extends Stoppable {
  readonly kubernetes: Kubernetes;
  readonly api: ApiServer;
}

/**
 * Of the controllers that run: no Job begins because of the time at which the tests run, and clients that are to make
 * hundreds of pods are not held back.
 */
const CONTROLLERS = ['--controllers=*,-cronjob-controller', '--kube-api-qps=200', '--kube-api-burst=400'];

/** Starts a cluster with the custom resource definitions of every cluster, and waits until its nodes are ready. */
export async function startCluster({ version, nodes }: ClusterProps): Promise<Cluster> {
  const running: Stoppable[] = [];
  const stop = async () => {
    for (const server of running) await server.stop();
  };
  const keep = <T extends Stoppable>(server: T): T => {
    running.unshift(server);
    return server;
  };
  try {
    const kubernetes = keep(
      await startKubernetes({
        version,
        controllerManager: true,
        scheduler: true,
        controllerManagerFlags: CONTROLLERS,
      }),
    );
    await installCrds(kubernetes);
    const api = keep(await openApiServer(kubernetes));
    keep(await startKwok(kubernetes));
    for (const node of nodesOf(nodes)) await api.create('/api/v1/nodes', node);
    await expectSoon('every node is ready', 60_000, async () => {
      const unready = (await api.list('/api/v1/nodes')).filter(
        ({ status, spec }) => !isTrue(status, 'Ready') || spec.taints,
      );
      return unready.map(({ metadata }) => metadata.name);
    });
    await provisionVolumes(api);
    return { kubernetes, api, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Applies objects, those that bound what a namespace may take first: pods are refused until that is reckoned. */
export async function applyTo({ kubernetes, api }: Cluster, objects: readonly Live[]): Promise<void> {
  await makeForeignNamespaces(kubernetes, objects);
  const bounds = objects.filter(({ kind }) => ['Namespace', 'ResourceQuota'].includes(kind));
  await succeed(apply(kubernetes, bounds));
  await expectSoon('every quota is reckoned', 60_000, async () => {
    const quotas = await api.list('/api/v1/resourcequotas');
    return quotas.filter(({ status }) => !status?.used).map(({ metadata }) => metadata.namespace);
  });
  await succeed(apply(kubernetes, objects));
}

async function succeed(finished: ReturnType<typeof apply>): Promise<void> {
  const { code, stderr } = await finished;
  if (code !== 0) throw new Error(stderr);
}

/** Whether a status has a condition that holds. */
export const isTrue = (status: Live, condition: string): boolean =>
  (status?.conditions ?? []).some(({ type, status: holds }: Live) => type === condition && holds === 'True');

/** Waits until nothing is left of what stands in the way, and tells what is left when the time is over. */
export async function expectSoon(
  what: string,
  withinMs: number,
  findObstacles: () => Promise<readonly string[]>,
): Promise<void> {
  let left: readonly string[] = [];
  const done = await waitUntil(async () => {
    left = await findObstacles();
    return left.length === 0;
  }, withinMs);
  if (!done) throw new Error(`within ${withinMs / 1000} s ${what}, got\n${left.join('\n')}`);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { Any } from '../__tests__/dist/read-dist';
import { EnvironmentName } from '../lib/model/environment';
import { bundleOf, kubectl, makeForeignNamespaces } from './applied';
import { fakeOperators, STEP_MS } from './fake-operators';
import { GitRepository } from './git-repository';
import { ArgoCd, ARGOCD_NAMESPACE, startArgoCd } from './harness/argo-cd';
import { installCrds } from './harness/crds';
import { startFakeKubelets } from './harness/fake-kubelets';
import { Stoppable } from './harness/for-all-tests';
import { Kubernetes, startKubernetes } from './harness/kubernetes';
import { waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';
import { nodesOf } from './fake-nodes';

const root = join(__dirname, '..');
/** No Job begins because of the time at which the tests run, and nobody is held back who has hundreds of pods to make. */
const CONTROLLERS = ['--controllers=*,-cronjob-controller', '--kube-api-qps=200', '--kube-api-burst=400'];

const REFRESH = 'argocd.argoproj.io/refresh';

/** A cluster with nodes on which pods become ready, and with Argo CD that follows a git repository. */
export class Delivered implements Stoppable {
  private constructor(
    private readonly kubernetes: Kubernetes,
    private readonly argoCd: ArgoCd,
    /** What Argo CD follows. */
    public readonly repository: GitRepository,
    private readonly stopAll: () => Promise<void>,
  ) {}

  /** Starts all of it. Nothing is delivered before the root is applied. */
  public static async start(environment: EnvironmentName): Promise<Delivered> {
    const running: (() => void | Promise<void>)[] = [];
    const stopAll = async () => {
      for (const stop of running) await stop();
    };
    try {
      const repository = new GitRepository(environment);
      running.unshift(() => repository.remove());
      await repository.init(join(root, 'dist'));
      const kubernetes = await startKubernetes({
        version: VERSIONS.kubernetes.newest,
        controllerManager: true,
        scheduler: true,
        controllerManagerFlags: CONTROLLERS,
      });
      running.unshift(() => kubernetes.stop());
      await installCrds(kubernetes);
      const kubelets = await startFakeKubelets({ kubernetes, podStepMs: STEP_MS, stages: fakeOperators });
      running.unshift(() => kubelets.stop());
      await kubernetes.kubectl(
        ['create', '-f', '-'],
        JSON.stringify({ kind: 'List', apiVersion: 'v1', items: nodesOf(environment) }),
      );
      const argoCd = await startArgoCd({ kubernetes, settings: readSettings() });
      running.unshift(() => argoCd.stop());
      await makeForeignNamespaces(kubernetes, bundleOf(environment));
      return new Delivered(kubernetes, argoCd, repository, stopAll);
    } catch (error) {
      await stopAll();
      throw error;
    }
  }

  /** Applies the root as an operator does. */
  public async applyRoot(): Promise<void> {
    await this.kubernetes.kubectl(['apply', '--server-side', '-f', '-'], this.repository.read('argocd/root.yaml'));
  }

  /** Every Application. */
  public applications(): Promise<Any[]> {
    return this.list('applications.argoproj.io', '-n', ARGOCD_NAMESPACE);
  }

  /** Live objects of some kinds. */
  public async list(kinds: string, ...args: string[]): Promise<Any[]> {
    return JSON.parse(await this.kubernetes.kubectl(['get', kinds, ...args, '-o', 'json'])).items;
  }

  /** What the server has of objects, in their order. */
  public async live(objects: readonly Any[]): Promise<Any[]> {
    const args = ['get', '-f', '-', '--ignore-not-found', '-o', 'json'];
    const { code, stdout, stderr } = await kubectl(this.kubernetes, objects, ...args);
    if (code !== 0) throw new Error(stderr);
    const found = stdout === '' ? { items: [] } : JSON.parse(stdout);
    return found.items ?? [found];
  }

  /** Waits until every autoscaler has made its fewest pods: a Deployment begins with one. */
  public async waitForAutoscalers(): Promise<void> {
    const findShort = async () => {
      const autoscalers = await this.list('horizontalpodautoscalers', '-A');
      return autoscalers.filter(({ spec, status }) => (status?.currentReplicas ?? 0) < spec.minReplicas);
    };
    if (!(await waitUntil(async () => (await findShort()).length === 0, 120_000)))
      throw new Error('every autoscaler must have made its fewest pods within 2 minutes');
  }

  /** Runs kubectl, as somebody does who changes something by hand. */
  public kubectl(...args: string[]): Promise<string> {
    return this.kubernetes.kubectl(args);
  }

  /** Makes Argo CD look at the repository and at the cluster now: without what it remembers of either, if hard. */
  public async refresh(how: 'normal' | 'hard'): Promise<void> {
    const names = ['applications.argoproj.io', '--all', '-n', ARGOCD_NAMESPACE];
    await this.kubernetes.kubectl(['annotate', ...names, '--overwrite', `${REFRESH}=${how}`]);
    const isDone = ({ metadata }: Any) => metadata.annotations[REFRESH] === undefined;
    const done = await waitUntil(async () => (await this.applications()).every(isDone), 120_000);
    if (!done) throw new Error(`Argo CD must refresh within 2 minutes\n${await this.report()}`);
  }

  /** Waits until every Application is what a commit says, and healthy. Throws with the state of each if that never comes. */
  public async settle(commit: string, withinMs: number): Promise<void> {
    const deadline = Date.now() + withinMs;
    await this.refresh('normal');
    const isSettled = ({ status, operation }: Any) =>
      operation === undefined &&
      status?.sync?.status === 'Synced' &&
      status.sync.revision === commit &&
      status.health?.status === 'Healthy' &&
      status.operationState?.phase === 'Succeeded';
    const expected = this.repository.applications();
    const isDone = async () => {
      const settled = (await this.applications()).filter(isSettled).map(({ metadata }) => metadata.name);
      return expected.every((name) => settled.includes(name));
    };
    if (!(await waitUntil(isDone, deadline - Date.now()))) {
      throw new Error(`Applications must be settled within ${withinMs / 1000} s\n${await this.report()}`);
    }
  }

  /** What Argo CD says of its Applications, for messages. */
  public async report(): Promise<string> {
    const lines = (await this.applications()).flatMap(({ metadata, status = {} }) => [
      `${metadata.name} ${status.sync?.status} ${status.health?.status} ${status.sync?.revision} ${status.operationState?.phase}: ${status.operationState?.message}`,
      ...(status.conditions ?? []).map(({ type, message }: Any) => `  ${type}: ${message}`),
      ...(status.resources ?? [])
        .filter(({ status: sync, health }: Any) => sync !== 'Synced' || (health && health.status !== 'Healthy'))
        .slice(0, 20)
        .map(
          (each: Any) =>
            `  ${each.status} ${each.health?.status ?? ''} ${each.kind} ${each.namespace ?? ''}/${each.name}`,
        ),
    ]);
    return lines.join('\n');
  }

  /** Everything Argo CD's controller has logged so far. */
  public log(): string {
    return this.argoCd.log('argocd-application-controller');
  }

  /** Stops all of it. */
  public stop(): Promise<void> {
    return this.stopAll();
  }
}

/** The setting that docs/order.md tells to make, read from there. */
function readSettings(): Record<string, string> {
  const [, block = ''] =
    /```yaml\n( *resource\.customizations[^]*?)```/.exec(readFileSync(join(root, 'docs/order.md'), 'utf8')) ?? [];
  const [settings] = loadAll(block, { schema: YAML11_SCHEMA });
  return settings as Record<string, string>;
}

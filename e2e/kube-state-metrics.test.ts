import { Any, find } from '../__tests__/dist/read-dist';
import { kubeStateMetrics } from '../lib/monitoring/metrics/cluster';
import { apply, bundleOf } from './applied';
import { findUnreported, parseExposition } from './exposition';
import { forAllTests } from './harness/for-all-tests';
import { goProgram } from './harness/go-program';
import { Kubernetes, startKubernetes } from './harness/kubernetes';
import { freePort, HOST, makeTempFolder, removeFolder } from './harness/machine';
import { startServer, waitUntil } from './harness/process';
import { VERSIONS } from './harness/versions';

const MODULE = 'k8s.io/kube-state-metrics/v2';
const THEN = '2026-01-01T00:00:00Z';

const firstOf = (kind: string): Any => {
  const found = bundleOf('prod').find((object) => object.kind === kind);
  if (found === undefined) throw new Error(`prod has no ${kind}`);
  return found;
};

const node: Any = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } };

/** A pod as the Deployment's controller would make it, on the node. */
function podOf({ metadata, spec }: Any): Any {
  const { template } = spec;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `${metadata.name}-a`, namespace: metadata.namespace, labels: template.metadata.labels },
    spec: { ...template.spec, nodeName: node.metadata.name },
  };
}

/** Writes what a controller would write after a while: nothing here runs any. */
async function report(kubernetes: Kubernetes, { kind, metadata }: Any, status: object): Promise<void> {
  const place = metadata.namespace === undefined ? [] : ['-n', metadata.namespace];
  const args = ['patch', kind, metadata.name, ...place, '--subresource=status', '--type=merge', '-p'];
  await kubernetes.kubectl([...args, JSON.stringify({ status })]);
}

/** One object of each kind that is reported on, as `prod` has it, and what happened to it. */
async function fill(kubernetes: Kubernetes): Promise<void> {
  const [deployment, statefulSet, autoscaler] = ['Deployment', 'StatefulSet', 'HorizontalPodAutoscaler'].map(firstOf);
  const [cronJob, job] = ['CronJob', 'Job'].map(firstOf);
  const kinds = ['Namespace', 'PriorityClass'];
  const ground = bundleOf('prod').filter(({ kind }) => kinds.includes(kind));
  const pod = podOf(deployment);
  const { code, stderr } = await apply(kubernetes, [
    ...ground,
    node,
    deployment,
    statefulSet,
    autoscaler,
    cronJob,
    job,
    pod,
  ]);
  if (code !== 0) throw new Error(stderr);
  const container = pod.spec.containers[0];
  const waiting = { state: { waiting: { reason: 'CrashLoopBackOff' } }, ready: false, restartCount: 3 };
  await report(kubernetes, node, {
    allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
    conditions: [{ type: 'Ready', status: 'True' }],
  });
  await report(kubernetes, pod, {
    phase: 'Pending',
    containerStatuses: [{ name: container.name, image: container.image, imageID: '', ...waiting }],
  });
  await report(kubernetes, cronJob, { lastSuccessfulTime: THEN });
  await report(kubernetes, autoscaler, { desiredReplicas: 2, currentReplicas: 2 });
  const failed = { status: 'True', lastTransitionTime: THEN, reason: 'BackoffLimitExceeded' };
  await report(kubernetes, job, {
    startTime: THEN,
    conditions: [
      { type: 'FailureTarget', ...failed },
      { type: 'Failed', ...failed },
    ],
  });
}

/** The program with the arguments of its pod, but for ports and the way to the API server. */
const running = forAllTests(async () => {
  const kubernetes = await startKubernetes({ version: VERSIONS.kubernetes.newest });
  const folder = makeTempFolder('kube-state-metrics');
  const stopAll = async () => {
    await kubernetes.stop();
    removeFolder(folder);
  };
  try {
    await fill(kubernetes);
    const [port, own] = [await freePort(), await freePort()];
    const { args } = find('prod', 'Deployment', 'kube-state-metrics').spec.template.spec.containers[0];
    const get = async (path: string, at = port) => (await fetch(`http://${HOST}:${at}${path}`)).text();
    const program = { name: 'kube-state-metrics', module: MODULE, version: VERSIONS.kubeStateMetrics, main: MODULE };
    const server = await startServer({
      name: 'kube-state-metrics',
      command: await goProgram(program),
      args: [
        ...args.filter((arg: string) => !/^--(telemetry-)?port=/.test(arg)),
        `--host=${HOST}`,
        `--port=${port}`,
        `--telemetry-host=${HOST}`,
        `--telemetry-port=${own}`,
        `--kubeconfig=${kubernetes.kubeconfig}`,
      ],
      folder,
      ready: () =>
        get('/readyz', own).then(
          (text) => text.includes('OK'),
          () => false,
        ),
      readyWithinMs: 30_000,
    });
    return { get, kubernetes, stop: () => server.stop().then(stopAll) };
  } catch (error) {
    await stopAll();
    throw error;
  }
}, 25);

test('reports what alerts and dashboards read, of the resources that the row names', async () => {
  const missing = async () => findUnreported(kubeStateMetrics, [await running().get('/metrics')]);
  await waitUntil(async () => (await missing()).length === 0, 20_000);
  expect(await missing()).toEqual([]);
}, 30_000);

test('reports nothing of Secrets and ConfigMaps', async () => {
  const names = [...parseExposition(await running().get('/metrics')).keys()];
  expect(names.filter((name) => /^kube_(secret|configmap)_/.test(name))).toEqual([]);
});

test('the values that alerts ask for are those that the program writes', async () => {
  const text = await running().get('/metrics');
  expect(text).toMatch(/kube_pod_container_status_waiting_reason\{[^}]*reason="CrashLoopBackOff"\} 1/);
  expect(text).toMatch(/kube_pod_status_phase\{[^}]*phase="Pending"\} 1/);
  expect(text).toMatch(/kube_job_failed\{[^}]*condition="true"\} 1/);
  expect(text).toMatch(/kube_node_status_condition\{[^}]*condition="Ready",status="true"\} 1/);
  expect(text).toMatch(/kube_node_status_allocatable\{[^}]*resource="memory"[^}]*\}/);
});

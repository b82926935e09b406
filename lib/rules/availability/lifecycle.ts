import { isDeepStrictEqual } from 'node:util';
import { ObjectIndex } from '../object-index';
import { Finding, Rule } from '../rule';
import { Container, Probe } from '../views/pod-spec';
import { containers, PlacedContainer, podTemplates } from '../views/pods';
import { tree } from '../views/tree';

/** What kills a container is not what takes it out of a Service. */
export const livenessDiffers: Rule = {
  id: 'availability/liveness-differs',
  title: 'A liveness probe asks something else than the readiness probe, or waits longer',
  severity: 'warning',
  why: 'Where something else is down, a pod is killed in the moment in which it only had to be left alone.',
  cure: 'ask for something that only a restart mends, or raise failureThreshold',
  sources: ['L46', 'V21', 'kube-score: pod-probes-identical'],
  judge: findSameProbes,
};

/** Nothing is killed before it may be ready. */
export const startBudget: Rule = {
  id: 'availability/start-budget',
  title: 'A liveness probe lets a container start',
  severity: 'warning',
  why: 'The container is killed while it starts, again and again.',
  cure: 'add a startupProbe with the time that a start takes',
  sources: ['V20', 'Kubernetes: protect slow starting containers'],
  judge: findShortStarts,
};

/** A pod has time to stop after its preStop hook. */
export const gracePeriod: Rule = {
  id: 'availability/grace-period',
  title: 'A pod has time to stop after its preStop hook',
  severity: 'error',
  why: 'The container is killed while it sleeps, with all that it was doing.',
  cure: 'raise terminationGracePeriodSeconds by what the program needs to stop',
  sources: ['V18'],
  judge: findShortGraces,
};

/** A rollout is given up later than a container may take to start. */
export const rolloutDeadline: Rule = {
  id: 'availability/rollout-deadline',
  title: 'A rollout is given up later than its pods may take to start',
  severity: 'warning',
  why: 'It is called failed while the pods still may become ready.',
  cure: 'raise progressDeadlineSeconds above what the probes allow',
  sources: ['V20', 'Kubernetes: progress deadline seconds'],
  judge: findShortDeadlines,
};

/** The default of a pod. */
const GRACE_SECONDS = 30;

/** The default of a Deployment. */
const PROGRESS_SECONDS = 600;

function* findSameProbes(index: ObjectIndex): Iterable<Finding> {
  for (const { pod, at, container } of index.view(containers)) {
    const { livenessProbe: liveness, readinessProbe: readiness } = container;
    if (!liveness || !readiness || failureSeconds(liveness) > failureSeconds(readiness)) continue;
    if (!asksSame(liveness, readiness)) continue;
    const message = `livenessProbe of ${container.name} must differ from its readinessProbe, got the same question`;
    yield { subject: pod.owner, at: [...at, 'livenessProbe'], message };
  }
}

/** A connection to a port says nothing of other systems. */
function asksSame(one: Probe, other: Probe): boolean {
  return (['httpGet', 'grpc', 'exec'] as const).some(
    (action) => one[action] !== undefined && isDeepStrictEqual(one[action], other[action]),
  );
}

function* findShortStarts(index: ObjectIndex): Iterable<Finding> {
  for (const { pod, at, container } of index.view(containers)) {
    const { livenessProbe: liveness, readinessProbe: readiness, startupProbe } = container;
    if (!liveness || !readiness || startupProbe) continue;
    const killed = (liveness.initialDelaySeconds ?? 0) + failureSeconds(liveness);
    const asked = readiness.initialDelaySeconds ?? 0;
    if (asked === 0 || killed > asked) continue;
    const message =
      `livenessProbe of ${container.name} must fail later than the ${asked} seconds after which readiness is first asked, ` +
      `got ${killed}`;
    yield { subject: pod.owner, at: [...at, 'livenessProbe'], message };
  }
}

/** Seconds from the first failure to the last one that counts. */
function failureSeconds({ periodSeconds = 10, failureThreshold = 3 }: Probe): number {
  return periodSeconds * failureThreshold;
}

function* findShortGraces(index: ObjectIndex): Iterable<Finding> {
  for (const placed of index.view(containers)) {
    const { pod, at, container } = placed;
    const slept = sleepSeconds(container);
    const grace = pod.spec.terminationGracePeriodSeconds ?? GRACE_SECONDS;
    if (slept === undefined || slept < grace) continue;
    const message = `preStop of ${container.name} must end before the ${grace} seconds that the pod has to stop, got ${slept}`;
    yield { subject: pod.owner, at: [...at, 'lifecycle', 'preStop'], message };
  }
}

/** Seconds of `sleep` in a preStop hook; several in one script add up. */
function sleepSeconds({ lifecycle }: Container): number | undefined {
  const { sleep, exec } = tree(lifecycle?.preStop);
  const { seconds } = tree(sleep);
  if (typeof seconds === 'number') return seconds;
  const { command } = tree(exec);
  const words = Array.isArray(command) ? command.join(' ') : '';
  const found = [...words.matchAll(/(?:^|[\s;&/])sleep\s+(\d+)(?=s?(?:$|[\s;&]))/g)];
  const loops = /\b(?:while|until|for)\b/.test(words);
  return found.length === 0 || loops ? undefined : found.reduce((sum, [, amount]) => sum + Number(amount), 0);
}

function* findShortDeadlines(index: ObjectIndex): Iterable<Finding> {
  for (const pod of index.view(podTemplates)) {
    const { owner: subject, spec } = pod;
    const { progressDeadlineSeconds, minReadySeconds } = tree(subject.manifest['spec']);
    if (subject.manifest.kind !== 'Deployment') continue;
    const deadline = Number(progressDeadlineSeconds ?? PROGRESS_SECONDS);
    const start = Math.max(0, ...(spec.containers ?? []).map(startSeconds)) + Number(minReadySeconds ?? 0);
    if (start < deadline) continue;
    const message = `progressDeadlineSeconds must be more than the ${start} seconds that the pods may take, got ${deadline}`;
    yield { subject, at: ['spec', 'progressDeadlineSeconds'], message };
  }
}

function startSeconds({ startupProbe, readinessProbe }: PlacedContainer['container']): number {
  const start = startupProbe ? (startupProbe.initialDelaySeconds ?? 0) + failureSeconds(startupProbe) : 0;
  return start + (readinessProbe?.initialDelaySeconds ?? 0);
}

import { ObjectIndex } from '../object-index';
import { nameOf, RenderedObject } from '../rendered-object';
import { Finding, Rule } from '../rule';
import { PodTemplate } from '../views/pods';
import { podsTaken } from '../views/selections';
import { LabelSelector } from '../views/selectors';

/** No controller's selector takes pods of another. */
export const ownPods: Rule = {
  id: 'identity/own-pods',
  title: 'A controller selects the pods that it makes, and no others',
  severity: 'error',
  why: 'Two controllers count each other’s pods as theirs: one never makes its own, or both delete and make for ever.',
  cure: 'give the selector and the template a label that only this workload has',
  sources: ['V15', 'Kubernetes: Deployments, Selector'],
  judge: findSharedPods,
};

/** A Service sends to pods of one workload. */
export const oneWorkload: Rule = {
  id: 'identity/one-workload-per-service',
  title: 'A Service sends to the pods of one workload',
  severity: 'warning',
  why: 'Requests reach pods that do not answer them: a job, or another program of the same release.',
  cure: 'select a label that only the pods meant have, such as app.kubernetes.io/name',
  sources: ['Kubernetes: Recommended Labels'],
  judge: findMixedServices,
};

const CONTROLLERS = ['DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'] as const;

function* findSharedPods(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind(...CONTROLLERS)) {
    if (!isOfApps(subject)) continue;
    const { selector } = (subject.manifest.spec ?? {}) as { selector?: LabelSelector };
    if (selector === undefined) continue;
    const others = podsTaken(index, subject.manifest.metadata.namespace, selector)
      .map(({ owner }) => owner)
      .filter((owner) => isOfApps(owner) && !isSame(owner, subject));
    const [other] = others;
    if (other === undefined) continue;
    const message = `selector of a ${subject.manifest.kind} must take its own pods only, got those of ${describe(other)}`;
    yield { subject, at: ['spec', 'selector'], message };
  }
}

/** Two definitions of one object are one workload: that there are two is said elsewhere. */
function isSame({ manifest: a }: RenderedObject, { manifest: b }: RenderedObject): boolean {
  return a.kind === b.kind && a.metadata.name === b.metadata.name && a.metadata.namespace === b.metadata.namespace;
}

/** Jobs make their selectors from their own identity, and other groups know what they select. */
function isOfApps({ manifest }: RenderedObject): boolean {
  return manifest.apiVersion.startsWith('apps/');
}

/** Labels that say which program a pod is, the most telling first. What shares it is one program in several parts. */
const PROGRAM = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name', 'run', 'app.kubernetes.io/component', 'component'];

function* findMixedServices(index: ObjectIndex): Iterable<Finding> {
  for (const subject of index.ofKind('Service')) {
    const { selector } = (subject.manifest.spec ?? {}) as { selector?: Readonly<Record<string, string>> };
    if (selector === undefined || Object.keys(selector).length === 0) continue;
    const pods = podsTaken(index, subject.manifest.metadata.namespace, { matchLabels: selector }).filter((pod) =>
      listens(pod, subject),
    );
    const [first, ...rest] = pods;
    const other = first && rest.find((pod) => isOther(pod, first, selector));
    if (first === undefined || other === undefined) continue;
    const message = `selector of a Service must take the pods of one workload, got ${describe(first.owner)} and ${describe(other.owner)}`;
    yield { subject, at: ['spec', 'selector'], message };
  }
}

/** Whether pods are of another program than others, or run to an end where the others serve. */
function isOther(pod: PodTemplate, first: PodTemplate, selector: Readonly<Record<string, string>>): boolean {
  if (isSame(pod.owner, first.owner)) return false;
  if (runsToAnEnd(pod) !== runsToAnEnd(first)) return true;
  if (PROGRAM.some((key) => selector[key] !== undefined)) return false;
  const key = PROGRAM.find((label) => pod.labels[label] !== undefined && first.labels[label] !== undefined);
  return key !== undefined && pod.labels[key] !== first.labels[key];
}

function runsToAnEnd({ owner }: PodTemplate): boolean {
  return owner.manifest.kind === 'Job' || owner.manifest.kind === 'CronJob';
}

/** Whether a Service finds a port in pods: one that it names must be there, a number always is. */
function listens({ spec }: PodTemplate, { manifest }: RenderedObject): boolean {
  const { ports = [] } = manifest.spec as { ports?: readonly { readonly targetPort?: number | string }[] };
  const named = new Set((spec.containers ?? []).flatMap((container) => container.ports?.map(({ name }) => name) ?? []));
  return ports.length === 0 || ports.some(({ targetPort }) => typeof targetPort !== 'string' || named.has(targetPort));
}

function describe({ manifest }: RenderedObject): string {
  return `${manifest.kind} ${nameOf(manifest)}`;
}

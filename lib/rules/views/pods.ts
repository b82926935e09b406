import { kindOf, View } from '../object-index';
import { RenderedObject } from '../rendered-object';
import { FieldPath } from '../rule';
import { Container, PodSpec } from './pod-spec';

/** Pods that an object makes, all of one template. */
export interface PodTemplate {
  /** The Deployment, StatefulSet, DaemonSet, Job, CronJob or Pod. */
  readonly owner: RenderedObject;
  readonly namespace: string | undefined;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;

  /** Where the template stands in the owner: `['spec', 'template']`. */
  readonly templateAt: FieldPath;

  /** Where the pod's spec stands in the owner: `['spec', 'template', 'spec']`. */
  readonly at: FieldPath;
  readonly spec: PodSpec;
}

/** A container of a pod, and where it stands in the pod's owner. */
export interface PlacedContainer {
  readonly pod: PodTemplate;
  readonly at: FieldPath;

  /** Whether it runs before the others and ends. */
  readonly init: boolean;
  readonly container: Container;
}

/** Where kinds of Kubernetes that make pods have their template. Kinds of others share their names. */
const TEMPLATES: ReadonlyMap<string, FieldPath> = new Map<string, FieldPath>([
  ['Pod', []],
  ['Deployment', ['spec', 'template']],
  ['StatefulSet', ['spec', 'template']],
  ['DaemonSet', ['spec', 'template']],
  ['ReplicaSet', ['spec', 'template']],
  ['ReplicationController', ['spec', 'template']],
  ['Rollout', ['spec', 'template']],
  ['Job', ['spec', 'template']],
  ['CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
]);

/** Every pod template, in the order of the objects. */
export const podTemplates: View<readonly PodTemplate[]> = (index) =>
  index.objects.flatMap((owner) => podTemplateOf(owner) ?? []);

function podTemplateOf(owner: RenderedObject): PodTemplate | undefined {
  const templateAt = TEMPLATES.get(kindOf(owner.manifest));
  if (templateAt === undefined || !/^(?:v1$|(?:apps|batch|extensions|argoproj\.io)\/)/.test(owner.manifest.apiVersion))
    return undefined;
  const template = templateAt.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | null | undefined)?.[key],
    owner.manifest,
  ) as Template | null | undefined;
  if (!template?.spec) return undefined;
  const { labels = {}, annotations = {} } = template.metadata ?? {};
  const { namespace } = owner.manifest.metadata;
  return { owner, namespace, labels, annotations, templateAt, at: [...templateAt, 'spec'], spec: template.spec };
}

interface Template {
  readonly metadata?: Pick<RenderedObject['manifest']['metadata'], 'labels' | 'annotations'>;
  readonly spec?: PodSpec;
}

/** Every container of every pod, init containers first. */
export const containers: View<readonly PlacedContainer[]> = (index) => index.view(podTemplates).flatMap(containersOf);

/** Every container of one pod, init containers first. */
export function containersOf(pod: PodTemplate): PlacedContainer[] {
  const place = (list: 'initContainers' | 'containers') =>
    (pod.spec[list] ?? []).map((container, position) => {
      return { pod, at: [...pod.at, list, position], init: list === 'initContainers', container };
    });
  return [...place('initContainers'), ...place('containers')];
}

import { nameOf } from '../rendered-object';
import { LabelSelector, selects } from '../views/selectors';
import { ContainerPort } from '../views/pod-spec';
import { PodTemplate } from '../views/pods';
import { PortSet } from './port-set';

/** Pods that no policy can tell apart: one namespace, the same labels and ports. */
export interface PodGroup {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;

  /** What the containers say they listen on. Nothing is known of pods of others. */
  readonly ports: readonly ContainerPort[];

  /** What they are made from; empty for pods of others. */
  readonly pods: readonly PodTemplate[];

  /** `<namespace>/<workload>`, or for pods of others `<namespace>/<label>=<value>`. */
  readonly text: string;
}

/** Whether pods of a group are made by others, and only known because a policy names them. */
export function isForeign({ pods }: PodGroup): boolean {
  return pods.length === 0;
}

/** The label that the API server sets on every namespace. */
export const NAMESPACE_NAME_LABEL = 'kubernetes.io/metadata.name';

/** The recommended label for what a program is called. */
const NAME_LABEL = 'app.kubernetes.io/name';

/** What people call the workload that makes a pod; a Job's own name changes with every run. */
export function workloadName({ owner: { manifest }, labels }: PodTemplate): string {
  return (manifest.kind === 'Job' ? labels[NAME_LABEL] : undefined) ?? nameOf(manifest);
}

/** Labels of a pod as controllers complete them. */
export function labelsOf({ owner: { manifest }, labels }: PodTemplate): Readonly<Record<string, string>> {
  const { kind, metadata } = manifest;
  return kind === 'Job'
    ? { ...labels, 'job-name': metadata.name, 'batch.kubernetes.io/job-name': metadata.name }
    : labels;
}

/** Ports of the containers that run as long as the pod does. */
export function portsOf({ spec }: PodTemplate): ContainerPort[] {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...(spec.containers ?? []), ...sidecars].flatMap(({ ports }) => ports ?? []);
}

/** The ports of a group that have a name: a policy's named port means another number at each destination. */
export function namedPort({ ports }: PodGroup, name: string, protocol: string): PortSet {
  const found = ports.find((port) => port.name === name && (port.protocol ?? 'TCP') === protocol);
  return found ? PortSet.of(protocol, found.containerPort) : PortSet.NONE;
}

/** Groups by namespace and by label, so that a selector looks at few of them. */
export class GroupIndex {
  private readonly byNamespace = new Map<string, PodGroup[]>();
  private readonly byLabel = new Map<string, PodGroup[]>();

  public add(group: PodGroup): void {
    push(this.byNamespace, group.namespace, group);
    for (const [key, value] of Object.entries(group.labels))
      push(this.byLabel, keyOf(group.namespace, key, value), group);
  }

  /** Groups of a namespace that a selector selects. */
  public select(namespace: string, selector: LabelSelector): PodGroup[] {
    const candidates = Object.entries(selector.matchLabels ?? {})
      .map(([key, value]) => this.byLabel.get(keyOf(namespace, key, value)) ?? [])
      .reduce<readonly PodGroup[] | undefined>(
        (best, list) => (best && best.length <= list.length ? best : list),
        undefined,
      );
    return (candidates ?? this.inNamespace(namespace)).filter(({ labels }) => selects(selector, labels));
  }

  public inNamespace(namespace: string): readonly PodGroup[] {
    return this.byNamespace.get(namespace) ?? [];
  }
}

function keyOf(namespace: string, key: string, value: string): string {
  return `${namespace} ${key}=${value}`;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

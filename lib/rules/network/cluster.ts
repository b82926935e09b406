import { ObjectIndex, View } from '../object-index';
import { DEFAULT_NAMESPACE, networkPolicies, PolicyPeer } from '../views/network-policies';
import { PodTemplate, podTemplates } from '../views/pods';
import { LabelSelector, selects } from '../views/selectors';
import { GroupIndex, labelsOf, NAMESPACE_NAME_LABEL, PodGroup, portsOf, workloadName } from './pod-group';

/** Namespaces and pods that policies of a bundle may speak of: its own, and those of others that it names. */
export interface Cluster {
  readonly namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>;

  /** Pods of the bundle. Those in the network of their node are left out: policies do not hold for them. */
  readonly workloads: readonly PodGroup[];

  /** One group for each selector that names pods of others. */
  readonly foreign: readonly PodGroup[];

  /** Groups that a selector of namespaces and pods selects, of the bundle and of others. */
  readonly select: (namespaces: LabelSelector | string, pods: LabelSelector) => readonly PodGroup[];
}

/** The cluster as a bundle shows it. */
export const cluster: View<Cluster> = (index) => {
  const namespaces = namespacesOf(index);
  const groups = new GroupIndex();
  const workloads = groupsOf(index);
  workloads.forEach((group) => {
    groups.add(group);
  });
  const select = selectFrom(namespaces, groups);
  const foreign = [...foreignPods(index, namespaces, select).values()];
  foreign.forEach((group) => {
    namespaces.set(group.namespace, namespaces.get(group.namespace) ?? group.namespaceLabels);
    groups.add(group);
  });
  return { namespaces, workloads, foreign, select: remember(selectFrom(namespaces, groups)) };
};

function namespacesOf(index: ObjectIndex): Map<string, Readonly<Record<string, string>>> {
  const named = (name: string) => [name, { [NAMESPACE_NAME_LABEL]: name }] as const;
  const used = [...index.view(podTemplates), ...index.view(networkPolicies)].map(({ namespace }) => namespace);
  const declared = index.ofKind('Namespace').map(({ manifest: { metadata } }) => {
    return [metadata.name, { ...metadata.labels, [NAMESPACE_NAME_LABEL]: metadata.name }] as const;
  });
  return new Map([...used.map((name) => named(name ?? DEFAULT_NAMESPACE)), ...declared]);
}

function groupsOf(index: ObjectIndex): PodGroup[] {
  const groups = new Map<string, PodGroup & { readonly pods: PodTemplate[] }>();
  for (const pod of index.view(podTemplates)) {
    if (pod.spec.hostNetwork === true) continue;
    const namespace = pod.namespace ?? DEFAULT_NAMESPACE;
    const [labels, ports] = [labelsOf(pod), portsOf(pod)];
    const key = JSON.stringify([namespace, sorted(labels), ports]);
    const known = groups.get(key);
    if (known) known.pods.push(pod);
    else groups.set(key, { namespace, labels, ports, pods: [pod], text: `${namespace}/${workloadName(pod)}` });
  }
  return [...groups.values()];
}

type Select = Cluster['select'];

function selectFrom(namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>, groups: GroupIndex): Select {
  return (namespaceSelector, pods) => {
    const names = typeof namespaceSelector === 'string' ? [namespaceSelector] : matching(namespaces, namespaceSelector);
    return names.flatMap((name) => groups.select(name, pods));
  };
}

/** Names of the namespaces that a selector selects; the common selector by name looks at one. */
function matching(
  namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>,
  selector: LabelSelector,
): readonly string[] {
  const name = selector.matchLabels?.[NAMESPACE_NAME_LABEL];
  const candidates = name === undefined ? [...namespaces.keys()] : [name];
  return candidates.filter((candidate) => {
    const labels = namespaces.get(candidate);
    return labels !== undefined && selects(selector, labels);
  });
}

function remember(select: Select): Select {
  const known = new Map<string, readonly PodGroup[]>();
  return (namespaces, pods) => {
    const key = JSON.stringify([namespaces, pods]);
    const groups = known.get(key) ?? select(namespaces, pods);
    known.set(key, groups);
    return groups;
  };
}

type Foreign = PodGroup & { readonly namespaceLabels: Readonly<Record<string, string>> };

/**
 * Pods that some policy names and that are not of the bundle: each selector stands for one group of them. A peer that is
 * a whole namespace means pods that nobody knows yet, too.
 */
function foreignPods(index: ObjectIndex, namespaces: Cluster['namespaces'], select: Select): Map<string, Foreign> {
  const foreign = new Map<string, Foreign>();
  const see = (scope: LabelSelector | string, pods: LabelSelector) => {
    const elsewhere = typeof scope !== 'string' && reachesElsewhere(scope, namespaces);
    const whole = describeSelector(pods) === EVERYTHING;
    if (!elsewhere && !whole && select(scope, pods).length > 0) return;
    const group = groupLike(scope, pods);
    if (group) foreign.set(group.text, group);
  };
  for (const policy of index.view(networkPolicies)) {
    if (select(policy.namespace, policy.podSelector).length === 0) see(policy.namespace, policy.podSelector);
    policy.rules.forEach(({ peers = [] }) => {
      peers.filter(namesPods).forEach((peer) => {
        see(peer.namespaceSelector ?? policy.namespace, peer.podSelector ?? {});
      });
    });
  }
  return foreign;
}

/** Whether a peer is about pods, and not about addresses. */
export function namesPods({ ipBlock }: PolicyPeer): boolean {
  return ipBlock === undefined;
}

/** Whether a selector may select namespaces that are not of the bundle. */
function reachesElsewhere(scope: LabelSelector, namespaces: Cluster['namespaces']): boolean {
  const name = scope.matchLabels?.[NAMESPACE_NAME_LABEL];
  return name === undefined || !namespaces.has(name);
}

function groupLike(scope: LabelSelector | string, selector: LabelSelector): Foreign | undefined {
  const labels = likely(selector);
  if (typeof scope === 'string') return { ...described(scope, labels, selector), namespaceLabels: {} };
  const namespaceLabels = likely(scope);
  const name = namespaceLabels[NAMESPACE_NAME_LABEL];
  if (!selects(scope, namespaceLabels) || !selects(selector, labels)) return undefined;
  return { ...described(name ?? describeSelector(scope), labels, selector), namespaceLabels };
}

function described(namespace: string, labels: Readonly<Record<string, string>>, selector: LabelSelector): PodGroup {
  return { namespace, labels, ports: [], pods: [], text: `${namespace}/${describeSelector(selector)}` };
}

/** Labels that a selector selects. */
function likely({ matchLabels = {}, matchExpressions = [] }: LabelSelector): Readonly<Record<string, string>> {
  const needed = matchExpressions.filter(({ operator }) => operator === 'In' || operator === 'Exists');
  return { ...Object.fromEntries(needed.map(({ key, values }) => [key, values?.[0] ?? ''])), ...matchLabels };
}

const EVERYTHING = '*';

/** A selector as text: `app=api,tier In (a b)`, `*` for one that selects everything. */
export function describeSelector({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const terms = [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values }) =>
      [key, operator, values && `(${values.join(' ')})`].filter(Boolean).join(' '),
    ),
  ];
  return terms.length === 0 ? EVERYTHING : terms.sort().join(',');
}

function sorted(labels: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}

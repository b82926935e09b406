import { PodTemplate } from '../rules/views/pods';
import { antiAffinityTerms } from '../rules/views/scale';
import { LabelSelector, selects } from '../rules/views/selectors';
import { Tree, tree, treeAt, trees } from '../rules/views/tree';

/** What pods ask of their node beyond room on it. */
export interface NodeDemands {
  /** Whether no two of them may share a node. */
  readonly apart: boolean;

  /** By how many of them two nodes may differ, if that is a demand. */
  readonly skew: number | undefined;

  /** Their labels: others may shun them. */
  readonly labels: Readonly<Record<string, string>>;

  /** Pods of others that they never share a node with. */
  readonly shunned: readonly Shunned[];

  /** Whether only some nodes will do, by labels that nobody has told of. */
  readonly choosy: boolean;
}

/** Pods by their labels, in some namespaces. */
export interface Shunned {
  /** Undefined for all namespaces. */
  readonly namespaces: readonly string[] | undefined;
  readonly selector: LabelSelector | undefined;
}

const HOST = 'kubernetes.io/hostname';

/** What pods of a template ask of their node. */
export function nodeDemands(pod: PodTemplate, namespace: string): NodeDemands {
  const { labels, owner, spec } = pod;
  const shunned = antiAffinityTerms(pod)
    .filter(({ required, term }) => required && term['topologyKey'] === HOST)
    .map(({ term }) => shunnedBy(term, namespace));
  return {
    apart: owner.manifest.kind === 'DaemonSet' || shunned.some((others) => shuns(others, namespace, labels)),
    skew: skewOf(pod),
    labels,
    shunned,
    choosy: Object.keys(tree(spec['nodeSelector'])).some(isChoice) || affinityKeys(spec.affinity).some(isChoice),
  };
}

/** Whether pods of a namespace with labels are among those that are shunned. */
export function shuns({ namespaces, selector }: Shunned, namespace: string, labels: NodeDemands['labels']): boolean {
  return (namespaces?.includes(namespace) ?? true) && selects(selector, labels);
}

/** An empty selector of namespaces means all; what another one selects is taken for all as well. */
function shunnedBy(term: Tree, namespace: string): Shunned {
  const { namespaces, namespaceSelector, labelSelector } = term;
  const named = Array.isArray(namespaces) ? namespaces.map(String) : [];
  return {
    namespaces: namespaceSelector === undefined ? (named.length > 0 ? named : [namespace]) : undefined,
    selector: labelSelector as LabelSelector | undefined,
  };
}

function skewOf({ spec, labels }: PodTemplate): number | undefined {
  const found = trees(spec.topologySpreadConstraints).find(
    ({ topologyKey, whenUnsatisfiable = 'DoNotSchedule', labelSelector }) =>
      topologyKey === HOST &&
      whenUnsatisfiable === 'DoNotSchedule' &&
      selects(labelSelector as LabelSelector | undefined, labels),
  );
  return found === undefined ? undefined : Number(found['maxSkew'] ?? 1);
}

function affinityKeys(affinity: unknown): string[] {
  const { nodeSelectorTerms } = treeAt(affinity, 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  return trees(nodeSelectorTerms)
    .flatMap(({ matchExpressions }) => trees(matchExpressions))
    .map(({ key }) => String(key));
}

/** The operating system is the same on nodes of one kind. */
function isChoice(key: string): boolean {
  return key !== 'kubernetes.io/os' && key !== 'beta.kubernetes.io/os';
}

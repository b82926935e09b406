import { ObjectIndex } from '../object-index';
import { FieldPath, Finding, Rule } from '../rule';
import { PodSecurityContext } from '../views/pod-spec';
import { containersOf, podTemplates, PodTemplate } from '../views/pods';

/** A field of a pod that breaks a control, and in which way. */
export interface Breach {
  readonly at: FieldPath;

  /** As in a finding. */
  readonly message: string;
}

/** One row of the Pod Security Standards. */
export interface Control {
  /** Second part of the id of its rule. */
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly cure: string;

  /** Ids of the catalogue of checks. */
  readonly sources: readonly string[];
  readonly find: (pod: PodTemplate) => Iterable<Breach>;
}

/** The label of a namespace that makes the server refuse pods. */
export const ENFORCE_LABEL = 'pod-security.kubernetes.io/enforce';

/** The namespace of what runs nodes and their network, which needs what nobody else may have. */
const SYSTEM_NAMESPACE = 'kube-system';

/** What a pod's namespace lets in, or undefined where it does not say or is not part of the bundle. */
export function enforcedLevel(index: ObjectIndex, { namespace }: PodTemplate): string | undefined {
  if (namespace === undefined) return undefined;
  const level = index.find('Namespace', undefined, namespace)?.manifest.metadata.labels?.[ENFORCE_LABEL];
  return level ?? (namespace === SYSTEM_NAMESPACE ? 'privileged' : undefined);
}

/** A rule for what even the level baseline forbids. Who labels a namespace privileged has decided otherwise. */
export function baselineRule(control: Control): Rule {
  const lets = (level: string | undefined) => level === 'privileged';
  return ruleOf(control, 'error', lets);
}

/** A rule for what the level restricted adds. Where it is enforced, `pod-security/admitted` speaks. */
export function restrictedRule(control: Control): Rule {
  const lets = (level: string | undefined) => level === 'privileged' || level === 'restricted';
  return ruleOf(control, 'warning', lets);
}

function ruleOf(control: Control, severity: Rule['severity'], lets: (level: string | undefined) => boolean): Rule {
  const { name, title, why, cure, sources, find } = control;
  return { id: `pod-security/${name}`, title, severity, why, cure, sources, judge };

  function* judge(index: ObjectIndex): Iterable<Finding> {
    for (const pod of index.view(podTemplates)) {
      if (lets(enforcedLevel(index, pod))) continue;
      for (const breach of find(pod)) yield { subject: pod.owner, ...breach };
    }
  }
}

/** A security context of a pod or of one of its containers. */
export interface PlacedContext {
  readonly at: FieldPath;

  /** Whose it is, for messages: `the pod`, `container 'api'`. */
  readonly who: string;
  readonly context: PodSecurityContext;
}

/** Every security context that a pod has, its own first. */
export function contextsOf(pod: PodTemplate): PlacedContext[] {
  const own = pod.spec.securityContext;
  return [
    ...(own ? [{ at: [...pod.at, 'securityContext'], who: 'the pod', context: own }] : []),
    ...containersOf(pod).flatMap(({ at, container }) =>
      container.securityContext
        ? [{ at: [...at, 'securityContext'], who: `container '${container.name}'`, context: container.securityContext }]
        : [],
    ),
  ];
}

/** Whether the fields of Linux mean nothing to a pod. */
export function isWindows({ spec }: PodTemplate): boolean {
  return (spec.os as { readonly name?: string } | undefined)?.name === 'windows';
}
